import * as vscode from 'vscode';
import type { Anchor } from '../../core/case/anchor';
import type { Annotation } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';
import type { BundlePlace } from '../documents/bundleUri';
import { caseAuthor } from './caseAuthor';
import { NoteComment } from './noteComment';
import { noteContext, noteFacts } from './noteLabels';
import { MemberFilter, rangeIn, type ThreadRange } from './notesInDocument';

/** Threads that are made before others get their turn: each is a message to the window. */
const batch = 200;

interface PlacedNote {
  readonly thread: vscode.CommentThread;
  annotation: Annotation;
}

/** The threads of one document: what of the case belongs into it, where it belongs. */
export class DocumentThreads extends Disposable {
  private readonly placed = new Map<string, PlacedNote>();
  /** Notes that have no place in this document, and need not be looked for again. */
  private readonly elsewhere = new Set<string>();
  private readonly filter: MemberFilter;
  /** A thread in which a note is being written, until the note of that id is there. */
  private readonly written = new Map<string, vscode.CommentThread>();
  private updating: Promise<void> = Promise.resolve();

  constructor(
    private readonly controller: vscode.CommentController,
    readonly document: vscode.TextDocument,
    readonly bundle: OpenBundle,
    private readonly place: BundlePlace,
  ) {
    super();
    this.filter = new MemberFilter(bundle, place.path);
  }

  get threads(): readonly vscode.CommentThread[] {
    return [...this.placed.values()].map(({ thread }) => thread);
  }

  /** The id of the note that a thread shows. */
  noteOf(thread: unknown): string | undefined {
    return [...this.placed].find(([, placed]) => placed.thread === thread)?.[0];
  }

  threadOf(noteId: string): vscode.CommentThread | undefined {
    return this.placed.get(noteId)?.thread;
  }

  /** The thread becomes that of the note with this id as soon as the case has it. */
  adopt(thread: vscode.CommentThread, noteId: string): void {
    this.written.set(noteId, thread);
  }

  /**
   * Shows what the case says now.
   * @param annotations as they may be shown
   * @param anchors of the same, as the case has them: what may be shown is not found in the bundle
   */
  update(annotations: readonly Annotation[], anchors: ReadonlyMap<string, Anchor>): Promise<void> {
    const shown = this.updating.then(() => this.show(annotations, anchors));
    this.updating = shown.catch(() => undefined);
    return shown;
  }

  override dispose(): void {
    super.dispose();
    for (const { thread } of this.placed.values()) {
      thread.dispose();
    }
    this.placed.clear();
  }

  private async show(annotations: readonly Annotation[], anchors: ReadonlyMap<string, Anchor>): Promise<void> {
    const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, placed] of this.placed) {
      const annotation = byId.get(id);
      if (annotation === undefined) {
        placed.thread.dispose();
        this.placed.delete(id);
      } else if (annotation !== placed.annotation) {
        placed.annotation = annotation;
        fill(placed.thread, this.bundle, annotation);
      }
    }
    const fresh = annotations.filter(
      (annotation) =>
        !this.placed.has(annotation.id) && !this.elsewhere.has(annotation.id) && this.filter.mayConcern(annotation),
    );
    const resolved =
      fresh.length === 0 ? [] : await this.bundle.resolve(fresh.map(({ id, anchor }) => anchors.get(id) ?? anchor));
    for (const [index, annotation] of fresh.entries()) {
      if (index % batch === batch - 1) {
        await new Promise(setImmediate);
      }
      if (this.isDisposed) {
        return;
      }
      const { lineCount } = this.document;
      const range = await rangeIn(this.bundle, this.place, lineCount, annotation, resolved[index]!);
      if (range === undefined) {
        this.elsewhere.add(annotation.id);
      } else {
        this.put(annotation, range, resolved[index]!.why);
      }
    }
  }

  private put(annotation: Annotation, range: ThreadRange, why: string): void {
    const thread = this.written.get(annotation.id) ?? this.newThread(range);
    this.written.delete(annotation.id);
    this.placed.set(annotation.id, { thread, annotation });
    fill(thread, this.bundle, annotation, why);
  }

  private newThread(range: ThreadRange): vscode.CommentThread {
    const thread = this.controller.createCommentThread(this.document.uri, range ?? new vscode.Range(0, 0, 0, 0), []);
    if (range === null) {
      thread.range = undefined;
    }
    return thread;
  }
}

/** @param why what is different now about the place of the note */
function fill(thread: vscode.CommentThread, bundle: OpenBundle, annotation: Annotation, why = ''): void {
  const facts = noteFacts(annotation);
  thread.comments = NoteComment.allOf(bundle, annotation, caseAuthor());
  thread.label = why === '' ? facts : `${facts} · ${why}`;
  thread.contextValue = noteContext(annotation);
  thread.state =
    annotation.resolved === null ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
  thread.canReply = true;
}
