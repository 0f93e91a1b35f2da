/** The lines of a table that is kept as one text, without the empty ones. */
export function packedLines(table: string): readonly string[] {
  return table.split('\n').filter((line) => line !== '');
}

/** Splits a line at its first `count` blanks; what follows them stays together. */
export function splitFields(line: string, count: number): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  for (let index = 0; index < count; index += 1) {
    const blank = line.indexOf(' ', from);
    if (blank < 0) {
      break;
    }
    fields.push(line.slice(from, blank));
    from = blank + 1;
  }
  return [...fields, line.slice(from)];
}
