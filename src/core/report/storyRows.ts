import { itemWords } from '../case/anchorWords';
import { shortDuration } from '../words/duration';
import {
  bootWords,
  clockStepWords,
  credentialWords,
  duringWords,
  phaseWords,
  rebootWords,
  signInWords,
  stateWords,
} from '../enrollment/storyWords';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Phase } from '../enrollment/document/phases';
import type { Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** One thing that happened, for lists in the order of time. */
export interface StoryRow {
  /** ISO 8601 UTC, corrected. */
  readonly time: string;
  readonly kind: 'boot' | 'phase' | 'flag' | 'reboot' | 'signIn' | 'problem' | 'clock';
  /** Of the part of the story; empty where it has none. */
  readonly id: string;
  readonly what: string;
  readonly verdict: string;
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
      what: `Windows started: ${bootWords[kind]}`,
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
              detail: `seen ${count} times`,
              evidence,
            },
          ],
    ),
    ...document.clock.steps.map(({ at, deltaMs, reason, evidence }) => ({
      ...nothing,
      time: at,
      kind: 'clock' as const,
      what: `Clock set ${deltaMs < 0 ? 'back' : 'forward'} by ${shortDuration(Math.abs(deltaMs))}`,
      detail: clockStepWords[reason],
      evidence,
    })),
  ];
  return [...rows].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

function phaseRows({ id, state, start, end, evidence }: Phase): StoryRow[] {
  const row = (time: string, what: string): StoryRow => ({ ...nothing, time, kind: 'phase', id, what, evidence });
  return [
    ...(start === null ? [] : [row(start, `${phaseWords[id]} began`)]),
    ...(end === null ? [] : [row(end, `${phaseWords[id]}: ${stateWords[state]}`)]),
  ];
}

function flagRows({ id, causes }: Reboot): StoryRow[] {
  return causes.map(({ uri, verdict, flaggedAt, why, evidence }) => ({
    ...nothing,
    time: flaggedAt,
    kind: 'flag',
    what: `${uri} asked for a restart (${itemWords(id)})`,
    verdict,
    detail: why,
    evidence,
  }));
}

function rebootRow(reboot: Reboot): StoryRow {
  const { id, time, during, initiator, expected, confidence, evidence } = reboot;
  const flow =
    expected === null
      ? 'not known whether it belongs to the flow'
      : expected
        ? 'belongs to the flow'
        : 'not called for by the flow';
  return {
    ...nothing,
    time,
    kind: 'reboot',
    id,
    what: `${rebootWords[reboot.class]}, ${duringWords[during]}`,
    confidence,
    detail: [...(initiator === null ? [] : [`asked for by ${initiator.process}`]), flow].join('; '),
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
    what: `${signInWords[signIn.class]} of ${user.name ?? user.sid ?? 'a user who is not known'}`,
    confidence,
    detail: [
      credentialWords[credential],
      ...(waitMs === null ? [] : [`after ${shortDuration(waitMs)} at the lock screen`]),
    ].join('; '),
    evidence,
  };
}
