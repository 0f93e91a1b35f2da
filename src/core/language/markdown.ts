/** More of a value than fits a hover helps nobody. */
const longestValue = 300;

/**
 * Something out of a log as inline code: nothing in it is read as Markdown, neither links nor pictures nor HTML. The
 * fence is longer than any run of backticks inside, as CommonMark wants it.
 */
export function code(value: string): string {
  const text = visible(value);
  const longestRun = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return text === '' ? '' : `${fence} ${text} ${fence}`;
}

/** Words of our own that may hold something out of a log: everything that Markdown could act on is escaped. */
export function plain(value: string): string {
  return visible(value).replace(/[\\`*_{}[\]()<>#+\-.!|~&$@:]/g, '\\$&');
}

/** A link to a page; only to the web, and never to what a log says. */
export function link(label: string, url: string): string {
  return /^https:\/\/[\w./%?=&#~-]+$/.test(url) ? `[${plain(label)}](${url})` : plain(label);
}

/** One line, without what would hide or reorder it, and not too long. */
function visible(value: string): string {
  const line = value
    .slice(0, longestValue + 1)
    .replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  return (line.length > longestValue ? `${line.slice(0, longestValue)}…` : line).trim();
}
