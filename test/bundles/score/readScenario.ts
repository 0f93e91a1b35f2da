import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { triage } from '../../../src/core/enrollment/triage';
import type { BuiltBundle } from '../build';

/** What the engine tells about a built bundle. */
export async function readScenario({ name, bytes }: BuiltBundle): Promise<TriageDocument> {
  const opened = await openBundle({ kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) });
  if (!opened.ok) {
    throw new Error(`${name} does not open`);
  }
  return triage(opened.bundle).document;
}
