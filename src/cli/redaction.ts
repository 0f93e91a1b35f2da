import * as l10n from '@vscode/l10n';
import type { Bundle } from '../core/bundle/bundle';
import { patternsIn } from '../core/redact/customPatterns';
import type { Identifiers } from '../core/redact/identifier';
import { identifiersOf, type IdentifierOptions } from '../core/redact/identifiersOf';
import type { Leak } from '../core/redact/leakCheck';
import { keepPseudonyms, keptPseudonyms } from '../files/pseudonymFile';
import type { RedactionArguments } from './arguments';
import { LeakError } from './leakError';
import { reasonOf } from './openPath';
import { UserError } from './userError';

/**
 * The names in a bundle, under the pseudonyms of the file where one is given. Rejects with a {@link UserError}.
 *
 * @param beside what is printed too and may hold names of others
 */
export async function identifiersIn(
  bundle: Bundle,
  { mapFile, patterns }: RedactionArguments,
  beside: Pick<IdentifierOptions, 'texts' | 'authors'>,
): Promise<Identifiers> {
  const own = patternsIn(patterns);
  if (!own.ok) {
    throw new UserError(`--redact-pattern ${own.source}: ${own.detail}`);
  }
  if (mapFile === undefined) {
    return identifiersOf(bundle, { ...beside, patterns: own.patterns });
  }
  try {
    const known = await keptPseudonyms(mapFile);
    const found = await identifiersOf(bundle, { ...beside, known, patterns: own.patterns });
    await keepPseudonyms(mapFile, found.identifiers);
    return found;
  } catch (error) {
    throw new UserError(`--redaction-map: ${reasonOf(error)}`);
  }
}

/** Throws a {@link LeakError} where there are any. */
export function refuseLeaks(leaks: readonly Leak[]): void {
  if (leaks.length > 0) {
    throw new LeakError(
      leaks.map(
        ({ line, encoding, pseudonym, found }) =>
          `${line === null ? '' : `${l10n.t('line {0}', line)}, `}${encoding}: ${found} (${pseudonym})`,
      ),
    );
  }
}
