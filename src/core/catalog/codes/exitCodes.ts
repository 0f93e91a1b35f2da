import * as l10n from '@vscode/l10n';
import { enumeration, wordsFor } from '../values/enumeration';
import { explainCode } from './explainCode';

/** What Intune takes a return code for when the app does not say otherwise. */
const defaults = enumeration(`
0 success
1707 success
3010 a soft restart: the app is installed and asks for a restart
1641 a hard restart: the installer has started one or wants it at once
1618 try again later
`);

/** What an exit code of an installer means. */
export interface ExitCodeMeaning {
  readonly name: string | null;
  readonly text: string | null;
  /** What Intune makes of it by default. */
  readonly byDefault: string;
}

/** Explains what an installer returned; any number has a meaning for Intune, if only that of a failure. */
export function explainExitCode(text: string): ExitCodeMeaning {
  const meaning = explainCode(text, 'win32');
  return {
    name: meaning?.name ?? null,
    text: meaning?.text ?? null,
    byDefault: wordsFor(defaults, text) ?? l10n.t('a failure'),
  };
}
