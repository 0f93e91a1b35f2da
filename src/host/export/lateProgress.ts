import * as vscode from 'vscode';

/** What is over sooner needs no notification, milliseconds. */
const patience = 1000;

/** Does something that can be cancelled; with a notification that has a Cancel button once it takes longer. */
export async function withLateProgress<Result>(
  title: string,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const cancellation = new AbortController();
  const acting = act(cancellation.signal);
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (_progress, token) => {
        token.onCancellationRequested(() => {
          cancellation.abort();
        });
        await acting.catch(() => undefined);
      },
    );
  }, patience);
  try {
    return await acting;
  } finally {
    clearTimeout(timer);
  }
}
