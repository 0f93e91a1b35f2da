import type { Bundle, FromMember } from '../bundle/bundle';
import type { CorrectedClock } from '../enrollment/clock/clock';
import { zoneHints } from '../enrollment/clock/zoneHints';
import { resolveLocalLog, type ZoneHints } from '../enrollment/clock/localClock';
import type { CmTraceLog } from '../logs/cmTraceLog';
import type { SetupLog } from '../logs/setupLog';

/** What the parsed form of a text log says about its lines. Records may span lines: each holds until the next one. */
export interface LineFacts {
  /** First line of record i, counted from 1, ascending. */
  readonly lines: Uint32Array;
  /** UTC as the log wrote it, milliseconds since 1970; NaN where it wrote none. */
  readonly rawMs: Float64Array;
  /** The same, corrected. */
  readonly timeMs: Float64Array;
  /** Windows event level; 0 where the log has none. */
  readonly levels: Uint8Array;
}

/** One record of a text log, whatever its format. */
interface LogRecord {
  readonly line: number;
  readonly localMs: number | null;
  readonly biasMinutes: number | null;
  readonly message: string;
  readonly level: number;
}

/** The facts about the lines of the member at `path`; `null` for members whose lines have no times and levels. */
export function lineFacts(bundle: Bundle, clock: CorrectedClock, path: string): LineFacts | null {
  const isIt = (log: FromMember<unknown>): boolean => log.path === path;
  const cmTrace = bundle.logs.cmTrace.find(isIt);
  const setup = bundle.logs.setup.find(isIt);
  const records = cmTrace !== undefined ? cmTraceRecords(cmTrace.content) : setup && setupRecords(setup.content);
  if (records === undefined) {
    return null;
  }
  const hints = zoneHints(bundle, clock);
  return { ...timesOf(records, clock, hints), ...columnsOf(records) };
}

function columnsOf(records: readonly LogRecord[]): Pick<LineFacts, 'lines' | 'levels'> {
  return {
    lines: Uint32Array.from(records, ({ line }) => line),
    levels: Uint8Array.from(records, ({ level }) => level),
  };
}

function timesOf(
  records: readonly LogRecord[],
  clock: CorrectedClock,
  hints: ZoneHints,
): Pick<LineFacts, 'rawMs' | 'timeMs'> {
  const timed = records.flatMap(({ localMs, biasMinutes, message }, index) =>
    localMs === null ? [] : [{ index, localMs, biasMinutes, message }],
  );
  const { utc } = resolveLocalLog(timed, hints);
  const raw = Float64Array.from(timed, ({ localMs, biasMinutes }, at) =>
    biasMinutes === null ? utc[at]! : localMs + biasMinutes * 60_000,
  );
  const corrected = clock.correctTrack(raw, null);
  const rawMs = new Float64Array(records.length).fill(NaN);
  const timeMs = new Float64Array(records.length).fill(NaN);
  timed.forEach(({ index }, at) => {
    rawMs[index] = raw[at]!;
    timeMs[index] = corrected[at]!;
  });
  return { rawMs, timeMs };
}

const severityLevels = { error: 2, warning: 3, information: 4 } as const;

function cmTraceRecords({ records }: CmTraceLog): readonly LogRecord[] {
  return records.map(({ line, localMs, biasMinutes, message, severity }) => ({
    line,
    localMs,
    biasMinutes,
    message,
    level: severityLevels[severity],
  }));
}

/** Words of setup logs for the levels of Windows events. */
const setupLevels: Readonly<Record<string, number>> = { 'fatal error': 1, error: 2, warning: 3, info: 4, perf: 5 };

function setupRecords({ lines }: SetupLog): readonly LogRecord[] {
  return lines.map(({ line, localMs, message, level }) => ({
    line,
    localMs,
    biasMinutes: null,
    message,
    level: setupLevels[level.toLowerCase()] ?? 0,
  }));
}
