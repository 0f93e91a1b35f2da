import type { Bundle } from '../../bundle/bundle';
import type { LogCoverage } from '../../bundle/coverage';
import { recordIdAt, type ChannelRecords } from '../../bundle/eventStore';
import { channelOfFileName, keyChannels } from '../../catalog/providers';
import type { CorrectedClock } from '../clock/clock';
import type { TextLogSignals } from '../signals/imeSignals';
import { isoTime } from '../clock/isoTime';

/**
 * What the bundle covers: every channel it holds, the key channels it lacks with the reason why, and the text logs
 * the story is told from.
 */
export function tellCoverage(
  bundle: Bundle,
  clock: CorrectedClock,
  textLogs: readonly TextLogSignals[],
): readonly LogCoverage[] {
  const present = bundle.logs.events.channels.map((channel) => coverageOf(channel, clock));
  const names = new Set(present.map(({ log }) => log.toLowerCase()));
  const missing = keyChannels
    .filter(({ channel }) => !names.has(channel.toLowerCase()))
    .map(({ channel }) => missingCoverage(channel, bundle));
  return [...present.sort((a, b) => (a.log < b.log ? -1 : 1)), ...missing, ...textLogs.map(textCoverage)];
}

function coverageOf(channel: ChannelRecords, clock: CorrectedClock): LogCoverage {
  const times = clock.ofChannel(channel);
  let missingRecordIds = 0;
  for (let position = 1; position < channel.count; position += 1) {
    missingRecordIds += recordIdAt(channel, position) - recordIdAt(channel, position - 1) - 1;
  }
  return {
    log: channel.channel,
    state: 'present',
    records: channel.count,
    first: isoTime(times[0] ?? 0),
    last: isoTime(times[channel.count - 1] ?? 0),
    firstRecordId: recordIdAt(channel, 0),
    missingRecordIds,
    path: channel.files[0]!.path,
  };
}

/** "Empty", "not asked for", "not on the device" and "not in the bundle" are four different things. */
function missingCoverage(channel: string, bundle: Bundle): LogCoverage {
  const none = { log: channel, records: 0, first: null, last: null, firstRecordId: null, missingRecordIds: 0 };
  const member = bundle.members.find(
    ({ path }) => path.toLowerCase().endsWith('.evtx') && channelOfFileName(path) === channel,
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

function textCoverage({ path, times }: TextLogSignals): LogCoverage {
  const [first, last] = [times[0], times[times.length - 1]];
  return {
    log: path.slice(path.lastIndexOf('/') + 1),
    state: first === undefined ? 'empty' : 'present',
    records: times.length,
    first: first === undefined ? null : isoTime(first),
    last: last === undefined ? null : isoTime(last),
    firstRecordId: null,
    missingRecordIds: 0,
    path,
  };
}
