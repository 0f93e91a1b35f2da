import type { Bundle } from '../../bundle/bundle';
import { covers, touches, type LogCoverage, type RecordGap } from '../../bundle/coverage';
import { recordIdAt, type ChannelRecords } from '../../bundle/eventStore';
import { channelOfFileName, keyChannels } from '../../catalog/providers';
import type { CorrectedClock } from '../clock/clock';
import type { TextLogSignals } from '../signals/imeSignals';
import { isoTime } from '../clock/isoTime';
import type { EnrollmentSpan } from './enrollmentSpan';

/** What a log covers, before it is known when the enrollment was. */
export type LogSpan = Omit<LogCoverage, 'coversEnrollment'>;

/**
 * What the bundle covers: every channel it holds, the key channels it lacks with the reason why, and the text logs
 * the story is told from.
 */
export function readCoverage(
  bundle: Bundle,
  clock: CorrectedClock,
  textLogs: readonly TextLogSignals[],
): readonly LogSpan[] {
  const present = bundle.logs.events.channels.map((channel) => coverageOf(channel, clock));
  const names = new Set(present.map(({ log }) => log.toLowerCase()));
  const missing = keyChannels
    .filter(({ channel }) => !names.has(channel.toLowerCase()))
    .map(({ channel }) => missingCoverage(channel, bundle));
  return [...present.sort((a, b) => (a.log < b.log ? -1 : 1)), ...missing, ...textLogs.map(textCoverage)];
}

/** Would the log of that name show what was written to it between two instants (milliseconds since 1970 UTC)? */
export function coverageOfLog(spans: readonly LogSpan[], log: string): (from: number, to: number) => boolean {
  const span = spans.find((each) => each.log === log);
  return (from, to) => span !== undefined && covers(span, from, to);
}

/** The same, held against the time of the enrollment; `span` is `null` where none is known. */
export function tellCoverage(logs: readonly LogSpan[], span: EnrollmentSpan | null): readonly LogCoverage[] {
  return logs.map((log) => ({ ...log, coversEnrollment: span === null ? null : coverageIn(log, span) }));
}

function coverageIn(log: LogSpan, { from, to }: EnrollmentSpan): LogCoverage['coversEnrollment'] {
  if (log.state === 'empty') {
    // Nothing was logged, or the log was cleared.
    return null;
  }
  return covers(log, from, to) ? 'all' : touches(log, from, to) ? 'part' : 'none';
}

function coverageOf(channel: ChannelRecords, clock: CorrectedClock): LogSpan {
  const times = clock.ofChannel(channel);
  const gaps: RecordGap[] = [];
  for (let position = 1; position < channel.count; position += 1) {
    const missing = recordIdAt(channel, position) - recordIdAt(channel, position - 1) - 1;
    if (missing > 0) {
      gaps.push(gapBetween(times[position - 1] ?? 0, times[position] ?? 0, missing));
    }
  }
  return {
    log: channel.channel,
    state: 'present',
    records: channel.count,
    first: isoTime(times[0] ?? 0),
    last: isoTime(times[channel.count - 1] ?? 0),
    firstRecordId: recordIdAt(channel, 0),
    missingRecordIds: gaps.reduce((sum, { missing }) => sum + missing, 0),
    gaps: atMost(gaps),
    path: channel.files[0]!.path,
  };
}

/** The records around a gap are in the order of writing, which is not always that of time. */
function gapBetween(before: number, after: number, missing: number): RecordGap {
  return { from: isoTime(Math.min(before, after)), to: isoTime(Math.max(before, after)), missing };
}

/** More gaps than this say no more than a few that are wider. */
const maxGaps = 100;

/** Neighbours become one until there are few enough, so that no gap is lost. */
function atMost(gaps: readonly RecordGap[]): readonly RecordGap[] {
  let few = gaps;
  while (few.length > maxGaps) {
    const all = few;
    few = all.flatMap((gap, index) => (index % 2 === 0 ? [joined(gap, all[index + 1] ?? gap)] : []));
  }
  return few;
}

function joined(a: RecordGap, b: RecordGap): RecordGap {
  return a === b
    ? a
    : { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to, missing: a.missing + b.missing };
}

/** "Empty", "not asked for", "not on the device" and "not in the bundle" are four different things. */
function missingCoverage(channel: string, bundle: Bundle): LogSpan {
  const none = {
    log: channel,
    records: 0,
    first: null,
    last: null,
    firstRecordId: null,
    missingRecordIds: 0,
    gaps: [],
  };
  // Somebody may have handed on the text of a log, as a redacted bundle has it: it is there, and holds no records.
  const member = bundle.members.find(
    ({ path }) => /\.evtx(?:\.txt)?$/i.test(path) && channelOfFileName(path.replace(/\.txt$/i, '')) === channel,
  );
  if (member !== undefined) {
    return {
      ...none,
      state: member.unreadable !== null || member.records === null ? 'unreadable' : 'empty',
      path: member.path,
    };
  }
  if (isDamaged(bundle)) {
    return { ...none, state: 'unreadable', path: null };
  }
  const collected = collectorsWord(channel, bundle);
  return { ...none, ...(collected ?? { state: bundle.kind === 'singleLog' ? 'notCollected' : 'absent', path: null }) };
}

/** A log that is not in a damaged archive may well have been in it. */
function isDamaged({ problems }: Bundle): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** What the collectors wrote about a channel: asked for and not got, or never asked for; `null` without their records. */
function collectorsWord(channel: string, { logs }: Bundle): Pick<LogCoverage, 'state' | 'path'> | null {
  const wanted = channel.toLowerCase();
  const asked =
    logs.collectionResults.find(({ content }) =>
      content.some(({ kind, target }) => kind === 'events' && target.toLowerCase() === wanted),
    ) ?? logs.footprints.find(({ content }) => content.channels.some(({ name }) => name === wanted));
  if (asked !== undefined) {
    return { state: 'absent', path: asked.path };
  }
  const record = logs.collectionResults[0] ?? logs.footprints[0];
  return record === undefined ? null : { state: 'notCollected', path: record.path };
}

function textCoverage({ path, times }: TextLogSignals): LogSpan {
  const [first, last] = [times[0], times[times.length - 1]];
  return {
    log: path.slice(path.lastIndexOf('/') + 1),
    state: first === undefined ? 'empty' : 'present',
    records: times.length,
    first: first === undefined ? null : isoTime(first),
    last: last === undefined ? null : isoTime(last),
    firstRecordId: null,
    missingRecordIds: 0,
    gaps: [],
    path,
  };
}
