import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import { capitalised, credentialWords, duringWords, rebootWords, signInWords } from '../enrollment/storyWords';
import { phaseStateText, phaseWords, stateWords, subcategoryName, uncertaintyWords } from '../enrollment/storyWords';
import type { Phase, PhaseItem, Subcategory } from '../enrollment/document/phases';
import type { CauseVerdict, OtherCause, Reboot, RebootCause } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import { otherCauseName } from '../timeline/words';
import { shortDuration } from '../words/duration';
import { confidenceWords } from '../enrollment/confidenceText';
import { clockText } from './clockText';
import { evidenceTexts } from './evidenceTexts';
import { placesText } from './places';
import type { QuoteSource } from './quotes';

/** A phase of the Enrollment Status Page and its steps. */
export function phaseTexts({ id, state, start, end, subcategories, evidence }: Phase) {
  return {
    name: phaseWords[id],
    state: phaseStateText({ state, start }),
    start: start === null ? '' : clockText(start),
    end: end === null ? '' : clockText(end),
    took: start === null || end === null ? '' : shortDuration(Date.parse(end) - Date.parse(start)),
    steps: subcategories.map(stepTexts),
    places: placesText(evidence),
  };
}

const itemKinds = spoken<PhaseItem['kind']>({
  app: phrase('app'),
  policy: phrase('policy'),
  certificate: phrase('certificate'),
  network: phrase('network'),
});

function stepTexts({ id, state, start, error, items }: Subcategory) {
  return {
    name: subcategoryName(id),
    state: phaseStateText({ state, start }),
    error: error ?? '',
    items: items.map(({ id: itemId, name, kind, state: itemState }) => ({
      name: name ?? itemId,
      kind: itemKinds[kind],
      state: stateWords[itemState],
    })),
  };
}

const verdictHeadings: readonly (readonly [CauseVerdict, string])[] = [
  ['confirmed', phrase('Confirmed cause')],
  ['likely', phrase('Likely cause')],
  ['possible', phrase('Possible cause')],
  ['refuted', phrase('Not the cause')],
];

/**
 * A restart, and what made it or did not, the surest first. Without an enrollment that is seen nobody knows whose it was,
 * and so not what it cost either.
 */
export function rebootTexts(reboot: Reboot, quotes: QuoteSource, isEnrollmentSeen: boolean) {
  const { id, time, during, expected, initiator, confidence, evidence, cost, causes, otherCauses } = reboot;
  return {
    id,
    time: `${clockText(time)}${uncertaintyWords(reboot.timeUncertaintyMs)}`,
    what: capitalised(rebootWords[reboot.class]),
    during: duringWords[during],
    expected: expected === null ? l10n.t('not decidable') : expected ? l10n.t('yes') : l10n.t('no'),
    askedBy: initiator?.process ?? '',
    confidence: confidenceWords[confidence],
    cost: costText(cost, isEnrollmentSeen),
    verdicts: verdictHeadings.flatMap(([verdict, heading]) => {
      const found = [
        ...causes.filter((cause) => cause.verdict === verdict).map((cause) => policyCauseTexts(cause, quotes)),
        ...otherCauses.filter((cause) => cause.verdict === verdict).map((cause) => otherCauseTexts(cause, quotes)),
      ];
      return found.length === 0 ? [] : [{ verdict: l10n.t(heading), causes: found }];
    }),
    ...evidenceTexts(evidence, quotes),
  };
}

function costText({ prompts, waitMs }: Reboot['cost'], isEnrollmentSeen: boolean): string {
  if (prompts === 0) {
    return isEnrollmentSeen ? l10n.t('no further sign-in') : l10n.t('not known: no enrollment is seen in this bundle');
  }
  if (prompts === null) {
    return l10n.t('whether it cost a sign-in is not known');
  }
  if (waitMs === null) {
    return prompts === 1 ? l10n.t('1 more sign-in') : l10n.t('{0} more sign-ins', prompts);
  }
  const wait = shortDuration(waitMs);
  return prompts === 1
    ? l10n.t('1 more sign-in, after {0} at the lock screen', wait)
    : l10n.t('{0} more sign-ins, after {1} at the lock screen', prompts, wait);
}

function policyCauseTexts({ uri, why, flaggedAt, count, evidence }: RebootCause, quotes: QuoteSource) {
  const time = clockText(flaggedAt);
  const when = count > 1 ? l10n.t('flagged {0}, {1} times in all', time, count) : l10n.t('flagged {0}', time);
  return { name: uri, when, why, ...evidenceTexts(evidence, quotes) };
}

function otherCauseTexts(cause: OtherCause, quotes: QuoteSource) {
  return { name: otherCauseName(cause), when: '', why: cause.why, ...evidenceTexts(cause.evidence, quotes) };
}

/** A sign-in of a person, or an automatic one. */
export function signInTexts(signIn: SignIn, quotes: QuoteSource) {
  const { id, time, user, credential, credentialWhy, waitMs, afterReboot, confidence, evidence } = signIn;
  return {
    id,
    time: `${clockText(time)}${uncertaintyWords(signIn.timeUncertaintyMs)}`,
    what: capitalised(signInWords[signIn.class]),
    user: user.name ?? user.sid ?? l10n.t('a user who is not known'),
    credential: capitalised(credentialWords[credential]),
    why: credentialWhy,
    wait: waitMs === null ? '' : shortDuration(waitMs),
    after: afterReboot ?? '',
    confidence: confidenceWords[confidence],
    ...evidenceTexts(evidence, quotes),
  };
}
