import * as l10n from '@vscode/l10n';
import type { Bundle } from '../core/bundle/bundle';
import { patternsIn } from '../core/redact/customPatterns';
import type { Identifiers } from '../core/redact/identifier';
import { identifiersBeside, type BesideBundle } from '../core/redact/identifiersBeside';
import { identifiersOf } from '../core/redact/identifiersOf';
import { keepPseudonyms, keptPseudonyms, pseudonymFile } from '../files/pseudonymFile';
import type { RedactionRequest } from '../protocol/bundleService';

/**
 * The identifiers of one open bundle. It is looked through once; texts made from it add what only they hold. New
 * pseudonyms are kept for the next export.
 */
export class BundleNames {
  private held: { readonly by: string; readonly found: Identifiers } | null = null;
  /** One look at a time: two would give the same pseudonym to different names. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly bundle: Bundle) {}

  identifiers(request: RedactionRequest, signal: AbortSignal, beside: BesideBundle = {}): Promise<Identifiers> {
    const look = this.last.then(() => this.look(request, signal, beside));
    this.last = look.catch(() => null);
    return look;
  }

  private async look(
    { mapFolder, patterns }: RedactionRequest,
    signal: AbortSignal,
    beside: BesideBundle,
  ): Promise<Identifiers> {
    signal.throwIfAborted();
    const own = patternsIn(patterns);
    if (!own.ok) {
      throw new Error(l10n.t('The redaction pattern {0} cannot be used: {1}', own.source, own.detail));
    }
    const by = JSON.stringify([mapFolder, patterns]);
    const file = pseudonymFile(mapFolder, this.bundle.sha256);
    const known =
      this.held?.by === by
        ? this.held.found
        : await identifiersOf(this.bundle, { signal, known: await keptPseudonyms(file), patterns: own.patterns });
    const found = identifiersBeside(known, beside, own.patterns);
    if (known !== this.held?.found || valueCount(found) > valueCount(known)) {
      await keepPseudonyms(file, found.identifiers);
    }
    // A text that holds too much does not spoil the next one.
    this.held = { by, found: { ...found, isComplete: known.isComplete } };
    return found;
  }
}

function valueCount({ identifiers }: Identifiers): number {
  return identifiers.reduce((sum, { values }) => sum + values.length, 0);
}
