import { capitalised, counted, credentialWords, duringWords, rebootWords, signInWords } from '../enrollment/storyWords';
import { phaseWords, stateWords, subcategoryName, uncertaintyWords } from '../enrollment/storyWords';
import type { Phase, Subcategory } from '../enrollment/document/phases';
import type { CauseVerdict, OtherCause, Reboot, RebootCause } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import { shortDuration } from '../words/duration';
import { clockText, evidenceTexts } from './evidenceTexts';
import { placesText } from './places';
import type { QuoteSource } from './quotes';

/** A phase of the Enrollment Status Page and its steps. */
export function phaseTexts({ id, state, start, end, subcategories, evidence }: Phase) {
  return {
    name: phaseWords[id],
    state: stateWords[state],
    start: start === null ? '' : clockText(start),
    end: end === null ? '' : clockText(end),
    took: start === null || end === null ? '' : shortDuration(Date.parse(end) - Date.parse(start)),
    steps: subcategories.map(stepTexts),
    places: placesText(evidence),
  };
}

function stepTexts({ id, state, error, items }: Subcategory) {
  return {
    name: subcategoryName(id),
    state: stateWords[state],
    error: error ?? '',
    items: items.map(({ id: itemId, name, kind, state: itemState }) => ({
      name: name ?? itemId,
      kind,
      state: stateWords[itemState],
    })),
  };
}

const verdictHeadings: readonly (readonly [CauseVerdict, string])[] = [
  ['confirmed', 'Confirmed cause'],
  ['likely', 'Likely cause'],
  ['possible', 'Possible cause'],
  ['refuted', 'Not the cause'],
];

/** A restart, and what made it or did not, the surest first. */
export function rebootTexts(reboot: Reboot, quotes: QuoteSource) {
  const { id, time, during, expected, initiator, confidence, evidence, cost, causes, otherCauses } = reboot;
  return {
    id,
    time: `${clockText(time)}${uncertaintyWords(reboot.timeUncertaintyMs)}`,
    what: capitalised(rebootWords[reboot.class]),
    during: duringWords[during],
    expected: expected === null ? 'not decidable' : expected ? 'yes' : 'no',
    askedBy: initiator?.process ?? '',
    confidence,
    cost: costText(cost),
    verdicts: verdictHeadings.flatMap(([verdict, heading]) => {
      const found = [
        ...causes.filter((cause) => cause.verdict === verdict).map((cause) => policyCauseTexts(cause, quotes)),
        ...otherCauses.filter((cause) => cause.verdict === verdict).map((cause) => otherCauseTexts(cause, quotes)),
      ];
      return found.length === 0 ? [] : [{ verdict: heading, causes: found }];
    }),
    ...evidenceTexts(evidence, quotes),
  };
}

function costText({ prompts, waitMs }: Reboot['cost']): string {
  if (prompts === null) {
    return 'whether it cost a sign-in is not known';
  }
  if (prompts === 0) {
    return 'no further sign-in';
  }
  const wait = waitMs === null ? '' : `, after ${shortDuration(waitMs)} at the lock screen`;
  return `${counted(prompts, 'more sign-in')}${wait}`;
}

function policyCauseTexts({ uri, why, flaggedAt, count, evidence }: RebootCause, quotes: QuoteSource) {
  const when = `flagged ${clockText(flaggedAt)}${count > 1 ? `, ${count} times in all` : ''}`;
  return { name: uri, when, why, ...evidenceTexts(evidence, quotes) };
}

function otherCauseTexts({ kind, name, why, evidence }: OtherCause, quotes: QuoteSource) {
  return { name: name ?? kind, when: '', why, ...evidenceTexts(evidence, quotes) };
}

/** A sign-in of a person, or an automatic one. */
export function signInTexts(signIn: SignIn, quotes: QuoteSource) {
  const { id, time, user, credential, credentialWhy, waitMs, afterReboot, confidence, evidence } = signIn;
  return {
    id,
    time: `${clockText(time)}${uncertaintyWords(signIn.timeUncertaintyMs)}`,
    what: capitalised(signInWords[signIn.class]),
    user: user.name ?? user.sid ?? 'a user who is not known',
    credential: capitalised(credentialWords[credential]),
    why: credentialWhy,
    wait: waitMs === null ? '' : shortDuration(waitMs),
    after: afterReboot ?? '',
    confidence,
    ...evidenceTexts(evidence, quotes),
  };
}
