import { triage } from '../core/enrollment/triage';
import { summarize } from '../core/report/summary';
import { withBundle } from './openPath';
import { write } from './output';

/** `<bundle> [--json]`: the triage document, or its summary in words. */
export function runTriage(
  location: string,
  options: { readonly json?: boolean; readonly password?: string },
): Promise<number> {
  return withBundle(location, options.password, async (bundle) => {
    const { document } = triage(bundle);
    await write(options.json === true ? `${JSON.stringify(document, null, 2)}\n` : summarize(document));
    return 0;
  });
}
