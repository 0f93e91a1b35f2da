import type { TriageDocument } from '../enrollment/document/triageDocument';
import { escapeMarkdown } from './escapeText';
import { overviewOf, type OverviewLine } from './overview';
import { placesText } from './places';

/**
 * The story at a glance as Markdown, to paste into a ticket. It names neither the user nor the device; what it says is
 * said of the bundle with this hash.
 */
export function ticketText(document: TriageDocument): string {
  const { bundle, device } = document;
  const { headline, sections } = overviewOf(document);
  const facts = [
    device.osBuild === null ? null : `Windows build ${device.osBuild}`,
    device.joinType === null ? null : `join ${device.joinType}`,
    device.scenario,
    `bundle sha256 ${bundle.sha256}`,
  ].filter((fact) => fact !== null);
  return [
    `## ${escapeMarkdown(headline)}`,
    facts.map(escapeMarkdown).join(' · '),
    ...sections.map(({ title, lines }) => [`### ${title}`, lines.map(listItem).join('\n')].join('\n\n')),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function listItem({ text, evidence }: OverviewLine): string {
  return `- ${escapeMarkdown(text)}${evidence.length === 0 ? '' : ` (${escapeMarkdown(placesText(evidence))})`}`;
}
