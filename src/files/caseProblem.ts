import * as l10n from '@vscode/l10n';
import { errorProblem, type Problem } from '../core/bytes/problem';

/** What an operation on a case file has run into, in words for people. */
export function caseProblem(error: unknown, where: string): Problem {
  const code = errorCode(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return errorProblem('case.read-only', where, l10n.t('The case cannot be saved here: the place is read-only.'));
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return errorProblem('case.disk-full', where, l10n.t('The case cannot be saved here: there is no room left.'));
    case 'ENOENT':
    case 'ENOTDIR':
      return errorProblem('case.no-folder', where, l10n.t('The case cannot be saved here: the folder is not there.'));
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return errorProblem('case.not-saved', where, l10n.t('The case cannot be saved here: {0}', reason));
    }
  }
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
