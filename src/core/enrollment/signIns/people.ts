import type { Signal } from '../signals/signal';
import type { SignInUserClass } from '../document/signIns';

/** A user of Entra ID: its SID carries the object id. */
export function isEntraSid(sid: string | null): boolean {
  return sid?.startsWith('S-1-12-1-') === true;
}

/**
 * `defaultuser0`, which OOBE makes for itself: the first account of the installation, one number further after a
 * reset. On a device that was never enrolled an ordinary local user has the same number.
 */
export function isOobeSid(sid: string): boolean {
  return /^S-1-5-21-(?:\d+-){3}100[01]$/.test(sid);
}

/** Accounts of a computer or a domain that are neither built in nor OOBE's own. */
function isOtherAccountSid(sid: string): boolean {
  return /^S-1-5-21-(?:\d+-){3}(?!(?:50[0-4]|100[01])$)\d+$/.test(sid);
}

/** Can somebody sit behind this SID? */
export function isPersonSid(sid: string): boolean {
  return isEntraSid(sid) || isOtherAccountSid(sid);
}

/** `AzureAD\Adele` and the like, not the accounts of Windows itself. */
export function isPersonAccount(account: string): boolean {
  return account.includes('\\') && !/\\(defaultuser\d*|WsiAccount|WDAGUtilityAccount|SYSTEM)$/i.test(account);
}

/** `PC\\defaultuser0` */
export function isOobeAccount(account: string): boolean {
  return /\\defaultuser\d*$/i.test(account);
}

export function isEntraAccount(account: string | null): boolean {
  return account?.startsWith('AzureAD\\') === true;
}

/** The part of a SID that all accounts of this computer share, from OOBE's own account; `null` when it was not seen. */
export function machineSidOf(signals: readonly Signal[]): string | null {
  const own = signals.find((signal) => signal.kind === 'logon' && isOobeSid(signal.sid));
  return own?.kind === 'logon' ? authorityOf(own.sid) : null;
}

/** A local account of this computer (WsiAccount is one), told apart from a domain's by the computer's own SID. */
export function isLocalSid(sid: string | null, machineSid: string | null): boolean {
  return sid !== null && isOtherAccountSid(sid) && authorityOf(sid) === machineSid;
}

export function userClassOf(sid: string | null, account: string | null, machineSid: string | null): SignInUserClass {
  if (isEntraSid(sid) || (sid === null && isEntraAccount(account))) {
    return 'entra';
  }
  if (sid === null || machineSid === null) {
    return 'unknown';
  }
  return isLocalSid(sid, machineSid) ? 'local' : isOtherAccountSid(sid) ? 'domain' : 'oobe';
}

function authorityOf(sid: string): string {
  return sid.slice(0, sid.lastIndexOf('-'));
}
