import { counted, phaseWords, stateWords, subcategoryName } from '../../storyWords';
import type { AttemptEnd, Workload } from '../../document/attempts';
import type { Phase, StateSource } from '../../document/phases';
import type { Story } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';
import { pageMarkerRules } from './pageMarkerRules';

/** HRESULT of ERROR_TIMEOUT: the page gave up waiting. */
const timedOut = '0x800705b4';

const phaseRules = rulesAbout('phase', [
  {
    id: 'esp.failed-category',
    severity: 'error',
    when: ({ state }) => state === 'failed',
    title: (phase) => `${phaseWords[phase.id]} failed${failedParts(phase)}`,
    advice: 'Open the part that failed and the code beside it; everything after it in the page was not tried.',
    links: [links.statusPage],
  },
  {
    id: 'esp.timed-out',
    severity: 'error',
    when: ({ subcategories }) => subcategories.some(({ error }) => isTimeout(error)),
    title: ({ id, subcategories }) =>
      `The Enrollment Status Page gave up waiting in ${phaseWords[id].toLowerCase()}: ${subcategories
        .filter(({ error }) => isTimeout(error))
        .map((part) => subcategoryName(part.id))
        .join(', ')}`,
    advice:
      'Find what was still open: a slow download, an installer that waits for input, a user who is not licensed. Track fewer apps in the page, or give it more minutes.',
    price:
      'with more minutes people look longer at a page that is stuck; what is not tracked may be missing at the first sign-in.',
    links: [links.statusPage, links.statusPageSettings],
    evidence: ({ subcategories }) => subcategories.flatMap(({ error, evidence }) => (isTimeout(error) ? evidence : [])),
  },
  {
    id: 'esp.user-phase-skipped',
    severity: 'info',
    when: ({ id, state }) => id === 'accountSetup' && state === 'skipped',
    title: 'Account setup was skipped by configuration',
    advice:
      'What is assigned to users arrives after the desktop has come up: apps, certificates and policies may be missing in the first minutes.',
    links: [links.statusPageSettings],
  },
  {
    id: 'esp.still-running',
    severity: 'info',
    // Device preparation (v2) has none of these phases.
    when: ({ state, id }, { story }) =>
      state === 'inProgress' &&
      story.devicePreparation === null &&
      story.phases.findLast((phase) => phase.state !== 'unknown')?.id === id,
    title: (phase, { story }) =>
      isLeftBehind(phase, story)
        ? `None of these logs tells how ${phaseWords[phase.id].toLowerCase()} ended; somebody has signed in since`
        : `${phaseWords[phase.id]} was still running when these logs end`,
    advice:
      'Nothing is known of what came after. Collect again when the device has reached the desktop, if the story goes on.',
    wouldDecide: [{ what: 'A bundle that is collected after the enrollment' }],
  },
]);

/** The first two phases run before anybody is at the desktop: who signs in later has left them behind. */
function isLeftBehind({ id, start }: Phase, { signIns }: Story): boolean {
  return (
    id !== 'accountSetup' && signIns.some(({ user, time }) => user.class === 'entra' && start !== null && time > start)
  );
}

const endWords: Readonly<Record<AttemptEnd, string>> = {
  joinRolledBack: 'its join was rolled back',
  deviceReset: 'the device was reset',
  tryAgain: 'somebody asked the page to try again',
  newJoin: 'the device was joined anew',
};

const attemptRules = rulesAbout('attempt', [
  {
    id: 'esp.attempts',
    severity: ({ outcome }) => (outcome === 'completed' ? 'info' : 'warning'),
    when: () => true,
    title: ({ endedBy, outcome }) =>
      `There was an attempt before this one${outcome === 'failed' ? ' that failed' : ''}: ${endWords[endedBy]}`,
    advice:
      'The story is told of the last attempt. Restarts and sign-ins of this one are not its price; its failure is why there was another.',
    links: [links.statusPage],
  },
]);

const sourceWords: Readonly<Record<StateSource, string>> = {
  statusPage: 'the page',
  statusPageStore: 'what the page keeps in the registry',
  agent: 'the agent',
  trackingKeys: 'the tracking keys',
  skipSwitch: 'the switch that hides the part',
  laterPhase: 'the phase after it',
  diagnosticsPage: 'the diagnostics page',
};

const contradictionRules = rulesAbout('contradiction', [
  {
    id: 'esp.contradiction',
    severity: 'info',
    when: () => true,
    title: ({ subject, saysA, saysB }) =>
      `${subject}: ${sourceWords[saysA.source]} says ${stateWords[saysA.state]}, ${sourceWords[saysB.source]} says ${stateWords[saysB.state]}`,
    confidence: 'medium',
    advice: 'The story goes on with the first. Open both places before you build on either.',
    links: [links.statusPage],
  },
]);

const agentRules = rulesAbout('enrollment', [
  {
    id: 'deviceprep.workload-failed',
    severity: 'error',
    when: (story) => failedWorkloads(story).length > 0,
    title: (story) =>
      `Device preparation could not bring ${counted(failedWorkloads(story).length, 'workload')}: ${failedWorkloads(
        story,
      )
        .slice(0, 3)
        .map(({ name, id, error }) => `${name ?? id}${error === null ? '' : ` (${error})`}`)
        .join(', ')}`,
    advice:
      'The first that failed is the one to look at. What is not needed before the desktop does not belong in the list of the policy.',
    links: [links.devicePreparation, links.win32AppTrouble],
    evidence: (story) => failedWorkloads(story).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'preprovisioning.technician-failed',
    severity: 'error',
    when: ({ device }) => device.preProvisioning?.technician.state === 'failed',
    title: 'The technician’s half of pre-provisioning failed',
    advice:
      'A device that is handed over like this asks its user for everything. Mend what failed in device setup, reset and start again.',
    links: [links.preProvisioning],
    evidence: ({ device }) => device.preProvisioning?.technician.evidence ?? [],
  },
  {
    id: 'preprovisioning.handed-over',
    severity: 'info',
    when: ({ device }) => (device.preProvisioning?.user ?? null) !== null,
    title: 'The device was pre-provisioned and handed over to its user',
    advice: 'Restarts before the hand-over cost the user nothing; the sign-in after it is expected.',
    links: [links.preProvisioning],
    evidence: ({ device }) => device.preProvisioning?.user?.evidence ?? [],
  },
]);

/** How the Enrollment Status Page and its successor went. */
export const statusPageRules: readonly Rule[] = [
  ...phaseRules,
  ...pageMarkerRules,
  ...agentRules,
  ...attemptRules,
  ...contradictionRules,
];

function failedWorkloads({ devicePreparation }: Story): readonly Workload[] {
  return (devicePreparation?.workloads ?? []).filter(({ state }) => state === 'failed');
}

function isTimeout(error: string | null): boolean {
  return error?.toLowerCase() === timedOut;
}

function failedParts({ subcategories }: Phase): string {
  const failed = subcategories.filter(({ state }) => state === 'failed');
  const words = failed.map(({ id, error }) => `${subcategoryName(id)}${error === null ? '' : ` (${error})`}`);
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}
