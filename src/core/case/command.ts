import type { Anchor } from './anchor';
import type {
  Annotation,
  AnnotationStatus,
  BundleIdentity,
  CaseDocument,
  Conflict,
  Reply,
  StatedFact,
  VerdictKind,
} from './caseDocument';

/** A note as a person writes it; who and when come with the command. */
export interface NewAnnotation {
  /** Fresh, e.g. a UUID. */
  readonly id: string;
  readonly anchor: Anchor;
  readonly text: string;
  readonly tags?: readonly string[];
}

/** Everything that can be done to a case. `reply: null` means the annotation itself. */
export type Command =
  | { readonly kind: 'add'; readonly annotation: NewAnnotation }
  | { readonly kind: 'reply'; readonly id: string; readonly reply: { readonly id: string; readonly text: string } }
  | { readonly kind: 'edit'; readonly id: string; readonly reply: string | null; readonly text: string }
  | { readonly kind: 'delete'; readonly id: string; readonly reply: string | null }
  /** Undoes a deletion. */
  | { readonly kind: 'restore'; readonly annotation: Annotation }
  | { readonly kind: 'restoreReply'; readonly id: string; readonly reply: Reply }
  | { readonly kind: 'tag' | 'untag'; readonly id: string; readonly tag: string }
  | { readonly kind: 'star' | 'unstar' | 'resolve' | 'reopen'; readonly id: string }
  | { readonly kind: 'status'; readonly id: string; readonly status: AnnotationStatus }
  | {
      readonly kind: 'react' | 'unreact';
      readonly id: string;
      readonly reply: string | null;
      readonly reaction: string;
    }
  /** Settles a conflict, with the text as it is; an `edit` in the same {@link Batch} takes the other one. */
  | ConflictCommand
  | { readonly kind: 'verdict'; readonly finding: string; readonly verdict: VerdictKind; readonly note: string }
  | { readonly kind: 'withdraw'; readonly finding: string }
  | { readonly kind: 'starItem' | 'unstarItem'; readonly anchor: Anchor }
  | { readonly kind: 'state'; readonly fact: StatedFact; readonly value: string | number | boolean | null }
  | { readonly kind: 'seen'; readonly bundle: BundleIdentity }
  | Batch;

export interface ConflictCommand {
  readonly kind: 'settle' | 'dispute';
  readonly id: string;
  readonly reply: string | null;
  readonly conflict: Conflict;
}

/** All of it or nothing; undone as one. */
export interface Batch {
  readonly kind: 'batch';
  readonly commands: readonly Command[];
}

/** What came of a command. */
export type Applied =
  | {
      readonly ok: true;
      readonly case: CaseDocument;
      /** Takes it back when it is applied in turn, and its own `undo` does it again. `null`: nothing to take back. */
      readonly undo: Command | null;
      /** What was touched, for {@link excerptOf}. */
      readonly subjects: readonly string[];
    }
  /** `why` is a sentence for people. */
  | { readonly ok: false; readonly why: string };
