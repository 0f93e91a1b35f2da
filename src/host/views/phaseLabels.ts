import { l10n } from 'vscode';
import type { Attempt, AttemptEnd, AttemptOutcome, WorkloadState } from '../../core/enrollment/document/attempts';
import type { AppTechnology, PhaseItem, RestartNeed, StateSource } from '../../core/enrollment/document/phases';
import { phaseStateLabel } from './labels';

/* The words for attempts, items and workloads of an enrollment, in the language of the editor. */

export function attemptLabel(number: number, count: number): string {
  return l10n.t('Attempt {0} of {1}', number, count);
}

/** How an attempt ended, as words for beside its name. */
export function attemptFacts({ outcome, endedBy }: Pick<Attempt, 'outcome' | 'endedBy'>): readonly string[] {
  return [outcomeLabel(outcome), attemptEndLabel(endedBy)];
}

function outcomeLabel(outcome: AttemptOutcome): string {
  switch (outcome) {
    case 'completed':
      return l10n.t('completed');
    case 'failed':
      return l10n.t('failed');
    case 'interrupted':
      return l10n.t('interrupted');
    case 'unknown':
      return l10n.t('outcome unknown');
  }
}

function attemptEndLabel(end: AttemptEnd): string {
  switch (end) {
    case 'joinRolledBack':
      return l10n.t('the join was rolled back');
    case 'deviceReset':
      return l10n.t('the device was reset');
    case 'tryAgain':
      return l10n.t('somebody chose to try again');
    case 'newJoin':
      return l10n.t('the device was joined anew');
  }
}

/** What an item of the status page is; of an app also what brings it. */
export function itemKindLabel({ kind, technology }: Pick<PhaseItem, 'kind' | 'technology'>): string {
  switch (kind) {
    case 'app':
      return technology === null ? l10n.t('app') : technologyLabel(technology);
    case 'policy':
      return l10n.t('policy');
    case 'certificate':
      return l10n.t('certificate');
    case 'network':
      return l10n.t('network profile');
  }
}

function technologyLabel(technology: AppTechnology): string {
  switch (technology) {
    case 'win32':
      return l10n.t('Win32 app');
    case 'msi':
      return l10n.t('MSI app');
    case 'store':
      return l10n.t('Store app');
    case 'office':
      return l10n.t('Microsoft 365 Apps');
  }
}

/** `null` where an app asks for none, or nothing tells. */
export function restartNeedLabel(need: RestartNeed | null): string | null {
  switch (need) {
    case 'soft':
      return l10n.t('asks for a restart some time');
    case 'hard':
      return l10n.t('asks for a restart at once');
    case 'none':
    case null:
      return null;
  }
}

/** Who says how a phase went. */
export function stateSourceLabel(source: StateSource): string {
  switch (source) {
    case 'statusPage':
      return l10n.t('the status page');
    case 'statusPageStore':
      return l10n.t('the registry of the status page');
    case 'agent':
      return l10n.t('the Intune Management Extension');
    case 'trackingKeys':
      return l10n.t('the tracking keys');
    case 'skipSwitch':
      return l10n.t('the switch that skips it');
    case 'laterPhase':
      return l10n.t('the phase after it');
    case 'diagnosticsPage':
      return l10n.t('the diagnostics page');
  }
}

export function workloadStateLabel(state: WorkloadState): string {
  switch (state) {
    case 'completed':
      return l10n.t('completed');
    case 'uninstalled':
      return l10n.t('uninstalled');
    case 'restartRequired':
      return l10n.t('waits for a restart');
    case 'cancelled':
      return l10n.t('cancelled');
    case 'notStarted':
    case 'skipped':
    case 'failed':
    case 'inProgress':
    case 'unknown':
      return phaseStateLabel(state);
  }
}
