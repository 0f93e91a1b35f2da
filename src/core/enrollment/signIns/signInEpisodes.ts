import type { FoundBoot } from '../reboots/bootFinder';
import type { Signal } from '../signals/signal';
import { isEntraAccount, isEntraSid, isLocalSid, isPersonAccount, isPersonSid, machineSidOf } from './people';
import { ScreenWatch, type Screen } from './screenWatch';

/** One sign-in of a person, merged from what several logs say about it. */
export interface Episode {
  /** Corrected, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly sid: string | null;
  /** `DOMAIN\\user` as the management extension names it. */
  readonly account: string | null;
  /** Position of the boot it belongs to; -1 before the first. */
  readonly boot: number;
  readonly isFirstOfBoot: boolean;
  /** The sign-in screen before it; `null` where none is known. */
  readonly screen: Screen | null;
  /** By how much the sign-in may have been earlier than {@link at}: 0 where the log tells the moment, milliseconds. */
  readonly lateMs: number;
  /** A local account signed in just before: Windows runs the web sign-in page in one. */
  readonly webAccount: Signal | null;
  readonly evidence: readonly [Signal, ...Signal[]];
}

/** Sign-in signs that lie this close together are one sign-in, milliseconds. */
const sameSignInMs = 90_000;

/** A session change whose user becomes known within this time, milliseconds (the agent looks every minute or so). */
const userKnownMs = 5 * 60_000;

/** The account of the web sign-in page is there this long at most before its user, milliseconds. */
export const webSignInMs = 10 * 60_000;

/** What a new profile writes, it writes this soon after the sign-in, milliseconds. */
const profileStartMs = 60_000;

/** Evidence of one sign-in beyond this adds nothing. */
const evidenceKept = 12;

/**
 * The sign-ins of people. Winlogon names them exactly; the agent's session change tells the moment but not who; the
 * account it then works for, the Hello check, the first start of the broker and of the desktop tell who but not when.
 * Presence of a user who has not signed out is no new sign-in, and neither is a second session of the same user.
 * `signals` and `boots` ascend by time.
 */
export function findEpisodes(signals: readonly Signal[], boots: readonly FoundBoot[]): readonly Episode[] {
  const finder = new EpisodeFinder(boots, machineSidOf(signals));
  for (const signal of signals) {
    finder.take(signal);
  }
  return withoutWebAccounts(finder.drafts, finder.machineSid);
}

interface Draft {
  at: number;
  sid: string | null;
  account: string | null;
  readonly boot: number;
  screen: Screen | null;
  lateMs: number;
  readonly evidence: [Signal, ...Signal[]];
}

class EpisodeFinder {
  readonly drafts: Draft[] = [];
  private readonly screen = new ScreenWatch();
  private readonly presentSids = new Map<string, Draft>();
  private readonly presentAccounts = new Map<string, Draft>();
  private boot = -1;
  private isFirstOfBoot = true;
  private hasWinlogon = false;
  private sessionLogon: { readonly signal: Signal; readonly screen: Screen | null } | null = null;

  constructor(
    private readonly boots: readonly FoundBoot[],
    readonly machineSid: string | null,
  ) {}

  take(signal: Signal): void {
    this.enterBoot(signal.at);
    this.screen.take(signal);
    switch (signal.kind) {
      case 'logon':
        this.hasWinlogon = true;
        if (isPersonSid(signal.sid)) {
          this.logOn(signal, signal.sid);
        }
        break;
      case 'logoff':
        this.logOff(signal, signal.sid);
        break;
      case 'imeSession':
        if (signal.change === 'logon') {
          this.sessionLogon = { signal, screen: this.screen.now(this.isFirstOfBoot) };
        } else if (signal.change === 'logoff') {
          this.leaveUnnamed(signal.at);
        }
        break;
      case 'imeUser':
        if (isPersonAccount(signal.account)) {
          this.seePresence(signal, null, signal.account, userKnownMs);
        }
        break;
      case 'helloCheck':
      case 'desktopLoading':
      case 'brokerStart':
        if (isEntraSid(signal.sid)) {
          this.seePresence(signal, signal.sid, null, profileStartMs);
        }
        break;
      case 'espUser':
        this.nameLast(signal.sid);
        break;
      default:
        break;
    }
  }

  private enterBoot(at: number): void {
    while (this.boot + 1 < this.boots.length && this.boots[this.boot + 1]!.start <= at) {
      this.boot += 1;
      this.screen.begin(this.boots[this.boot]!.starts[0]);
      this.isFirstOfBoot = true;
      this.forgetPresent();
    }
  }

  private logOn(signal: Signal, sid: string): void {
    const known = this.present(sid, null);
    if (known === null) {
      this.add(signal, signal.at, sid, null, this.screen.now(this.isFirstOfBoot), 0);
      return;
    }
    this.note(known, signal);
    if (known.lateMs > 0 && Math.abs(signal.at - known.at) <= sameSignInMs) {
      known.at = signal.at;
      known.lateMs = 0;
    }
  }

  private logOff(signal: Signal, sid: string): void {
    const known = this.presentSids.get(sid);
    if (known !== undefined) {
      this.presentSids.delete(sid);
      this.presentAccounts.delete(known.account ?? '');
    }
    // The account of the web sign-in page comes and goes while the screen stands.
    if (!isLocalSid(sid, this.machineSid)) {
      this.screen.leave(signal);
      this.sessionLogon = null;
    }
  }

  /** The agent does not say whose session ended; Winlogon does, where there is a System log. */
  private leaveUnnamed(at: number): void {
    const last = this.drafts.at(-1);
    if (!this.hasWinlogon && (last === undefined || at - last.at > sameSignInMs)) {
      this.forgetPresent();
    }
    this.sessionLogon = null;
  }

  private forgetPresent(): void {
    this.presentSids.clear();
    this.presentAccounts.clear();
    this.sessionLogon = null;
  }

  /** Who is there now; the session change shortly before, if there was one, tells since when. */
  private seePresence(signal: Signal, sid: string | null, account: string | null, lateMs: number): void {
    const known = this.present(sid, account);
    if (known !== null) {
      this.complete(known, sid, account);
      return;
    }
    const logon =
      this.sessionLogon !== null && signal.at - this.sessionLogon.signal.at <= userKnownMs ? this.sessionLogon : null;
    if (logon === null) {
      this.add(signal, signal.at, sid, account, this.screen.now(this.isFirstOfBoot), lateMs);
    } else {
      this.add(logon.signal, logon.signal.at, sid, account, logon.screen, 0);
      this.note(this.drafts.at(-1)!, signal);
    }
  }

  /** The draft of somebody who is signed in; half-known people are taken for the last one who came. */
  private present(sid: string | null, account: string | null): Draft | null {
    const known = this.presentSids.get(sid ?? '') ?? this.presentAccounts.get(account ?? '');
    const last = this.drafts.at(-1);
    if (known !== undefined || last === undefined || !this.isPresent(last)) {
      return known ?? null;
    }
    const fits = (sid === null || last.sid === null) && (account === null || last.account === null);
    return fits && isSameKind(sid ?? last.sid, account ?? last.account) ? last : null;
  }

  private isPresent(draft: Draft): boolean {
    return this.presentSids.get(draft.sid ?? '') === draft || this.presentAccounts.get(draft.account ?? '') === draft;
  }

  private nameLast(sid: string): void {
    const last = this.drafts.at(-1);
    if (isEntraSid(sid) && last?.sid === null && isEntraAccount(last.account)) {
      this.complete(last, sid, null);
    }
  }

  private complete(draft: Draft, sid: string | null, account: string | null): void {
    draft.sid ??= sid;
    draft.account ??= account;
    this.remember(draft);
  }

  private remember(draft: Draft): void {
    if (draft.sid !== null) {
      this.presentSids.set(draft.sid, draft);
    }
    if (draft.account !== null) {
      this.presentAccounts.set(draft.account, draft);
    }
  }

  private add(
    first: Signal,
    at: number,
    sid: string | null,
    account: string | null,
    screen: Screen | null,
    lateMs: number,
  ): void {
    const draft: Draft = { at, sid, account, boot: this.boot, screen, lateMs, evidence: [first] };
    this.drafts.push(draft);
    this.remember(draft);
    this.isFirstOfBoot = false;
    this.sessionLogon = null;
  }

  private note(draft: Draft, signal: Signal): void {
    if (draft.evidence.length < evidenceKept) {
      draft.evidence.push(signal);
    }
  }
}

/** A SID of Entra and an account of Entra can be one person; a SID of Entra and a local account cannot. */
function isSameKind(sid: string | null, account: string | null): boolean {
  return sid === null || account === null || isEntraSid(sid) === isEntraAccount(account);
}

/** Folds the account of the web sign-in page into the sign-in that it was opened for. */
function withoutWebAccounts(drafts: readonly Draft[], machineSid: string | null): readonly Episode[] {
  const episodes: Episode[] = [];
  let webAccount: Draft | null = null;
  let bootOfLast = -2;
  drafts.forEach((draft, index) => {
    const next = drafts[index + 1];
    if (
      isLocalSid(draft.sid, machineSid) &&
      next?.boot === draft.boot &&
      isEntraSid(next.sid) &&
      next.at - draft.at <= webSignInMs
    ) {
      webAccount = draft;
      return;
    }
    episodes.push({
      ...draft,
      // The page's account came first, but the screen still waits since the start.
      screen: draft.screen ?? webAccount?.screen ?? null,
      isFirstOfBoot: draft.boot !== bootOfLast,
      webAccount: webAccount?.evidence[0] ?? null,
    });
    webAccount = null;
    bootOfLast = draft.boot;
  });
  return episodes;
}
