import type { RebootDuring } from '../document/reboots';
import { isEntraAccount, isEntraSid } from '../signIns/people';
import type { Signal } from '../signals/signal';
import { firstIndexFrom, type Timed } from '../signals/timeOrder';

/** Account setup follows the sign-in of the person within this time where it comes at all, milliseconds. */
const handOverMs = 5 * 60_000;

interface Begun {
  readonly stage: RebootDuring;
  readonly from: number;
}

/**
 * The first parts of the page run before anybody is signed in. Where a person of Entra is there and no other part
 * follows, the page was left, though Intune's agent may wait for its apps for days. Fed in the order of time.
 */
export class DesktopWatch {
  private readonly present: Timed[] = [];

  take(signal: Signal): void {
    if (isOfPerson(signal)) {
      this.present.push(signal);
    }
  }

  /** `null`: until the next stage. */
  knownUntil({ stage, from }: Begun, next: Begun | undefined): number | null {
    if (stage !== 'deviceSetup' && stage !== 'devicePreparation') {
      return null;
    }
    const seen = this.present[firstIndexFrom(this.present, from)]?.at ?? Infinity;
    const until = seen + handOverMs;
    return until < (next?.from ?? Infinity) ? until : null;
  }
}

/** Does it show a person of Entra in a session of their own? */
export function isOfPerson(signal: Signal): boolean {
  switch (signal.kind) {
    case 'logon':
      return isEntraSid(signal.sid);
    case 'imeUser':
      return isEntraAccount(signal.account);
    default:
      return false;
  }
}
