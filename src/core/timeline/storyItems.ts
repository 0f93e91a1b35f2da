/*
 * Boots, reboots and their causes, made from the entries of the triage document. Entries without a readable time
 * give no item; the lane's note names them instead.
 */
import type { Boot } from '../enrollment/document/boots';
import type { LatentReboot } from '../enrollment/document/policies';
import type { OtherCause, Reboot, RebootCause } from '../enrollment/document/reboots';
import { shortDuration } from '../words/duration';
import { detailsOf, doubt, mark, unplaced } from './itemShapes';
import { sentence, spokenBoot, spokenFlag, spokenReboot } from './spokenLabel';
import type { Position } from './spokenLabel';
import { clockTime, fullTime, instantOf } from '../words/instant';
import type { Glyph, TimelineItem } from './timelineModel';
import {
  bootWords,
  capitalised,
  counted,
  duringWords,
  rebootWords,
  shortUri,
  verdictWords,
} from '../enrollment/storyWords';
import { otherCauseName } from './words';

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
    title: `Windows started: ${bootWords[boot.kind]}`,
    details: detailsOf(downtimeMs !== null && `Down for ${shortDuration(downtimeMs)} before it`),
    spoken: spokenBoot(boot, time, position),
    evidence: boot.evidence,
  });
}

export function rebootItem(reboot: Reboot, position: Position): TimelineItem | null {
  const time = instantOf(reboot.time);
  if (time === null) {
    return null;
  }
  const blamed = reboot.causes.filter(({ verdict }) => verdict !== 'refuted');
  const causes = blamed.length === 0 ? '' : ` · ${counted(blamed.length, 'cause')}`;
  return mark({
    id: reboot.id,
    kind: 'reboot',
    start: time,
    end: time + Math.max(0, reboot.downtimeMs ?? 0),
    uncertaintyMs: reboot.timeUncertaintyMs,
    glyph: expectationGlyph(reboot.expected),
    tone: reboot.expected === false ? 'caution' : 'neutral',
    label: `${capitalised(rebootWords[reboot.class])}${causes}`,
    rowLabel: `${capitalised(rebootWords[reboot.class])}${causes}${reboot.expected === false ? ' · not called for' : ''}`,
    title: `Reboot ${position.number} of ${position.total}: ${rebootWords[reboot.class]}, ${duringWords[reboot.during]}`,
    details: detailsOf(
      reboot.expected === false && 'The enrollment does not call for it',
      ...causesByVerdict(reboot).map(causeDetail),
      ...reboot.otherCauses.map(
        (cause) => [`${capitalised(verdictWords[cause.verdict])} cause`, otherCauseText(cause)] as const,
      ),
      reboot.initiator !== null && ['Asked for by', initiatorWords(reboot.initiator)],
      reboot.downtimeMs !== null && `Down for ${shortDuration(reboot.downtimeMs)}`,
      reboot.autoLogonCleared === true && 'The automatic sign-in was cleared',
      reboot.tokenLost === true && 'The user’s token was gone after it',
      ...costDetails(reboot),
      ...doubt(reboot.timeUncertaintyMs),
      `${capitalised(reboot.confidence)} confidence`,
    ),
    spoken: spokenReboot(reboot, time, position),
    evidence: reboot.evidence,
  });
}

/** `waiting`: the same flag as one that no restart has answered yet. */
export function flagItem(
  cause: RebootCause,
  index: number,
  reboot: Reboot,
  position: Position,
  waiting: LatentReboot | null,
): TimelineItem | null {
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
        rowLabel: `${capitalised(verdict)} cause: ${shortUri(cause.uri)}`,
        plural: `${verdict} causes`,
        title: `Reboot flag: ${shortUri(cause.uri)}`,
        details: detailsOf(
          `${capitalised(verdict)} cause of reboot ${position.number}: ${cause.why}`,
          ['Setting', cause.uri],
          waiting?.why ?? '',
          cause.count > 1 &&
            `Flagged ${cause.count} times, last at ${fullTime(instantOf(cause.lastFlaggedAt) ?? time)}`,
        ),
        spoken: spokenFlag(cause.uri, verdict, time, position),
        evidence: cause.evidence,
      });
}

const otherCauseGlyphs: Readonly<Record<OtherCause['verdict'], Glyph>> = {
  confirmed: 'otherCause',
  likely: 'otherCause',
  possible: 'otherCausePossible',
  refuted: 'otherCauseRefuted',
};

/** What else than a policy restarted the device, or looks like it; `time` is that of its last record, if it has one. */
export function otherCauseItem(
  cause: OtherCause,
  index: number,
  reboot: Reboot,
  position: Position,
  time: number | null,
): TimelineItem {
  const verdict = verdictWords[cause.verdict];
  const essentials = {
    id: `other/${reboot.id}/${index + 1}`,
    storyId: reboot.id,
    kind: 'otherCause',
    row: 1,
    glyph: otherCauseGlyphs[cause.verdict],
    tone: cause.verdict === 'refuted' ? 'neutral' : 'caution',
    label: otherCauseName(cause),
    rowLabel: `${capitalised(verdict)} cause: ${otherCauseName(cause)}`,
    plural: `${verdict} other causes`,
    title: `${capitalised(verdict)} cause of reboot ${position.number}: ${otherCauseName(cause)}`,
    details: detailsOf(cause.why),
    spoken: sentence([
      otherCauseName(cause),
      time !== null && clockTime(time),
      `${verdict} cause of reboot ${position.number} of ${position.total}`,
      cause.why,
    ]),
    evidence: cause.evidence,
  } as const;
  return time === null ? unplaced(essentials) : mark({ ...essentials, start: time });
}

const verdictOrder: readonly RebootCause['verdict'][] = ['confirmed', 'likely', 'possible', 'refuted'];

function causesByVerdict({ causes }: Reboot): readonly RebootCause[] {
  return [...causes].sort((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict));
}

function causeDetail({ uri, verdict, why }: RebootCause): readonly [string, string] {
  return [`${capitalised(verdictWords[verdict])} cause`, `${shortUri(uri)}: ${why}`];
}

function otherCauseText(cause: OtherCause): string {
  return `${otherCauseName(cause)}: ${cause.why}`;
}

function costDetails({ cost: { prompts, waitMs } }: Reboot): string[] {
  return prompts === null || prompts === 0
    ? []
    : [
        `It cost ${counted(prompts, 'sign-in')}${waitMs === null ? '' : ` and ${shortDuration(waitMs)} at the lock screen`}`,
      ];
}

function initiatorWords({ process, reasonCode }: NonNullable<Reboot['initiator']>): string {
  return reasonCode === null ? process : `${process}, reason ${reasonCode}`;
}

function expectationGlyph(expected: boolean | null): Glyph {
  return expected === null ? 'rebootUndecided' : expected ? 'rebootExpected' : 'rebootUnexpected';
}
