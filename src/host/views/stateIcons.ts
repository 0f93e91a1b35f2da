import * as vscode from 'vscode';
import type { AttemptOutcome, WorkloadState } from '../../core/enrollment/document/attempts';
import type { CauseVerdict, Reboot } from '../../core/enrollment/document/reboots';
import type { FindingSeverity } from '../../core/enrollment/document/findings';
import type { PhaseState } from '../../core/enrollment/document/phases';
import type { SecurityState } from '../../core/enrollment/document/securityImpact';
import type { HelloFacts, SignIn, TokenFacts } from '../../core/enrollment/document/signIns';

/* Shape first, colour second: each state has an icon of its own. */

/** Not `debug-restart`: VS Code paints that one green in some themes, which would read as "well done". */
export const restartShape = 'refresh';

export function phaseStateIcon(state: PhaseState): vscode.ThemeIcon {
  switch (state) {
    case 'notStarted':
      return new vscode.ThemeIcon('circle-outline');
    case 'inProgress':
      return icon('play-circle', 'charts.blue');
    case 'succeeded':
      return icon('pass', 'testing.iconPassed');
    case 'failed':
      return icon('error', 'testing.iconFailed');
    case 'skipped':
      return icon('debug-step-over', 'testing.iconSkipped');
    case 'unknown':
      return new vscode.ThemeIcon('question');
  }
}

export function rebootIcon(reboot: Reboot): vscode.ThemeIcon {
  const shape = reboot.class === 'unexpected' ? 'zap' : restartShape;
  return reboot.expected === false ? icon(shape, 'list.warningForeground') : new vscode.ThemeIcon(shape);
}

export function findingIcon(severity: FindingSeverity): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return icon('error', 'list.errorForeground');
    case 'warning':
      return icon('warning', 'list.warningForeground');
    case 'info':
      return new vscode.ThemeIcon('info');
  }
}

export function signInIcon(signIn: SignIn): vscode.ThemeIcon {
  return signIn.class === 'rePrompt' ? icon('key', 'list.warningForeground') : new vscode.ThemeIcon('person');
}

export function verdictIcon(verdict: CauseVerdict): vscode.ThemeIcon {
  switch (verdict) {
    case 'confirmed':
      return icon('target', 'list.warningForeground');
    case 'likely':
      return icon('circle-filled', 'list.warningForeground');
    case 'possible':
      return new vscode.ThemeIcon('question');
    case 'refuted':
      return new vscode.ThemeIcon('circle-slash');
  }
}

export function workloadIcon(state: WorkloadState): vscode.ThemeIcon {
  switch (state) {
    case 'completed':
      return phaseStateIcon('succeeded');
    case 'uninstalled':
      return new vscode.ThemeIcon('trash');
    case 'restartRequired':
      return icon(restartShape, 'list.warningForeground');
    case 'cancelled':
      return icon('circle-slash', 'list.warningForeground');
    case 'notStarted':
    case 'skipped':
    case 'failed':
    case 'inProgress':
    case 'unknown':
      return phaseStateIcon(state);
  }
}

export function outcomeIcon(outcome: AttemptOutcome): vscode.ThemeIcon {
  switch (outcome) {
    case 'completed':
      return phaseStateIcon('succeeded');
    case 'failed':
      return phaseStateIcon('failed');
    case 'interrupted':
      return icon('debug-disconnect', 'list.warningForeground');
    case 'unknown':
      return phaseStateIcon('unknown');
  }
}

export function securityIcon(state: SecurityState): vscode.ThemeIcon {
  switch (state) {
    case 'measured':
    case 'active':
      return icon('pass', 'testing.iconPassed');
    case 'notMeasuredSinceEnrollment':
      return icon('circle-large-outline', 'list.warningForeground');
    case 'rebootPending':
      return icon(restartShape, 'list.warningForeground');
    case 'unknown':
      return new vscode.ThemeIcon('question');
  }
}

export function helloIcon(state: HelloFacts['state']): vscode.ThemeIcon {
  switch (state) {
    case 'provisioned':
      return icon('pass', 'testing.iconPassed');
    case 'incomplete':
      return icon('warning', 'list.warningForeground');
    case 'notConfigured':
      return new vscode.ThemeIcon('circle-slash');
    case 'unknown':
      return new vscode.ThemeIcon('question');
  }
}

export function tokenIcon(state: TokenFacts['state']): vscode.ThemeIcon {
  switch (state) {
    case 'present':
      return icon('pass', 'testing.iconPassed');
    case 'missing':
      return icon('warning', 'list.warningForeground');
    case 'unknown':
      return new vscode.ThemeIcon('question');
  }
}

/** Two sources that cannot both be right, or anything else that a person should look at twice. */
export function cautionIcon(): vscode.ThemeIcon {
  return icon('warning', 'list.warningForeground');
}

function icon(id: string, color: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
}
