import * as l10n from '@vscode/l10n';
import { shortDuration } from '../words/duration';
import {
  bootWords,
  clockStepWords,
  credentialWords,
  duringWords,
  phaseWords,
  rebootWords,
  signInWords,
  sleepWords,
  stateWords,
  uncertaintyWords,
} from '../enrollment/storyWords';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Phase } from '../enrollment/document/phases';
import type { CauseVerdict, Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** One thing that happened, for lists in the order of time. */
export interface StoryRow {
  /** ISO 8601 UTC, corrected. */
  readonly time: string;
  readonly kind: 'boot' | 'sleep' | 'phase' | 'flag' | 'reboot' | 'signIn' | 'problem' | 'clock';
  /** Of the part of the story; empty where it has none. */
  readonly id: string;
  readonly what: string;
  /** Of a flag; empty for the rest. */
  readonly verdict: CauseVerdict | '';
  readonly confidence: string;
  readonly detail: string;
  readonly evidence: readonly EvidenceRef[];
}

const nothing = { id: '', verdict: '', confidence: '', detail: '' } as const;

/** The story, event by event. */
export function storyRows(document: TriageDocument): readonly StoryRow[] {
  const rows: readonly StoryRow[] = [
    ...document.boots.map(({ id, start, kind, evidence }) => ({
      ...nothing,
      time: start,
      kind: 'boot' as const,
      id,
      what: l10n.t('Windows started: {0}', bootWords[kind]),
      evidence,
    })),
    ...(document.sleeps ?? []).map(({ id, start, end, kind, timeUncertaintyMs, evidence }) => ({
      ...nothing,
      time: start,
      kind: 'sleep' as const,
      id,
      what: l10n.t('The device was {0}', sleepWords[kind]),
      detail:
        end === null
          ? l10n.t('no wake is seen')
          : `${l10n.t('for {0}', shortDuration(Date.parse(end) - Date.parse(start)))}${uncertaintyWords(timeUncertaintyMs)}`,
      evidence,
    })),
    ...document.phases.flatMap(phaseRows),
    ...document.reboots.flatMap((reboot) => [...flagRows(reboot), rebootRow(reboot)]),
    ...document.signIns.map(signInRow),
    ...document.signInProblems.flatMap(({ time, code, meaning, count, evidence }) =>
      time === null
        ? []
        : [
            {
              ...nothing,
              time,
              kind: 'problem' as const,
              what: `${code}: ${meaning}`,
              detail: count === 1 ? l10n.t('seen once') : l10n.t('seen {0} times', count),
              evidence,
            },
          ],
    ),
    ...document.clock.steps.map(({ at, deltaMs, reason, evidence }) => ({
      ...nothing,
      time: at,
      kind: 'clock' as const,
      what:
        deltaMs < 0
          ? l10n.t('Clock set back by {0}', shortDuration(deltaMs))
          : l10n.t('Clock set forward by {0}', shortDuration(deltaMs)),
      detail: clockStepWords[reason],
      evidence,
    })),
  ];
  return [...rows].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

function phaseRows({ id, state, start, end, evidence }: Phase): StoryRow[] {
  const row = (time: string, what: string): StoryRow => ({ ...nothing, time, kind: 'phase', id, what, evidence });
  return [
    ...(start === null ? [] : [row(start, l10n.t('{0} began', phaseWords[id]))]),
    ...(end === null ? [] : [row(end, `${phaseWords[id]}: ${stateWords[state]}`)]),
  ];
}

function flagRows({ id, causes }: Reboot): StoryRow[] {
  return causes.map(({ uri, verdict, flaggedAt, why, evidence }) => ({
    ...nothing,
    time: flaggedAt,
    kind: 'flag',
    what: l10n.t('{0} asked for a restart ({1})', uri, id),
    verdict,
    detail: why,
    evidence,
  }));
}

function rebootRow(reboot: Reboot): StoryRow {
  const { id, time, during, initiator, expected, confidence, evidence } = reboot;
  const flow =
    expected === null
      ? l10n.t('not known whether it belongs to the flow')
      : expected
        ? l10n.t('belongs to the flow')
        : l10n.t('not called for by the flow');
  return {
    ...nothing,
    time,
    kind: 'reboot',
    id,
    what: `${rebootWords[reboot.class]}, ${duringWords[during]}${uncertaintyWords(reboot.timeUncertaintyMs)}`,
    confidence,
    detail: [...(initiator === null ? [] : [l10n.t('asked for by {0}', initiator.process)]), flow].join('; '),
    evidence,
  };
}

function signInRow(signIn: SignIn): StoryRow {
  const { id, time, user, credential, waitMs, confidence, evidence } = signIn;
  return {
    ...nothing,
    time,
    kind: 'signIn',
    id,
    what: l10n.t('{0} of {1}', signInWords[signIn.class], user.name ?? user.sid ?? l10n.t('a user who is not known')),
    confidence,
    detail: [
      credentialWords[credential],
      ...(waitMs === null ? [] : [l10n.t('after {0} at the lock screen', shortDuration(waitMs))]),
    ].join('; '),
    evidence,
  };
}
