import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { parseIsoTime } from '../clock/isoTime';
import { field, numberField, type EventReaders } from './eventReader';

/** What the System log says about a device that sleeps: no start of Windows, and no new session. */
export type PowerMeaning =
  /** A shutdown that fast startup will wake from begins the same way. */
  | { readonly kind: 'sleepBegan'; readonly isHibernation: boolean }
  /** The kernel may still have the time of before the sleep as it writes this. */
  | { readonly kind: 'sleepEnded' }
  /** Written after the wake, whose time it has; `fromRawMs`: when the sleep began, as recorded (ms since 1970 UTC). */
  | { readonly kind: 'sleepReport'; readonly fromRawMs: number }
  | { readonly kind: 'standbyBegan' }
  | { readonly kind: 'standbyEnded' }
  /** Windows has a report on the crash before this start. */
  | { readonly kind: 'crashReport' };

/** `SYSTEM_POWER_STATE` of winnt.h: 2 to 4 are sleep (S1 to S3), 5 is hibernation (S4). */
const hibernation = 5;

export const powerReaders: EventReaders<PowerMeaning> = [
  [
    providers.kernelPower,
    {
      42: (event) => ({ kind: 'sleepBegan', isHibernation: numberField(event, 'TargetState') === hibernation }),
      107: () => ({ kind: 'sleepEnded' }),
      506: () => ({ kind: 'standbyBegan' }),
      507: () => ({ kind: 'standbyEnded' }),
    },
  ],
  [providers.powerTroubleshooter, { 1: sleepReport }],
  [providers.crashReporting, { 1001: () => ({ kind: 'crashReport' }) }],
];

function sleepReport(event: StoredEvent): (PowerMeaning & { readonly valueMs: number }) | null {
  const fromRawMs = parseIsoTime(field(event, 'SleepTime'));
  const wokeRawMs = parseIsoTime(field(event, 'WakeTime'));
  return fromRawMs === null || wokeRawMs === null || wokeRawMs < fromRawMs
    ? null
    : { kind: 'sleepReport', fromRawMs, valueMs: wokeRawMs };
}
