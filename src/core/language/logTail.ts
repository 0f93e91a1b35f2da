const messageEnd = ']LOG]!><';
const tailShape = /\]LOG\]!><time="[^"]{1,40}" date="[^"]{1,20}" [^<>]{0,400}>$/;
/** The longest tail, characters: a hostile line is not read further back. */
const longestTail = 600;

/**
 * Where the tail of a CMTrace record begins, `]LOG]!><time="…" date="…" thread="…">`: nothing that people read for its
 * own sake. Column from 0; `null` for lines without one.
 */
export function logTailStart(line: string): number | null {
  if (!line.endsWith('>') || !line.includes(messageEnd)) {
    return null;
  }
  const from = Math.max(0, line.length - longestTail);
  const match = tailShape.exec(line.slice(from));
  return match === null ? null : from + match.index;
}
