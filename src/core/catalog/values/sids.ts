import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { enumeration, wordsFor } from './enumeration';

/** [MS-DTYP] 2.4.2.4, well-known SIDs. */
const wellKnown = enumeration(`
S-1-0-0 nobody
S-1-1-0 everyone
S-1-2-0 local users
S-1-2-1 users at the console
S-1-3-0 creator of the object
S-1-5-2 network sign-ins
S-1-5-4 interactive sign-ins
S-1-5-6 services
S-1-5-7 anonymous
S-1-5-11 authenticated users
S-1-5-13 terminal server users
S-1-5-14 remote sign-ins
S-1-5-18 Local System
S-1-5-19 Local Service
S-1-5-20 Network Service
S-1-5-113 local accounts
S-1-5-114 local accounts that are administrators
S-1-5-32-544 Administrators
S-1-5-32-545 Users
S-1-5-32-546 Guests
S-1-5-32-547 Power Users
S-1-5-32-551 Backup Operators
S-1-5-32-555 Remote Desktop Users
S-1-5-32-556 Network Configuration Operators
S-1-5-32-558 Performance Monitor Users
S-1-5-32-559 Performance Log Users
S-1-5-32-568 IIS users
S-1-5-32-573 Event Log Readers
S-1-5-32-578 Hyper-V Administrators
S-1-5-32-580 Remote Management Users
S-1-15-2-1 all app packages
S-1-15-2-2 all restricted app packages
S-1-16-4096 low integrity
S-1-16-8192 medium integrity
S-1-16-12288 high integrity
S-1-16-16384 system integrity
`);

/** Relative ids of accounts that every Windows has. */
const builtIn = enumeration(`
500 Administrator
501 Guest
502 Kerberos service account
503 DefaultAccount
504 WDAGUtilityAccount
512 Domain Admins
513 Domain Users
514 Domain Guests
515 Domain Computers
516 Domain Controllers
`);

/** Families of SIDs that Windows makes for itself. */
const families: readonly (readonly [prefix: string, words: string])[] = [
  ['S-1-5-80-', phrase('a service')],
  ['S-1-5-82-', phrase('an IIS application pool')],
  ['S-1-5-83-', phrase('a virtual machine')],
  ['S-1-5-87-', phrase('a scheduled task')],
  ['S-1-5-90-0-', phrase('Window Manager of a session')],
  ['S-1-5-96-0-', phrase('font driver host of a session')],
  ['S-1-5-5-', phrase('a sign-in session')],
  ['S-1-15-2-', phrase('an app package')],
  ['S-1-15-3-', phrase('a capability of an app')],
  ['S-1-11-96-', phrase('a Microsoft account')],
];

/** Whose SID it is; `null` for text that is no SID or one that nothing is known about. */
export function explainSid(sid: string): string | null {
  const known = wordsFor(wellKnown, sid);
  if (known !== null) {
    return known;
  }
  const objectId = entraObjectId(sid);
  if (objectId !== null) {
    return l10n.t('Entra ID account, object id {0}', objectId);
  }
  const account = /^S-1-5-21-\d{1,10}-\d{1,10}-\d{1,10}-(\d{1,10})$/.exec(sid);
  if (account !== null) {
    return accountWords(account[1]!);
  }
  const family = families.find(([prefix]) => sid.startsWith(prefix));
  return family === undefined ? null : l10n.t(family[1]);
}

/**
 * The object id in an Entra SID `S-1-12-1-a-b-c-d`: the four numbers are the bytes of the GUID, each little-endian.
 * Groups and roles of Entra ID have such SIDs as well.
 */
export function entraObjectId(sid: string): string | null {
  const match = /^S-1-12-1-(\d{1,10})-(\d{1,10})-(\d{1,10})-(\d{1,10})$/.exec(sid);
  if (match === null) {
    return null;
  }
  const parts = match.slice(1).map(Number);
  if (parts.some((part) => part > 0xffffffff)) {
    return null;
  }
  const [a, b, c, d] = parts.map((part) => part.toString(16).padStart(8, '0')) as [string, string, string, string];
  const tail = `${swapped(c)}${swapped(d)}`;
  return `${a}-${b.slice(4)}-${b.slice(0, 4)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Eight hexadecimal digits with their bytes turned around. */
function swapped(hex: string): string {
  return hex.slice(6) + hex.slice(4, 6) + hex.slice(2, 4) + hex.slice(0, 2);
}

/** The number alone tells no more: both defaultuser0 and the first user of an everyday device can be 1000 or 1001. */
function accountWords(rid: string): string {
  return wordsFor(builtIn, rid) ?? l10n.t('local or domain account {0}', rid);
}
