/*
 * One sentence per item, as a screen reader says it: what, when, where, why, how sure.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount, wholeNumber } from '../words/language';
import type { Boot } from '../enrollment/document/boots';
import type { ClockStep } from '../enrollment/document/clockFacts';
import type { Finding } from '../enrollment/document/findings';
import type { Phase, Subcategory } from '../enrollment/document/phases';
import type { CauseVerdict, Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import { longDuration, signedDuration } from '../words/duration';
import { confidenceText } from '../enrollment/confidenceText';
import { causeWords, untilWords } from './words';
import { pauseWords } from './pauses';
import { clockTime } from '../words/instant';
import type { ChannelLane, Pause } from './timelineModel';
import type { TimeRange } from './timeScale';
import {
  bootWords,
  clockStepWords,
  coverageWords,
  credentialWords,
  duringWords,
  phaseStateText,
  phaseWords,
  rebootWords,
  severityWords,
  shortUri,
  signInWords,
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
    l10n.t('Reboot {0} of {1}', position.number, position.total),
    clockTime(time),
    duringWords[reboot.during],
    rebootWords[reboot.class],
    ...causes.map(({ uri, verdict }) => l10n.t('caused by {0}, {1}', shortUri(uri), verdictWords[verdict])),
    refuted > 0 && spokenCount(refuted, phrase('1 refuted cause'), phrase('{0} refuted causes')),
    reboot.expected === false && l10n.t('not called for by the enrollment'),
    reboot.expected === true && l10n.t('expected'),
    reboot.downtimeMs !== null && l10n.t('down for {0}', longDuration(reboot.downtimeMs)),
    reboot.timeUncertaintyMs !== null &&
      reboot.timeUncertaintyMs > 0 &&
      l10n.t('the time may be off by {0}', longDuration(reboot.timeUncertaintyMs)),
  ]);
}

export function spokenBoot(boot: Boot, time: number, position: Position): string {
  return sentence([l10n.t('Boot {0} of {1}', position.number, position.total), clockTime(time), bootWords[boot.kind]]);
}

export function spokenClockStep(step: ClockStep, time: number): string {
  return sentence([
    l10n.t('Clock step'),
    clockTime(time),
    step.deltaMs < 0
      ? l10n.t('set back by {0}', longDuration(step.deltaMs))
      : l10n.t('set forward by {0}', longDuration(step.deltaMs)),
    clockStepWords[step.reason],
  ]);
}

export function spokenSleep(what: string, { start, end }: TimeRange): string {
  return sentence([what, l10n.t('from {0} to {1}', clockTime(start), clockTime(end)), longDuration(end - start)]);
}

export function spokenPhase(phase: Phase, span: SpokenSpan, pauses: readonly Pause[]): string {
  return sentence([phaseWords[phase.id], phaseStateText(phase), ...spanWords(span), pauseWords(pauses, longDuration)]);
}

export function spokenSubcategory(
  subcategory: Subcategory,
  phase: Phase,
  span: SpokenSpan,
  pauses: readonly Pause[],
): string {
  return sentence([
    subcategoryName(subcategory.id),
    l10n.t('part of {0}', phaseWords[phase.id]),
    phaseStateText(subcategory),
    ...spanWords(span),
    pauseWords(pauses, longDuration),
    subcategory.items.length > 0 && spokenCount(subcategory.items.length, phrase('1 item'), phrase('{0} items')),
  ]);
}

export function spokenSignIn(signIn: SignIn, time: number, position: Position): string {
  return sentence([
    l10n.t('Sign-in {0} of {1}', position.number, position.total),
    clockTime(time),
    signInWords[signIn.class],
    credentialWords[signIn.credential],
    confidenceText(signIn.confidence),
    signIn.waitMs !== null && l10n.t('after {0} of waiting', longDuration(signIn.waitMs)),
    (signIn.timeUncertaintyMs ?? 0) > 0 &&
      l10n.t('the time may be off by {0}', longDuration(signIn.timeUncertaintyMs ?? 0)),
  ]);
}

export function spokenWait(signIn: SignIn, start: number): string {
  return sentence([
    l10n.t('Lock screen waiting'),
    l10n.t('from {0}', clockTime(start)),
    longDuration(signIn.waitMs ?? 0),
    untilWords[signIn.class],
  ]);
}

export function spokenFlag(uri: string, verdict: CauseVerdict, time: number, reboot: Position): string {
  return sentence([l10n.t('Reboot flag {0}', shortUri(uri)), clockTime(time), causeOfWords(verdict, reboot)]);
}

/** `confirmed cause of reboot 2 of 3` */
export function causeOfWords(verdict: CauseVerdict, { number, total }: Position): string {
  return l10n.t('{0} of reboot {1} of {2}', causeWords[verdict], number, total);
}

/** `time`: `null` for a finding about no moment. */
export function spokenFinding(finding: Finding, time: number | null): string {
  return sentence([
    `${l10n.t('Finding')}, ${severityWords[finding.severity]}`,
    finding.title,
    time !== null && clockTime(time),
    confidenceText(finding.confidence),
    finding.advice !== '' && l10n.t('advice: {0}', finding.advice),
  ]);
}

/** A record of a channel has no words of its own here: the log has them, one key press away. */
export function spokenRecord(lane: ChannelLane, index: number): string {
  const source = lane.series?.source;
  // In a stack, the times are moved; the ear is told the log's own.
  const time = (source?.times[index] ?? Number.NaN) - (lane.group?.shift ?? 0);
  return sentence([
    l10n.t('{0} record {1}', lane.label, source?.recordIds[index] ?? '?'),
    clockTime(time),
    levelWord(source?.levels[index] ?? 4),
    l10n.t('{0} of {1}', wholeNumber(index + 1), wholeNumber(lane.records)),
    lane.group !== null && l10n.t('in {0}', lane.group.title),
  ]);
}

export function spokenChannel(lane: Omit<ChannelLane, 'spoken'>): string {
  const errors = lane.series?.errors.length ?? 0;
  const warnings = lane.series?.warnings.length ?? 0;
  return sentence([
    l10n.t('Log {0}', lane.label),
    lane.state === 'present'
      ? spokenCount(lane.records, phrase('1 record'), phrase('{0} records'))
      : coverageWords[lane.state],
    errors > 0 && spokenCount(errors, phrase('1 error'), phrase('{0} errors')),
    warnings > 0 && spokenCount(warnings, phrase('1 warning'), phrase('{0} warnings')),
    lane.covered !== null && l10n.t('from {0} to {1}', clockTime(lane.covered.start), clockTime(lane.covered.end)),
    lane.state === 'present' &&
      lane.noData.length > 0 &&
      spokenCount(lane.noData.length, phrase('1 span without data'), phrase('{0} spans without data')),
  ]);
}

const levelWords: readonly string[] = [
  phrase('information'),
  phrase('critical'),
  phrase('error'),
  phrase('warning'),
  phrase('information'),
  phrase('verbose'),
];

/** Windows event levels by their standard names ([MS-EVEN6], winmeta.xml). */
export function levelWord(level: number): string {
  const word = levelWords[level];
  return word === undefined ? l10n.t('level {0}', level) : l10n.t(word);
}

/** A span with what is not known about it. */
export interface SpokenSpan extends TimeRange {
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

function spanWords(span: SpokenSpan): (string | false)[] {
  return [
    span.openStart ? l10n.t('start unknown') : l10n.t('from {0}', clockTime(span.start)),
    span.openEnd ? l10n.t('end unknown') : l10n.t('to {0}', clockTime(span.end)),
    !span.openStart && !span.openEnd && longDuration(span.end - span.start),
  ];
}

/** Parts that there are, with commas between them. */
export function sentence(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(', ');
}

/** The change a clock step made, for the canvas: `clock −12 h 28 min`. */
export function clockStepLabel(step: ClockStep): string {
  return l10n.t('Clock {0}', signedDuration(step.deltaMs));
}
