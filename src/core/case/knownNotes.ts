import type { Annotation, CaseDocument } from './caseDocument';
import { sameValue } from './sameValue';

/** `next` with the notes of `before` that are still the same, so that nobody has to draw them anew. */
export function withKnownNotes(next: CaseDocument, before: CaseDocument): CaseDocument {
  const known = new Map(before.annotations.map((note) => [note.id, note]));
  const annotations = next.annotations.map((note): Annotation => {
    const earlier = known.get(note.id);
    return earlier !== undefined && sameValue(earlier, note) ? earlier : note;
  });
  return { ...next, annotations };
}
