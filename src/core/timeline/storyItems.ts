/*
 * Boots, reboots and their causes, made from the entries of the triage document. Entries without a readable time
 * give no item; the lane's note names them instead.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../words/language';
import type { Boot } from '../enrollment/document/boots';
import type { LatentReboot } from '../enrollment/document/policies';
import type { OtherCause, Reboot, RebootCause } from '../enrollment/document/reboots';
import { shortDuration } from '../words/duration';
import { detailsOf, doubt, mark, unplaced } from './itemShapes';
import { confidenceText } from '../enrollment/confidenceText';
import { causeOfWords, sentence, spokenBoot, spokenFlag, spokenReboot } from './spokenLabel';
import type { Position } from './spokenLabel';
import { clockTime, fullTime, instantOf } from '../words/instant';
import type { Glyph, TimelineItem } from './timelineModel';
import { bootWords, capitalised, duringWords, rebootWords, shortUri } from '../enrollment/storyWords';
import { causePlurals, causeWords, otherCauseName, otherCausePlurals } from './words';

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
  const down = downtimeMs === null ? '' : ` · ${l10n.t('down {0}', shortDuration(downtimeMs))}`;
  return mark({
    id: boot.id,
    kind: 'boot',
    start: time,
    glyph: bootGlyphs[boot.kind],
    tone: boot.kind === 'powerLoss' ? 'bad' : 'neutral',
    label: `${capitalised(bootWords[boot.kind])}${down}`,
    title: l10n.t('Windows started: {0}', bootWords[boot.kind]),
    details: detailsOf(downtimeMs !== null && l10n.t('Down for {0} before it', shortDuration(downtimeMs))),
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
  const causes = blamed.length === 0 ? '' : ` · ${spokenCount(blamed.length, phrase('1 cause'), phrase('{0} causes'))}`;
  const uncalled = reboot.expected === false ? ` · ${l10n.t('not called for')}` : '';
  return mark({
    id: reboot.id,
    kind: 'reboot',
    start: time,
    end: time + Math.max(0, reboot.downtimeMs ?? 0),
    uncertaintyMs: reboot.timeUncertaintyMs,
    glyph: expectationGlyph(reboot.expected),
    tone: reboot.expected === false ? 'caution' : 'neutral',
    label: `${capitalised(rebootWords[reboot.class])}${causes}`,
    rowLabel: `${capitalised(rebootWords[reboot.class])}${causes}${uncalled}`,
    title: `${l10n.t('Reboot {0} of {1}', position.number, position.total)}: ${rebootWords[reboot.class]}, ${duringWords[reboot.during]}`,
    details: detailsOf(
      reboot.expected === false && l10n.t('The enrollment does not call for it'),
      ...causesByVerdict(reboot).map(causeDetail),
      ...reboot.otherCauses.map((cause) => [capitalised(causeWords[cause.verdict]), otherCauseText(cause)] as const),
      reboot.initiator !== null && [l10n.t('Asked for by'), initiatorWords(reboot.initiator)],
      reboot.downtimeMs !== null && l10n.t('Down for {0}', shortDuration(reboot.downtimeMs)),
      reboot.autoLogonCleared === true && l10n.t('The automatic sign-in was cleared'),
      reboot.tokenLost === true && l10n.t('The user’s token was gone after it'),
      ...costDetails(reboot),
      ...doubt(reboot.timeUncertaintyMs),
      capitalised(confidenceText(reboot.confidence)),
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
  const verdict = capitalised(causeWords[cause.verdict]);
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
        rowLabel: `${verdict}: ${shortUri(cause.uri)}`,
        plural: causePlurals[cause.verdict],
        title: l10n.t('Reboot flag: {0}', shortUri(cause.uri)),
        details: detailsOf(
          `${l10n.t('{0} of reboot {1}', verdict, position.number)}: ${cause.why}`,
          [l10n.t('Setting'), cause.uri],
          waiting?.why ?? '',
          cause.count > 1 &&
            l10n.t('Flagged {0} times, last at {1}', cause.count, fullTime(instantOf(cause.lastFlaggedAt) ?? time)),
        ),
        spoken: spokenFlag(cause.uri, cause.verdict, time, position),
        evidence: cause.evidence,
      });
}

const otherCauseGlyphs: Readonly<Record<OtherCause['verdict'], Glyph>> = {
  confirmed: 'otherCause',
  likely: 'otherCause',
  possible: 'otherCausePossible',
  refuted: 'otherCauseRefuted',
};

/**
 * What else than a policy restarted the device, or looks like it; `time` is that of its last record, if it has one.
 * Without one it stands at its restart, as doubtful in time as that is.
 */
export function otherCauseItem(
  cause: OtherCause,
  index: number,
  reboot: Reboot,
  position: Position,
  time: number | null,
): TimelineItem {
  const verdict = capitalised(causeWords[cause.verdict]);
  const start = time ?? instantOf(reboot.time);
  const uncertaintyMs = time === null ? reboot.timeUncertaintyMs : null;
  const essentials = {
    id: `other/${reboot.id}/${index + 1}`,
    storyId: reboot.id,
    kind: 'otherCause',
    row: 1,
    glyph: otherCauseGlyphs[cause.verdict],
    tone: cause.verdict === 'refuted' ? 'neutral' : 'caution',
    label: otherCauseName(cause),
    rowLabel: `${verdict}: ${otherCauseName(cause)}`,
    plural: otherCausePlurals[cause.verdict],
    title: `${l10n.t('{0} of reboot {1}', verdict, position.number)}: ${otherCauseName(cause)}`,
    uncertaintyMs,
    details: detailsOf(
      cause.why,
      time === null && start !== null && l10n.t('It has no time of its own and stands at its restart'),
      ...doubt(uncertaintyMs),
    ),
    spoken: sentence([
      otherCauseName(cause),
      time !== null && clockTime(time),
      causeOfWords(cause.verdict, position),
      cause.why,
    ]),
    evidence: cause.evidence,
  } as const;
  return start === null ? unplaced(essentials) : mark({ ...essentials, start });
}

const verdictOrder: readonly RebootCause['verdict'][] = ['confirmed', 'likely', 'possible', 'refuted'];

function causesByVerdict({ causes }: Reboot): readonly RebootCause[] {
  return [...causes].sort((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict));
}

function causeDetail({ uri, verdict, why }: RebootCause): readonly [string, string] {
  return [capitalised(causeWords[verdict]), `${shortUri(uri)}: ${why}`];
}

function otherCauseText(cause: OtherCause): string {
  return `${otherCauseName(cause)}: ${cause.why}`;
}

function costDetails({ cost: { prompts, waitMs } }: Reboot): string[] {
  if (prompts === null || prompts === 0) {
    return [];
  }
  return waitMs === null
    ? [spokenCount(prompts, phrase('It cost 1 sign-in'), phrase('It cost {0} sign-ins'))]
    : [
        spokenCount(
          prompts,
          phrase('It cost 1 sign-in and {1} at the lock screen'),
          phrase('It cost {0} sign-ins and {1} at the lock screen'),
          shortDuration(waitMs),
        ),
      ];
}

function initiatorWords({ process, reasonCode }: NonNullable<Reboot['initiator']>): string {
  return reasonCode === null ? process : l10n.t('{0}, reason {1}', process, reasonCode);
}

function expectationGlyph(expected: boolean | null): Glyph {
  return expected === null ? 'rebootUndecided' : expected ? 'rebootExpected' : 'rebootUnexpected';
}
