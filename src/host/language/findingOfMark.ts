import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { Finding } from '../../core/enrollment/document/findings';
import type { Reboot } from '../../core/enrollment/document/reboots';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import { evidenceKey } from '../navigation/evidenceIndex';

/**
 * The finding behind a mark in the list of problems, by its position in the document. Several findings share one code;
 * their titles tell them apart. `null` for what is no finding.
 */
export function findingOfMark(findings: readonly Finding[], code: string, message: string): number | null {
  const index = findings.findIndex(({ id, title }) => id === code && message.startsWith(title));
  return index < 0 ? null : index;
}

/**
 * Where the cause of what a finding is about stands: of a reboot its surest cause, of a sign-in that of the reboot
 * before it. `null` where none is known, or where the finding stands at its cause already.
 */
export function causeOfFinding(document: TriageDocument, { about, evidence }: Finding): EvidenceRef | null {
  const here = evidence[0] === undefined ? null : evidenceKey(evidence[0]);
  const causes = about.flatMap((id) => {
    const signIn = document.signIns.find((candidate) => candidate.id === id);
    const reboot = document.reboots.find((candidate) => candidate.id === (signIn?.afterReboot ?? id));
    return reboot === undefined ? [] : placesOfCauses(reboot);
  });
  return causes.find((place) => evidenceKey(place) !== here) ?? null;
}

/** The first place of each cause that may be right, the surest first. */
function placesOfCauses({ causes, otherCauses }: Reboot): readonly EvidenceRef[] {
  return (['confirmed', 'likely', 'possible'] as const).flatMap((verdict) =>
    [...causes, ...otherCauses].filter((cause) => cause.verdict === verdict).map((cause) => cause.evidence[0]),
  );
}
