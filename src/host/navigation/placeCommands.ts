import * as vscode from 'vscode';
import { isoTime } from '../../core/enrollment/clock/isoTime';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { logUri } from '../documents/bundleUri';
import { handOut } from '../export/handOut';
import { telling } from '../export/telling';
import type { TimelineEditors } from '../timeline/timelineEditors';
import { evidenceOfRow } from '../views/rowPlace';
import { TreeNode } from '../views/treeNode';
import { evidenceLinkPath, evidenceLinkQuery } from './evidenceLink';
import type { StoryFocus } from './storyFocus';
import type { StoryNavigation } from './storyNavigation';
import { whyList } from './whyPicker';

/** Where a command acts. */
interface Place {
  readonly bundle: OpenBundle;
  readonly evidence: EvidenceRef;
  /** Id of the item of the story that a row stands for. */
  readonly itemId: string | null;
  /** Corrected time, milliseconds since 1970 UTC. */
  readonly time: number | null;
}

/** What people do with the record or line behind a row of the trees, or at the cursor of a log where no row is given. */
export class PlaceCommands {
  constructor(
    private readonly bundles: OpenBundles,
    private readonly story: StoryNavigation,
    private readonly focus: StoryFocus,
    private readonly timelines: Pick<TimelineEditors, 'show'>,
    private readonly extensionId: string,
  ) {}

  async goToRecord(row: unknown): Promise<void> {
    const place = await this.placeOf(row);
    if (place !== null) {
      await this.story.goTo(place.bundle, place.evidence, place.itemId);
    }
  }

  async showOnTimeline(row: unknown): Promise<void> {
    const place = await this.placeOf(row);
    if (place === null) {
      return;
    }
    const { bundle, evidence, itemId } = place;
    await this.timelines.show(bundle);
    this.focus.moveTo({ bundle, evidence, itemId, origin: 'command' });
  }

  /** What the story says because of this record; says so when that is nothing. */
  async why(row: unknown): Promise<void> {
    const place = await this.placeOf(row);
    const list = place === null ? null : whyList(place.bundle, place.evidence);
    if (place === null || list === null) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing in the story rests on this record.'), 4000);
      return;
    }
    await this.story.pick(place.bundle, list);
  }

  /** `DiagLogs.zip › system.evtx #574: 2026-02-17 13:14:27.123Z …`, one line for a ticket. */
  async copyAsLine(row: unknown): Promise<void> {
    const place = await this.placeOf(row);
    if (place === null) {
      return;
    }
    const { bundle, evidence } = place;
    await copy(bundle, vscode.l10n.t('Record copied as one line.'), async () => {
      const where = 'recordId' in evidence ? `#${evidence.recordId}` : `:${evidence.line}`;
      return `${bundle.name} › ${evidence.path} ${where}: ${await firstLineOf(bundle, evidence)}`;
    });
  }

  /** A link that opens this record in any window where the same bundle can be found. */
  async copyLink(row: unknown): Promise<void> {
    const place = await this.placeOf(row);
    if (place === null) {
      return;
    }
    const { bundle, evidence, time } = place;
    const link = vscode.Uri.from({
      scheme: vscode.env.uriScheme,
      authority: this.extensionId,
      path: evidenceLinkPath,
      query: evidenceLinkQuery({
        bundle: bundle.document.bundle.sha256,
        name: bundle.name,
        evidence,
        time: time === null ? null : isoTime(time),
      }),
    });
    await copy(bundle, vscode.l10n.t('Link to this record copied.'), () => Promise.resolve(link.toString(true)));
  }

  private async placeOf(row: unknown): Promise<Place | null> {
    if (row instanceof TreeNode) {
      return this.placeOfRow(row);
    }
    const { active } = this.bundles;
    const cursor = active === undefined ? null : await this.story.cursor(active);
    return active === undefined || cursor === null ? null : { bundle: active, ...cursor, itemId: null };
  }

  private placeOfRow(row: TreeNode): Place | null {
    const place = evidenceOfRow(row);
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    if (place === null || bundle === undefined) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('No record stands behind this row.'), 4000);
      return null;
    }
    return { bundle, ...place, time: null };
  }
}

/** The line of a log that a place is, or the header of its record. */
async function firstLineOf(bundle: OpenBundle, evidence: EvidenceRef): Promise<string> {
  const { lines, part } = await bundle.textOf(evidence);
  const document = await vscode.workspace.openTextDocument(logUri(bundle, evidence.path, part));
  const span = lines.spanOf(evidence, document.lineCount);
  return span === null ? '' : document.lineAt(span.first).text.trim();
}

async function copy(bundle: OpenBundle, done: string, text: () => Promise<string>): Promise<void> {
  await telling(vscode.l10n.t('Nothing was copied'), async () => {
    await handOut(bundle, await text(), { kind: 'clipboard' });
    vscode.window.setStatusBarMessage(done, 4000);
  });
}
