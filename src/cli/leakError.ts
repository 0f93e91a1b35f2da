import * as l10n from '@vscode/l10n';

/** What would have been printed still names somebody. The lines go to standard error, for the person at the machine. */
export class LeakError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(l10n.t('nothing was written: names are left in the redacted text'));
  }
}
