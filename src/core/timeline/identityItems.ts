/*
 * What became of the user's token, of the automatic sign-in and of Windows Hello: states as marks at the last thing
 * that they rest on, never as spans, since between two signs nobody knows.
 */
import * as l10n from '@vscode/l10n';
import { wholeNumber } from '../words/language';
import type { AutoLogonClearing, HelloFacts, SignInProblem, TokenFacts } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { capitalised } from '../enrollment/storyWords';
import { clockTime, instantOf } from '../words/instant';
import type { EvidenceTimes } from './evidenceTimes';
import { confidenceText } from '../enrollment/confidenceText';
import { detailsOf, mark, unplaced } from './itemShapes';
import { sentence } from './spokenLabel';
import { storyLane } from './storyLane';
import type { Glyph, StoryLane, TimelineItem, Tone } from './timelineModel';
import { clearingWords, helloWords, refusalWords, tokenWords } from './words';

/** More clearings or refusals than this are told by the log itself. */
const mostMarks = 400;

const tokenLook: Readonly<Record<TokenFacts['state'], readonly [Glyph, Tone]>> = {
  present: ['tokenPresent', 'good'],
  missing: ['tokenMissing', 'bad'],
  unknown: ['tokenUnknown', 'neutral'],
};

const helloLook: Readonly<Record<HelloFacts['state'], readonly [Glyph, Tone]>> = {
  provisioned: ['helloDone', 'good'],
  incomplete: ['helloUnfinished', 'bad'],
  notConfigured: ['helloTrace', 'neutral'],
  unknown: ['helloTrace', 'neutral'],
};

export function tokenLane({ token, reboots, autoLogonClearings }: TriageDocument, times: EvidenceTimes): StoryLane {
  const afterReboots = reboots.flatMap(
    ({ id, time, downtimeMs, tokenLost, evidence }, index): (TimelineItem | null)[] => {
      const start = instantOf(time);
      if (tokenLost === null) {
        return [];
      }
      const words = tokenLost ? l10n.t('Token gone') : l10n.t('Token kept');
      const after = tokenLost
        ? l10n.t('Token gone after reboot {0}', index + 1)
        : l10n.t('Token kept after reboot {0}', index + 1);
      return [
        start === null
          ? null
          : mark({
              id: `token/${id}`,
              storyId: id,
              kind: 'token',
              start: start + Math.max(0, downtimeMs ?? 0),
              glyph: tokenLost ? 'tokenMissing' : 'tokenPresent',
              tone: tokenLost ? 'bad' : 'good',
              label: words,
              rowLabel: after,
              title: after,
              details: [],
              spoken: sentence([l10n.t('{0} of {1}', after, reboots.length), clockTime(start)]),
              evidence,
            }),
      ];
    },
  );
  const last = stateItem(token.state === 'unknown' && token.why === '' ? null : token, {
    id: 'token',
    kind: 'token',
    look: tokenLook[token.state],
    words: tokenWords[token.state],
    time: times.latest(token.evidence),
  });
  const clearings = autoLogonClearings.slice(0, mostMarks).map(clearingItem);
  const placed = [...afterReboots, ...clearings, ...last.filter(({ shape }) => shape !== 'none')];
  return storyLane('token', placed, {
    rows: clearings.length > 0 ? ['main', 'sub'] : ['main'],
    unplaced: without(last),
  });
}

export function helloLane({ hello }: TriageDocument, times: EvidenceTimes): StoryLane {
  const [state] = stateItem(hello.state === 'unknown' && hello.why === '' ? null : hello, {
    id: 'hello',
    kind: 'hello',
    look: helloLook[hello.state],
    words: helloWords[hello.state],
    time: times.latest(hello.evidence),
  });
  const patterns = hello.patterns.map((pattern, index): TimelineItem => {
    const time = times.latest(pattern.evidence);
    const essentials = {
      id: `hello/${index + 1}`,
      storyId: 'hello',
      kind: 'hello',
      row: 1,
      glyph: 'helloTrace',
      tone: 'caution',
      label: pattern.why,
      title: pattern.why,
      details: detailsOf(capitalised(confidenceText(pattern.confidence))),
      spoken: sentence([l10n.t('Windows Hello'), pattern.why, time !== null && clockTime(time)]),
      evidence: pattern.evidence,
    } as const;
    return time === null ? unplaced(essentials) : mark({ ...essentials, start: time });
  });
  const all = [...(state === undefined ? [] : [state]), ...patterns];
  return storyLane(
    'hello',
    all.filter(({ shape }) => shape !== 'none'),
    { rows: patterns.some(({ shape }) => shape === 'mark') ? ['main', 'sub'] : ['main'], unplaced: without(all) },
  );
}

/** Sign-ins and token requests that were refused; they stand with the sign-ins, in a row of their own. */
export function refusalItems(problems: readonly SignInProblem[], row: number): readonly TimelineItem[] {
  return problems.slice(0, mostMarks).map((problem, index) => {
    const time = instantOf(problem.time);
    const essentials = {
      id: `refusal/${index + 1}`,
      kind: 'signInProblem',
      row,
      glyph: 'refusal',
      tone: 'caution',
      label: l10n.t('Refused: {0}', problem.code),
      rowLabel: `${l10n.t('Refused: {0}', problem.code)}, ${problem.meaning}`,
      title: l10n.t('Refused with {0}', problem.code),
      details: detailsOf(problem.meaning, problem.count > 1 && l10n.t('{0} times', wholeNumber(problem.count)), [
        l10n.t('About'),
        refusalWords[problem.category],
      ]),
      spoken: sentence([l10n.t('Refused with {0}', problem.code), time !== null && clockTime(time), problem.meaning]),
      evidence: problem.evidence,
    } as const;
    return time === null ? unplaced(essentials) : mark({ ...essentials, start: time });
  });
}

interface StateParts {
  readonly id: string;
  readonly kind: 'token' | 'hello';
  readonly look: readonly [Glyph, Tone];
  readonly words: string;
  readonly time: number | null;
}

/** The state at the end of the bundle, where the document says anything about it. */
function stateItem(
  facts: Pick<TokenFacts, 'why' | 'evidence'> | null,
  { id, kind, look: [glyph, tone], words, time }: StateParts,
): TimelineItem[] {
  if (facts === null) {
    return [];
  }
  const essentials = {
    id,
    kind,
    glyph,
    tone,
    label: words,
    rowLabel: `${words}: ${facts.why}`,
    title: words,
    details: detailsOf(facts.why, l10n.t('The last that this bundle says about it')),
    spoken: sentence([words, time !== null && clockTime(time), facts.why]),
    evidence: facts.evidence,
  };
  return [time === null ? unplaced(essentials) : mark({ ...essentials, start: time })];
}

function clearingItem(clearing: AutoLogonClearing, index: number): TimelineItem | null {
  const time = instantOf(clearing.time);
  const words = clearingWords[clearing.by];
  const isPossible = clearing.certainty === 'possible';
  return time === null
    ? null
    : mark({
        id: `autoLogon/${index + 1}`,
        storyId: clearing.afterReboot ?? `autoLogon/${index + 1}`,
        kind: 'autoLogon',
        start: time,
        row: 1,
        glyph: 'autoLogonCleared',
        tone: clearing.certainty === 'certain' ? 'caution' : 'neutral',
        label: l10n.t('Auto-logon cleared'),
        rowLabel: words,
        title: words,
        details: detailsOf(isPossible && l10n.t('Possible, not observed')),
        spoken: sentence([words, clockTime(time), isPossible && l10n.t('possible')]),
        evidence: clearing.evidence,
      });
}

function without(items: readonly TimelineItem[]): readonly TimelineItem[] {
  return items.filter(({ shape }) => shape === 'none');
}
