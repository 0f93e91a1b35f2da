/** How much a problem matters to the person reading the bundle. */
export type ProblemSeverity = 'error' | 'warning' | 'info';

/**
 * Something in the input that is not as it should be. Readers collect these instead of throwing, so that the
 * rest of the bundle still works.
 */
export interface Problem {
  readonly severity: ProblemSeverity;
  /** Dotted and stable, e.g. `zip.crc-mismatch`; tests and settings refer to it. */
  readonly code: string;
  /** What it is about: a member path, optionally with `:line` or `#record`. */
  readonly where: string;
  /** One sentence for people: what is wrong and what it means for them. */
  readonly detail: string;
}

/** An error in the input (something is missing from what is shown). */
export function errorProblem(code: string, where: string, detail: string): Problem {
  return { severity: 'error', code, where, detail };
}

/** A doubt about the input (everything is shown, but it may not be intact). */
export function warningProblem(code: string, where: string, detail: string): Problem {
  return { severity: 'warning', code, where, detail };
}

/** A remark (nothing is lost). */
export function infoProblem(code: string, where: string, detail: string): Problem {
  return { severity: 'info', code, where, detail };
}
