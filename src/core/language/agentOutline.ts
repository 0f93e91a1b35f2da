import * as l10n from '@vscode/l10n';
import type { LogContext } from './logContext';
import { entryLimit, type OutlineEntry } from './outline';
import { linesOfRecords, recordsText, timeGroups } from './timeGroups';
import { isInstant, wallClockText } from '../words/instant';
import { phrase, spoken } from '../words/language';

const agentStart = '<![LOG[EMS Agent Started';
const phaseShape = /\bIn EspPhase: (DeviceSetup|AccountSetup|NotInEsp)\b/;
const errorShape = /\btype="3"/;
/** Phase and severity stand near the start and the end of a line. */
const lookedAt = 400;

const phaseNames = spoken<string>({
  DeviceSetup: phrase('Device setup'),
  AccountSetup: phrase('Account setup'),
  NotInEsp: phrase('Outside the Enrollment Status Page'),
});

interface Mark {
  readonly record: number;
  readonly name: string;
}

/** Starts of the management extension > phases it sees > errors. Logs of other agents: groups of records. */
export function agentOutline(context: LogContext): readonly OutlineEntry[] {
  const { index, lines } = context;
  const starts: Mark[] = [];
  const phases: Mark[] = [];
  const errors: number[] = [];
  index.firstLines.forEach((line, record) => {
    const head = lines.line(line).slice(0, lookedAt);
    if (head.startsWith(agentStart)) {
      starts.push({ record, name: l10n.t('Agent start {0}', starts.length + 1) });
    }
    const phase = phaseShape.exec(head)?.[1];
    const name = phase === undefined ? undefined : phaseNames[phase];
    if (name !== undefined && phases.at(-1)?.name !== name) {
      phases.push({ record, name });
    }
    if (errors.length < entryLimit && errorShape.test(lines.line(index.lastLines[record]!).slice(-lookedAt))) {
      errors.push(record);
    }
  });
  const end = index.firstLines.length;
  if (starts.length === 0 && phases.length === 0) {
    return timeGroups(context, 0, end, 0, (from, to) => errorEntries(context, errors, from, to));
  }
  return sections(context, 0, end, 'section', starts, (first, stop) =>
    sections(context, first, stop, 'phase', phases, (from, to) => errorEntries(context, errors, from, to)),
  );
}

/** Parts of `[from, to)` that begin at marks; what stands before the first mark has no entry of its own. */
function sections(
  context: LogContext,
  from: number,
  to: number,
  kind: 'section' | 'phase',
  marks: readonly Mark[],
  childrenOf: (first: number, end: number) => readonly OutlineEntry[],
): readonly OutlineEntry[] {
  const inside = marks.filter(({ record }) => record >= from && record < to);
  const { index } = context;
  return [
    ...(inside[0] === undefined || inside[0].record > from ? childrenOf(from, inside[0]?.record ?? to) : []),
    ...inside.map(({ record, name }, at) => {
      const end = inside[at + 1]?.record ?? to;
      const ms = index.correctedMs[record]!;
      return {
        kind,
        name,
        detail: [...(isInstant(ms) ? [wallClockText(ms)] : []), recordsText(end - record)].join(' · '),
        ...linesOfRecords(index, record, end),
        children: childrenOf(record, end),
      };
    }),
  ];
}

function errorEntries(
  { index, lines }: LogContext,
  errors: readonly number[],
  from: number,
  to: number,
): readonly OutlineEntry[] {
  return errors
    .filter((record) => record >= from && record < to)
    .map((record) => ({
      kind: 'error',
      name: (lines.line(index.firstLines[record]!).replace('<![LOG[', '').split(']LOG]!>', 1)[0] ?? '').slice(0, 120),
      detail: wallClockText(index.correctedMs[record] ?? 0),
      ...linesOfRecords(index, record, record + 1),
      children: [],
    }));
}
