import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { triage } from '../../../src/core/enrollment/triage';
import { channelSeries } from '../../../src/core/timeline/channelSeries';
import type { EventSeries } from '../../../src/core/timeline/eventSeries';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { buildBundle } from '../../bundles/build';
import type { Scenario } from '../../bundles/scenario';

/** What the host would send of a scenario, as plain JSON: columns of a channel are lists. */
export interface PlainShownBundle {
  readonly name: string;
  readonly document: TriageDocument;
  readonly channels: readonly PlainSeries[];
}

export interface PlainSeries extends Pick<EventSeries, 'log' | 'path'> {
  readonly times: readonly number[];
  readonly recordIds: readonly number[];
  readonly levels: readonly number[];
}

export async function shownScenario(scenario: Scenario): Promise<PlainShownBundle> {
  const { name, bytes } = buildBundle(scenario);
  const opened = await openBundle({ kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) });
  if (!opened.ok) {
    throw new Error(`${name} does not open`);
  }
  const { document, clock } = triage(opened.bundle);
  const channels = channelSeries(opened.bundle.logs.events, clock).map(({ log, path, times, recordIds, levels }) => ({
    log,
    path,
    times: [...times],
    recordIds: [...recordIds],
    levels: [...levels],
  }));
  return { name, document, channels };
}
