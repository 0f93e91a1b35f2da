import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { escapeHtml } from '../webviewPage';
import { commandHref } from './commandHref';

/** What links to evidence need. */
export interface ChipWords {
  /** `#14`, `line 40`. */
  position(reference: EvidenceRef): string;
  more(count: number): string;
}

export interface ChipContent {
  /** Of the bundle. */
  readonly key: string;
  /** What people call the log at that path. */
  readonly nameOf: (path: string) => string;
  readonly words: ChipWords;
}

/** Evidence that a line shows; the rest is folded behind it. */
const shownPerLine = 3;

/** Links to evidence, those of one log in one chip: `#14, #16, #18 · DeviceManagement/Admin`. Empty for none. */
export function evidenceChips(evidence: readonly EvidenceRef[], content: ChipContent): string {
  const shown = chips(evidence.slice(0, shownPerLine), content);
  const folded = evidence.slice(shownPerLine);
  if (evidence.length === 0) {
    return '';
  }
  const summary = `<summary>${escapeHtml(content.words.more(folded.length))}</summary>`;
  const rest = folded.length === 0 ? '' : ` <details class="evidence">${summary}${chips(folded, content)}</details>`;
  return ` <span class="evidence">${shown}</span>${rest}`;
}

function chips(evidence: readonly EvidenceRef[], content: ChipContent): string {
  const byPath = new Map<string, EvidenceRef[]>();
  for (const reference of evidence) {
    byPath.set(reference.path, [...(byPath.get(reference.path) ?? []), reference]);
  }
  return [...byPath]
    .map(([path, references]) => {
      const name = content.nameOf(path);
      const links = references.map((reference) => link(reference, name, content)).join(', ');
      return `<span class="chip">${links} · ${escapeHtml(name)}</span>`;
    })
    .join(' ');
}

/** Heard by itself, a number says little: its label has the name of the log, its tooltip all of the path. */
function link(reference: EvidenceRef, name: string, { key, words }: ChipContent): string {
  const href = commandHref('autopilotTriage.openEvidence', [key, reference]);
  const title = reference.note === undefined ? reference.path : `${reference.note} · ${reference.path}`;
  const position = words.position(reference);
  const label = escapeHtml(`${position} · ${name}`);
  return `<a href="${href}" title="${escapeHtml(title)}" aria-label="${label}">${escapeHtml(position)}</a>`;
}
