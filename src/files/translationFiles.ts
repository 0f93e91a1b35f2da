import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Translations } from '../core/words/language';

/**
 * All that is said in one language: what is in `bundle.l10n.<code>.json`, which the editor reads at its start, and in
 * the larger `catalog.<code>.json` beside it, which holds what only the readers of logs and the command line say.
 *
 * @param bundleFile path of the former; `null` for English
 */
export function translationsOf(bundleFile: string | null): Translations {
  if (bundleFile === null) {
    return {};
  }
  const catalogFile = path.join(
    path.dirname(bundleFile),
    path.basename(bundleFile).replace(/^bundle\.l10n/, 'catalog'),
  );
  return { ...read(bundleFile), ...read(catalogFile) };
}

function read(file: string): Translations {
  return JSON.parse(readFileSync(file, 'utf8')) as Translations;
}
