import { errorProblem, warningProblem } from '../../../../src/core/bytes/problem';
import type { ClockStep } from '../../../../src/core/enrollment/document/clockFacts';
import { sign } from '../signals';
import type { RuleCase } from './ruleCase';
import { coverage, evidence, phase, quietStory, type Fragment } from './storyFragments';

function step(changes: Partial<ClockStep>): Fragment {
  const plain: ClockStep = { at: '2026-02-17T12:00:00.000Z', deltaMs: -10_800_000, reason: 'timeSync', evidence };
  return { story: { clock: { steps: [{ ...plain, ...changes }], localOffsets: [], localLogs: [] } } };
}

function offsets(...minutes: readonly number[]): Fragment {
  const localOffsets = minutes.map((minutesEastOfUtc) => ({
    from: '2026-02-17T12:00:00.000Z',
    minutesEastOfUtc,
    evidence,
  }));
  return { story: { clock: { steps: [], localOffsets, localLogs: [] } } };
}

function bundle(changes: Partial<typeof quietStory.bundle>): Fragment {
  return { story: { bundle: { ...quietStory.bundle, ...changes } } };
}

/** The System log as it covers device setup, which runs from 13:00 to 14:00. */
function system(changes: Partial<ReturnType<typeof coverage>>): Fragment {
  return { story: { phases: [phase()], coverage: [coverage('System', 'present', changes)] } };
}

/** Two starts, half an hour apart, that tell these numbers of the start before them. */
function numbered(first: number, second: number): Fragment {
  return {
    signals: [sign(720, { kind: 'startNumber', before: first }), sign(750, { kind: 'startNumber', before: second })],
  };
}

export const coverageCases: readonly RuleCase[] = [
  { rule: 'coverage.starts-missing', finds: numbered(4, 7), refuses: numbered(4, 5) },
  { rule: 'clock.stepped-during-oobe', finds: step({}), refuses: step({ deltaMs: 2_500 }) },
  { rule: 'clock.ambiguous', finds: step({ reason: 'unknown' }), refuses: step({ reason: 'resume' }) },
  { rule: 'clock.zone-changed', finds: offsets(60, 600), refuses: offsets(60, 60) },
  {
    rule: 'bundle.damaged',
    finds: bundle({ problems: [errorProblem('zip.truncated', 'x.zip', 'It is cut off.')] }),
    refuses: bundle({ problems: [warningProblem('zip.odd', 'x.zip', 'It is odd.')] }),
  },
  {
    rule: 'bundle.unreadable-members',
    finds: bundle({ unreadable: [{ path: 'a/b.evtx', reason: 'encrypted' }] }),
    refuses: bundle({ unreadable: [{ path: 'a/b.evtx', reason: 'notCollected' }] }),
  },
  {
    rule: 'bundle.nothing-recognised',
    finds: bundle({ members: [{ path: 'photo.jpg', kind: 'binary', size: 1 }] }),
    refuses: bundle({ members: [{ path: 'setupact.log', kind: 'setupLog', size: 1 }] }),
  },
  { rule: 'coverage.single-log', finds: bundle({ kind: 'singleLog' }), refuses: bundle({ kind: 'folder' }) },
  {
    rule: 'coverage.channel-missing',
    finds: { story: { coverage: [coverage('System', 'notCollected')] } },
    refuses: { story: { coverage: [coverage('Some-Other/Operational', 'absent')] } },
  },
  {
    rule: 'coverage.log-wrapped',
    finds: system({ first: '2026-02-17T13:30:00.000Z', firstRecordId: 500, coversEnrollment: 'part' }),
    refuses: system({ first: '2026-02-17T13:30:00.000Z', firstRecordId: 1, coversEnrollment: 'all' }),
  },
  {
    rule: 'coverage.log-ends-early',
    finds: system({ last: '2026-02-15T12:00:00.000Z', coversEnrollment: 'none' }),
    refuses: system({ last: '2026-02-17T12:30:00.000Z', coversEnrollment: 'all' }),
  },
  {
    rule: 'coverage.records-missing',
    finds: system({ missingRecordIds: 400, coversEnrollment: 'part' }),
    // What is missing was written at another time.
    refuses: system({ missingRecordIds: 400, coversEnrollment: 'all' }),
  },
];
