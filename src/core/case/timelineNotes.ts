import { lowerBound } from '../bytes/sorted';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { isRecordPlace, placeOf, type Anchor, type Place } from './anchor';
import { findingKey } from './anchorSource';
import type { TimelineNote } from '../timeline/noteItems';
import type { Annotation, CaseDocument } from './caseDocument';

/** Corrected time of a place, milliseconds since 1970 UTC; `null` where it is not known. */
export type TimeOfPlace = (place: Place) => number | null;

/** As much as fits beside a mark, UTF-16 units. */
const longestLabel = 60;

/** The notes of a case that have a time, in the order of time. */
export function timelineNotes(
  { annotations }: CaseDocument,
  story: TriageDocument,
  timeOf: TimeOfPlace,
): readonly TimelineNote[] {
  return annotations
    .flatMap((annotation): readonly TimelineNote[] => {
      const span = spanOf(annotation.anchor, story, timeOf);
      return span === null ? [] : [{ ...wordsOf(annotation), ...span }];
    })
    .sort((left, right) => left.start - right.start || left.end - right.end);
}

/** The first line of a note, without Markdown's marks at its beginning. */
export function noteLabel(text: string): string {
  const line = text.split('\n', 50).find((candidate) => candidate.trim() !== '') ?? '';
  const plain = line
    .trim()
    .replace(/^(?:#{1,6} |> |[-*+] |\d{1,3}\. )/, '')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '');
  return plain.length > longestLabel ? `${plain.slice(0, longestLabel - 1).trimEnd()}…` : plain;
}

function wordsOf({ id, text, resolved, star }: Annotation): Pick<TimelineNote, 'id' | 'label' | 'kind'> {
  return { id, label: noteLabel(text), kind: resolved ? 'settled' : star ? 'starred' : 'open' };
}

type Span = Pick<TimelineNote, 'start' | 'end' | 'storyId'>;

function spanOf(anchor: Anchor, story: TriageDocument, timeOf: TimeOfPlace): Span | null {
  switch (anchor.kind) {
    case 'case':
    case 'member':
      return null;
    case 'timeRange':
      return span(Date.parse(anchor.start), Date.parse(anchor.end));
    case 'link':
      return span(timeOf(anchor.from), timeOf(anchor.to));
    case 'line':
    case 'record': {
      const time = timeOf(anchor.place);
      return span(time, time);
    }
    case 'reboot': {
      const reboot = story.reboots.find(({ id }) => id === anchor.item);
      return itemSpan(anchor.item, reboot?.time, anchor, timeOf);
    }
    case 'signIn': {
      const signIn = story.signIns.find(({ id }) => id === anchor.item);
      return itemSpan(anchor.item, signIn?.time, anchor, timeOf);
    }
    case 'finding': {
      // The timeline numbers findings from 1, as several may share one id.
      const index = story.findings.findIndex((candidate) => findingKey(candidate) === anchor.item);
      return index === -1 ? null : itemSpan(`finding/${index + 1}`, undefined, anchor, timeOf);
    }
  }
}

function itemSpan(storyId: string, told: string | undefined, anchor: Anchor, timeOf: TimeOfPlace): Span | null {
  const place = placeOf(anchor);
  const time = told === undefined ? (place === null ? null : timeOf(place)) : Date.parse(told);
  const found = span(time, time);
  return found === null ? null : { ...found, storyId };
}

function span(start: number | null, end: number | null): Span | null {
  return start === null || end === null || Number.isNaN(start + end)
    ? null
    : { start: Math.min(start, end), end: Math.max(start, end) };
}

/** Corrected times by path and record id, for {@link timelineNotes}. */
export interface RecordTimes {
  readonly log: string;
  /** Milliseconds since 1970 UTC, corrected. */
  readonly times: Float64Array;
  /** Ascending. */
  readonly recordIds: Float64Array;
}

/** Looks up places among the corrected records; a place in a text log has no time here. */
export function timesOfRecords(channels: readonly RecordTimes[]): TimeOfPlace {
  const byChannel = new Map(channels.map((channel) => [channel.log.toLowerCase(), channel]));
  return (place) => {
    const channel = isRecordPlace(place) ? byChannel.get(place.channel.toLowerCase()) : undefined;
    return channel === undefined || !isRecordPlace(place) ? null : timeOfRecord(channel, place.recordId);
  };
}

function timeOfRecord({ recordIds, times }: RecordTimes, recordId: number): number | null {
  const index = lowerBound(recordIds, recordId);
  return recordIds[index] === recordId ? times[index]! : null;
}
