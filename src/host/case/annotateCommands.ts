import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { anchorKey, anchorOfPlace, otherEnd, type Anchor, type LinkEnd } from '../../core/case/anchor';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { bundlePlace, logScheme } from '../documents/bundleUri';
import type { EvidenceNavigator } from '../navigation/evidenceNavigator';
import type { StoryNavigation } from '../navigation/storyNavigation';
import type { TimelineEditors } from '../timeline/timelineEditors';
import { askNote } from './askNote';
import { annotationTarget, requestedText } from './annotationTarget';
import type { CaseSessions } from './caseSessions';
import type { CaseThreads } from './caseThreads';
import { doDeed } from './deeds';
import { noteTarget } from './noteTarget';

export interface AnnotateServices {
  readonly bundles: OpenBundles;
  readonly cases: CaseSessions;
  readonly threads: CaseThreads;
  readonly navigator: EvidenceNavigator;
  readonly story: StoryNavigation;
  readonly timelines: TimelineEditors;
}

/** Adds notes and stars to what a person points at, and leads from them back to it. */
export class AnnotateCommands {
  constructor(private readonly services: AnnotateServices) {}

  /** A note on a row, on what is asked for, on the line at the cursor of a log, else on the case as a whole. */
  async annotate(source: unknown): Promise<void> {
    const { bundles, cases } = this.services;
    if (source === undefined && isLogActive()) {
      await vscode.commands.executeCommand('workbench.action.addComment');
      return;
    }
    const target = await annotationTarget(bundles, source ?? {});
    if (target === null) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('There is nothing to note here.'), 4000);
      return;
    }
    const { bundle, anchor } = target;
    const text = requestedText(source) ?? (await askNote(bundle, anchor));
    if (text !== undefined && text.trim() !== '') {
      const annotation = { id: randomUUID(), anchor, text };
      if (await doDeed(cases, bundle, { kind: 'add', annotation })) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('Note added to the case.'), 4000);
      }
    }
  }

  /** Gives a star to what a row stands for, or takes it away. */
  async toggleStar(source: unknown): Promise<void> {
    const { bundles, cases } = this.services;
    const target = await annotationTarget(bundles, source);
    if (target !== null) {
      const { bundle, anchor } = target;
      const key = anchorKey(anchor);
      const isStarred = cases.caseOf(bundle).stars.some((star) => anchorKey(star.anchor) === key);
      await doDeed(cases, bundle, { kind: isStarred ? 'unstarItem' : 'starItem', anchor });
    }
  }

  /** Shows what a note is about, with its thread open where it stands in a log. */
  async openNote(key: unknown, id: unknown): Promise<void> {
    const { bundles, cases } = this.services;
    const bundle = typeof key === 'string' ? bundles.find(key) : undefined;
    const note = bundle && cases.caseOf(bundle).annotations.find((annotation) => annotation.id === id);
    if (bundle === undefined || note === undefined) {
      return;
    }
    await this.openAnchorOf(bundle, note.anchor);
    await this.expand(bundle, note.id, null);
  }

  /** From one end of a link to the other: from that of a thread, or from the first one, where its row leads to. */
  async goToOtherEnd(source: unknown): Promise<void> {
    const { cases, threads } = this.services;
    const target = noteTarget(threads, source);
    const note = target && cases.caseOf(target.bundle).annotations.find(({ id }) => id === target.id);
    if (target !== null && note?.anchor.kind === 'link') {
      const end = otherEnd(threads.noteOf(source)?.end ?? 'from');
      await this.openAnchorOf(target.bundle, anchorOfPlace(note.anchor[end]));
      await this.expand(target.bundle, note.id, end);
    }
  }

  /** Shows what has a star; `anchor` is its key, as it is shown. */
  async openStar(key: unknown, anchor: unknown): Promise<void> {
    const { bundles, cases } = this.services;
    const bundle = typeof key === 'string' ? bundles.find(key) : undefined;
    const star = bundle && cases.behind(bundle, 'stars', (shown) => anchorKey(shown.anchor) === anchor);
    if (bundle !== undefined && star !== undefined) {
      await this.openAnchorOf(bundle, star.anchor);
    }
  }

  /** Opens the thread of a note where the person is now. */
  private async expand(bundle: OpenBundle, noteId: string, end: LinkEnd | null): Promise<void> {
    const { threads } = this.services;
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && bundlePlace(document.uri)?.key === bundle.key) {
      await threads.shown(document);
      threads.expand(document, noteId, end);
    }
  }

  private async openAnchorOf(bundle: OpenBundle, anchor: Anchor): Promise<void> {
    const { bundles, navigator, story, timelines } = this.services;
    bundles.activate(bundle);
    const [resolved] = await bundle.resolve([anchor]);
    if (resolved === undefined || resolved.outcome === 'lost') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('What this note is about was not found in this bundle: {0}', resolved?.why ?? ''),
      );
      return;
    }
    const [ref] = resolved.refs;
    if (ref !== undefined) {
      await story.goTo(bundle, ref, resolved.item);
    } else if (resolved.path !== null) {
      await navigator.showMember(bundle, resolved.path);
    } else if (anchor.kind === 'timeRange') {
      await timelines.show(bundle);
    }
    if (resolved.why !== '') {
      vscode.window.setStatusBarMessage(resolved.why, 6000);
    }
  }
}

function isLogActive(): boolean {
  return vscode.window.activeTextEditor?.document.uri.scheme === logScheme;
}
