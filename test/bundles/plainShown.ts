import type { Bundle } from '../../src/core/bundle/bundle';
import type { TriageDocument } from '../../src/core/enrollment/document/triageDocument';
import { triage } from '../../src/core/enrollment/triage';
import { channelSeries } from '../../src/core/timeline/channelSeries';
import type { EventSeries } from '../../src/core/timeline/eventSeries';

/** What the host would send of a bundle, as plain JSON: columns of a channel are lists. */
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

/** The story of a bundle and the records of its channels. */
export function plainShown(bundle: Bundle): PlainShownBundle {
  const { document, clock } = triage(bundle);
  const channels = channelSeries(bundle.logs.events, clock).map(({ log, path, times, recordIds, levels }) => ({
    log,
    path,
    times: [...times],
    recordIds: [...recordIds],
    levels: [...levels],
  }));
  return { name: document.bundle.name, document, channels };
}
