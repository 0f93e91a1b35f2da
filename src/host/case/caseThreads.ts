import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { anchorOfPlace, type Anchor, type LinkEnd } from '../../core/case/anchor';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { bundlePlace, isNamedOpenly, logScheme, type BundlePlace } from '../documents/bundleUri';
import type { CaseSessions } from './caseSessions';
import type { Deed } from './caseSession';
import { DocumentThreads } from './documentThreads';
import { NoteComment } from './noteComment';

/** Menus of the manifest ask for it. */
export const commentControllerId = 'autopilotTriage.notes';

/** What a thread shows. */
export interface ThreadNote {
  readonly bundle: OpenBundle;
  readonly id: string;
  /** `null` where the note is no link. */
  readonly end: LinkEnd | null;
}

/** The notes of the open bundles as comment threads in their logs. */
export class CaseThreads extends Disposable {
  private readonly controller: vscode.CommentController;
  private readonly documents = new Map<vscode.TextDocument, DocumentThreads>();

  constructor(
    private readonly cases: CaseSessions,
    private readonly bundles: OpenBundles,
    id = commentControllerId,
  ) {
    super();
    this.controller = this.register(vscode.comments.createCommentController(id, 'Autopilot Triage'));
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => this.commentingRanges(document),
    };
    // Of `options` (prompt and placeholder) and this one VS Code keeps only what was set last.
    this.controller.reactionHandler = (comment, reaction) => this.react(comment, reaction);
    this.register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.showQuietly(document);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
    );
    this.register(
      cases.onDidChange((bundle) => {
        this.update(bundle);
      }),
    );
    this.register(
      bundles.onDidLeave((bundle) => {
        [...this.documents]
          .filter(([, threads]) => threads.bundle === bundle)
          .forEach(([document]) => {
            this.forget(document);
          });
      }),
    );
  }

  override dispose(): void {
    for (const threads of this.documents.values()) {
      threads.dispose();
    }
    this.documents.clear();
    super.dispose();
  }

  /** The threads of a document, by the text that it shows; empty where it shows no log of an open bundle. */
  threadsIn(document: vscode.TextDocument): readonly vscode.CommentThread[] {
    return this.documents.get(document)?.threads ?? [];
  }

  /** The bundle and id of the note that a thread shows, and at which end of its link it stands. */
  noteOf(thread: unknown): ThreadNote | null {
    for (const threads of this.documents.values()) {
      const note = threads.noteOf(thread);
      if (note !== null) {
        return { bundle: threads.bundle, ...note };
      }
    }
    return null;
  }

  /** Opens the thread of a note in the document, or the one at that end of it, where it has one there. */
  expand(document: vscode.TextDocument, noteId: string, end: LinkEnd | null = null): void {
    const [thread] = this.documents.get(document)?.threadsOf(noteId, end) ?? [];
    if (thread !== undefined) {
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    }
  }

  /** Waits until the threads of a document show what the case says, and returns them. */
  async shown(document: vscode.TextDocument): Promise<readonly vscode.CommentThread[]> {
    await this.show(document);
    return this.threadsIn(document);
  }

  /** Shows a comment in another mode: VS Code only hears of new lists of comments. */
  redraw(comment: NoteComment): void {
    for (const threads of this.documents.values()) {
      for (const thread of threads.threadsOf(comment.noteId)) {
        if (thread.comments.includes(comment)) {
          thread.comments = [...thread.comments];
        }
      }
    }
  }

  /** Makes a note of what was written into an empty thread. */
  async add({ thread, text }: vscode.CommentReply): Promise<Deed> {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    await this.show(document);
    const threads = this.documents.get(document);
    if (threads === undefined || text.trim() === '') {
      return { ok: false, why: vscode.l10n.t('There is nothing to note here.') };
    }
    const { bundle } = threads;
    const place = bundlePlace(thread.uri)!;
    const anchor = await anchorAt(bundle, place, thread.range);
    if (anchor === null) {
      return { ok: false, why: vscode.l10n.t('A note cannot be pinned to this line.') };
    }
    const id = randomUUID();
    threads.adopt(thread, id);
    return (await this.cases.of(bundle)).apply({ kind: 'add', annotation: { id, anchor, text } });
  }

  private commentingRanges(document: vscode.TextDocument): vscode.CommentingRanges | undefined {
    const place = document.uri.scheme === logScheme ? bundlePlace(document.uri) : null;
    if (place === null || this.bundles.find(place.key) === undefined) {
      return undefined;
    }
    return { enableFileComments: place.part === 1, ranges: [new vscode.Range(0, 0, document.lineCount - 1, 0)] };
  }

  private async react(comment: vscode.Comment, { label, authorHasReacted }: vscode.CommentReaction): Promise<void> {
    if (comment instanceof NoteComment) {
      const kind = authorHasReacted ? 'unreact' : 'react';
      const session = await this.cases.of(comment.bundle);
      await session.apply({ kind, id: comment.noteId, reply: comment.replyId, reaction: label });
    }
  }

  private async show(document: vscode.TextDocument): Promise<void> {
    const place = document.uri.scheme === logScheme ? bundlePlace(document.uri) : null;
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    if (place === null || bundle?.member(place.path) === undefined || document.isClosed) {
      return;
    }
    if (isNamedOpenly(place, bundle)) {
      return;
    }
    const known = this.documents.get(document);
    if (known === undefined) {
      this.documents.set(document, new DocumentThreads(this.controller, document, bundle, place));
    }
    const { annotations } = this.cases.caseOf(bundle);
    const anchors = new Map(annotations.map(({ id, anchor }) => [id, anchor]));
    await this.documents.get(document)!.update(this.cases.shownOf(bundle).annotations, anchors);
  }

  private update(bundle: OpenBundle): void {
    vscode.workspace.textDocuments
      .filter(({ uri }) => bundlePlace(uri)?.key === bundle.key)
      .forEach((document) => {
        this.showQuietly(document);
      });
  }

  private showQuietly(document: vscode.TextDocument): void {
    // A reader that stopped has said so itself; the notes come back with the next change.
    this.show(document).catch(() => undefined);
  }

  private forget(document: vscode.TextDocument): void {
    this.documents.get(document)?.dispose();
    this.documents.delete(document);
  }
}

/** What a note on these lines of a log is about; the member where they show no record and no line of it. */
async function anchorAt(
  bundle: OpenBundle,
  { path, part }: BundlePlace,
  range: vscode.Range | undefined,
): Promise<Anchor | null> {
  const { lines } = await bundle.text(path, part);
  const evidence = range === undefined ? null : lines.evidenceAt(path, range.start.line);
  if (range === undefined || evidence === null) {
    return bundle.anchorInCase({ kind: 'member', path });
  }
  const place = await bundle.placeOf(evidence, range.end.line - range.start.line + 1);
  if (place === null) {
    return null;
  }
  return anchorOfPlace(place);
}
