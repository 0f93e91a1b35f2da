import * as l10n from '@vscode/l10n';
import type { BootKind } from '../enrollment/document/boots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { LogContext } from './logContext';
import { recordAtLine } from './logIndex';
import { code, plain } from './markdown';
import { bootIndexAt, enrollmentStart, localOffsetAt, phaseAt } from './storyTime';
import { shortDuration, signedDuration } from '../words/duration';
import { isInstant, utcText, wallText } from '../words/instant';
import { phrase, spoken } from '../words/language';
import { phaseStateText, phaseWords } from '../enrollment/storyWords';

/** A shift below this is the rounding of the reader, milliseconds. */
const noticeableMs = 500;

const bootNames = spoken<BootKind>({
  restart: phrase('restart'),
  powerLoss: phrase('power loss'),
  fastStartup: phrase('fast startup'),
  shutdownAndStart: phrase('shutdown and start'),
  firstBoot: phrase('first start seen'),
  unknown: phrase('start of unknown cause'),
});

/** The time of the record at `line` in every clock that is known, as Markdown paragraphs. */
export function timeOfRecord({ index, story }: LogContext, line: number): readonly string[] {
  const at = recordAtLine(index, line);
  const rawMs = index.rawMs[at] ?? NaN;
  const correctedMs = index.correctedMs[at] ?? NaN;
  if (!isInstant(rawMs) || !isInstant(correctedMs)) {
    return [];
  }
  if (index.basis === 'wallClock') {
    return [
      l10n.t('**Wall clock of the device** {0}', code(utcText(rawMs).slice(0, -1))),
      l10n.t('Nothing in this log tells its time zone. Open it as part of its bundle to see UTC.'),
    ];
  }
  const shiftMs = correctedMs - rawMs;
  const isShifted = Math.abs(shiftMs) > noticeableMs;
  return [
    isShifted ? l10n.t('**UTC** {0} (corrected)', code(utcText(correctedMs))) : `**UTC** ${code(utcText(correctedMs))}`,
    ...(index.basis === 'resolved' ? [l10n.t('Written in the wall clock of the device.')] : []),
    ...(isShifted ? [recordedTime(rawMs, shiftMs)] : []),
    ...(story === null ? [] : timeInStory(story, correctedMs)),
  ];
}

function recordedTime(rawMs: number, shiftMs: number): string {
  const [time, length] = [code(utcText(rawMs)), shortDuration(shiftMs)];
  return shiftMs < 0
    ? l10n.t('**As recorded** {0}: the clock was {1} ahead and was corrected later.', time, length)
    : l10n.t('**As recorded** {0}: the clock was {1} behind and was corrected later.', time, length);
}

/** A UTC time that stands by itself in a value: it is told as it is, without a correction that may not be its own. */
export function timeOfValue(text: string, { story }: LogContext): readonly string[] {
  const ms = Date.parse(text.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1'));
  return isInstant(ms) ? [`**UTC** ${code(utcText(ms))}`, ...(story === null ? [] : timeInStory(story, ms))] : [];
}

function timeInStory(story: TriageDocument, ms: number): readonly string[] {
  const east = localOffsetAt(story, ms);
  const bootIndex = bootIndexAt(story, ms);
  const boot = story.boots[bootIndex];
  const began = enrollmentStart(story);
  const phase = phaseAt(story, ms);
  return [
    ...(east === null ? [] : [l10n.t('**Device** {0}', code(wallText(ms, east)))]),
    ...(boot === undefined
      ? []
      : [
          l10n.t(
            '**Since Windows started** {0} (start {1} of {2}, {3})',
            code(shortDuration(ms - Date.parse(boot.start))),
            bootIndex + 1,
            story.boots.length,
            bootNames[boot.kind],
          ),
        ]),
    ...(began === null ? [] : [l10n.t('**Since the enrollment began** {0}', code(signedDuration(ms - began)))]),
    ...(phase === null
      ? []
      : [l10n.t('**Phase** {0}, {1} in the end', plain(phaseWords[phase.id]), phaseStateText(phase))]),
    ...clockNotes(story, ms),
  ];
}

/** Steps close to `ms`, across which a difference of times would be wrong. */
function clockNotes({ clock }: TriageDocument, ms: number): readonly string[] {
  return clock.steps
    .filter(({ at }) => Math.abs(Date.parse(at) - ms) < 3_600_000)
    .map(({ at, deltaMs, reason }) => {
      const [step, time] = [signedDuration(deltaMs), code(utcText(Date.parse(at)))];
      return reason === 'resume'
        ? l10n.t('The device slept: the clock moved on by {0} at {1}', step, time)
        : l10n.t('The clock was set by {0} at {1}', step, time);
    });
}
