/** Width of a text in pixels, in the font that it will be drawn with. */
export type MeasureText = (text: string) => number;

/** The text, or as much of its beginning as fits, with an ellipsis; empty when not even two letters fit. */
export function fitText(text: string, width: number, measure: MeasureText): string {
  return fit(text, width, measure, (letters) => `${text.slice(0, letters).trimEnd()}…`);
}

/** Like {@link fitText}, but cuts the middle out: names of logs often differ at their ends. */
export function fitName(text: string, width: number, measure: MeasureText): string {
  return fit(text, width, measure, (letters) => {
    const end = Math.floor(letters / 2);
    return `${text.slice(0, letters - end)}…${end === 0 ? '' : text.slice(-end)}`;
  });
}

/** The longest cut that fits; `cut` makes one with so many letters left. */
function fit(text: string, width: number, measure: MeasureText, cut: (letters: number) => string): string {
  if (measure(text) <= width) {
    return text;
  }
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (measure(cut(middle)) <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low < 2 ? '' : cut(low);
}
