import type { Signal } from '../signals/signal';

/** One sign-in of a person, merged from what several logs say about it. */
export interface Episode {
  /** Corrected, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly sid: string | null;
  /** `DOMAIN\\user` as the management extension names it. */
  readonly account: string | null;
  readonly evidence: readonly [Signal, ...Signal[]];
}

/** Sign-in signs that lie this close together are one sign-in, milliseconds. */
const sameSignInMs = 90_000;

/** A session change whose user becomes known within this time, milliseconds (the agent looks every minute or so). */
const userKnownMs = 5 * 60_000;

/**
 * The sign-ins of people. Winlogon names them exactly; the agent's session change tells the moment but not who; the
 * account it then works for, and the Hello check at each sign-in, tell who but not when. Presence of a user who has
 * not signed out is no new sign-in.
 */
export function findEpisodes(signals: readonly Signal[]): readonly Episode[] {
  const finder = new EpisodeFinder();
  for (const signal of signals) {
    finder.take(signal);
  }
  return finder.episodes;
}

class EpisodeFinder {
  readonly episodes: Episode[] = [];
  private sessionLogon: Signal | null = null;
  /** A person is known to be signed in since the last start or sign-out. */
  private isPresent = false;

  take(signal: Signal): void {
    switch (signal.kind) {
      case 'kernelStart':
      case 'logServiceStart':
      case 'imeStart':
      case 'logoff':
        this.leave();
        break;
      case 'imeSession':
        if (signal.change === 'logon') {
          this.sessionLogon = signal;
        } else if (signal.change === 'logoff') {
          this.leave();
        }
        break;
      case 'logon':
        if (isPerson(signal.sid)) {
          this.add({ at: signal.at, sid: signal.sid, account: null, evidence: [signal] });
        }
        break;
      case 'imeUser':
        this.seePresence(signal, null, isPersonAccount(signal.account) ? signal.account : null);
        break;
      case 'helloCheck':
        this.seePresence(signal, isEntra(signal.sid) ? signal.sid : null, null);
        break;
      default:
        break;
    }
  }

  private leave(): void {
    this.isPresent = false;
    this.sessionLogon = null;
  }

  /** Who is there now; the session change shortly before, if there was one, tells since when. */
  private seePresence(signal: Signal, sid: string | null, account: string | null): void {
    if (sid === null && account === null) {
      return;
    }
    const last = this.episodes.at(-1);
    if (this.isPresent && last !== undefined) {
      this.episodes[this.episodes.length - 1] = { ...last, sid: last.sid ?? sid, account: last.account ?? account };
      return;
    }
    const logon =
      this.sessionLogon !== null && signal.at - this.sessionLogon.at <= userKnownMs ? this.sessionLogon : null;
    this.add({ at: logon?.at ?? signal.at, sid, account, evidence: logon === null ? [signal] : [logon, signal] });
  }

  private add(sign: Episode): void {
    this.isPresent = true;
    this.sessionLogon = null;
    const last = this.episodes.at(-1);
    const samePerson = last !== undefined && (last.sid === null || sign.sid === null || last.sid === sign.sid);
    if (samePerson && sign.at - last.at <= sameSignInMs) {
      this.episodes[this.episodes.length - 1] = {
        at: Math.min(last.at, sign.at),
        sid: last.sid ?? sign.sid,
        account: last.account ?? sign.account,
        evidence: [...last.evidence, ...sign.evidence],
      };
    } else {
      this.episodes.push(sign);
    }
  }
}

/** Entra users, and local or domain users that are neither built in nor the ones OOBE makes for itself. */
function isPerson(sid: string): boolean {
  return isEntra(sid) || /^S-1-5-21-(\d+-){3}(?!(?:50[0-4]|100[01])$)\d+$/.test(sid);
}

function isEntra(sid: string | null): sid is string {
  return sid?.startsWith('S-1-12-1-') === true;
}

function isPersonAccount(account: string): boolean {
  return account.includes('\\') && !/\\(defaultuser\d*|WsiAccount|WDAGUtilityAccount|SYSTEM)$/i.test(account);
}
