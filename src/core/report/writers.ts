import { escapeHtml, escapeMarkdown, withoutHidden } from './escapeText';
import { noteHtml } from './noteHtml';
import { noteMarkdown } from './noteMarkdown';
import type { Lines, Writer } from './template/texts';

/** Quotes keep their line breaks by the style of the page; of prose the Markdown is shown. */
export const htmlWriter: Writer = {
  text: escapeHtml,
  lines: ({ text, style }) => (style === 'prose' ? noteHtml(text) : escapeHtml(text)),
  markup: (markup) => markup,
};

export const markdownWriter: Writer = {
  text: escapeMarkdown,
  lines: markdownLines,
  markup: () => '',
};

/** Quotes as blocks of code, whose fence is longer than any in them; of prose the simple Markdown. */
function markdownLines({ text, style }: Lines, indent: string): string {
  if (style === 'prose') {
    return noteMarkdown(text, indent);
  }
  const lines = text.split(/\r\n|\r|\n/);
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines.map(withoutHidden), fence].join(`\n${indent}`);
}
