import * as vscode from 'vscode';
import type { AnnotateRequest } from '../../protocol/timelineMessages';
import type { OpenBundle } from '../bundle/openBundle';

/** Asks for a note on what is selected: an entry of the story, else its place in a log, else the time itself. */
export async function annotate(bundle: OpenBundle, { start, end, storyId, evidence }: AnnotateRequest): Promise<void> {
  await vscode.commands.executeCommand('autopilotTriage.annotate', {
    key: bundle.key,
    ...(storyId !== null && { storyId }),
    ...evidence,
    range: { start, end },
  });
}
