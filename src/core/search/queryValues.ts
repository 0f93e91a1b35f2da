import * as l10n from '@vscode/l10n';
import type { PhaseId } from '../enrollment/document/phases';
import type { Instant, NumberRange } from './query';

/** What a value means, or why it means nothing. */
export type ValueResult<Value> = { readonly value: Value } | { readonly detail: string };

/** `1074` or `6005-6009`. */
export function parseNumberRange(text: string): ValueResult<NumberRange> {
  const match = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text);
  if (match === null) {
    return { detail: l10n.t('"{0}" is not a number or a range like 6005-6009.', text) };
  }
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  return from > to
    ? { detail: l10n.t('The range {0} is empty: the smaller number comes first.', text) }
    : { value: { from, to } };
}

/** Windows event levels by name; records without a level (0) are shown as information. */
const levelsByName: Readonly<Record<string, readonly NumberRange[]>> = {
  critical: [{ from: 1, to: 1 }],
  error: [{ from: 2, to: 2 }],
  warning: [{ from: 3, to: 3 }],
  information: [
    { from: 4, to: 4 },
    { from: 0, to: 0 },
  ],
  verbose: [{ from: 5, to: 5 }],
};

/** `error`, `warning+` (that or worse), `2`, `1-3`. */
export function parseLevel(text: string): ValueResult<readonly NumberRange[]> {
  const match = /^([a-z]+)(\+?)$/i.exec(text);
  if (match === null) {
    const range = parseNumberRange(text);
    return 'value' in range && range.value.to <= 5 ? { value: [range.value] } : unknownLevel(text);
  }
  const wanted = match[1]!.toLowerCase();
  const name = Object.keys(levelsByName).find((level) => level.startsWith(wanted));
  const ranges = name === undefined ? undefined : levelsByName[name];
  if (ranges === undefined) {
    return unknownLevel(text);
  }
  if (match[2] === '') {
    return { value: ranges };
  }
  const worst = ranges[0]!.to;
  return { value: worst < 4 ? [{ from: 1, to: worst }] : [{ from: 0, to: worst }] };
}

function unknownLevel(text: string): { readonly detail: string } {
  return {
    detail: l10n.t('"{0}" is not a level: critical, error, warning, information, verbose, 1 to 5, or warning+.', text),
  };
}

const phaseNames: Readonly<Record<string, PhaseId>> = {
  devicepreparation: 'devicePreparation',
  preparation: 'devicePreparation',
  devicesetup: 'deviceSetup',
  device: 'deviceSetup',
  accountsetup: 'accountSetup',
  account: 'accountSetup',
  user: 'accountSetup',
};

/** `deviceSetup`, `device`, `"device setup"`, … */
export function parsePhase(text: string): ValueResult<PhaseId> {
  const phase = phaseNames[text.toLowerCase().replace(/[\s-]/g, '')];
  return phase === undefined
    ? { detail: l10n.t('"{0}" is not a phase: devicePreparation, deviceSetup or accountSetup.', text) }
    : { value: phase };
}

/** A moment, and how long it lasts: `2026-08-20 02:07` is a whole minute. */
export interface WrittenInstant {
  readonly instant: Instant;
  readonly lengthMs: number;
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** UTC `2026-08-20`, `2026-08-20T02:07`, `"2026-08-20 02:07:58.123Z"`; `+5m`, `-30s` from the start of the enrollment; `boot:2`. */
export function parseInstant(text: string): ValueResult<WrittenInstant> {
  const boot = /^boot[:-]?(\d{1,4})$/i.exec(text);
  if (boot !== null) {
    return { value: { instant: { from: 'boot', boot: Number(boot[1]) }, lengthMs: 1 } };
  }
  const offset = /^([+-])(\d{1,9})(ms|[smhd])$/i.exec(text);
  if (offset !== null) {
    const offsetMs = Number(`${offset[1]!}${offset[2]!}`) * unitMs[offset[3]!.toLowerCase()]!;
    return { value: { instant: { from: 'enrollment', offsetMs }, lengthMs: 1 } };
  }
  return parseUtc(text);
}

/** The parts of a UTC time behind the day, each of which may be left out with those behind it. */
const utcShape = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?Z?)?$/i;

function parseUtc(text: string): ValueResult<WrittenInstant> {
  const parts: readonly (string | undefined)[] = utcShape.exec(text) ?? [];
  const [, day, hour, minute, second, fraction] = parts;
  const ms = Date.parse(`${day ?? ''}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}Z`);
  if (Number.isNaN(ms)) {
    const detail = l10n.t(
      '"{0}" is not a time: 2026-08-20T02:07:58 (UTC), +5m after the start of the enrollment, or boot:2.',
      text,
    );
    return { detail };
  }
  const written = [fraction, second, minute, hour].findIndex((part) => part !== undefined);
  const lengthMs = [1, 1_000, 60_000, 3_600_000][written] ?? 86_400_000;
  const beyondSecond = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  return { value: { instant: { from: 'utc', ms: ms + beyondSecond }, lengthMs } };
}
