import { shortUri } from '../storyWords';
import type { TriageDocument } from './triageDocument';

/** A setting by the end of its URI; an app by its name where the status page or the agent tells one, else by its id. */
export function subjectName({ phases }: Pick<TriageDocument, 'phases'>, subject: string): string {
  const items = phases.flatMap(({ subcategories }) => subcategories.flatMap((part) => part.items));
  return items.find(({ id, name }) => id === subject && name !== null)?.name ?? shortUri(subject);
}
