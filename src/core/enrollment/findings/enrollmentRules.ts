import { durationWords } from '../durationWords';
import { signalsOf } from '../signals/signal';
import type { ClockStep } from '../document/clockFacts';
import { finding, learnEsp, type Rule } from './rule';

/** Corrections below this are not worth a word, milliseconds. */
const worthSayingMs = 60_000;

/** How the enrollment itself went, and the clock it is told in. */
export const enrollmentRules: readonly Rule[] = [
  (_, signals) => {
    const last = signalsOf(signals, 'mdmEnrolled').at(-1);
    return last === undefined || last.succeeded
      ? []
      : [
          finding({
            id: 'enrollment.mdm-failed',
            title: 'The MDM enrollment failed',
            severity: 'error',
            about: ['enrollment'],
            advice: 'Open the record: its HRESULT names the reason (licence, restriction, device limit, network).',
            links: [learnEsp],
            evidence: [last.ref],
          }),
        ];
  },
  (_, signals) => {
    const last = signalsOf(signals, 'joined').at(-1);
    return last?.rolledBack !== true
      ? []
      : [
          finding({
            id: 'enrollment.join-rolled-back',
            title: 'The Entra join was rolled back',
            severity: 'error',
            about: ['enrollment'],
            advice:
              'A join is undone when the enrollment after it fails: look for the MDM enrollment error just before.',
            evidence: [last.ref],
          }),
        ];
  },
  ({ clock }) => {
    const steps = clock.steps.filter(
      ({ reason, deltaMs }) => reason === 'timeSync' && Math.abs(deltaMs) >= worthSayingMs,
    );
    const [first, ...rest] = steps;
    return first === undefined
      ? []
      : [
          finding({
            id: 'clock.stepped-during-oobe',
            title:
              rest.length > 0
                ? `The clock was corrected ${steps.length} times`
                : `The clock was set ${stepWords(first)}`,
            severity: 'info',
            about: ['clock'],
            advice: 'Times before a step are shown shifted to the later clock; the raw times are beside them.',
            evidence: steps.flatMap(({ evidence }) => evidence),
          }),
        ];
  },
];

/** `back by 3 h 0 min` */
function stepWords({ deltaMs }: ClockStep): string {
  return `${deltaMs < 0 ? 'back' : 'forward'} by ${durationWords(Math.abs(deltaMs))}`;
}
