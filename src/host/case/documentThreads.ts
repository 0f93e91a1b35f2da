import * as vscode from 'vscode';
import type { Anchor, LinkEnd } from '../../core/case/anchor';
import { placeWords } from '../../core/case/anchorWords';
import type { Annotation } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';
import type { BundlePlace } from '../documents/bundleUri';
import { caseAuthor } from './caseAuthor';
import { NoteComment } from './noteComment';
import { noteContext, noteFacts, noteTitle } from './noteLabels';
import { MemberFilter, rangesIn, type NoteRange, type ThreadRange } from './notesInDocument';

/** Threads that are made before others get their turn: each is a message to the window. */
const batch = 200;

interface PlacedNote {
  /** One; two where both ends of a link are in the document. */
  readonly threads: readonly PlacedThread[];
  /** What is different now about the place of the note. */
  readonly why: string;
  annotation: Annotation;
}

interface PlacedThread {
  readonly thread: vscode.CommentThread;
  readonly end: LinkEnd | null;
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
    return [...this.placed.values()].flatMap(({ threads }) => threads.map(({ thread }) => thread));
  }

  /** The note that a thread shows, and at which end of its link it stands. */
  noteOf(thread: unknown): { readonly id: string; readonly end: LinkEnd | null } | null {
    for (const [id, { threads }] of this.placed) {
      const placed = threads.find((candidate) => candidate.thread === thread);
      if (placed !== undefined) {
        return { id, end: placed.end };
      }
    }
    return null;
  }

  /** Those of a note, or the one at that end of it. */
  threadsOf(noteId: string, end: LinkEnd | null = null): readonly vscode.CommentThread[] {
    return (this.placed.get(noteId)?.threads ?? [])
      .filter((placed) => end === null || placed.end === end)
      .map(({ thread }) => thread);
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
    this.threads.forEach((thread) => {
      thread.dispose();
    });
    this.placed.clear();
  }

  private async show(annotations: readonly Annotation[], anchors: ReadonlyMap<string, Anchor>): Promise<void> {
    const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    for (const [id, placed] of this.placed) {
      const annotation = byId.get(id);
      if (annotation === undefined) {
        placed.threads.forEach(({ thread }) => {
          thread.dispose();
        });
        this.placed.delete(id);
      } else if (annotation !== placed.annotation) {
        placed.annotation = annotation;
        this.fill(placed);
      }
    }
    const fresh = annotations.filter(
      (annotation) =>
        !this.placed.has(annotation.id) && !this.elsewhere.has(annotation.id) && this.mayBeHere(annotation),
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
      const places = await rangesIn(this.bundle, this.place, lineCount, annotation, resolved[index]!);
      if (places.length === 0) {
        this.elsewhere.add(annotation.id);
      } else {
        this.put(annotation, places, resolved[index]!.why);
      }
    }
  }

  private mayBeHere(annotation: Annotation): boolean {
    const mayBe = this.filter.mayConcern(annotation);
    if (!mayBe) {
      this.elsewhere.add(annotation.id);
    }
    return mayBe;
  }

  private put(annotation: Annotation, places: readonly NoteRange[], why: string): void {
    const written = this.written.get(annotation.id);
    this.written.delete(annotation.id);
    const threads = places.map(({ range, end }) => ({ thread: written ?? this.newThread(range), end }));
    const placed = { threads, annotation, why };
    this.placed.set(annotation.id, placed);
    this.fill(placed);
  }

  private fill({ threads, annotation, why }: PlacedNote): void {
    for (const { thread, end } of threads) {
      const facts = [
        noteTitle(this.bundle, annotation),
        noteFacts(annotation),
        ...linkFacts(annotation, end),
        ...(why === '' ? [] : [why]),
      ];
      thread.comments = NoteComment.allOf(this.bundle, annotation, caseAuthor());
      thread.label = facts.join(' · ');
      thread.contextValue = noteContext(annotation);
      thread.state =
        annotation.resolved === null ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
      thread.canReply = true;
    }
  }

  private newThread(range: ThreadRange): vscode.CommentThread {
    const thread = this.controller.createCommentThread(this.document.uri, range ?? new vscode.Range(0, 0, 0, 0), []);
    if (range === null) {
      thread.range = undefined;
    }
    return thread;
  }
}

/** Where the other end of a link is. */
function linkFacts({ anchor }: Annotation, end: LinkEnd | null): readonly string[] {
  if (anchor.kind !== 'link' || end === null) {
    return [];
  }
  return end === 'from'
    ? [vscode.l10n.t('leads to {0}', placeWords(anchor.to))]
    : [vscode.l10n.t('comes from {0}', placeWords(anchor.from))];
}
