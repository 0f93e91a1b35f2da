import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import { plainMarkdown } from '../plainMarkdown';
import { evidenceCitation } from './labels';

/** A hover cannot be scrolled far: the rest of the evidence is below the row. */
const linksShown = 5;

/**
 * A hover of facts with links to the evidence. What comes from the bundle goes in as plain text: a hostile log
 * must not be able to draw a link.
 */
export function storyTooltip(
  bundle: OpenBundle,
  title: string,
  facts: readonly string[],
  evidence: readonly EvidenceRef[],
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.isTrusted = { enabledCommands: ['autopilotTriage.openEvidence'] };
  tooltip.appendMarkdown(`**${plainMarkdown(title)}**\n\n`);
  for (const fact of facts) {
    tooltip.appendMarkdown(`- ${plainMarkdown(fact)}\n`);
  }
  tooltip.appendMarkdown('\n');
  for (const reference of evidence.slice(0, linksShown)) {
    const target = encodeURIComponent(JSON.stringify([bundle.key, reference]));
    const link = `command:autopilotTriage.openEvidence?${target.replace(/[()]/g, escape)}`;
    tooltip.appendMarkdown(`[${plainMarkdown(evidenceCitation(reference))}](${link})  \n`);
  }
  if (evidence.length > linksShown) {
    tooltip.appendMarkdown(plainMarkdown(vscode.l10n.t('and {0} more', evidence.length - linksShown)));
  }
  return tooltip;
}

/** Parentheses would end the link. */
function escape(character: string): string {
  return character === '(' ? '%28' : '%29';
}
