import * as vscode from 'vscode';
import type { CauseVerdict, Reboot } from '../../core/enrollment/document/reboots';
import type { FindingSeverity } from '../../core/enrollment/document/findings';
import type { PhaseState } from '../../core/enrollment/document/phases';
import type { SignIn } from '../../core/enrollment/document/signIns';

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

function icon(id: string, color: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
}
