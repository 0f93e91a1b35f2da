import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { Finding } from '../../core/enrollment/document/findings';
import type { Reboot, RebootCause } from '../../core/enrollment/document/reboots';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import { RecordCopies } from '../../core/bundle/recordCopies';
import { evidenceKey, placesOf } from './evidenceIndex';
import type { Boot } from '../../core/enrollment/document/boots';
import type { Phase } from '../../core/enrollment/document/phases';
import type { SignIn } from '../../core/enrollment/document/signIns';

/** Something that the story says because of one place in a log. */
export type Reason =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'cause'; readonly cause: RebootCause; readonly reboot: Reboot }
  | { readonly kind: 'reboot'; readonly reboot: Reboot }
  | { readonly kind: 'signIn'; readonly signIn: SignIn }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'boot'; readonly boot: Boot };

/** A reason, and what the story notes beside the place. */
export interface NotedReason {
  readonly reason: Reason;
  readonly note: string | null;
}

/** What a place is evidence for: what it means first, then what it shows. */
export function reasonsAt(
  document: TriageDocument,
  place: EvidenceRef,
  copies = new RecordCopies([]),
): readonly NotedReason[] {
  const keys = new Set(placesOf(place, copies).map(evidenceKey));
  const noted = (evidence: readonly EvidenceRef[], reason: Reason): NotedReason[] => {
    const here = evidence.find((reference) => keys.has(evidenceKey(reference)));
    return here === undefined ? [] : [{ reason, note: here.note ?? null }];
  };
  return [
    ...document.findings.flatMap((finding) => noted(finding.evidence, { kind: 'finding', finding })),
    ...document.reboots.flatMap((reboot) =>
      reboot.causes.flatMap((cause) => noted(cause.evidence, { kind: 'cause', cause, reboot })),
    ),
    ...document.reboots.flatMap((reboot) => noted(reboot.evidence, { kind: 'reboot', reboot })),
    ...document.signIns.flatMap((signIn) => noted(signIn.evidence, { kind: 'signIn', signIn })),
    ...document.phases.flatMap((phase) =>
      noted([...phase.evidence, ...phase.subcategories.flatMap(({ evidence }) => evidence)], { kind: 'phase', phase }),
    ),
    ...document.boots.flatMap((boot) => noted(boot.evidence, { kind: 'boot', boot })),
  ];
}
