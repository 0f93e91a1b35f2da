import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { buildBundle } from '../../bundles/build';
import { plainShown, type PlainShownBundle } from '../../bundles/plainShown';
import type { Scenario } from '../../bundles/scenario';

export type { PlainShownBundle };

/** What the host would send of a scenario. */
export async function shownScenario(scenario: Scenario): Promise<PlainShownBundle> {
  const { name, bytes } = buildBundle(scenario);
  const opened = await openBundle({ kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) });
  if (!opened.ok) {
    throw new Error(`${name} does not open`);
  }
  return plainShown(opened.bundle);
}
