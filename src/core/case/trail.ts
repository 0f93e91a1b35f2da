import type { Stamp } from './caseDocument';
import { textMark } from './hashedLines';

/*
 * Who did what, and when. The trail is what an audit reads, and it is what a merge knows: a change that is in the other
 * side's trail was seen there, and a deletion is an entry here, so that no merge brings back what was deleted.
 */

export const trailDeeds = [
  'add',
  'edit',
  'delete',
  'restore',
  'tag',
  'untag',
  'star',
  'unstar',
  'status',
  'resolve',
  'reopen',
  'react',
  'unreact',
  'settle',
  'dispute',
  'verdict',
  'withdraw',
  'state',
] as const;
export type TrailDeed = (typeof trailDeeds)[number];

export interface TrailEntry extends Stamp {
  readonly did: TrailDeed;
  /** Id of an annotation, or one of the {@link Subject} texts. */
  readonly on: string;
  /** Id of the reply of that annotation it was done to. */
  readonly reply: string | null;
  /** The tag, reaction, status or value; of an edit the {@link textMark} of what was written. */
  readonly detail: string | null;
}

/** What an entry of the trail is about, where it is no annotation. */
export const subject = {
  finding: (key: string): string => `finding ${key}`,
  star: (anchorKey: string): string => `star ${anchorKey}`,
  stated: 'stated',
} as const;

/** The aspect of its subject that an entry changed: of two values the one whose aspect changed last counts. */
export function aspectOf({ did, by, detail }: TrailEntry): string {
  switch (did) {
    case 'add':
    case 'delete':
    case 'restore':
      return 'life';
    case 'edit':
      return 'text';
    case 'tag':
    case 'untag':
      return aspect.tag(detail ?? '');
    case 'star':
    case 'unstar':
      return 'star';
    case 'status':
      return 'status';
    case 'resolve':
    case 'reopen':
      return 'resolved';
    case 'react':
    case 'unreact':
      return aspect.reaction(by, detail ?? '');
    case 'settle':
    case 'dispute':
      return aspect.conflict(detail ?? '');
    case 'verdict':
    case 'withdraw':
      return aspect.verdict(by);
    case 'state':
      return 'stated';
  }
}

/** Names of the aspects that there can be several of. */
export const aspect = {
  tag: (tag: string): string => `tag ${tag}`,
  reaction: (by: string, reaction: string): string => `reaction ${reaction} ${by}`,
  conflict: (key: string): string => `conflict ${key}`,
  verdict: (by: string): string => `verdict ${by}`,
} as const;

/** Earlier first; between people who acted in the same millisecond the name decides, for all alike. */
export function compareStamps(left: Stamp | null, right: Stamp | null): number {
  if (left === null || right === null) {
    return Number(left !== null) - Number(right !== null);
  }
  return compareText(left.at, right.at) || compareText(left.by, right.by);
}

/** By UTF-16 units: the same everywhere, whatever the language of the machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function compareEntries(left: TrailEntry, right: TrailEntry): number {
  return (
    compareStamps(left, right) ||
    compareText(left.on, right.on) ||
    compareText(left.reply ?? '', right.reply ?? '') ||
    trailDeeds.indexOf(left.did) - trailDeeds.indexOf(right.did) ||
    compareText(left.detail ?? '', right.detail ?? '')
  );
}

/** A text that somebody wrote, and when. */
export interface WrittenText extends Stamp {
  readonly text: string;
}

/**
 * What one trail knows of one thing. One account may do two things in the same millisecond, in two windows: a deed is
 * known by all that its entry says, and a text by its mark, too.
 */
export class History {
  private readonly stamps = new Map<string, TrailEntry>();
  private readonly deeds = new Set<string>();
  /** Marks of what was written at a stamp; `null` of what was added, and of edits before they had marks. */
  private readonly texts = new Map<string, Set<string | null>>();

  /** @param entries of one subject and one of its replies, in the order of time */
  constructor(private readonly entries: readonly TrailEntry[]) {
    for (const entry of entries) {
      this.stamps.set(aspectOf(entry), entry);
      this.deeds.add(deedKey(entry));
      if (entry.did === 'add' || entry.did === 'edit') {
        const marks = this.texts.get(stampKey(entry)) ?? new Set();
        this.texts.set(stampKey(entry), marks.add(entry.detail));
      }
    }
  }

  /** The last change of an aspect; `null` where the trail has none. */
  last(aspectName: string): TrailEntry | null {
    return this.stamps.get(aspectName) ?? null;
  }

  /** Whether that was done here, or has been seen. */
  knows(entry: TrailEntry): boolean {
    return this.deeds.has(deedKey(entry));
  }

  /** Whether the deletion of that time has been seen here. */
  knowsDeletion(stamp: Stamp): boolean {
    return this.entries.some((entry) => entry.did === 'delete' && stampKey(entry) === stampKey(stamp));
  }

  /** Whether that text was written here, or has been seen. */
  knowsText(written: WrittenText): boolean {
    return this.marks(written).has(null) || this.tellsText(written);
  }

  /** Whether the trail tells that text from any other of the same time and account. */
  tellsText(written: WrittenText): boolean {
    return this.marks(written).has(textMark(written.text));
  }

  /** Whether all that `other` knows is known here. */
  covers(other: History): boolean {
    return other.entries.every((entry) => this.knows(entry));
  }

  private marks(stamp: Stamp): ReadonlySet<string | null> {
    return this.texts.get(stampKey(stamp)) ?? new Set();
  }
}

function stampKey({ at, by }: Stamp): string {
  return `${at} ${by}`;
}

function deedKey(entry: TrailEntry): string {
  return [stampKey(entry), entry.did, entry.reply, entry.detail].join('\n');
}

/** Of something that can be deleted: its own history, and that of all that belongs to it. */
export interface Life {
  readonly own: History;
  /** For an annotation with all of its replies. */
  readonly whole: History;
}

/** The histories of all things of a trail; each is made once, and only when it is asked for. */
export class Histories {
  private readonly bySubject = new Map<string, TrailEntry[]>();
  private readonly made = new Map<string, History>();

  constructor(trail: readonly TrailEntry[]) {
    for (const entry of trail) {
      const known = this.bySubject.get(entry.on);
      if (known === undefined) {
        this.bySubject.set(entry.on, [entry]);
      } else {
        known.push(entry);
      }
    }
  }

  /** Of an annotation without its replies, or of one of them. */
  of(on: string, reply: string | null = null): History {
    return this.history(`${on}\n${reply ?? ''}`, on, (entry) => entry.reply === reply);
  }

  /** What decides whether an annotation, or one of its replies, is deleted; `null` where the trail knows nothing of it. */
  lifeOf(on: string, reply: string | null = null): Life | null {
    if (!this.bySubject.has(on)) {
      return null;
    }
    const own = this.of(on, reply);
    return { own, whole: reply === null ? this.history(on, on, () => true) : own };
  }

  private history(key: string, on: string, belongs: (entry: TrailEntry) => boolean): History {
    const known = this.made.get(key);
    if (known !== undefined) {
      return known;
    }
    const history = new History((this.bySubject.get(on) ?? []).filter(belongs));
    this.made.set(key, history);
    return history;
  }
}
