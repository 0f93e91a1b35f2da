import * as vscode from 'vscode';

/** What people would have read in boxes and messages. */
export interface WindowRecorder {
  readonly texts: readonly string[];
  restore(): void;
}

/**
 * Answers boxes instead of people, and keeps all that was written in them: lists and messages are left, a box for a text
 * takes `answer`.
 */
export function recordWindow(answer: string): WindowRecorder {
  const texts: string[] = [];
  const read = (...shown: readonly unknown[]): void => {
    texts.push(...shown.flatMap(textsIn));
  };
  const { window } = vscode;
  const leave = (...shown: readonly unknown[]): Promise<undefined> => {
    read(...shown);
    return Promise.resolve(undefined);
  };
  const stands = {
    showQuickPick: async (items: unknown, options: unknown): Promise<undefined> => leave(await items, options),
    showInputBox: (options: unknown): Promise<string> => {
      read(options);
      return Promise.resolve(answer);
    },
    showInformationMessage: leave,
    showWarningMessage: leave,
    showErrorMessage: leave,
    setStatusBarMessage: (text: string): vscode.Disposable => {
      read(text);
      return new vscode.Disposable(() => undefined);
    },
    createQuickPick: () => leftPick(read),
  };
  const real = Object.fromEntries(
    (Object.keys(stands) as (keyof typeof stands)[]).map((name): [string, unknown] => [name, window[name]]),
  );
  Object.assign(window, stands);
  return { texts, restore: () => void Object.assign(window, real) };
}

/** A list that is left as soon as it is shown. */
function leftPick(read: (shown: unknown) => void): object {
  let left = (): void => undefined;
  const never = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  return {
    value: '',
    items: [],
    activeItems: [],
    selectedItems: [],
    onDidChangeValue: never,
    onDidChangeActive: never,
    onDidTriggerItemButton: never,
    onDidAccept: never,
    onDidHide: (listener: () => void) => {
      left = listener;
      return never();
    },
    show() {
      read(this);
      left();
    },
    hide: never,
    dispose: never,
  };
}

/** The texts of a box, and of its rows. */
export function textsIn(shown: unknown): string[] {
  if (typeof shown === 'string') {
    return [shown];
  }
  if (Array.isArray(shown)) {
    return shown.flatMap(textsIn);
  }
  if (shown instanceof vscode.MarkdownString) {
    return [shown.value];
  }
  if (typeof shown !== 'object' || shown === null) {
    return [];
  }
  const { label, description, detail, title, prompt, placeHolder, placeholder, value, items } = shown as Readonly<
    Record<string, unknown>
  >;
  return [label, description, detail, title, prompt, placeHolder, placeholder, value, items].flatMap(textsIn);
}
