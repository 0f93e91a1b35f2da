import type { CaseDocument } from '../case/caseDocument';
import type { Identifiers } from '../redact/identifier';
import { redactData } from '../redact/redactData';
import { Redactor } from '../redact/redactor';

/** What is not shown as it stands, and has to lead back to the case: anchors, ids, whose reactions they are. */
const kept: ReadonlySet<string> = new Set(['anchor', 'id', 'on', 'reactions']);

/** A case as it is shown while names are hidden. @param found in the bundle and, with `namesInCase`, in the case */
export function redactedCase(caseDocument: CaseDocument, { identifiers }: Identifiers): CaseDocument {
  return redactData(new Redactor(identifiers), caseDocument, kept);
}
