import { itemWords } from '../case/anchorWords';
import type { Finding } from '../enrollment/document/findings';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { clockText } from './clockText';

/**
 * What findings are called in a report. One rule may find the same at several restarts: then each says at which, as a
 * report is read without the rows beside it.
 */
export function findingTitles({
  findings,
  reboots,
}: Pick<TriageDocument, 'findings' | 'reboots'>): (finding: Finding) => string {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { title } of findings) {
    (seen.has(title) ? repeated : seen).add(title);
  }
  return ({ title, about }) => {
    const reboot = repeated.has(title) ? reboots.find(({ id }) => about.includes(id)) : undefined;
    return reboot === undefined ? title : `${title} (${itemWords(reboot.id)}, ${clockText(reboot.time)})`;
  };
}
