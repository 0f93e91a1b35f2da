import type { BootKind } from '../enrollment/document/boots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { LogContext } from './logContext';
import { recordAtLine } from './logIndex';
import { code, plain } from './markdown';
import { bootIndexAt, enrollmentStart, localOffsetAt, phaseAt } from './storyTime';
import { shortDuration, signedDuration } from '../words/duration';
import { isInstant, utcText, wallText } from '../words/instant';
import { phaseWords, stateWords } from '../enrollment/storyWords';

/** A shift below this is the rounding of the reader, milliseconds. */
const noticeableMs = 500;

const bootNames: Readonly<Record<BootKind, string>> = {
  restart: 'restart',
  powerLoss: 'power loss',
  fastStartup: 'fast startup',
  shutdownAndStart: 'shutdown and start',
  firstBoot: 'first start seen',
  unknown: 'start of unknown cause',
};

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
      `**Wall clock of the device** ${code(utcText(rawMs).slice(0, -1))}`,
      'Nothing in this log tells its time zone. Open it as part of its bundle to see UTC.',
    ];
  }
  const shiftMs = correctedMs - rawMs;
  const isShifted = Math.abs(shiftMs) > noticeableMs;
  return [
    `**UTC** ${code(utcText(correctedMs))}${isShifted ? ' (corrected)' : ''}`,
    ...(index.basis === 'resolved' ? ['Written in the wall clock of the device.'] : []),
    ...(isShifted
      ? [
          `**As recorded** ${code(utcText(rawMs))}: the clock was ${shortDuration(shiftMs)} ${shiftMs < 0 ? 'ahead' : 'behind'} and was corrected later.`,
        ]
      : []),
    ...(story === null ? [] : timeInStory(story, correctedMs)),
  ];
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
    ...(east === null ? [] : [`**Device** ${code(wallText(ms, east))}`]),
    ...(boot === undefined
      ? []
      : [
          `**Since Windows started** ${code(shortDuration(ms - Date.parse(boot.start)))} (start ${bootIndex + 1} of ${story.boots.length}, ${bootNames[boot.kind]})`,
        ]),
    ...(began === null ? [] : [`**Since the enrollment began** ${code(signedDuration(ms - began))}`]),
    ...(phase === null ? [] : [`**Phase** ${plain(phaseWords[phase.id])}, ${stateWords[phase.state]} in the end`]),
    ...clockNotes(story, ms),
  ];
}

/** Steps close to `ms`, across which a difference of times would be wrong. */
function clockNotes({ clock }: TriageDocument, ms: number): readonly string[] {
  return clock.steps
    .filter(({ at }) => Math.abs(Date.parse(at) - ms) < 3_600_000)
    .map(({ at, deltaMs, reason }) => {
      const what = reason === 'resume' ? 'The device slept: the clock moved on by' : 'The clock was set by';
      return `${what} ${signedDuration(deltaMs)} at ${code(utcText(Date.parse(at)))}`;
    });
}
