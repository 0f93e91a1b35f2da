import type { Anchor, LinePlace, Place, RecordPlace, StoryKind } from './anchor';
import type {
  Annotation,
  BundleIdentity,
  Conflict,
  Reaction,
  Reply,
  Stamp,
  Star,
  Stated,
  StatedFact,
  Verdict,
} from './caseDocument';
import { isBoolean, isCount, isText, isTime, listOf, oneOf, orNull, shaped, type Guard } from './guards';
import { isObject } from '../logs/jsonFacts';
import { trailDeeds, type TrailEntry } from './trail';
import { fits } from './statedFacts';

/*
 * The format of the file: what each entry has to have, and what it may leave out. `media/schemas/case.schema.json`
 * says the same to editors.
 */

const stamp = { by: isText, at: isTime } as const;
const isStamp: Guard<Stamp> = shaped(stamp);

const isRecord = shaped<RecordPlace>({ path: isText, channel: isText, recordId: isCount, time: orNull(isTime) });

const isLine = shaped<LinePlace>({
  path: isText,
  line: isCount,
  lines: isCount,
  hash: isText,
  quote: isText,
  before: listOf(isText),
  after: listOf(isText),
});

function isPlace(value: unknown): value is Place {
  return isRecord(value) || isLine(value);
}

function story<Kind extends StoryKind>(kind: Kind) {
  return shaped({ kind: oneOf([kind]), item: isText, place: orNull(isPlace) });
}

type AnchorOf<Kind extends Anchor['kind']> = Extract<Anchor, { readonly kind: Kind }>;

const anchorGuards: Readonly<Record<Anchor['kind'], Guard<unknown>>> = {
  case: shaped<AnchorOf<'case'>>({ kind: oneOf(['case']) }),
  member: shaped<AnchorOf<'member'>>({ kind: oneOf(['member']), path: isText }),
  line: shaped<AnchorOf<'line'>>({ kind: oneOf(['line']), place: isLine }),
  record: shaped<AnchorOf<'record'>>({ kind: oneOf(['record']), place: isRecord }),
  reboot: story('reboot'),
  signIn: story('signIn'),
  finding: story('finding'),
  timeRange: shaped<AnchorOf<'timeRange'>>({ kind: oneOf(['timeRange']), start: isTime, end: isTime }),
  link: shaped<AnchorOf<'link'>>({ kind: oneOf(['link']), from: isPlace, to: isPlace }),
};

function isAnchor(value: unknown): value is Anchor {
  const kind = isObject(value) ? value.kind : null;
  return typeof kind === 'string' && Object.hasOwn(anchorGuards, kind) && anchorGuards[kind as Anchor['kind']](value);
}

function isConflict(value: unknown): value is Conflict {
  return (
    isStamp(value) &&
    'kind' in value &&
    (value.kind === 'deleted' || (value.kind === 'text' && 'text' in value && isText(value.text)))
  );
}

const comment = {
  id: isText,
  text: isText,
  created: isStamp,
  edited: orNull(isStamp),
  reactions: listOf(shaped<Reaction>({ by: isText, reaction: isText })),
  conflicts: listOf(isConflict),
} as const;

const isReply = shaped<Reply>(comment);

export const isAnnotation = shaped<Annotation>({
  ...comment,
  anchor: isAnchor,
  tags: listOf(isText),
  star: isBoolean,
  status: oneOf(['open', 'confirmed', 'notRelevant']),
  resolved: orNull(isStamp),
  replies: listOf(isReply),
});

export const isBundle = shaped<BundleIdentity>({
  sha256: isText,
  names: listOf(isText),
  content: orNull(isText),
});

export const isVerdict = shaped<Verdict>({
  ...stamp,
  finding: isText,
  verdict: oneOf(['agree', 'disagree', 'differentCause']),
  note: isText,
});

export const isStar = shaped<Star>({ ...stamp, anchor: isAnchor });

export const isTrailEntry = shaped<TrailEntry>({
  ...stamp,
  did: oneOf(trailDeeds),
  on: isText,
  reply: orNull(isText),
  detail: orNull(isText),
});

/** A statement about that fact, or none. */
export function isStated(fact: StatedFact, value: unknown): value is Stated<never> | null {
  return value === null || (isStamp(value) && 'value' in value && fits(fact, value.value));
}

/** What the file leaves out where it says nothing. */
export const omitted = {
  bundles: { names: [], content: null },
  annotations: {
    edited: null,
    tags: [],
    star: false,
    status: 'open',
    resolved: null,
    reactions: [],
    replies: [],
    conflicts: [],
  },
  replies: { edited: null, reactions: [], conflicts: [] },
  verdicts: { note: '' },
  stars: {},
  trail: { reply: null, detail: null },
} as const;
