import type { Anchor } from './anchor';
import type { TrailEntry } from './trail';

/*
 * What people have found out and decided about one bundle. Objects that were read from a file may carry properties
 * beyond these types, written by hand or by a later version: they are copied with the object and written back.
 */

/** Of the format. A file with a higher number is shown to nobody and never overwritten. */
export const caseVersion = 1;

/** Who did something, and when: ISO 8601 UTC. */
export interface Stamp {
  readonly by: string;
  readonly at: string;
}

export interface CaseDocument {
  readonly version: typeof caseVersion;
  /** The bundle by its contents; more than one where it was packed anew. */
  readonly bundles: readonly BundleIdentity[];
  /** In the order of what they are about, see `annotationOrder.ts`. */
  readonly annotations: readonly Annotation[];
  readonly verdicts: readonly Verdict[];
  /** Starred parts of the story and places without a note; a note has its own star. */
  readonly stars: readonly Star[];
  readonly stated: StatedFacts;
  /** Everything that was done, in the order of time. */
  readonly trail: readonly TrailEntry[];
  /** Entries of the lists above that do not read, as they are in the file. */
  readonly unread: UnreadEntries;
}

/** The lists of a case whose entries are read one by one. */
export const caseLists = ['bundles', 'annotations', 'verdicts', 'stars', 'trail'] as const;
export type CaseList = (typeof caseLists)[number];
export type UnreadEntries = Readonly<Record<CaseList, readonly unknown[]>>;

export interface BundleIdentity {
  /** Lower-case hex. */
  readonly sha256: string;
  /** File names it was seen under. */
  readonly names: readonly string[];
  /** {@link contentKey} of its members: the same after packing anew. */
  readonly content: string | null;
}

export type AnnotationStatus = 'open' | 'confirmed' | 'notRelevant';

/** A note: the first comment of a thread. */
export interface Annotation {
  /** Unique and never used again; a UUID. */
  readonly id: string;
  readonly anchor: Anchor;
  /** Markdown. */
  readonly text: string;
  readonly created: Stamp;
  /** The last change of {@link text}. */
  readonly edited: Stamp | null;
  readonly tags: readonly string[];
  readonly star: boolean;
  readonly status: AnnotationStatus;
  readonly resolved: Stamp | null;
  readonly reactions: readonly Reaction[];
  readonly replies: readonly Reply[];
  /** What a merge could not decide. */
  readonly conflicts: readonly Conflict[];
}

export interface Reply {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly created: Stamp;
  readonly edited: Stamp | null;
  readonly reactions: readonly Reaction[];
  readonly conflicts: readonly Conflict[];
}

export interface Reaction {
  readonly by: string;
  /** An emoji or its name. */
  readonly reaction: string;
}

/** Two people changed the same thing without knowing of each other. What did not win is kept here until it is settled. */
export type Conflict =
  /** The other text. */
  | { readonly kind: 'text'; readonly text: string; readonly by: string; readonly at: string }
  /** Somebody deleted what somebody else was changing. */
  | { readonly kind: 'deleted'; readonly by: string; readonly at: string };

/** `differentCause`: the finding is right that something happened, but not about why. */
export type VerdictKind = 'agree' | 'disagree' | 'differentCause';

/** One person's judgement of one finding: colleagues may differ, and both are kept. */
export interface Verdict extends Stamp {
  /** {@link findingKey} */
  readonly finding: string;
  readonly verdict: VerdictKind;
  /** Markdown. */
  readonly note: string;
}

export interface Star extends Stamp {
  readonly anchor: Anchor;
}

/** What a person has stated; a `null` value takes an earlier statement back. */
export interface Stated<T> extends Stamp {
  readonly value: T | null;
}

/** What no log can tell about a Temporary Access Pass. Whatever follows from it is stated, not measured. */
export interface StatedFacts {
  readonly basis: 'stated, not measured';
  /** ISO 8601 UTC. */
  readonly issuedAt: Stated<string> | null;
  readonly lifetimeMinutes: Stated<number> | null;
  readonly oneTime: Stated<boolean> | null;
}

export type StatedFact = Exclude<keyof StatedFacts, 'basis'>;

/** A case about which nothing is known yet. */
export const emptyCase: CaseDocument = {
  version: caseVersion,
  bundles: [],
  annotations: [],
  verdicts: [],
  stars: [],
  stated: { basis: 'stated, not measured', issuedAt: null, lifetimeMinutes: null, oneTime: null },
  trail: [],
  unread: { bundles: [], annotations: [], verdicts: [], stars: [], trail: [] },
};

/** The first case of a bundle. */
export function newCase(bundle: BundleIdentity): CaseDocument {
  return { ...emptyCase, bundles: [bundle] };
}
