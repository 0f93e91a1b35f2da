/** Longer texts are left alone, UTF-16 units: laid out they would be no easier to read. */
const longestText = 1024 * 1024;
/** Deeper nesting is laid out no further to the right. */
const deepestIndent = 32;

/**
 * JSON that a machine wrote in one line, with a line for each property and element. Only white space between the
 * tokens changes: numbers, names and escapes stay as they were written, and what is not valid JSON is laid out as far as
 * it goes. Text that has line breaks of its own is given back as it is, so that its line numbers stay.
 */
export function laidOutJson(text: string): string {
  if (text.length > longestText || /[\r\n]/.test(text.trim())) {
    return text;
  }
  const out: string[] = [];
  let depth = 0;
  const breakLine = (): void => {
    out.push('\n', '  '.repeat(Math.min(depth, deepestIndent)));
  };
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{[]\s*[}\]]|[{}[\],:]|[^\s"{}[\],:]+/g)) {
    switch (token) {
      case '{':
      case '[':
        depth += 1;
        out.push(token);
        breakLine();
        break;
      case '}':
      case ']':
        depth = Math.max(0, depth - 1);
        breakLine();
        out.push(token);
        break;
      case ',':
        out.push(token);
        breakLine();
        break;
      case ':':
        out.push(': ');
        break;
      default:
        out.push(token);
    }
  }
  return `${out.join('')}\n`;
}
