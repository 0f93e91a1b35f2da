import type { ReportForm } from './reportForms';
import { builtInTemplate } from './templates/builtInTemplate';

/** What a text is that leaves the editor, as far as its own words go. */
export type FrameForm = ReportForm | 'svg';

/**
 * The words that a finished report has of its own, in lower case: of its markup, its style, its headings and the names
 * of its properties. A person may be called `Max` or `Mark`, and `max-width` and `<mark>` name nobody. What a report
 * tells is redacted before it is written; its own words are not to be taken for names afterwards.
 */
export function frameWords(form: FrameForm, text: string): ReadonlySet<string> {
  switch (form) {
    case 'html':
      return wordsOf([builtInTemplate('html'), ...markupOf(text)]);
    case 'markdown':
      return wordsOf([builtInTemplate('markdown')]);
    case 'svg':
      return wordsOf(markupOf(text));
    case 'csv':
      return wordsOf([/^.*/.exec(text)?.[0] ?? '']);
    case 'json':
    case 'sarif':
      return wordsOf(propertiesOf(text));
  }
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []));
}

/** Names and attributes of elements, without the values that are read out or shown. */
function markupOf(html: string): readonly string[] {
  const tags = html.match(/<[a-z][^<>]{0,2000}>/gi) ?? [];
  return [...new Set(tags.map((tag) => tag.replace(/\s(?:aria-label|title|alt)="[^"]*"/gi, '')))];
}

function propertiesOf(json: string): readonly string[] {
  return [...new Set(json.match(/(?<!\\)"[\w$]{1,60}": ?/g))];
}
