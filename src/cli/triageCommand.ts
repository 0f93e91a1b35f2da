import { triage } from '../core/enrollment/triage';
import { summarize } from '../core/report/summary';
import type { Target } from './arguments';
import { checkLocked } from './lockedMembers';
import { withBundle } from './openPath';
import { write } from './output';

/** `<bundle> [--json]`: the triage document, or its summary in words. */
export function runTriage(target: Target & { readonly json: boolean }): Promise<void> {
  return withBundle(target, async (bundle) => {
    checkLocked(bundle, target);
    const { document } = triage(bundle);
    await write(target.json ? `${JSON.stringify(document, null, 2)}\n` : summarize(document));
  });
}
