/*
 * The items of the story lanes, made from the entries of the triage document. Entries without a readable time
 * give no item; the lane's note names them instead.
 */
import type {
  Boot,
  ClockStep,
  Finding,
  LocalOffset,
  Phase,
  PhaseState,
  Reboot,
  RebootCause,
  SignIn,
  Subcategory,
} from '../enrollment/triageDocument';
import { shortDuration } from './duration';
import {
  clockStepLabel,
  spokenBoot,
  spokenClockStep,
  spokenFinding,
  spokenFlag,
  spokenPhase,
  spokenReboot,
  spokenSignIn,
  spokenSubcategory,
  spokenWait,
} from './spokenLabel';
import type { Position, SpokenSpan } from './spokenLabel';
import { clockTime, instantOf, zoneText } from './timeText';
import type { Fill, Glyph, TimelineItem, Tone } from './timelineModel';
import {
  bootWords,
  capitalised,
  clockStepWords,
  counted,
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

const bootGlyphs: Readonly<Record<Boot['kind'], Glyph>> = {
  restart: 'restart',
  powerLoss: 'powerLoss',
  fastStartup: 'fastStartup',
  shutdownAndStart: 'shutdown',
  firstBoot: 'firstBoot',
  unknown: 'unknownBoot',
};

/** `downtimeMs`: how long Windows was down before this boot, where a reboot tells. */
export function bootItem(boot: Boot, position: Position, downtimeMs: number | null): TimelineItem | null {
  const time = instantOf(boot.start);
  if (time === null) {
    return null;
  }
  const down = downtimeMs === null ? '' : ` · down ${shortDuration(downtimeMs)}`;
  return mark({
    id: boot.id,
    kind: 'boot',
    start: time,
    glyph: bootGlyphs[boot.kind],
    tone: boot.kind === 'powerLoss' ? 'bad' : 'neutral',
    label: `${capitalised(bootWords[boot.kind])}${down}`,
    details: [`Windows started: ${bootWords[boot.kind]}${down}`],
    spoken: spokenBoot(boot, time, position),
    evidence: boot.evidence,
  });
}

export function clockStepItem(step: ClockStep, index: number): TimelineItem | null {
  const time = instantOf(step.at);
  return time === null
    ? null
    : mark({
        id: `clockStep/${index + 1}`,
        kind: 'clockStep',
        start: time,
        row: 1,
        glyph: 'clockStep',
        tone: 'clock',
        label: clockStepLabel(step),
        details: [`${clockStepLabel(step)} (${clockStepWords[step.reason]})`, 'Times shown are corrected for it'],
        spoken: spokenClockStep(step, time),
        evidence: step.evidence,
      });
}

export function zoneChangeItem(offset: LocalOffset, index: number): TimelineItem | null {
  const time = instantOf(offset.from);
  const zone = zoneText(offset.minutesEastOfUtc);
  return time === null
    ? null
    : mark({
        id: `zoneChange/${index + 1}`,
        kind: 'zoneChange',
        start: time,
        row: 1,
        glyph: 'zoneChange',
        tone: 'clock',
        label: zone,
        details: [`The device's local time is ${zone} from here on`],
        spoken: `Time zone of the device, ${clockTime(time)}, ${zone}`,
        evidence: offset.evidence,
      });
}

const stateTones: Readonly<Record<PhaseState, Tone>> = {
  notStarted: 'neutral',
  inProgress: 'progress',
  succeeded: 'progress',
  failed: 'bad',
  skipped: 'neutral',
  unknown: 'neutral',
};

const stateFills: Readonly<Record<PhaseState, Fill>> = {
  notStarted: 'dotted',
  inProgress: 'solid',
  succeeded: 'solid',
  failed: 'striped',
  skipped: 'outline',
  unknown: 'dotted',
};

export function phaseItem(phase: Phase, span: SpokenSpan): TimelineItem {
  return bar({
    ...stateLook(phase.state, phaseWords[phase.id], span),
    ...span,
    id: phase.id,
    kind: 'phase',
    row: 0,
    details: [`${phaseWords[phase.id]}: ${stateWords[phase.state]}`, ...lengthLine(span)],
    spoken: spokenPhase(phase, span),
    evidence: phase.evidence,
  });
}

export function subcategoryItem(sub: Subcategory, phase: Phase, span: SpokenSpan, row: number): TimelineItem {
  const name = subcategoryName(sub.id);
  const failed = sub.items.filter(({ state }) => state === 'failed');
  return bar({
    ...stateLook(sub.state, name, span),
    ...span,
    id: sub.id,
    kind: 'subcategory',
    row,
    parent: phase.id,
    details: [
      `${name}: ${stateWords[sub.state]}`,
      ...lengthLine(span),
      ...(sub.items.length > 0 ? [counted(sub.items.length, 'item')] : []),
      ...failed.slice(0, 3).map(({ id, name: itemName }) => `failed: ${itemName ?? id}`),
    ],
    spoken: spokenSubcategory(sub, phase, span),
    evidence: sub.evidence,
  });
}

export function rebootItem(reboot: Reboot, position: Position): TimelineItem | null {
  const time = instantOf(reboot.time);
  if (time === null) {
    return null;
  }
  const blamed = reboot.causes.filter(({ verdict }) => verdict !== 'refuted');
  const refuted = reboot.causes.length - blamed.length;
  const causes = blamed.length === 0 ? '' : ` · ${counted(blamed.length, 'cause')}`;
  return mark({
    id: reboot.id,
    kind: 'reboot',
    start: time,
    end: time + Math.max(0, reboot.downtimeMs ?? 0),
    glyph: expectationGlyph(reboot.expected),
    tone: reboot.expected === false ? 'caution' : 'neutral',
    label: `${capitalised(rebootWords[reboot.class])}${causes}`,
    details: [
      `Reboot ${position.number} of ${position.total}: ${rebootWords[reboot.class]}, ${duringWords[reboot.during]}`,
      ...(reboot.expected === false ? ['The enrollment does not call for it'] : []),
      ...blamed.map(({ uri, verdict }) => `${shortUri(uri)}: ${verdictWords[verdict]}`),
      ...(refuted > 0 ? [counted(refuted, 'refuted cause')] : []),
      ...(reboot.downtimeMs === null ? [] : [`Down for ${shortDuration(reboot.downtimeMs)}`]),
    ],
    spoken: spokenReboot(reboot, time, position),
    evidence: reboot.evidence,
  });
}

export function flagItem(cause: RebootCause, index: number, reboot: Reboot, position: Position): TimelineItem | null {
  const time = instantOf(cause.flaggedAt);
  const verdict = verdictWords[cause.verdict];
  return time === null
    ? null
    : mark({
        id: `flag/${reboot.id}/${index + 1}`,
        storyId: reboot.id,
        kind: 'flag',
        start: time,
        glyph: cause.verdict === 'refuted' ? 'flagRefuted' : cause.verdict === 'possible' ? 'flagPossible' : 'flag',
        tone: cause.verdict === 'refuted' ? 'neutral' : 'caution',
        label: shortUri(cause.uri),
        details: [cause.uri, `${capitalised(verdict)} cause of reboot ${position.number}: ${cause.why}`],
        spoken: spokenFlag(cause.uri, verdict, time, position),
        evidence: cause.evidence,
      });
}

/** The sign-in, and before it the lock screen that waited for it. */
export function signInItems(signIn: SignIn, position: Position): TimelineItem[] {
  const time = instantOf(signIn.time);
  if (time === null) {
    return [];
  }
  const again = signIn.class === 'rePrompt';
  const who = signIn.user.name ?? (signIn.user.class === 'unknown' ? null : `${signIn.user.class} user`);
  const credential = signIn.credential === 'unknown' && !again ? '' : ` · ${credentialWords[signIn.credential]}`;
  const signInMark = mark({
    id: signIn.id,
    kind: 'signIn',
    start: time,
    glyph: signInGlyph(signIn),
    tone: again ? 'bad' : 'person',
    label: `${capitalised(signInWords[signIn.class])}${credential}`,
    details: [
      `${capitalised(signInWords[signIn.class])}: ${credentialWords[signIn.credential]}`,
      ...(who === null ? [] : [who]),
      `${capitalised(signIn.confidence)} confidence`,
    ],
    spoken: spokenSignIn(signIn, time, position),
    evidence: signIn.evidence,
  });
  const start = time - (signIn.waitMs ?? 0);
  if (signIn.waitMs === null || !(signIn.waitMs > 0) || !Number.isFinite(start)) {
    return [signInMark];
  }
  const waited = shortDuration(signIn.waitMs);
  const wait = bar({
    id: `wait/${signIn.id}`,
    storyId: signIn.id,
    kind: 'wait',
    row: 1,
    start,
    end: time,
    fill: 'hatched',
    tone: again ? 'bad' : 'person',
    label: `Lock screen ${waited}`,
    details: [`The lock screen waited ${waited}`, `until the ${signInWords[signIn.class]}`],
    spoken: spokenWait(signIn, start),
    evidence: signIn.evidence,
  });
  return [wait, signInMark];
}

export function findingItem(finding: Finding, index: number, time: number): TimelineItem {
  const glyphs = { error: 'findingError', warning: 'findingWarning', info: 'findingInfo' } as const;
  const tones = { error: 'bad', warning: 'caution', info: 'neutral' } as const;
  return mark({
    id: `finding/${index + 1}`,
    storyId: finding.id,
    kind: 'finding',
    start: time,
    glyph: glyphs[finding.severity],
    tone: tones[finding.severity],
    label: finding.title,
    details: [
      finding.title,
      `${capitalised(severityWords[finding.severity])}, ${finding.confidence} confidence`,
      ...(finding.advice === '' ? [] : [finding.advice]),
    ],
    spoken: spokenFinding(finding, time),
    evidence: finding.evidence,
  });
}

/** What every item has to say for itself; the rest follows from its kind. */
type ItemEssentials = Pick<
  TimelineItem,
  'id' | 'kind' | 'start' | 'tone' | 'label' | 'details' | 'spoken' | 'evidence'
> &
  Partial<TimelineItem>;

const plain = { fill: 'solid', openStart: false, openEnd: false, row: 0, parent: null, glyph: null } as const;

function mark(essentials: ItemEssentials): TimelineItem {
  return { ...plain, storyId: essentials.id, end: essentials.start, shape: 'mark', ...essentials };
}

function bar(essentials: ItemEssentials): TimelineItem {
  return { ...plain, storyId: essentials.id, end: essentials.start, shape: 'bar', ...essentials };
}

function stateLook(state: PhaseState, name: string, span: SpokenSpan): { label: string; tone: Tone; fill: Fill } {
  const length = span.openStart || span.openEnd ? '' : ` · ${shortDuration(span.end - span.start)}`;
  const words = state === 'succeeded' ? '' : ` · ${stateWords[state]}`;
  return { label: `${name}${words}${length}`, tone: stateTones[state], fill: stateFills[state] };
}

function lengthLine(span: SpokenSpan): string[] {
  if (span.openStart || span.openEnd) {
    return [span.openStart ? 'Start not known' : 'End not known'];
  }
  return [`Took ${shortDuration(span.end - span.start)}`];
}

function expectationGlyph(expected: boolean | null): Glyph {
  return expected === null ? 'rebootUndecided' : expected ? 'rebootExpected' : 'rebootUnexpected';
}

function signInGlyph(signIn: SignIn): Glyph {
  if (signIn.class === 'rePrompt') {
    return signIn.credential === 'webSignIn' ? 'webRePrompt' : 'rePrompt';
  }
  return signIn.class === 'automatic' ? 'automaticSignIn' : 'signIn';
}
