import * as l10n from '@vscode/l10n';
import type { MemberKind } from './memberKind';

/**
 * What to do with a member that holds events and is not read here: one sentence for people, with the command for that
 * very file; `null` for all other kinds.
 */
export function conversionHint(kind: MemberKind, path: string): string | null {
  switch (kind) {
    case 'etl': {
      const name = commandName(path, 'file.etl');
      return l10n.t(
        'An event trace has to be converted on Windows first (tracerpt "{0}" -of XML -o "{1}"); the XML opens as a log.',
        name,
        withExtension(name, 'xml'),
      );
    }
    case 'evtLegacy': {
      const name = commandName(path, 'file.evt');
      return l10n.t(
        'An event log of Windows XP times has to be converted on Windows first (wevtutil epl "{0}" "{1}" /lf:true).',
        name,
        withExtension(name, 'evtx'),
      );
    }
    default:
      return null;
  }
}

/** Names that stay one argument between quotation marks, in every shell of Windows. */
const plainName = /^[\p{L}\p{N}(_][\p{L}\p{N} ()[\]{}_.,+=@#~-]*$/u;

/** The name of a member in a command that people copy: one that could do more than name a file is not put there. */
function commandName(path: string, otherwise: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return plainName.test(name) ? name : otherwise;
}

/** `trace.etl.001` becomes `trace.xml`: what stands behind the extension of a trace only counts its pieces. */
function withExtension(name: string, extension: string): string {
  return `${name.replace(/\.(?:etl(?:\.\w+)?|evt)$/i, '')}.${extension}`;
}
