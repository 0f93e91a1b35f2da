import * as l10n from '@vscode/l10n';
import { listOf, phrase, spoken, spokenCount } from '../../../words/language';
import { explainCode } from '../../../catalog/codes/explainCode';
import type { SignalOf } from '../../signals/signal';
import type { ProfileProblem } from '../../signals/troubleSignals';
import { refsOf, type Facts, type Story } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule, type RuleAbout } from '../rule';
import { isPhaseSeen } from '../../document/enrollmentSight';

/** A command for a node that does not exist: every policy that is taken back leaves some. */
const nodeNotFound = '0x86000002';

const problemWords = spoken<ProfileProblem>({
  notRegistered: phrase('The device is not registered for Autopilot'),
  noProfile: phrase('Autopilot has no profile for this device'),
  noDefaultProfile: phrase('Autopilot has neither a profile nor a default one for this device'),
  hardwareMismatch: phrase('The hardware is not the one that was registered for Autopilot'),
  tpmIdentity: phrase('The TPM could not prove which device this is'),
  notAvailable: phrase('The Autopilot profile was not available'),
});

/** How the enrollment itself went: profile, join, MDM enrollment, policies. */
export const enrollmentRules: readonly Rule[] = rulesAbout('enrollment', [
  {
    id: 'enrollment.mdm-failed',
    severity: 'error',
    when: (_, facts) => facts.all('mdmEnrolled').at(-1)?.succeeded === false,
    title: (_, facts) =>
      `${l10n.t('The MDM enrollment failed')}${codeWords(facts.all('mdmEnrolled').at(-1)?.code ?? null)}`,
    advice: phrase(
      'The code names the reason: a licence, an enrollment restriction, the device limit, or the network. The Entra join is rolled back after it.',
    ),
    links: [links.enrollmentErrors],
    evidence: (_, facts) => refsOf(facts.all('mdmEnrolled').slice(-1)),
  },
  {
    id: 'enrollment.auto-enrollment-failed',
    severity: 'error',
    when: (_, facts) => facts.all('autoEnrollmentFailed').length > 0 && !enrolled(facts),
    title: (_, facts) =>
      `${l10n.t('The automatic MDM enrollment failed')}${codeWords(facts.all('autoEnrollmentFailed').at(-1)?.code ?? null)}`,
    advice: phrase(
      'Check the MDM user scope, the user’s licence and whether the user could get a token at this moment.',
    ),
    links: [links.enrollmentErrors],
    evidence: (_, facts) => refsOf(facts.all('autoEnrollmentFailed')),
  },
  {
    id: 'enrollment.join-rolled-back',
    severity: (_, facts) => (facts.all('joined').at(-1)?.rolledBack === true ? 'error' : 'warning'),
    when: (_, facts) => rolledBackJoins(facts).length > 0,
    title: (_, facts) =>
      facts.all('joined').at(-1)?.rolledBack === true
        ? l10n.t('The Entra join was rolled back')
        : l10n.t('An Entra join was rolled back before the one that held'),
    advice: phrase(
      'A join is undone when the enrollment after it fails: look for the MDM enrollment error just before.',
    ),
    links: [links.enrollmentErrors],
    evidence: (_, facts) => refsOf(rolledBackJoins(facts)),
  },
  {
    id: 'enrollment.profile-error',
    severity: 'warning',
    // Device preparation needs no registration: there the same record is expected.
    when: (_, facts) => facts.all('profileProblem').length > 0 && !hasProfile(facts),
    title: (_, facts) => problemWords[facts.all('profileProblem').at(-1)!.problem],
    advice: phrase(
      'Check the hardware hash and the group of the device in Autopilot, and give a new assignment time to arrive. After a new mainboard register the device again.',
    ),
    links: [links.autopilotFaq],
    evidence: (_, facts) => refsOf(facts.all('profileProblem')),
  },
  {
    id: 'join.hybrid-odj-timeout',
    severity: 'error',
    when: (_, facts) => facts.all('offlineDomainJoin').at(-1)?.step === 'timedOut',
    title: phrase('The offline domain join did not arrive in time'),
    advice: phrase(
      'Check the Intune connector for Active Directory (running, right to create computers in its unit) and the domain join profile of the device.',
    ),
    links: [links.hybridJoin],
    evidence: (_, facts) => refsOf(facts.all('offlineDomainJoin').slice(-1)),
  },
  {
    id: 'join.no-domain-controller',
    severity: 'error',
    when: (_, facts) => facts.all('noDomainController').length > 0,
    title: phrase('No domain controller could be reached'),
    advice: phrase(
      'The first sign-in of a hybrid join needs one: use the company network, or a VPN that connects before the sign-in together with the switch that skips this check.',
    ),
    links: [links.hybridJoin],
    evidence: (_, facts) => refsOf(facts.all('noDomainController')),
  },
  {
    id: 'mdm.csp-failed',
    severity: 'info',
    when: (_, facts) => refusedPolicies(facts).length > 0,
    title: (_, facts) => refusedWords(refusedPolicies(facts)),
    advice: phrase(
      'Not every one of them matters: settings of another edition or build are refused as well. Look at those that the page waits for.',
    ),
    links: [links.enrollmentErrors],
    evidence: (_, facts) => refsOf(refusedPolicies(facts)),
  },
  {
    id: 'tpm.cleared',
    severity: 'info',
    when: (_, facts) => facts.all('tpmCleared').length > 0,
    title: phrase('The TPM was cleared'),
    advice: phrase(
      'Expected with a reset. It destroys the keys of the device and of Windows Hello: a user who had Hello before has to set it up anew.',
    ),
    links: [links.tpm],
    evidence: (_, facts) => refsOf(facts.all('tpmCleared')),
  },
  {
    id: 'device.reset',
    severity: 'info',
    when: (_, facts) => facts.all('deviceReset').length > 0,
    title: phrase('The device was reset within the time of these logs'),
    advice: phrase(
      'Restarts before it belong to the installation before. Read only what comes after it as this enrollment.',
    ),
    links: [links.autopilotFaq],
    evidence: (_, facts) => refsOf(facts.all('deviceReset')),
  },
  {
    id: 'update.failed',
    severity: 'info',
    requires: ['phases'],
    when: (story, facts) => failedUpdates(story, facts).length > 0,
    title: (story, facts) =>
      `${spokenCount(failedUpdates(story, facts).length, phrase('{0} update could not be installed during the enrollment'), phrase('{0} updates could not be installed during the enrollment'))}${codeWords(failedUpdates(story, facts).at(-1)?.code ?? null)}`,
    advice: phrase('Windows tries again, which can mean one more restart later. Nothing to do unless it repeats.'),
    links: [links.updateRings],
    evidence: (story, facts) => refsOf(failedUpdates(story, facts)),
  },
] satisfies readonly RuleAbout<Story>[]);

function rolledBackJoins(facts: Facts): readonly SignalOf<'joined'>[] {
  return facts.all('joined').filter(({ rolledBack }) => rolledBack);
}

function enrolled(facts: Facts): boolean {
  return facts.all('mdmEnrolled').some(({ succeeded }) => succeeded);
}

/** Went the enrollment on all the same? */
function hasProfile({ story }: Facts): boolean {
  return story.phases.some(isPhaseSeen) || story.device.scenario === 'devicePreparation';
}

function refusedPolicies(facts: Facts): readonly SignalOf<'policyRefused'>[] {
  return facts.all('policyRefused').filter(({ code }) => code !== nodeNotFound);
}

function refusedWords(refused: readonly SignalOf<'policyRefused'>[]): string {
  const names = [...new Set(refused.map(({ what }) => what))];
  return spokenCount(
    refused.length,
    phrase('{0} policy command failed on the device: {1}'),
    phrase('{0} policy commands failed on the device: {1}'),
    listOf(names, 3),
  );
}

/** Updates that failed between the start of the first phase and the end of the last. */
function failedUpdates({ phases }: Story, facts: Facts): readonly SignalOf<'updateFailed'>[] {
  const times = phases.flatMap(({ start, end }) =>
    [start, end].flatMap((time) => (time === null ? [] : [Date.parse(time)])),
  );
  const from = Math.min(...times);
  const to = Math.max(...times);
  return facts.all('updateFailed').filter(({ at }) => at >= from && at <= to);
}

/** ` (0x80180014, its name or meaning)`; empty without a code. */
function codeWords(code: string | null): string {
  if (code === null) {
    return '';
  }
  const meaning = explainCode(code, 'hresult');
  return meaning === null ? ` (${code})` : ` (${code}, ${meaning.name ?? meaning.text})`;
}
