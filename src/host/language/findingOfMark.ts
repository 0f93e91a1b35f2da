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

/** Where a finding leads from the record that it stands at. */
export interface FindingLead {
  readonly kind: 'cause' | 'evidence';
  readonly place: EvidenceRef;
}

/**
 * To the cause of what a finding is about: of a reboot its surest cause, of a sign-in that of the reboot before it. A
 * finding that stands at a cause already leads on to its other evidence. `null` where nothing is known to lead to.
 */
export function leadOfFinding(document: TriageDocument, { about, evidence }: Finding): FindingLead | null {
  const here = evidence[0] === undefined ? null : evidenceKey(evidence[0]);
  const causes = about.flatMap((id) => {
    const signIn = document.signIns.find((candidate) => candidate.id === id);
    const reboot = document.reboots.find((candidate) => candidate.id === (signIn?.afterReboot ?? id));
    return reboot === undefined ? [] : placesOfCauses(reboot);
  });
  const isAtCause = causes.some((place) => evidenceKey(place) === here);
  const place = isAtCause ? evidence.find((other) => evidenceKey(other) !== here) : causes[0];
  return place === undefined ? null : { kind: isAtCause ? 'evidence' : 'cause', place };
}

/** The first place of each cause that may be right, the surest first. */
function placesOfCauses({ causes, otherCauses }: Reboot): readonly EvidenceRef[] {
  return (['confirmed', 'likely', 'possible'] as const).flatMap((verdict) =>
    [...causes, ...otherCauses].filter((cause) => cause.verdict === verdict).map((cause) => cause.evidence[0]),
  );
}
