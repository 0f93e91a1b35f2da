import * as l10n from '@vscode/l10n';
import { phrase, sentences } from '../../words/language';
import type { FromMember } from '../../bundle/bundle';
import { dsregValue, type DsregStatus } from '../../logs/dsregStatus';
import { isoTime } from '../clock/isoTime';
import type { Reboot } from '../document/reboots';
import type { TokenFacts } from '../document/signIns';
import type { Signal } from '../signals/signal';
import { isEntraAccount, isEntraSid, isOobeSid, isPersonAccount } from './people';
import { firstIndexFrom } from '../signals/timeOrder';

/** Whether the signed-in user could get a token, at one moment. */
export interface TokenSign {
  readonly signal: Signal;
  readonly present: boolean;
}

/** The agent may see the user this much before the log that names the sign-in, milliseconds. */
const toleranceMs = 2 * 60_000;

/** Whose session the agent last looked into. */
type SessionOwner = 'entra' | 'other' | 'nobody';

/**
 * Keeps the rules under which a failed token request means anything: not while OOBE's own account owns the session,
 * where every one fails; not in device setup; not before an Entra user has signed in. Fed in the order of time.
 */
export class TokenContext {
  private owner: SessionOwner = 'nobody';
  private isDeviceSetup = false;
  private firstEntra = Infinity;

  /** `signals` ascend by time: the first sign of an Entra user among them opens the context. */
  constructor(signals: readonly Signal[]) {
    this.firstEntra = signals.find(isEntraSign)?.at ?? Infinity;
  }

  take(signal: Signal): void {
    switch (signal.kind) {
      case 'imeStart':
        this.owner = 'nobody';
        break;
      case 'imeUser':
        this.owner = isEntraAccount(signal.account) ? 'entra' : 'other';
        break;
      case 'imePhase':
        this.isDeviceSetup = signal.phase === 'deviceSetup';
        break;
      default:
        break;
    }
  }

  get isEntraSession(): boolean {
    return this.owner === 'entra';
  }

  /** Does a failure of the agent at this time say something about the user's token? */
  counts(at: number): boolean {
    return this.owner !== 'other' && !this.isDeviceSetup && at >= this.firstEntra - toleranceMs;
  }

  /** Does a failure that an event tells, of this user or of a service, say something about the user's token? */
  countsFor(sid: string | null, at: number): boolean {
    return (sid === null || !isOobeSid(sid)) && at >= this.firstEntra - toleranceMs;
  }
}

function isEntraSign(signal: Signal): boolean {
  switch (signal.kind) {
    case 'logon':
    case 'helloCheck':
    case 'desktopLoading':
    case 'brokerStart':
      return isEntraSid(signal.sid);
    case 'imeUser':
      return isEntraAccount(signal.account) && isPersonAccount(signal.account);
    default:
      return false;
  }
}

/** What the status page writes of its request for a token, and whether it got one. */
const tokenMarkers: ReadonlyMap<string, boolean> = new Map([
  ['ESPAccountSetup_AadTokenRequest_Success', true],
  ['ESPAccountSetup_AadTokenRequest_Failed', false],
]);

/** What one signal says about the token in its context; `null` for nothing. */
function tokenSignIn(signal: Signal, context: TokenContext): boolean | null {
  switch (signal.kind) {
    case 'userToken':
      return signal.obtained ? (context.isEntraSession ? true : null) : context.counts(signal.at) ? false : null;
    case 'userTokenCount':
      return signal.count > 0 ? true : context.isEntraSession && context.counts(signal.at) ? false : null;
    case 'helloCheck':
      return isEntraSid(signal.sid) ? signal.prt : null;
    case 'refreshTokenGone':
      return context.countsFor(signal.sid, signal.at) ? false : null;
    case 'espMarker':
      return tokenMarkers.get(signal.name) ?? null;
    default:
      return null;
  }
}

/** Is it of a kind that can say something about the user's token? */
export function speaksOfToken(signal: Signal): boolean {
  switch (signal.kind) {
    case 'userToken':
    case 'userTokenCount':
    case 'helloCheck':
    case 'refreshTokenGone':
      return true;
    case 'espMarker':
      return tokenMarkers.has(signal.name);
    default:
      return false;
  }
}

/** What the evidence of a restart says where the token did not survive it. */
export const tokenGoneNote = phrase('the user’s token was gone');

/** The same where it did. */
export const tokenSurvivedNote = phrase('the user’s token survived');

/**
 * The first sign of the token between a restart and the next: it decides whether the token survived; `null` without
 * one. `signals` ascend by time.
 */
export function tokenAfter(signals: readonly Signal[], from: number, to: number): TokenSign | null {
  const between = signals.slice(firstIndexFrom(signals, from), firstIndexFrom(signals, to));
  const context = new TokenContext(between);
  for (const signal of between) {
    context.take(signal);
    const present = tokenSignIn(signal, context);
    if (present !== null) {
      return { signal, present };
    }
  }
  return null;
}

/**
 * The state of the token at the end of the bundle: dsregcmd run by the user says it, else the last sign decides. A token
 * that a restart took and that is there again is told with both.
 */
export function tellToken(
  signals: readonly Signal[],
  dsreg: readonly FromMember<DsregStatus>[],
  reboots: readonly Pick<Reboot, 'time' | 'tokenLost'>[] = [],
): TokenFacts {
  const facts = tokenAtEnd(signals, dsreg);
  const loss = reboots.findLast(({ tokenLost }) => tokenLost === true);
  return facts.state === 'present' && loss !== undefined
    ? { ...facts, why: sentences(lossWords(loss.time, seenAgain(signals, Date.parse(loss.time))), facts.why) }
    : facts;
}

function lossWords(lost: string, again: number | null): string {
  return again === null
    ? l10n.t('It was gone after the restart at {0}.', clockText(lost))
    : l10n.t('It was gone after the restart at {0} and seen again at {1}.', clockText(lost), clockText(isoTime(again)));
}

function clockText(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}

/** When the token that is there in the end was seen first since that time; `null` where no log of that tells. */
function seenAgain(signals: readonly Signal[], from: number): number | null {
  const context = new TokenContext(signals);
  let again: number | null = null;
  for (const signal of signals) {
    context.take(signal);
    const present = signal.at < from ? null : tokenSignIn(signal, context);
    if (present !== null) {
      again = present ? (again ?? signal.at) : null;
    }
  }
  return again;
}

function tokenAtEnd(signals: readonly Signal[], dsreg: readonly FromMember<DsregStatus>[]): TokenFacts {
  for (const { path, content } of dsreg) {
    const value = dsregValue(content, 'AzureAdPrt');
    const fact = content.facts.find(({ name }) => name === 'AzureAdPrt');
    if (fact !== undefined && (value === 'YES' || value === 'NO')) {
      const evidence = [{ path, line: fact.line, note: l10n.t('primary refresh token of the user') }];
      return value === 'YES'
        ? { state: 'present', why: l10n.t('dsregcmd, run by the user, shows a primary refresh token.'), evidence }
        : { state: 'missing', why: l10n.t('dsregcmd, run by the user, shows no primary refresh token.'), evidence };
    }
  }
  const { last, refusal } = lastTokenSigns(signals);
  if (refusal !== null && last?.present !== false) {
    return {
      state: 'unknown',
      why: l10n.t('The request of account setup failed; whether the user got a token later is not in the logs.'),
      evidence: [refusal.ref],
    };
  }
  return last === null
    ? { state: 'unknown', why: l10n.t('No log in this bundle speaks of the token of a signed-in user.'), evidence: [] }
    : {
        state: last.present ? 'present' : 'missing',
        why: last.present
          ? l10n.t('The last that is known: the user had a token.')
          : l10n.t('The last that is known: the user had no token.'),
        evidence: [last.signal.ref],
      };
}

/** The last sign of the token; that account setup was refused one counts by itself, where nothing has followed it. */
function lastTokenSigns(signals: readonly Signal[]): {
  readonly last: TokenSign | null;
  readonly refusal: Signal | null;
} {
  const context = new TokenContext(signals);
  let last: TokenSign | null = null;
  let refusal: Signal | null = null;
  for (const signal of signals) {
    context.take(signal);
    const present = tokenSignIn(signal, context);
    if (signal.kind === 'espMarker' && present === false) {
      refusal = signal;
    } else if (present !== null) {
      last = { signal, present };
      refusal = null;
    }
  }
  return { last, refusal };
}
