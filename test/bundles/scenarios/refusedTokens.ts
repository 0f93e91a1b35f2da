import type { Scenario } from '../scenario';
import { handOver, setUpAccount } from '../story/chapters';
import { completeDeviceSetup, reachDeviceSetup, work } from '../story/enrollment';
import { tokenErrors } from '../story/imeAgent';
import { automatic, findings, noRePrompt, noReboots, rePromptFindings } from '../truth';
import { quietStory } from './exampleDevice';

interface Refusal {
  readonly seed: number;
  readonly code: string;
  readonly says: string;
  readonly has: readonly string[];
  readonly not: readonly string[];
}

/** Entra asks the signed-in person for more before it gives a token; no restart, no second sign-in to Windows. */
function tell({ seed, code, says, has, not }: Refusal) {
  const story = quietStory({ seed });
  const { at, ime, person, device } = story;
  reachDeviceSetup(story);
  completeDeviceSetup(story);
  const signedIn = handOver(story);
  person.helloOffered();
  setUpAccount(story, 'Success');
  ime.findsNoToken(device.identity.person.account, tokenErrors.strongAuthenticationRequired);
  person.getsNoToken(code, says);
  at.plus('3m');
  ime.findsToken();
  person.finishesHello();
  work(story);
  return {
    story,
    expected: {
      reboots: noReboots,
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' as const },
      findings: findings({ has, not: [...not, ...rePromptFindings, 'signin.tap-expired', 'signin.tap-rejected'] }),
    },
  };
}

export const refusedTokens: readonly Scenario[] = [
  {
    name: 'strongAuthenticationNeeded',
    title: 'Multifactor authentication is asked for (AADSTS50076)',
    container: 'mdmCab',
    tell: () =>
      tell({
        seed: 55,
        code: 'AADSTS50076',
        says: 'Due to a configuration change made by your administrator you must use multi-factor authentication.',
        has: ['signin.mfa-required'],
        not: [],
      }),
  },
  {
    name: 'strongAuthenticationFailed',
    title: 'Multifactor authentication is not passed (AADSTS50074)',
    container: 'mdmZip',
    tell: () =>
      tell({
        seed: 56,
        code: 'AADSTS50074',
        says: 'Strong Authentication is required.',
        has: ['signin.mfa-required'],
        not: [],
      }),
  },
  {
    name: 'conditionalAccess',
    title: 'Conditional Access blocks a device that is not compliant yet (AADSTS53000): no question of MFA or a pass',
    container: 'mdmCab',
    tell: () =>
      tell({
        seed: 57,
        code: 'AADSTS53000',
        says: 'Device is not in required device state: compliant.',
        has: [],
        not: ['signin.mfa-required'],
      }),
  },
];
