/** Tests whether a name contains `part`, in any case; `*` in it stands for anything, and then the whole name has to fit. */
export function nameTest(part: string): (name: string) => boolean {
  const wanted = part.toLowerCase();
  if (!wanted.includes('*')) {
    return (name) => name.toLowerCase().includes(wanted);
  }
  const pieces = wanted.split('*');
  return (name) => fitsPieces(name.toLowerCase(), pieces);
}

/** Each piece as early as possible, the last at the end: greedy is enough where `*` is the only wildcard. */
function fitsPieces(name: string, pieces: readonly string[]): boolean {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) {
    return false;
  }
  const end = name.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) {
      return false;
    }
    at = found + piece.length;
  }
  return true;
}
