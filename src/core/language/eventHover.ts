import type { EvidenceRef } from '../enrollment/document/evidence';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { isOfLog } from './evidenceLine';
import { eventFactsOf } from './knownFacts';
import type { LogContext } from './logContext';
import { recordAtLine } from './logIndex';
import { code, link, plain } from './markdown';
import { parseRecordHeader } from './recordHeader';
import { timeOfRecord } from './timeHover';

/** An event: what it means, what it proves and what it does not, and what this very record is evidence for. */
export function eventHover(
  context: LogContext,
  line: number,
  { provider, eventId }: { readonly provider: string; readonly eventId: number },
): readonly string[] {
  const told = parseRecordHeader(context.lines.line(line))?.meaning ?? '';
  const facts = eventFactsOf(provider, eventId, told);
  return [
    `**Event ${eventId}** · ${code(provider)}`,
    ...facts.paragraphs,
    ...evidenceFor(context, line),
    ...(facts.doc === null ? [] : [link('Documentation', facts.doc)]),
  ];
}

/** A record: when it was written, and what it is evidence for. */
export function recordHover(context: LogContext, line: number, recordId: number): readonly string[] {
  return [`**Record ${recordId}**`, ...timeOfRecord(context, line), ...evidenceFor(context, line)];
}

function evidenceFor(context: LogContext, line: number): readonly string[] {
  const { index, story } = context;
  const recordId = index.recordIds?.[recordAtLine(index, line)];
  if (story === null || recordId === undefined) {
    return [];
  }
  const claims = claimsAt(
    story,
    (evidence) => 'recordId' in evidence && evidence.recordId === recordId && isOfLog(context, evidence),
  );
  return claims.length === 0 ? [] : [`**Evidence in this bundle for** ${claims.map(plain).join('; ')}`];
}

function claimsAt(story: TriageDocument, isHere: (evidence: EvidenceRef) => boolean): readonly string[] {
  const { reboots, signIns, boots, findings } = story;
  return [
    ...reboots.flatMap((reboot, at) =>
      [...reboot.evidence, ...reboot.causes.flatMap(({ evidence }) => evidence)].some(isHere)
        ? [`reboot ${at + 1} of ${reboots.length}`]
        : [],
    ),
    ...signIns.flatMap(({ evidence }, at) => (evidence.some(isHere) ? [`sign-in ${at + 1} of ${signIns.length}`] : [])),
    ...boots.flatMap(({ evidence }, at) => (evidence.some(isHere) ? [`start ${at + 1} of ${boots.length}`] : [])),
    ...findings.flatMap(({ evidence, title }) => (evidence.some(isHere) ? [`finding: ${title}`] : [])),
  ];
}
