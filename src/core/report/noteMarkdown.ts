import { escapeMarkdown, withoutHidden } from './escapeText';
import { writeInline, type Emphasis, type InlineStyle } from './noteInline';
import { headingOf, itemOf } from './noteLines';

const marks: Readonly<Record<Emphasis, string>> = { strong: '**', em: '*', s: '~~' };

const style: InlineStyle = {
  text: escapedPiece,
  code: (code) => {
    const fence = '`'.repeat(1 + longestRun(code));
    return `${fence} ${withoutHidden(code)} ${fence}`.replace(/^` ([^`]*) `$/, '`$1`');
  },
  mark: (emphasis) => marks[emphasis],
  address: (url, name) => (name === null ? escapedPiece(url) : `${escapedPiece(name)} (${escapedPiece(url)})`),
};

/**
 * What a person has written, as Markdown that is as simple: lists, emphasis and code stay, headings are only bold, and
 * everything else is text. Every break of a line is kept.
 *
 * @param indent the blanks that its first line stands behind
 */
export function noteMarkdown(note: string, indent: string): string {
  return note
    .split(/\r\n|\r|\n/)
    .map(lineMarkdown)
    .join(`  \n${indent}`);
}

function lineMarkdown(line: string): string {
  const item = itemOf(line);
  if (item !== null) {
    return `${item.blanks}${item.mark} ${inlineMarkdown(item.text)}`;
  }
  const heading = headingOf(line);
  return heading === null ? inlineMarkdown(line.trim()) : `**${inlineMarkdown(heading)}**`;
}

/** Signs that mean something only where a line begins are made harmless there. */
function inlineMarkdown(line: string): string {
  return writeInline(line, style)
    .replace(/^([-+=>])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A piece of a line, which begins nothing; blanks beside it count. */
function escapedPiece(text: string): string {
  return escapeMarkdown(`x${text}`).slice(1);
}

function longestRun(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
}
