import * as vscode from 'vscode';
import type { CauseVerdict, PhaseState, Reboot, SignIn } from '../../core/enrollment/triageDocument';

/* Shape first, colour second: each state has an icon of its own. */

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
  const shape = reboot.class === 'unexpected' ? 'zap' : 'debug-restart';
  // Without a colour of our own, VS Code paints restart icons green: that would read as "well done".
  return icon(shape, reboot.expected === false ? 'list.warningForeground' : 'icon.foreground');
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
