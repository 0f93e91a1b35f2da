import type { RecordCopies } from '../../core/bundle/recordCopies';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';

/** What of the story has its main evidence in one member. */
export interface MemberMarks {
  readonly reboots: number;
  /** Of {@link reboots}, those that the enrollment does not call for. */
  readonly unexpected: number;
  readonly rePrompts: number;
  /** Findings of severity error. */
  readonly errors: number;
}

const noMarks: MemberMarks = { reboots: 0, unexpected: 0, rePrompts: 0, errors: 0 };

/** The marks by member path; a copy that holds the same record has the mark too. */
export function memberMarks(
  { reboots, signIns, findings }: Pick<TriageDocument, 'reboots' | 'signIns' | 'findings'>,
  copies: RecordCopies,
): ReadonlyMap<string, MemberMarks> {
  const marks = new Map<string, MemberMarks>();
  const add = (evidence: EvidenceRef | undefined, change: (before: MemberMarks) => MemberMarks): void => {
    if (evidence !== undefined) {
      const others = 'recordId' in evidence ? copies.ofRecord(evidence.path, evidence.recordId) : [];
      for (const path of [evidence.path, ...others]) {
        marks.set(path, change(marks.get(path) ?? noMarks));
      }
    }
  };
  for (const { evidence, expected } of reboots) {
    const unexpected = expected === false ? 1 : 0;
    add(evidence[0], (before) => ({
      ...before,
      reboots: before.reboots + 1,
      unexpected: before.unexpected + unexpected,
    }));
  }
  for (const signIn of signIns) {
    if (signIn.class === 'rePrompt') {
      add(signIn.evidence[0], (before) => ({ ...before, rePrompts: before.rePrompts + 1 }));
    }
  }
  for (const { severity, evidence } of findings) {
    if (severity === 'error') {
      add(evidence[0], (before) => ({ ...before, errors: before.errors + 1 }));
    }
  }
  return marks;
}
