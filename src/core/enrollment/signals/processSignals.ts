import type { ChannelRecords, EventStore } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import type { CorrectedClock } from '../clock/clock';
import type { Signal, SignalOf } from './signal';
import { positionFrom } from './timeOrder';

/** Processes that live as long as Windows were gone, and others had their place. */
export interface ProcessMeaning {
  readonly kind: 'processesReplaced';
}

/** What the setup experience and Autopilot write, they write from processes that live long. */
const longLived: ReadonlySet<string> = new Set(
  [providers.shellCore, providers.modernDeployment].map((provider) => provider.toLowerCase()),
);

/** Pages of OOBE; other events of Shell-Core come from whatever process shows a window. */
const pageEvents: ReadonlySet<number> = new Set([62400, 62403, 62404, 62405, 62406, 62407]);

/** A process whose records lie this far apart is no helper that comes and goes, milliseconds. */
const livedMs = 60_000;

/** So much of a log before and after a time is looked at: milliseconds, and records. */
const reachMs = 30 * 60_000;
const mostRecords = 200;

/** More abrupt starts than a device has; a log that shows more of them proves nothing. */
const mostStarts = 50;

/**
 * For starts of the agent that may be starts of Windows: did at least two other processes that live long come to their
 * end in its silence, in different logs? One alone may have crashed.
 */
export function processSignals(
  store: EventStore,
  clock: CorrectedClock,
  signals: readonly Signal[],
): readonly Signal[] {
  const starts = signals.filter(isAbruptStart);
  if (starts.length > mostStarts) {
    return [];
  }
  return starts.flatMap((start): readonly Signal[] => {
    const ended = store.channels.flatMap((channel) => replacementIn(channel, clock.ofChannel(channel), start));
    const [first, second] = ended;
    return first === undefined || second === undefined || ended.every(({ gone }) => gone === first.gone)
      ? []
      : [first, second].map(({ path, recordId, channel }) => ({
          kind: 'processesReplaced' as const,
          at: start.at,
          rawAt: start.rawAt,
          ...(start.mayBeOffMs === undefined ? {} : { mayBeOffMs: start.mayBeOffMs }),
          ref: { path, recordId },
          source: channel,
        }));
  });
}

function isAbruptStart(signal: Signal): signal is SignalOf<'imeStart'> {
  return signal.kind === 'imeStart' && (signal.silenceMs ?? 0) > 0;
}

interface Replacement {
  /** Process id. */
  readonly gone: number;
  readonly channel: string;
  readonly path: string;
  /** Of the first record of the new process. */
  readonly recordId: number;
}

/** The process of a log that lived before a start and is another one after it. */
function replacementIn(
  channel: ChannelRecords,
  times: Float64Array,
  start: SignalOf<'imeStart'>,
): readonly Replacement[] {
  const silent = start.at - (start.silenceMs ?? 0);
  const before = new Map<number, Span>();
  const after = new Set<number>();
  let firstAfter: FromProcess | undefined;
  const from = positionFrom(times, silent);
  for (
    let position = Math.max(0, from - mostRecords);
    position < Math.min(channel.count, from + mostRecords);
    position += 1
  ) {
    const at = times[position]!;
    const found = Math.abs(at - start.at) <= reachMs ? ofLongLived(channel, position) : null;
    if (found === null) {
      continue;
    }
    if (at < silent) {
      before.set(found.processId, { first: before.get(found.processId)?.first ?? at, last: at });
    } else {
      after.add(found.processId);
      firstAfter ??= found;
    }
  }
  const gone = [...before].find(([id, { first, last }]) => last - first >= livedMs && !after.has(id))?.[0];
  const livesOn = [...before.keys()].some((id) => after.has(id));
  return gone === undefined || livesOn || firstAfter === undefined
    ? []
    : [{ gone, channel: channel.channel, path: firstAfter.path, recordId: firstAfter.recordId }];
}

interface FromProcess {
  readonly path: string;
  readonly recordId: number;
  readonly processId: number;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

function ofLongLived(channel: ChannelRecords, position: number): FromProcess | null {
  const { path, log } = channel.files[channel.fileOf[position]!]!;
  const index = channel.indexOf[position]!;
  const provider = log.providers[log.columns.provider[index]!]?.toLowerCase() ?? '';
  if (!longLived.has(provider)) {
    return null;
  }
  const isPage = provider !== providers.shellCore.toLowerCase() || pageEvents.has(log.columns.eventId[index]!);
  const record = isPage ? log.record(index) : null;
  const processId = record?.processId ?? null;
  return record === null || processId === null ? null : { path, recordId: record.recordId, processId };
}
