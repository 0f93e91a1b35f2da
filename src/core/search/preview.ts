import type { ContentTest } from './contentTest';
import type { SearchMatch } from './searchResult';

/** Previews are one line of a list, characters. */
const maxLength = 320;
/** How much of the text before the first match is kept when a preview has to be cut. */
const lead = 60;

type Preview = Pick<SearchMatch, 'preview' | 'ranges'>;

/**
 * A line as one line of a list: cut around the first thing that was found, with the cuts shown as `…`. Of a CMTrace
 * record the message is enough, unless what was found stands behind it.
 */
export function linePreview(line: string, content: ContentTest): Preview {
  const message = /^<!\[LOG\[(.*)\]LOG\]!></.exec(line)?.[1]?.trim() ?? '';
  if (message !== '') {
    const short = cut(printable(message), '', content);
    if (short.ranges.length > 0 || !content.hasMarks) {
      return short;
    }
  }
  return cut(printable(line).trim(), '', content);
}

/**
 * A rendered event as one line: its head without time and number, which the list shows in a form of its own, and its
 * values, cut around the first of them in which something was found.
 */
export function eventPreview(rendered: string, content: ContentTest): Preview {
  const [header = '', ...values] = rendered.trimEnd().split('\n');
  const head = printable(
    header
      .replace(/^\S+ \S+ {2}/, '')
      .replace(/ {2}#\d+(?= {2}|$)/, '')
      // What nearly all names of providers begin with only takes room.
      .replace(/^(\w+ {2})Microsoft-Windows-/, '$1'),
  );
  const body = printable(values.map((line) => line.trim()).join('  '));
  return cut(body, body === '' ? head : `${head}  `, content);
}

/** `head` stays whole within reason; of `text` the part around the first match stays. */
function cut(text: string, head: string, content: ContentTest): Preview {
  const start = head.slice(0, maxLength);
  const room = maxLength - Math.min(start.length, maxLength / 2);
  const found = text.length <= room ? null : content.firstIn(text);
  const from = found === null || found < room - lead ? 0 : found - lead;
  const to = Math.min(text.length, from + room);
  const preview = `${start}${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  return { preview, ranges: content.rangesIn(preview) };
}

/** Without what would hide, break or reorder the line; every character keeps its place. */
function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
