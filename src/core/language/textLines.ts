/** A text by its lines, as an editor holds it. Line numbers count from 0. */
export interface TextLines {
  readonly lineCount: number;
  /** The line without its break; empty outside the text. */
  line(number: number): string;
  /** The whole text. May be costly: asked for at most once. */
  text(): string;
}
