import * as l10n from '@vscode/l10n';
import { phrase, sentences } from '../../../words/language';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';

/** The user's Entra token: lost at a restart, or missing at the end. */
export const tokenRules: readonly Rule[] = [
  ...rulesAbout('reboot', [
    {
      id: 'token.lost-after-reboot',
      severity: 'warning',
      when: ({ tokenLost }) => tokenLost === true,
      title: phrase('The user’s token was gone after the restart'),
      advice: phrase('Account setup and single sign-on need it: the user has to sign in, and pass MFA, once more.'),
      links: [links.refreshToken],
      evidence: ({ evidence }, facts) => evidence.filter((ref) => facts.speaksOfToken(ref)),
    },
  ]),
  ...rulesAbout('marker', [
    {
      id: 'token.not-obtained-in-account-setup',
      severity: 'warning',
      // Where a restart lost the token, that is said already.
      when: ({ name }, { story }) =>
        name === 'ESPAccountSetup_AadTokenRequest_Failed' && !story.reboots.some(({ tokenLost }) => tokenLost === true),
      title: phrase('Account setup could not get a token for the user'),
      advice: phrase(
        'Without it nothing that is assigned to the user is found. Look for a restart that took it, an expired pass, or a Conditional Access policy that blocks the request.',
      ),
      lowers: [
        {
          when: (_, facts) => !facts.covers('System'),
          because: phrase('Whether a restart took the token is not known: no System log covers the enrollment.'),
        },
        {
          when: (_, facts) => facts.covers('System') && facts.story.reboots.some(({ during }) => during === 'unknown'),
          because: phrase(
            'A restart may have taken the token: in which part of the enrollment it was is not in the logs.',
          ),
        },
      ],
      links: [links.refreshToken],
    },
  ]),
  ...rulesAbout('token', [
    {
      id: 'token.missing-at-end',
      severity: 'warning',
      when: ({ state }) => state === 'missing',
      title: phrase('At the end of these logs the user has no Entra token'),
      advice: ({ why }) =>
        sentences(
          why,
          l10n.t(
            'User policies, apps and single sign-on do not work until the user signs in with a network: lock and unlock, or sign out and in.',
          ),
        ),
      links: [links.refreshToken, links.deviceRegistration],
      wouldDecide: [
        {
          what: phrase(
            '"dsregcmd /status", run by the user and not as SYSTEM: AzureAdPrt and the last error beside it',
          ),
        },
      ],
    },
  ]),
];
