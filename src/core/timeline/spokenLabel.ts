/*
 * One sentence per item, as a screen reader says it: what, when, where, why, how sure.
 */
import type { Boot } from '../enrollment/document/boots';
import type { ClockStep } from '../enrollment/document/clockFacts';
import type { Finding } from '../enrollment/document/findings';
import type { Phase, Subcategory } from '../enrollment/document/phases';
import type { Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import { longDuration, signedDuration } from '../words/duration';
import { pauseWords } from './pauses';
import { clockTime } from '../words/instant';
import type { ChannelLane, Pause } from './timelineModel';
import type { TimeRange } from './timeScale';
import {
  bootWords,
  capitalised,
  clockStepWords,
  counted,
  coverageWords,
  credentialWords,
  duringWords,
  phaseWords,
  rebootWords,
  severityWords,
  shortUri,
  signInWords,
  stateWords,
  subcategoryName,
  verdictWords,
} from '../enrollment/storyWords';

/** "2 of 3": position among the items of its kind, from 1. */
export interface Position {
  readonly number: number;
  readonly total: number;
}

export function spokenReboot(reboot: Reboot, time: number, position: Position): string {
  const causes = reboot.causes.filter(({ verdict }) => verdict !== 'refuted');
  const refuted = reboot.causes.length - causes.length;
  return sentence([
    `Reboot ${placeOf(position)}`,
    clockTime(time),
    duringWords[reboot.during],
    rebootWords[reboot.class],
    ...causes.map(({ uri, verdict }) => `caused by ${shortUri(uri)}, ${verdictWords[verdict]}`),
    refuted > 0 && counted(refuted, 'refuted cause'),
    reboot.expected === false && 'not called for by the enrollment',
    reboot.expected === true && 'expected',
    reboot.downtimeMs !== null && `down for ${longDuration(reboot.downtimeMs)}`,
    reboot.timeUncertaintyMs !== null &&
      reboot.timeUncertaintyMs > 0 &&
      `the time may be off by ${longDuration(reboot.timeUncertaintyMs)}`,
  ]);
}

export function spokenBoot(boot: Boot, time: number, position: Position): string {
  return sentence([`Boot ${placeOf(position)}`, clockTime(time), bootWords[boot.kind]]);
}

export function spokenClockStep(step: ClockStep, time: number): string {
  return sentence([
    'Clock step',
    clockTime(time),
    `${step.deltaMs < 0 ? 'set back' : 'set forward'} by ${longDuration(step.deltaMs)}`,
    clockStepWords[step.reason],
  ]);
}

export function spokenSleep(what: string, { start, end }: TimeRange): string {
  return sentence([what, `from ${clockTime(start)} to ${clockTime(end)}`, longDuration(end - start)]);
}

export function spokenPhase(phase: Phase, span: SpokenSpan, pauses: readonly Pause[]): string {
  return sentence([
    phaseWords[phase.id],
    stateWords[phase.state],
    ...spanWords(span),
    pauseWords(pauses, longDuration),
  ]);
}

export function spokenSubcategory(
  subcategory: Subcategory,
  phase: Phase,
  span: SpokenSpan,
  pauses: readonly Pause[],
): string {
  return sentence([
    subcategoryName(subcategory.id),
    `part of ${phaseWords[phase.id]}`,
    stateWords[subcategory.state],
    ...spanWords(span),
    pauseWords(pauses, longDuration),
    subcategory.items.length > 0 && counted(subcategory.items.length, 'item'),
  ]);
}

export function spokenSignIn(signIn: SignIn, time: number, position: Position): string {
  return sentence([
    `Sign-in ${placeOf(position)}`,
    clockTime(time),
    signInWords[signIn.class],
    credentialWords[signIn.credential],
    `${signIn.confidence} confidence`,
    (signIn.timeUncertaintyMs ?? 0) > 0 && `the time may be off by ${longDuration(signIn.timeUncertaintyMs ?? 0)}`,
    signIn.waitMs !== null && `after ${longDuration(signIn.waitMs)} of waiting`,
  ]);
}

export function spokenWait(signIn: SignIn, start: number): string {
  return sentence([
    'Lock screen waiting',
    `from ${clockTime(start)}`,
    longDuration(signIn.waitMs ?? 0),
    `until the ${signInWords[signIn.class]}`,
  ]);
}

export function spokenFlag(uri: string, verdict: string, time: number, reboot: Position): string {
  return sentence([`Reboot flag ${shortUri(uri)}`, clockTime(time), `${verdict} cause of reboot ${placeOf(reboot)}`]);
}

/** `time`: `null` for a finding about no moment. */
export function spokenFinding(finding: Finding, time: number | null): string {
  return sentence([
    `Finding, ${severityWords[finding.severity]}`,
    finding.title,
    time !== null && clockTime(time),
    `${finding.confidence} confidence`,
    finding.advice !== '' && `advice: ${finding.advice}`,
  ]);
}

/** A record of a channel has no words of its own here: the log has them, one key press away. */
export function spokenRecord(lane: ChannelLane, index: number): string {
  const source = lane.series?.source;
  // In a stack, the times are moved; the ear is told the log's own.
  const time = (source?.times[index] ?? Number.NaN) - (lane.group?.shift ?? 0);
  return sentence([
    `${lane.label} record ${source?.recordIds[index] ?? '?'}`,
    clockTime(time),
    levelWord(source?.levels[index] ?? 4),
    `${(index + 1).toLocaleString('en-US')} of ${lane.records.toLocaleString('en-US')}`,
    lane.group !== null && `in ${lane.group.title}`,
  ]);
}

export function spokenChannel(lane: Omit<ChannelLane, 'spoken'>): string {
  const errors = lane.series?.errors.length ?? 0;
  const warnings = lane.series?.warnings.length ?? 0;
  return sentence([
    `Log ${lane.label}`,
    lane.state === 'present' ? counted(lane.records, 'record') : coverageWords[lane.state],
    errors > 0 && counted(errors, 'error'),
    warnings > 0 && counted(warnings, 'warning'),
    lane.covered !== null && `from ${clockTime(lane.covered.start)} to ${clockTime(lane.covered.end)}`,
    lane.state === 'present' && lane.noData.length > 0 && `${counted(lane.noData.length, 'span')} without data`,
  ]);
}

/** Windows event levels by their standard names ([MS-EVEN6], winmeta.xml). */
export function levelWord(level: number): string {
  return ['information', 'critical', 'error', 'warning', 'information', 'verbose'][level] ?? `level ${level}`;
}

/** A span with what is not known about it. */
export interface SpokenSpan extends TimeRange {
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

function spanWords(span: SpokenSpan): (string | false)[] {
  return [
    span.openStart ? 'start unknown' : `from ${clockTime(span.start)}`,
    span.openEnd ? 'end unknown' : `to ${clockTime(span.end)}`,
    !span.openStart && !span.openEnd && longDuration(span.end - span.start),
  ];
}

function placeOf({ number, total }: Position): string {
  return `${number} of ${total}`;
}

/** Parts that there are, with commas between them. */
export function sentence(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(', ');
}

/** The change a clock step made, for the canvas: `clock −12 h 28 min`. */
export function clockStepLabel(step: ClockStep): string {
  return capitalised(`clock ${signedDuration(step.deltaMs)}`);
}
