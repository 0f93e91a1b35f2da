import { l10n } from 'vscode';
import type { DeviceFacts } from '../../core/enrollment/document/bundleFacts';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { Phase } from '../../core/enrollment/document/phases';
import type { HelloFacts } from '../../core/enrollment/document/signIns';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { OverviewSection } from '../../core/report/overview';
import { evidencePosition, phaseLabel, phaseStateLabel, phaseStateText } from '../views/labels';
import { helloStateLabel, tokenStateLabel } from '../views/signInLabels';

/** What links of the page run. */
export const overviewCommands = [
  'autopilotTriage.openEvidence',
  'autopilotTriage.showTimeline',
  'autopilotTriage.searchBundle',
  'autopilotTriage.copyForTicket',
  'autopilotTriage.previewReport',
  'autopilotTriage.howToCollect',
  'autopilotTriage.phases.focus',
  'autopilotTriage.story.focus',
  'autopilotTriage.findings.focus',
  'autopilotTriage.case.focus',
] as const;

type OverviewCommand = (typeof overviewCommands)[number];

/** The words of the overview page, in the language of the editor. */
export interface OverviewWords {
  readonly openTimeline: string;
  readonly restarts: string;
  readonly rePrompts: string;
  readonly phases: string;
  readonly hello: string;
  readonly token: string;
  readonly noneAgainstTheFlow: string;
  readonly noWait: string;
  readonly unknown: string;
  readonly noEnrollment: string;
  readonly noStart: string;
  readonly inProgress: string;
  readonly noSignIn: string;
  readonly next: string;
  readonly openTimelineStep: string;
  readonly firstReboot: string;
  readonly search: string;
  readonly copyForTicket: string;
  readonly handOn: string;
  readonly report: string;
  build(build: string): string;
  join(type: NonNullable<DeviceFacts['joinType']>): string;
  scenario(scenario: NonNullable<DeviceFacts['scenario']>): string;
  attempts(count: number): string;
  againstTheFlow(count: number): string;
  waited(duration: string): string;
  possible(count: number): string;
  phase(phase: Phase): string;
  helloState(state: HelloFacts['state']): string;
  tokenState(state: TriageDocument['token']['state']): string;
  section(id: OverviewSection['id'], title: string): string;
  /** Where all of what a section gives in short is told. */
  wholeOf(id: OverviewSection['id']): { readonly label: string; readonly command: OverviewCommand };
  more(count: number): string;
  position(reference: EvidenceRef): string;
}

/** In the language that the editor has now. */
export function overviewWords(): OverviewWords {
  return {
    openTimeline: l10n.t('Open the timeline'),
    restarts: l10n.t('Restarts inside the enrollment'),
    rePrompts: l10n.t('Sign-ins that a restart cost'),
    phases: l10n.t('ESP phases succeeded'),
    hello: l10n.t('Windows Hello'),
    token: l10n.t('User token'),
    noneAgainstTheFlow: l10n.t('none known to be against the flow'),
    noWait: l10n.t('no waiting lock screen is seen'),
    unknown: l10n.t('unknown'),
    noEnrollment: l10n.t('no enrollment is seen in this bundle'),
    noStart: l10n.t('no log in this bundle shows a start of Windows'),
    inProgress: phaseStateLabel('inProgress'),
    noSignIn: l10n.t('no log of this bundle shows sign-ins'),
    next: l10n.t('Next steps'),
    openTimelineStep: l10n.t('Open Timeline'),
    firstReboot: l10n.t('Go to First Reboot'),
    search: l10n.t('Search in Bundle'),
    copyForTicket: l10n.t('Copy for Ticket'),
    handOn: l10n.t('Hand on'),
    report: l10n.t('Preview Report…'),
    build: (build) => l10n.t('Windows build {0}', build),
    join: joinLabel,
    scenario: scenarioLabel,
    attempts: (count) => l10n.t('{0} enrollment attempts, the last one is told', count),
    againstTheFlow: (count) => l10n.t('{0} not called for by the flow', count),
    waited: (duration) => l10n.t('{0} at the lock screen', duration),
    possible: (count) => l10n.t('{0} possible', count),
    phase: (phase) => `${phaseLabel(phase.id)}: ${phaseStateText(phase)}`,
    helloState: helloStateLabel,
    tokenState: tokenStateLabel,
    section: sectionLabel,
    wholeOf,
    more: (count) => l10n.t('and {0} more', count),
    position: evidencePosition,
  };
}

function joinLabel(type: NonNullable<DeviceFacts['joinType']>): string {
  switch (type) {
    case 'entra':
      return l10n.t('Entra join');
    case 'hybrid':
      return l10n.t('hybrid join');
    case 'none':
      return l10n.t('not joined');
  }
}

function scenarioLabel(scenario: NonNullable<DeviceFacts['scenario']>): string {
  switch (scenario) {
    case 'userDriven':
      return l10n.t('user-driven');
    case 'preProvisioning':
      return l10n.t('pre-provisioning');
    case 'selfDeploying':
      return l10n.t('self-deploying');
    case 'devicePreparation':
      return l10n.t('Autopilot device preparation');
  }
}

function sectionLabel(id: OverviewSection['id'], title: string): string {
  switch (id) {
    case 'restarts':
      return l10n.t('Who restarted it');
    case 'cost':
      return l10n.t('What it cost the user');
    case 'advice':
      return l10n.t('What to do');
    case 'security':
      return l10n.t('What that means for security');
    case 'unknown':
      return l10n.t('Not known from this bundle');
    case 'collect':
      return l10n.t('What would tell');
    case 'case':
      return l10n.t('Case notes');
    default:
      return title;
  }
}

function wholeOf(id: OverviewSection['id']): ReturnType<OverviewWords['wholeOf']> {
  switch (id) {
    case 'restarts':
    case 'cost':
    case 'security':
      return { label: l10n.t('All in Reboots & Sign-ins'), command: 'autopilotTriage.story.focus' };
    case 'advice':
    case 'unknown':
      return { label: l10n.t('All in Findings'), command: 'autopilotTriage.findings.focus' };
    case 'collect':
      return { label: l10n.t('How to Collect a Bundle'), command: 'autopilotTriage.howToCollect' };
    case 'case':
      return { label: l10n.t('All in Case'), command: 'autopilotTriage.case.focus' };
  }
}
