import * as l10n from '@vscode/l10n';
import { Damage } from './damage';

/**
 * Elements plus characters that one record may unfold to. A record is smaller than 64 KiB and even its hex text
 * stays below; but forged templates can repeat a value thousands of times, at every nesting.
 */
export const MAX_WORK = 1 << 18;

export function unfoldsTooFar(): Damage {
  return new Damage(l10n.t('it unfolds to more text than a record can hold'));
}

/** Counts down while a record is unfolded. */
export class WorkLimit {
  private left = MAX_WORK;

  /** Accounts for one element with `text`. Throws {@link Damage} when the record has become unreasonably large. */
  spend(text: string): void {
    this.left -= 1 + text.length;
    if (this.left < 0) {
      throw unfoldsTooFar();
    }
  }
}
