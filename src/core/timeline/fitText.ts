/** Width of a text in pixels, in the font that it will be drawn with. */
export type MeasureText = (text: string) => number;

/** The text, or as much of its beginning as fits, with an ellipsis; empty when not even two letters fit. */
export function fitText(text: string, width: number, measure: MeasureText): string {
  if (measure(text) <= width) {
    return text;
  }
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low < 2 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
