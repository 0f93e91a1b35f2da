import * as l10n from '@vscode/l10n';
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
    l10n.t('**Event {0}** · {1}', eventId, code(provider)),
    ...facts.paragraphs,
    ...evidenceFor(context, line),
    ...(facts.doc === null ? [] : [link(l10n.t('Documentation'), facts.doc)]),
  ];
}

/** A record: when it was written, and what it is evidence for. */
export function recordHover(context: LogContext, line: number, recordId: number): readonly string[] {
  return [l10n.t('**Record {0}**', recordId), ...timeOfRecord(context, line), ...evidenceFor(context, line)];
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
  return claims.length === 0 ? [] : [l10n.t('**Evidence in this bundle for** {0}', claims.map(plain).join('; '))];
}

function claimsAt(story: TriageDocument, isHere: (evidence: EvidenceRef) => boolean): readonly string[] {
  const { reboots, signIns, boots, findings } = story;
  return [
    ...reboots.flatMap((reboot, at) =>
      [...reboot.evidence, ...reboot.causes.flatMap(({ evidence }) => evidence)].some(isHere)
        ? [l10n.t('reboot {0} of {1}', at + 1, reboots.length)]
        : [],
    ),
    ...signIns.flatMap(({ evidence }, at) =>
      evidence.some(isHere) ? [l10n.t('sign-in {0} of {1}', at + 1, signIns.length)] : [],
    ),
    ...boots.flatMap(({ evidence }, at) =>
      evidence.some(isHere) ? [l10n.t('start {0} of {1}', at + 1, boots.length)] : [],
    ),
    ...findings.flatMap(({ evidence, title }) => (evidence.some(isHere) ? [l10n.t('finding: {0}', title)] : [])),
  ];
}
