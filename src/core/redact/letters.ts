/** One code unit in lower case, for every code unit; those whose lower case is longer stay as they are. */
const folded = new Uint16Array(65_536);
for (let unit = 0; unit < folded.length; unit += 1) {
  const lower = String.fromCharCode(unit).toLowerCase();
  folded[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** A code unit without its case. */
export function foldUnit(unit: number): number {
  return folded[unit]!;
}

/** A text without its case, unit by unit, so that offsets stay. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text.split(''), (unit) => foldOne(unit)).join('');
}

function foldOne(unit: string): string {
  return String.fromCharCode(foldUnit(unit.charCodeAt(0)));
}

/** Of a word: letters, digits, and every character beyond ASCII. */
export function isWordUnit(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit >= 0xaa;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The UTF-8 bytes of a text, each as one character: what decoded base64 shows before it is read as text. */
export function byteText(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
