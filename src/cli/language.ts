import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { speak } from '../core/words/language';
import { translationsOf } from '../files/translationFiles';
import { UserError } from './userError';

/**
 * Sets the language that a command line asks for, such as `de`; English without one. It comes first, so that mistakes
 * in the rest are told in it. Throws a {@link UserError} for a language that there is not.
 */
export function speakLanguageIn(argv: readonly string[]): void {
  const code = languageIn(argv);
  if (code === 'en') {
    return;
  }
  // Beside the program's folder, where the editor has it too. A code is no path.
  const file = path.join(__dirname, '..', 'l10n', `bundle.l10n.${code}.json`);
  if (!/^[a-z]{2}$/.test(code) || !existsSync(file)) {
    throw new UserError(l10n.t('--language: there is no translation "{0}"; there are en and de', code));
  }
  speak(translationsOf(file));
}

/** The value of `--language de` or `--language=de`; a lone `--` ends the options. */
function languageIn(argv: readonly string[]): string {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((option) => /^--language(?:=|$)/.test(option));
  const option = options[at];
  if (option === undefined) {
    return 'en';
  }
  // Where the value is missing, reading the arguments says so.
  return option.includes('=') ? option.slice('--language='.length) : (options[at + 1] ?? 'en');
}
