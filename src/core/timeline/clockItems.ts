/*
 * What happened to the clock of the device: it was set, its zone changed, or it stood still while the device slept.
 */
import * as l10n from '@vscode/l10n';
import type { Boot } from '../enrollment/document/boots';
import type { ClockStep, LocalOffset } from '../enrollment/document/clockFacts';
import type { Sleep } from '../enrollment/document/sleeps';
import { capitalised, clockStepWords, sleepWords, uncertaintyWords } from '../enrollment/storyWords';
import { shortDuration } from '../words/duration';
import { clockTime, instantOf, isInstant, zoneText } from '../words/instant';
import { detailsOf, mark } from './itemShapes';
import { clockStepLabel, sentence, spokenClockStep, spokenSleep } from './spokenLabel';
import type { TimeRange } from './timeScale';
import type { TimelineItem } from './timelineModel';

/** How far the start of Windows and the record of its clock may lie apart, milliseconds. */
const nearMs = 5 * 60_000;

/**
 * A step of the clock. One forward at a resume is no step at all: that long the device slept, which a sleep that is
 * told shows already, or was shut down.
 */
export function clockStepItem(
  step: ClockStep,
  index: number,
  boots: readonly Boot[],
  sleeps: readonly Sleep[],
): TimelineItem | null {
  const time = instantOf(step.at);
  if (time === null) {
    return null;
  }
  const start = time - step.deltaMs;
  if (step.reason === 'resume' && sleeps.some((sleep) => liesIn(sleep, start, time))) {
    return null;
  }
  return step.reason === 'resume' && step.deltaMs > 0 && isInstant(start)
    ? resumeItem(step, index, { start, end: time }, boots)
    : mark({
        id: clockItemId(index),
        kind: 'clockStep',
        start: time,
        row: 1,
        glyph: 'clockStep',
        tone: 'clock',
        label: clockStepLabel(step),
        title: `${clockStepLabel(step)} (${clockStepWords[step.reason]})`,
        details: detailsOf(correctionWords(step)),
        spoken: spokenClockStep(step, time),
        evidence: step.evidence,
      });
}

/** Do a time of sleep and a time between two settings of the clock overlap? */
function liesIn({ start, end }: Sleep, from: number, to: number): boolean {
  const [fellAsleep, woke] = [instantOf(start), instantOf(end)];
  return fellAsleep !== null && woke !== null && fellAsleep < to && woke > from;
}

/** A time in which the device slept. Where no wake is seen, it is only known when that began. */
export function sleepItem({ id, start, end, kind, timeUncertaintyMs, evidence }: Sleep): TimelineItem | null {
  const fellAsleep = instantOf(start);
  if (fellAsleep === null) {
    return null;
  }
  const woke = instantOf(end);
  const span = { start: fellAsleep, end: woke ?? fellAsleep };
  const length = woke === null ? '' : ` ${shortDuration(woke - fellAsleep)}`;
  const doing = sleepWords[kind];
  return mark({
    ...span,
    id,
    kind: 'sleep',
    row: 1,
    glyph: 'sleep',
    tone: 'neutral',
    label: `${capitalised(doing)}${length}`,
    title:
      woke === null
        ? l10n.t('The device was {0}; no wake is seen', doing)
        : l10n.t('The device was {0} for {1}', doing, shortDuration(woke - fellAsleep)),
    details: detailsOf(
      woke !== null && `${l10n.t('No restart: it went on where it was')}${uncertaintyWords(timeUncertaintyMs)}`,
      l10n.t('The time really passed, so nothing is corrected for it'),
    ),
    spoken: spokenSleep(l10n.t('The device was {0}', doing), span),
    evidence,
  });
}

/** Id of the item of a document's clock step. */
export function clockItemId(index: number): string {
  return `clockStep/${index + 1}`;
}

export function zoneChangeItem(offset: LocalOffset, index: number): TimelineItem | null {
  const time = instantOf(offset.from);
  const zone = zoneText(offset.minutesEastOfUtc);
  return time === null
    ? null
    : mark({
        id: zoneItemId(index),
        kind: 'zoneChange',
        start: time,
        row: 1,
        glyph: 'zoneChange',
        tone: 'clock',
        label: zone,
        title: l10n.t("The device's local time is {0} from here on", zone),
        details: [],
        spoken: sentence([l10n.t('Time zone of the device'), clockTime(time), zone]),
        evidence: offset.evidence,
      });
}

/** Id of the item of the document's second local offset (`0`), third (`1`) and so on: the first one changes nothing. */
export function zoneItemId(index: number): string {
  return `zoneChange/${index + 1}`;
}

/** A fast startup wakes from what its shutdown wrote to the disk, so the clock says the same of it as of sleep. */
function resumeItem(step: ClockStep, index: number, span: TimeRange, boots: readonly Boot[]): TimelineItem {
  const wasShutDown = boots.some((boot) => {
    const start = instantOf(boot.start);
    return boot.kind === 'fastStartup' && start !== null && Math.abs(start - span.end) <= nearMs;
  });
  const length = shortDuration(span.end - span.start);
  return mark({
    ...span,
    id: clockItemId(index),
    kind: 'sleep',
    row: 1,
    glyph: 'sleep',
    tone: 'neutral',
    label: wasShutDown ? l10n.t('Shut down {0}', length) : l10n.t('Asleep {0}', length),
    title: wasShutDown
      ? l10n.t('Shut down for {0}, until a fast startup', length)
      : l10n.t('The device slept for {0}', length),
    details: detailsOf(
      !wasShutDown && l10n.t('No restart: it went on where it was'),
      l10n.t('The time really passed, so nothing is corrected for it'),
    ),
    spoken: spokenSleep(wasShutDown ? l10n.t('Shut down until a fast startup') : l10n.t('The device slept'), span),
    evidence: step.evidence,
  });
}

/** The engine shifts what was recorded before a clock was set, and nothing where the time may really have passed. */
function correctionWords({ reason }: ClockStep): string {
  switch (reason) {
    case 'timeSync':
    case 'timeZone':
      return l10n.t('Times shown are corrected for it');
    case 'resume':
    case 'unknown':
      return l10n.t('The time may really have passed, so nothing is corrected for it');
  }
}
