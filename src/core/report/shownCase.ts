import { anchorKey } from '../case/anchor';
import type { CaseDocument } from '../case/caseDocument';
import { subject, type TrailEntry } from '../case/trail';
import type { Redactor } from '../redact/redactor';
import { redactData } from '../redact/redactData';

type Redacting = Pick<Redactor, 'redact'>;

/**
 * What stays as it is: ids, which lead back to the case; hashes; words of the format, which nobody is called by where
 * they stand; and whose reactions they are, which tells a person their own.
 */
const kept: ReadonlySet<string> = new Set([
  ...['id', 'reply', 'on', 'reactions'],
  ...['sha256', 'content', 'hash', 'before', 'after'],
  ...['kind', 'did', 'status', 'verdict', 'basis', 'channel', 'at', 'time', 'start', 'end'],
]);

/** A part of a case as it is shown while names are hidden. */
export function redactedPart<T>(part: T, redactor: Redacting): T {
  return redactData(redactor, part, kept);
}

/**
 * A case as it is shown while names are hidden; its entries stand in the same order. Nothing is done with it: what acts
 * takes the entry of that id or at that place from the case itself.
 *
 * @param redactor knows who is named in the bundle and, with `namesInCase`, in the case
 */
export function redactedCase(caseDocument: CaseDocument, redactor: Redacting): CaseDocument {
  const shown = redactedPart(caseDocument, redactor);
  const starred = new Map(
    caseDocument.stars.map(({ anchor }, index) => [
      subject.star(anchorKey(anchor)),
      subject.star(anchorKey(shown.stars[index]!.anchor)),
    ]),
  );
  const verdictOn = new Map(
    caseDocument.verdicts.map(({ finding }, index) => [
      subject.finding(finding),
      subject.finding(shown.verdicts[index]!.finding),
    ]),
  );
  const trail = shown.trail.map((entry): TrailEntry => ({
    ...entry,
    on: starred.get(entry.on) ?? verdictOn.get(entry.on) ?? (isId(entry.on) ? entry.on : redactor.redact(entry.on)),
  }));
  return { ...shown, trail };
}

/** Of a note: all other subjects are texts of several words. */
function isId(on: string): boolean {
  return !on.includes(' ');
}
