/** What would have been printed still names somebody. The lines go to standard error, for the person at the machine. */
export class LeakError extends Error {
  constructor(readonly lines: readonly string[]) {
    super('nothing was written: names are left in the redacted text');
  }
}
