import type { Signal } from '../signals/signal';
import type { EvidenceRef } from '../document/evidence';
import { isOobeAccount } from './people';

/** The sign-in screen as it stood before a sign-in. */
export interface Screen {
  /** When it appeared: Windows was up, or the session before was left. */
  readonly since: Signal;
  readonly fromSession: boolean;
  /** The first and the last sign that nobody was signed in while it stood. */
  readonly waiting: { readonly first: Signal; readonly last: Signal } | null;
}

/** The page of web sign-in, which the sign-in screen itself shows. */
const webSignInNode = 'AadWebAuth';

/** A console that is connected this soon after a session was left shows what follows it, milliseconds (observed 0.9 s). */
const handOverMs = 30_000;

/** Starts that the setup log tells: OOBE’s own account may have been signed in since, and nothing would show it. */
const blindStarts: ReadonlySet<Signal['kind']> = new Set(['oobeMonitorStart', 'setupStart']);

/** Follows the sign-in screen through one boot after another. Fed in the order of time. */
export class ScreenWatch {
  private ready: Signal | null = null;
  private isUp = false;
  /** Would no log that was seen since the start tell of a session? */
  private isBlind = false;
  private left: Signal | null = null;
  /** As far as the agent has seen: is somebody in the session on the screen? */
  private isOccupied = true;
  private first: Signal | null = null;
  private last: Signal | null = null;

  /** Windows has started; what was known of the boot before is over. */
  begin(start: Signal): void {
    this.ready = start;
    this.isUp = false;
    this.isBlind = blindStarts.has(start.kind);
    this.left = null;
    this.isOccupied = true;
    this.forgetWaiting();
  }

  take(signal: Signal): void {
    switch (signal.kind) {
      case 'logServiceStart':
        if (!this.isUp) {
          this.ready = signal;
          this.isUp = true;
          this.isBlind = false;
        }
        break;
      case 'imeUser':
        this.isOccupied = true;
        if (isOobeAccount(signal.account)) {
          // OOBE’s own account has been signed in by Windows.
          this.ready = null;
        }
        break;
      case 'oobeNode':
      case 'espMarker':
        // The pages of OOBE are shown in a session: whoever is in it, the sign-in screen is not what stands there.
        if (signal.kind === 'espMarker' || signal.node !== webSignInNode) {
          this.ready = null;
        }
        break;
      case 'noUserAtScreen':
        this.isOccupied = false;
        this.isBlind = false;
        this.first ??= signal;
        this.last = signal;
        break;
      case 'imeSession':
        this.takeSession(signal, signal.change);
        break;
      default:
        break;
    }
  }

  /** A session was left: the screen stands from now on. */
  leave(signal: Signal): void {
    this.left = signal;
    this.forgetWaiting();
  }

  /** The screen as it stands; after the first sign-in of a boot only a session that was left brings it back. */
  now(isFirstOfBoot: boolean): Screen | null {
    const since = this.left ?? (isFirstOfBoot && !this.isBlind ? this.ready : null);
    const waiting = this.first === null || this.last === null ? null : { first: this.first, last: this.last };
    return since === null ? null : { since, fromSession: this.left !== null, waiting };
  }

  private takeSession(signal: Signal, change: string): void {
    // Where nobody was signed in, only the account of the web sign-in page can have left.
    if (change === 'logoff' && this.isOccupied) {
      this.leave(signal);
    } else if (change === 'connect' && this.left !== null && signal.at - this.left.at <= handOverMs) {
      this.left = signal;
    }
  }

  private forgetWaiting(): void {
    this.first = null;
    this.last = null;
  }
}

/** What stands behind the wait, for lists of evidence. */
export function screenEvidence({ since, fromSession, waiting }: Screen): readonly EvidenceRef[] {
  return [
    { ...since.ref, note: fromSession ? 'the session before was left' : 'Windows was up' },
    ...(waiting === null
      ? []
      : [{ ...waiting.first.ref, note: 'a session without a user: the sign-in screen is waiting' }]),
  ];
}
