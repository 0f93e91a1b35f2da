import * as vscode from 'vscode';
import { isoTime } from '../../core/enrollment/clock/isoTime';
import type { OpenBundle } from '../bundle/openBundle';
import { handOut } from '../export/handOut';
import { telling } from '../export/telling';
import type { TimelineEditors } from '../timeline/timelineEditors';
import { evidenceLinkPath, evidenceLinkQuery } from './evidenceLink';
import type { StoryFocus } from './storyFocus';
import type { StoryNavigation } from './storyNavigation';
import { whyList } from './whyPicker';

/** What people do with the record or line at the cursor of a log. */
export class PlaceCommands {
  constructor(
    private readonly story: StoryNavigation,
    private readonly focus: StoryFocus,
    private readonly timelines: TimelineEditors,
    private readonly extensionId: string,
  ) {}

  async showOnTimeline(bundle: OpenBundle): Promise<void> {
    const place = await this.story.cursor(bundle);
    if (place === null) {
      return;
    }
    await this.timelines.show(bundle);
    this.focus.moveTo({ bundle, evidence: place.evidence, itemId: null, origin: 'command' });
  }

  /** What the story says because of this record; says so when that is nothing. */
  async why(bundle: OpenBundle): Promise<void> {
    const place = await this.story.cursor(bundle);
    const list = place === null ? null : whyList(bundle, place.evidence);
    if (list === null) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing in the story rests on this record.'), 4000);
      return;
    }
    await this.story.pick(bundle, list);
  }

  /** `DiagLogs.zip › system.evtx #574: 2026-02-17 13:14:27.123Z …`, one line for a ticket. */
  async copyAsLine(bundle: OpenBundle): Promise<void> {
    const place = await this.story.cursor(bundle);
    const editor = vscode.window.activeTextEditor;
    if (place === null || editor === undefined) {
      return;
    }
    const { evidence } = place;
    const { lines } = await bundle.textOf(evidence);
    const first = lines.spanOf(evidence, editor.document.lineCount)?.first ?? editor.selection.active.line;
    const where = 'recordId' in evidence ? `#${evidence.recordId}` : `:${evidence.line}`;
    const text = editor.document.lineAt(first).text.trim();
    const line = `${bundle.name} › ${evidence.path} ${where}: ${text}`;
    await copy(bundle, line, vscode.l10n.t('Record copied as one line.'));
  }

  /** A link that opens this record in any window where the same bundle can be found. */
  async copyLink(bundle: OpenBundle): Promise<void> {
    const place = await this.story.cursor(bundle);
    if (place === null) {
      return;
    }
    const link = vscode.Uri.from({
      scheme: vscode.env.uriScheme,
      authority: this.extensionId,
      path: evidenceLinkPath,
      query: evidenceLinkQuery({
        bundle: bundle.document.bundle.sha256,
        name: bundle.name,
        evidence: place.evidence,
        time: place.time === null ? null : isoTime(place.time),
      }),
    });
    await copy(bundle, link.toString(true), vscode.l10n.t('Link to this record copied.'));
  }
}

async function copy(bundle: OpenBundle, text: string, done: string): Promise<void> {
  await telling(vscode.l10n.t('Nothing was copied'), async () => {
    await handOut(bundle, text, { kind: 'clipboard' });
    vscode.window.setStatusBarMessage(done, 4000);
  });
}
