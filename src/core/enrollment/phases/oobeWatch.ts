import type { RebootDuring } from '../document/reboots';
import { isOobeAccount } from '../signIns/people';
import type { Signal } from '../signals/signal';
import { firstIndexFrom, type Timed } from '../signals/timeOrder';

/** OOBE is silent for this long at most while it runs; a restart that interrupts it shows OOBE again, milliseconds. */
const silentMs = 60 * 60_000;

interface Begun {
  readonly stage: RebootDuring;
  readonly from: number;
}

/**
 * Windows setup and OOBE leave no record of their end in most bundles, and the logs of what followed may have wrapped:
 * a device that has been in use for weeks is not still before its join. Fed in the order of time.
 */
export class OobeWatch {
  private readonly signs: Timed[] = [];

  take(signal: Signal): void {
    if (isOfOobe(signal)) {
      this.signs.push(signal);
    }
  }

  /** The last sign of OOBE in a stage that nothing follows but the time after the enrollment; else `null`. */
  knownUntil({ stage, from }: Begun, next: Begun | undefined): number | null {
    if ((stage !== 'setup' && stage !== 'preJoin') || (next !== undefined && next.stage !== 'afterEnrollment')) {
      return null;
    }
    const last = this.signs[firstIndexFrom(this.signs, next?.from ?? Infinity) - 1];
    return Math.max(last?.at ?? from, from) + silentMs;
  }
}

function isOfOobe(signal: Signal): boolean {
  switch (signal.kind) {
    case 'oobeNode':
    case 'oobeNodeEnd':
    case 'oobeStart':
    case 'oobeResume':
    case 'oobeHealth':
    case 'oobeMonitorStart':
    case 'oobeMonitorStop':
    case 'oobeBegan':
    case 'restartNode':
    case 'espMarker':
    case 'setupStart':
    case 'setupRestart':
    case 'zeroDayUpdateDone':
    case 'qualityUpdateBegan':
    case 'localeNeedsRestart':
    case 'deviceReset':
    case 'passwordPageShown':
      return true;
    case 'imeUser':
      return isOobeAccount(signal.account);
    default:
      return false;
  }
}
