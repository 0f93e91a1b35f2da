import type { EventSeries } from '../../../../src/core/timeline/eventSeries';
import { buildTimeline } from '../../../../src/core/timeline/buildTimeline';
import { timelineFacts } from '../../../../src/core/timeline/view/itemFacts';
import { sampleDocument, series, signIn } from '../sampleDocument';

const signIns = [
  signIn({ user: { class: 'entra', name: 'ada@contoso.example', sid: null } }),
  signIn({ id: 'signin-2', time: new Date(Date.parse('2026-08-19T10:30:00Z')).toISOString(), waitMs: null }),
];

export const document = sampleDocument({ signIns });

/** Sixty records in ten minutes: the first an error, the second a warning, the third verbose. */
export const system: EventSeries = series({ levels: Uint8Array.from({ length: 60 }, (_, at) => [2, 3, 5][at] ?? 4) });
export const shell: EventSeries = series({ log: 'Shell', path: 'shell.evtx', from: 30, count: 6 });

export const model = buildTimeline(document, [system, shell]);
export const facts = timelineFacts(model, [document]);
