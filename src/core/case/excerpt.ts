import { anchorKey } from './anchor';
import { emptyCase, type CaseDocument } from './caseDocument';
import { subject } from './trail';

/**
 * The part of a case that is about `subjects`, as a case of its own with all that its trail knows of them. Merged into
 * another version of the case, it carries over what was done to them and nothing else.
 */
export function excerptOf(document: CaseDocument, subjects: readonly string[]): CaseDocument {
  const wanted = new Set(subjects);
  return {
    ...emptyCase,
    bundles: document.bundles,
    annotations: document.annotations.filter(({ id }) => wanted.has(id)),
    verdicts: document.verdicts.filter(({ finding }) => wanted.has(subject.finding(finding))),
    stars: document.stars.filter(({ anchor }) => wanted.has(subject.star(anchorKey(anchor)))),
    stated: wanted.has(subject.stated) ? document.stated : emptyCase.stated,
    trail: document.trail.filter(({ on }) => wanted.has(on)),
  };
}
