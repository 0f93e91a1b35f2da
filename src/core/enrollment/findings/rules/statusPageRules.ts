import * as l10n from '@vscode/l10n';
import { phrase, spoken, spokenCount } from '../../../words/language';
import { phaseIds, phaseOfSubcategory } from '../../phases/phaseIds';
import { duringWords, phaseWords, stateWords, subcategoryName } from '../../storyWords';
import type { AttemptEnd, Workload } from '../../document/attempts';
import type { Phase, StateSource } from '../../document/phases';
import type { Story } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';
import { pageMarkerRules } from './pageMarkerRules';
import { isEndUnseen, isPhaseSeen } from '../../document/enrollmentSight';

/** HRESULT of ERROR_TIMEOUT: the page gave up waiting. */
const timedOut = '0x800705b4';

const phaseRules = rulesAbout('phase', [
  {
    id: 'esp.failed-category',
    severity: 'error',
    when: ({ state }) => state === 'failed',
    title: (phase) =>
      failedParts(phase) === ''
        ? l10n.t('{0} failed', phaseWords[phase.id])
        : l10n.t('{0} failed: {1}', phaseWords[phase.id], failedParts(phase)),
    advice: phrase('Open the part that failed and the code beside it; everything after it in the page was not tried.'),
    links: [links.statusPage],
  },
  {
    id: 'esp.timed-out',
    severity: 'error',
    when: ({ subcategories }) => subcategories.some(({ error }) => isTimeout(error)),
    title: ({ id, subcategories }) =>
      l10n.t(
        'The Enrollment Status Page gave up waiting in {0}: {1}',
        duringWords[id],
        subcategories
          .filter(({ error }) => isTimeout(error))
          .map((part) => subcategoryName(part.id))
          .join(', '),
      ),
    advice: phrase(
      'Find what was still open: a slow download, an installer that waits for input, a user who is not licensed. Track fewer apps in the page, or give it more minutes.',
    ),
    price: phrase(
      'with more minutes people look longer at a page that is stuck; what is not tracked may be missing at the first sign-in.',
    ),
    links: [links.statusPage, links.statusPageSettings],
    evidence: ({ subcategories }) => subcategories.flatMap(({ error, evidence }) => (isTimeout(error) ? evidence : [])),
  },
  {
    id: 'esp.user-phase-skipped',
    severity: 'info',
    when: ({ id, state }) => id === 'accountSetup' && state === 'skipped',
    title: phrase('Account setup was skipped by configuration'),
    advice: phrase(
      'What is assigned to users arrives after the desktop has come up: apps, certificates and policies may be missing in the first minutes.',
    ),
    links: [links.statusPageSettings],
  },
  {
    id: 'esp.still-running',
    severity: 'info',
    when: (phase, { story }) => phase.state === 'inProgress' && isLastSeen(phase, story),
    title: ({ id }) => l10n.t('{0} was still running when these logs end', phaseWords[id]),
    advice: phrase(
      'Nothing is known of what came after. Collect again when the device has reached the desktop, if the story goes on.',
    ),
    wouldDecide: [{ what: phrase('A bundle that is collected after the enrollment') }],
  },
  {
    id: 'esp.end-not-seen',
    severity: 'info',
    when: (phase, { story }) => isEndUnseen(phase) && isLastSeen(phase, story),
    title: ({ id }) => l10n.t('None of these logs tells how {0} ended; somebody has signed in since', duringWords[id]),
    advice: phrase(
      'Neither that it succeeded nor that it failed is known: only the log of the status page would tell.',
    ),
    links: [links.statusPage],
    wouldDecide: [
      {
        what: phrase('Shell-Core/Operational covering that time: what the pages of OOBE were doing'),
        when: (_, facts) => !facts.covers('Microsoft-Windows-Shell-Core/Operational'),
      },
    ],
  },
]);

/** Device preparation (v2) has none of these phases. */
function isLastSeen({ id }: Phase, { devicePreparation, phases }: Story): boolean {
  return devicePreparation === null && phases.findLast(isPhaseSeen)?.id === id;
}

const endWords = spoken<AttemptEnd>({
  joinRolledBack: phrase('its join was rolled back'),
  deviceReset: phrase('the device was reset'),
  tryAgain: phrase('somebody asked the page to try again'),
  newJoin: phrase('the device was joined anew'),
});

const attemptRules = rulesAbout('attempt', [
  {
    id: 'esp.attempts',
    severity: ({ outcome }) => (outcome === 'completed' ? 'info' : 'warning'),
    when: () => true,
    title: ({ endedBy, outcome }) =>
      outcome === 'failed'
        ? l10n.t('There was an attempt before this one that failed: {0}', endWords[endedBy])
        : l10n.t('There was an attempt before this one: {0}', endWords[endedBy]),
    advice: phrase(
      'The story is told of the last attempt. Restarts and sign-ins of this one are not its price; its failure is why there was another.',
    ),
    links: [links.statusPage],
  },
]);

const sourceWords = spoken<StateSource>({
  statusPage: phrase('the page'),
  statusPageStore: phrase('what the page keeps in the registry'),
  agent: phrase('the agent'),
  trackingKeys: phrase('the tracking keys'),
  skipSwitch: phrase('the switch that hides the part'),
  laterPhase: phrase('the phase after it'),
  diagnosticsPage: phrase('the diagnostics page'),
});

/** A phase or a step by its name on the page; an app or another item by its id. */
function subjectName(subject: string): string {
  const phase = phaseIds.find((id) => id === subject);
  return phase !== undefined
    ? phaseWords[phase]
    : phaseOfSubcategory(subject) === null
      ? subject
      : subcategoryName(subject);
}

const contradictionRules = rulesAbout('contradiction', [
  {
    id: 'esp.contradiction',
    severity: 'info',
    when: () => true,
    title: ({ subject, saysA, saysB }) =>
      l10n.t(
        '{0}: sources differ, {1}: {2}; {3}: {4}',
        subjectName(subject),
        sourceWords[saysA.source],
        stateWords[saysA.state],
        sourceWords[saysB.source],
        stateWords[saysB.state],
      ),
    confidence: 'medium',
    advice: phrase('The story goes on with the first. Open both places before you build on either.'),
    links: [links.statusPage],
  },
]);

const agentRules = rulesAbout('enrollment', [
  {
    id: 'deviceprep.workload-failed',
    severity: 'error',
    when: (story) => failedWorkloads(story).length > 0,
    title: (story) =>
      spokenCount(
        failedWorkloads(story).length,
        phrase('Device preparation could not bring {0} workload: {1}'),
        phrase('Device preparation could not bring {0} workloads: {1}'),
        failedWorkloads(story)
          .slice(0, 3)
          .map(({ name, id, error }) => `${name ?? id}${error === null ? '' : ` (${error})`}`)
          .join(', '),
      ),
    advice: phrase(
      'The first that failed is the one to look at. What is not needed before the desktop does not belong in the list of the policy.',
    ),
    links: [links.devicePreparation, links.win32AppTrouble],
    evidence: (story) => failedWorkloads(story).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'preprovisioning.technician-failed',
    severity: 'error',
    when: ({ device }) => device.preProvisioning?.technician.state === 'failed',
    title: phrase('The technician’s half of pre-provisioning failed'),
    advice: phrase(
      'A device that is handed over like this asks its user for everything. Mend what failed in device setup, reset and start again.',
    ),
    links: [links.preProvisioning],
    evidence: ({ device }) => device.preProvisioning?.technician.evidence ?? [],
  },
  {
    id: 'preprovisioning.handed-over',
    severity: 'info',
    when: ({ device }) => (device.preProvisioning?.user ?? null) !== null,
    title: phrase('The device was pre-provisioned and handed over to its user'),
    advice: phrase('Restarts before the hand-over cost the user nothing; the sign-in after it is expected.'),
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
  return words.join(', ');
}
