import { escapeHtml } from './escapeText';
import { writeInline, type InlineStyle } from './noteInline';
import { headingOf, itemOf, type ItemLine } from './noteLines';

const style: InlineStyle = {
  text: escapeHtml,
  code: (code) => `<code>${escapeHtml(code)}</code>`,
  mark: (emphasis, end) => (end === 'begin' ? `<${emphasis}>` : `</${emphasis}>`),
  address: (url, name) =>
    name === null ? escapeHtml(url) : `${escapeHtml(name)} <span class="dim">(${escapeHtml(url)})</span>`,
};

const inlineHtml = (line: string): string => writeInline(line, style);

/** Lists in lists beyond this are written as if they were no deeper. */
const deepestList = 6;

const fence = /^ {0,3}(`{3,}|~{3,})/;
const rule = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/;
const quote = /^ {0,3}> ?(.*)$/;

/**
 * What a person has written, as HTML: paragraphs, lists, quotes and code, as far as notes need it. HTML in it stays text,
 * pictures and scripts do not exist, and headings are only bold, as those of the report have an order. Every break of a
 * line is kept. Time is linear in the text.
 */
export function noteHtml(markdown: string): string {
  const writer = new BlockWriter();
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    writer.line(line);
  }
  return writer.end();
}

interface OpenList {
  readonly element: 'ul' | 'ol';
  readonly indent: number;
}

class BlockWriter {
  private readonly parts: string[] = [];
  private readonly lists: OpenList[] = [];
  /** Lines of the paragraph or quote that is being written, as HTML. */
  private paragraph: string[] = [];
  private isQuote = false;
  private code: { readonly fence: string; readonly lines: string[] } | null = null;

  line(line: string): void {
    if (this.code !== null) {
      this.codeLine(line, this.code);
      return;
    }
    const opened = fence.exec(line)?.[1];
    const item = itemOf(line);
    const quoted = quote.exec(line)?.[1];
    const heading = headingOf(line);
    if (opened !== undefined) {
      this.endBlock();
      this.code = { fence: opened, lines: [] };
    } else if (rule.test(line)) {
      this.endBlock();
      this.parts.push('<hr />');
    } else if (item !== null) {
      this.item(item);
    } else if (heading !== null) {
      this.endBlock();
      this.parts.push(`<p><strong>${inlineHtml(heading)}</strong></p>`);
    } else if (line.trim() === '') {
      this.endParagraph();
    } else {
      this.text(quoted ?? line, quoted !== undefined);
    }
  }

  end(): string {
    if (this.code !== null) {
      this.endCode(this.code);
    }
    this.endBlock();
    return this.parts.join('');
  }

  private text(line: string, isQuote: boolean): void {
    const isOfItem = this.lists.length > 0 && /^[ \t]/.test(line);
    if (isQuote !== this.isQuote || (this.lists.length > 0 && this.paragraph.length === 0 && !isOfItem)) {
      this.endBlock();
    }
    this.isQuote = isQuote;
    this.paragraph.push(inlineHtml(line.trim()));
  }

  private item({ blanks: { length: indent }, mark, text }: ItemLine): void {
    this.endParagraph();
    const number = /^\d+/.exec(mark)?.[0];
    const element = number === undefined ? 'ul' : 'ol';
    while (this.lists.length > 1 && indent < this.lists.at(-1)!.indent) {
      this.endList();
    }
    const last = this.lists.at(-1);
    if (last === undefined || (indent >= last.indent + 2 && this.lists.length < deepestList)) {
      this.beginList(element, indent, number);
    } else if (last.element !== element) {
      this.endList();
      this.beginList(element, indent, number);
    } else {
      this.parts.push('</li>');
    }
    this.parts.push('<li>');
    this.paragraph.push(inlineHtml(text));
  }

  private beginList(element: OpenList['element'], indent: number, number: string | undefined): void {
    const start = number === undefined || Number(number) === 1 ? '' : ` start="${Number(number)}"`;
    this.parts.push(`<${element}${start}>`);
    this.lists.push({ element, indent });
  }

  private endList(): void {
    const list = this.lists.pop();
    this.parts.push(`</li></${list?.element ?? 'ul'}>`);
  }

  private endBlock(): void {
    this.endParagraph();
    while (this.lists.length > 0) {
      this.endList();
    }
  }

  private endParagraph(): void {
    if (this.paragraph.length > 0) {
      const html = this.paragraph.join('<br />');
      const isBare = this.lists.length > 0 && this.parts.at(-1) === '<li>';
      const written = isBare ? html : `<p>${html}</p>`;
      this.parts.push(this.isQuote ? `<blockquote>${written}</blockquote>` : written);
    }
    this.paragraph = [];
    this.isQuote = false;
  }

  private codeLine(line: string, code: NonNullable<BlockWriter['code']>): void {
    const closing = line.trim();
    if (closing.length >= code.fence.length && closing === code.fence[0]!.repeat(closing.length)) {
      this.endCode(code);
    } else {
      code.lines.push(line);
    }
  }

  private endCode({ lines }: NonNullable<BlockWriter['code']>): void {
    this.parts.push(`<pre>${escapeHtml(lines.join('\n'))}</pre>`);
    this.code = null;
  }
}
