/*
 * How wide a text is about, where no canvas can measure it: those of a wide sans-serif font, so that labels fit in
 * all the others too.
 */

/** Shares of the font size, by kind of character. */
const narrow = 0.32;
const digit = 0.63;
const lower = 0.6;
const upper = 0.7;
const wide = 0.95;
const unknown = 0.65;

/** Width in pixels at a font size in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) {
    width += shareOf(character);
  }
  return width * fontSize;
}

function shareOf(character: string): number {
  if (/[ilj.,:;'|!()[\] fIt]/.test(character)) {
    return narrow;
  }
  if (/[mwMW%@…—]/.test(character)) {
    return wide;
  }
  if (/\d/.test(character)) {
    return digit;
  }
  return /[a-z]/.test(character) ? lower : /[A-Z]/.test(character) ? upper : unknown;
}
