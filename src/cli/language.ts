import { existsSync } from 'node:fs';
import path from 'node:path';
import { speak } from '../core/words/language';
import { translationsOf } from '../files/translationFiles';
import { UserError } from './userError';

/** The story is told in the language with this code, such as `de`. Throws a {@link UserError} where there is none. */
export function speakLanguage(code: string): void {
  if (code === 'en') {
    return;
  }
  // Beside the program's folder, where the editor has it too. A code is no path.
  const file = path.join(__dirname, '..', 'l10n', `bundle.l10n.${code}.json`);
  if (!/^[a-z]{2}$/.test(code) || !existsSync(file)) {
    throw new UserError(`--language: there is no translation "${code}"; there are en and de`);
  }
  speak(translationsOf(file));
}
