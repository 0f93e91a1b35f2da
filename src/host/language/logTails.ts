import * as vscode from 'vscode';
import { logTailStart } from '../../core/language/logTail';
import { Disposable } from '../disposable';

const section = 'autopilotTriage';
const setting = 'logTail';

/** Lines above and below the visible ones that are looked at too, so that scrolling shows no difference. */
const margin = 100;

/** Dims what every record of an agent log ends with, so that the eye finds the messages. */
export class LogTails extends Disposable {
  private dim = dimDecoration();

  constructor() {
    super();
    const { window, workspace } = vscode;
    this.register(
      window.onDidChangeVisibleTextEditors((editors) => {
        editors.forEach((editor) => {
          this.mark(editor);
        });
      }),
    );
    this.register(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.mark(textEditor);
      }),
    );
    this.register(
      // Setting the language of a document opens it once more.
      workspace.onDidOpenTextDocument(() => {
        this.markAll();
      }),
    );
    this.register(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${section}.${setting}`)) {
          this.markAll();
        }
      }),
    );
    this.register(
      window.onDidChangeActiveColorTheme(() => {
        this.dim.dispose();
        this.dim = dimDecoration();
        this.markAll();
      }),
    );
    this.markAll();
  }

  /** Changes the setting, for this and all windows. */
  async toggle(): Promise<void> {
    const settings = vscode.workspace.getConfiguration(section);
    await settings.update(setting, isDimmed() ? 'shown' : 'dimmed', vscode.ConfigurationTarget.Global);
  }

  override dispose(): void {
    this.dim.dispose();
    super.dispose();
  }

  private markAll(): void {
    vscode.window.visibleTextEditors.forEach((editor) => {
      this.mark(editor);
    });
  }

  private mark(editor: vscode.TextEditor): void {
    if (editor.document.languageId === 'mdmlog') {
      editor.setDecorations(this.dim, isDimmed() ? tailsIn(editor) : []);
    }
  }
}

function tailsIn({ document, visibleRanges }: vscode.TextEditor): vscode.Range[] {
  return visibleRanges.flatMap(({ start, end }) => {
    const first = Math.max(0, start.line - margin);
    const last = Math.min(document.lineCount - 1, end.line + margin);
    const tails: vscode.Range[] = [];
    for (let line = first; line <= last; line += 1) {
      const { text } = document.lineAt(line);
      const column = logTailStart(text);
      if (column !== null) {
        tails.push(new vscode.Range(line, column, line, text.length));
      }
    }
    return tails;
  });
}

function isDimmed(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>(setting) !== 'shown';
}

/** Whoever asks for high contrast has to be able to read the tail as well. */
function dimDecoration(): vscode.TextEditorDecorationType {
  const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  const isHighContrast = kind === HighContrast || kind === HighContrastLight;
  return vscode.window.createTextEditorDecorationType({ opacity: isHighContrast ? '0.75' : '0.5' });
}
