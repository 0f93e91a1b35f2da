import * as l10n from '@vscode/l10n';
import { listOf, phrase, sentences, wholeNumber } from '../words/language';
import { shortDuration } from '../words/duration';
import { duringWords, rebootWords, shortUri, uncertaintyWords } from '../enrollment/storyWords';
import { otherCauseName } from '../timeline/words';
import type { CauseVerdict, Reboot, RebootCause } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { confidenceText } from '../enrollment/confidenceText';
import { rebootsInEnrollment } from './headline';
import type { OverviewLine } from './overview';

/** More than this is a list and no glance. */
const shown = 4;

/** Each restart inside the enrollment: who asked for it and how sure that is, and what is not to blame. */
export function restartLines(document: TriageDocument): readonly OverviewLine[] {
  const inside = rebootsInEnrollment(document);
  const lines = inside.slice(0, shown).flatMap((reboot) => [restartLine(reboot), ...notTheCause(reboot)]);
  const left = inside.length - Math.min(inside.length, shown);
  const more =
    left === 1
      ? l10n.t('And 1 more restart; see the list.')
      : l10n.t('And {0} more restarts; see the list.', wholeNumber(left));
  return left === 0 ? lines : [...lines, { text: more, evidence: [] }];
}

function restartLine(reboot: Reboot): OverviewLine {
  return {
    text: sentences(whatHappened(reboot), agentAlone(reboot), ...causeSentences(reboot)),
    evidence: reboot.evidence,
  };
}

function agentAlone({ mayBeAgentAlone }: Reboot): string {
  return mayBeAgentAlone === true
    ? l10n.t('Only Intune’s agent is seen to start anew: it may have done so alone.')
    : '';
}

function whatHappened(reboot: Reboot): string {
  const { time, during, initiator, expected } = reboot;
  const facts = [
    `${time.slice(11, 16)} UTC${uncertaintyWords(reboot.timeUncertaintyMs)}`,
    duringWords[during],
    rebootWords[reboot.class],
    confidenceText(reboot.confidence),
  ] as const;
  if (initiator === null) {
    return expected === true
      ? l10n.t('{0}, in {1}: {2}, which belongs to the flow ({3}).', ...facts)
      : l10n.t('{0}, in {1}: {2} ({3}).', ...facts);
  }
  return expected === true
    ? l10n.t('{0}, in {1}: {2}, asked for by {4}, which belongs to the flow ({3}).', ...facts, initiator.process)
    : l10n.t('{0}, in {1}: {2}, asked for by {4} ({3}).', ...facts, initiator.process);
}

const causeHeadings: readonly (readonly [CauseVerdict, string])[] = [
  ['confirmed', phrase('Confirmed: {0}.')],
  ['likely', phrase('Likely: {0}.')],
  ['possible', phrase('Possible: {0}.')],
];

function causeSentences({ causes, otherCauses, time }: Reboot): readonly string[] {
  return causeHeadings.flatMap(([verdict, heading]) => {
    const found = causes.filter((cause) => cause.verdict === verdict);
    const others = otherCauses.filter((cause) => cause.verdict === verdict);
    const named = [listOf(flagged(found, time), shown), listOf(others.map(otherCauseName), shown)].filter(
      (text) => text !== '',
    );
    return named.length === 0 ? [] : [l10n.t(heading, named.join(', '))];
  });
}

function flagged(causes: readonly RebootCause[], rebootTime: string): readonly string[] {
  return causes.map(({ uri, flaggedAt }) =>
    l10n.t('{0} (flagged {1} before)', shortUri(uri), before(flaggedAt, rebootTime)),
  );
}

function before(flaggedAt: string, rebootTime: string): string {
  return shortDuration(Math.max(0, Date.parse(rebootTime) - Date.parse(flaggedAt)));
}

function notTheCause({ causes, otherCauses }: Reboot): readonly OverviewLine[] {
  const refuted = [
    ...causes.map((cause) => ({ ...cause, name: shortUri(cause.uri) })),
    ...otherCauses.map((cause) => ({ ...cause, name: otherCauseName(cause) })),
  ].filter(({ verdict }) => verdict === 'refuted');
  if (refuted.length === 0) {
    return [];
  }
  const named = refuted.map(({ name }) => name);
  return [
    {
      text: l10n.t('Not its cause: {0}.', listOf(named, shown)),
      evidence: refuted.flatMap(({ evidence }) => evidence),
    },
  ];
}
