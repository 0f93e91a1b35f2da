import { sameValue } from '../../core/case/sameValue';
import { statedPass } from '../../core/case/statedFacts';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import type { Disposing } from '../disposable';
import type { CaseSessions } from './caseSessions';

/** Tells the story of a bundle again whenever its case states something else about the pass. */
export function tellStatedStories(
  cases: CaseSessions,
  bundles: OpenBundles,
  failed: (error: unknown) => void,
): Disposing {
  const telling = new Set<OpenBundle>();
  const tell = async (bundle: OpenBundle): Promise<void> => {
    // What is stated while a story is being told is told right after it.
    while (!isTold(bundle, cases) && bundles.find(bundle.key) === bundle) {
      await bundle.retell(statedPass(cases.caseOf(bundle)));
      bundles.announceRetold(bundle);
    }
  };
  return cases.onDidChange((bundle) => {
    if (!telling.has(bundle) && !isTold(bundle, cases)) {
      telling.add(bundle);
      void tell(bundle)
        .catch(failed)
        .finally(() => telling.delete(bundle));
    }
  });
}

function isTold(bundle: OpenBundle, cases: CaseSessions): boolean {
  return sameValue(statedPass(cases.caseOf(bundle)), bundle.document.temporaryAccessPass?.stated ?? null);
}
