import { createRequire } from 'node:module';
import { l10n } from 'vscode';
import { translationsOf } from '../../files/translationFiles';
import type * as logText from '../../core/language/logText';

/** The log language lives in a file of its own, so that its catalogues weigh on nothing until a log is shown. */
type LanguageModule = typeof logText;

let loaded: LanguageModule | undefined;

/** @param script path of `dist/language.js` */
export function languageModule(script: string): LanguageModule {
  if (loaded === undefined) {
    loaded = createRequire(__filename)(script) as LanguageModule;
    loaded.speak(translationsOf(l10n.uri?.fsPath ?? null));
  }
  return loaded;
}
