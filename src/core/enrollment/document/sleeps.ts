import type { Evidence } from './evidence';

/** A time in which the device slept: no start of Windows and no restart, it went on where it was. */
export interface Sleep {
  readonly id: string;
  readonly start: string;
  /** `null` where no wake is seen. */
  readonly end: string | null;
  /** `standby`: modern standby, in which the device works on with its screen off. */
  readonly kind: 'sleep' | 'hibernation' | 'standby';
  /** How far {@link end} may be off, milliseconds; absent where a record tells it. */
  readonly timeUncertaintyMs?: number;
  readonly evidence: Evidence;
}
