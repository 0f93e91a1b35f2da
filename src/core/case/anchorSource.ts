import { countHolding } from '../bytes/sorted';
import { rawTimeAt, recordIdAt, type ChannelRecords, type EventStore } from '../bundle/eventStore';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { StoryKind } from './anchor';
import type { HashedLines } from './hashedLines';
import type { MemberPaths } from './memberPaths';

/** Where an event record is. */
export interface FoundRecord {
  readonly path: string;
  /** As recorded, milliseconds since 1970 UTC; `null` where unknown. */
  readonly rawMs: number | null;
}

/** A part of the story and what it rests on. */
export interface StoryItem {
  readonly id: string;
  readonly evidence: readonly EvidenceRef[];
}

/** What anchors are looked up in: a bundle, as far as it has been read. */
export interface AnchorSource {
  readonly members: MemberPaths;
  /** `null` where the channel has no such record. */
  record(channel: string, recordId: number): FoundRecord | null;
  /** `null` where the text of the member has not been read, or cannot be. */
  lines(path: string): HashedLines | null;
  items(kind: StoryKind): readonly StoryItem[];
}

/** What names a finding in a case: its rule, and what it is about, as one rule may speak several times. */
export function findingKey({ id, about }: Pick<Finding, 'id' | 'about'>): string {
  return [id, ...about].join(' ');
}

/** The parts of a story that can be annotated. */
export function storyItems(story: TriageDocument, kind: StoryKind): readonly StoryItem[] {
  switch (kind) {
    case 'reboot':
      return story.reboots;
    case 'signIn':
      return story.signIns;
    case 'finding':
      return story.findings.map((finding) => ({ id: findingKey(finding), evidence: finding.evidence }));
  }
}

/** Finds records in the logs of a bundle, in logarithmic time. */
export function recordFinder(events: EventStore): AnchorSource['record'] {
  const channels = new Map(events.channels.map((channel) => [channel.channel.toLowerCase(), channel]));
  return (name, recordId) => {
    const channel = channels.get(name.toLowerCase());
    const position = channel === undefined ? -1 : positionOf(channel, recordId);
    return channel === undefined || position < 0
      ? null
      : { path: channel.files[channel.fileOf[position]!]!.path, rawMs: rawTimeAt(channel, position) };
  };
}

function positionOf(channel: ChannelRecords, recordId: number): number {
  const position = countHolding(channel.count, (index) => recordIdAt(channel, index) < recordId);
  return position < channel.count && recordIdAt(channel, position) === recordId ? position : -1;
}
