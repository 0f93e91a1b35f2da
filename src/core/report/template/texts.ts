/** Markup of our own making, passed on as it is where markup is written. */
export class Markup {
  constructor(readonly markup: string) {}
}

/** A text whose line breaks count: a quote from a log, or what a person has written. */
export class Lines {
  constructor(
    readonly text: string,
    readonly style: 'quote' | 'prose',
  ) {}
}

/** How texts are written into a report. */
export interface Writer {
  /** Makes a text harmless in the language of the report; in one line. */
  readonly text: (text: string) => string;
  /** @param indent the blanks that its first line stands behind, for languages in which these have a meaning */
  readonly lines: (lines: Lines, indent: string) => string;
  /** Empty where the language has no place for it. */
  readonly markup: (markup: string) => string;
}
