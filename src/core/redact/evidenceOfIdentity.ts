import { linesOf } from '../bytes/lines';
import { customValues } from './customValues';
import { isBuiltInAccount, isBuiltInDomain, isBuiltInHost, isWellKnownGuid } from './wellKnown';
import { namedValues, type NamedRole, type NamedValue } from './namedValues';
import { shapedValues } from './shapes';
import type { IdentifierKind } from './identifier';
import type { Sightings } from './sightings';

type Role = NonNullable<NamedRole['role']>;

const personRoles: readonly Role[] = ['upn', 'account', 'displayName', 'sid', 'objectId'];
const tenantRoles: readonly Role[] = ['tenantId', 'tenantDomain', 'tenantName'];

/** Notes what a text gives away: by names, block by block, and by shape. */
export function sightText(sightings: Sightings, text: string, blocks: Iterable<string>): void {
  for (const { kind, value } of shapedValues(text)) {
    sightValue(sightings, kind, value);
  }
  sightCustom(sightings, text);
  for (const block of blocks) {
    sightNamed(sightings, namedValues(block), sidsOfKey(block));
  }
}

function sightCustom(sightings: Sightings, text: string): void {
  for (const { text: line } of sightings.patterns.length === 0 ? [] : linesOf(text)) {
    for (const pattern of sightings.patterns) {
      for (const value of customValues(pattern, line)) {
        sightings.add('custom', value);
      }
    }
  }
}

/** Values that stand together: those of one event, one registry key, one JSON document. */
export function sightNamed(sightings: Sightings, values: Iterable<NamedValue>, sids: readonly string[] = []): void {
  const keysOf = new Map<Role, Set<string>>();
  const note = (role: Role | null, key: string | null): void => {
    if (role !== null && key !== null) {
      keysOf.set(role, (keysOf.get(role) ?? new Set()).add(key));
    }
  };
  sids.forEach((sid) => {
    note('sid', sightValue(sightings, 'sid', sid));
  });
  for (const { kind, role, value } of values) {
    note(role, sightValue(sightings, kind, value));
  }
  linkSole(sightings, personRoles, keysOf);
  linkSole(sightings, tenantRoles, keysOf);
}

/** Where a block has two users, nobody knows which name is whose. */
function linkSole(sightings: Sightings, roles: readonly Role[], keysOf: ReadonlyMap<Role, ReadonlySet<string>>): void {
  const sets = roles.flatMap((role) => keysOf.get(role) ?? []);
  if (sets.every(({ size }) => size === 1)) {
    const [first, ...others] = sets.flatMap((keys) => [...keys]);
    others.forEach((other) => {
      sightings.link(first ?? null, other);
    });
  }
}

/** `[HKEY_…\IdentityCache\S-1-12-1-…]`: the key of a user. */
function sidsOfKey(block: string): readonly string[] {
  const path = /^\[HKEY[^\r\n]{0,1000}/.exec(block)?.[0] ?? '';
  return [...new Set(path.match(/S-1-(?:12-1(?:-\d{1,10}){4}|5-21(?:-\d{1,10}){4})/gi))];
}

/** Notes one value as what it is; what is the same on every device is not noted. */
export function sightValue(sightings: Sightings, kind: IdentifierKind, raw: string): string | null {
  const value = raw.trim();
  switch (kind) {
    case 'user':
      return sightUser(sightings, value);
    case 'sid':
      return sightSid(sightings, value);
    case 'tenant':
    case 'domain':
      return sightTenant(sightings, kind, value);
    case 'device':
    case 'enrollment':
    case 'key':
    case 'recoveryKey':
    case 'correlation':
      return isWellKnownGuid(value) ? null : sightings.add(kind, value);
    case 'host':
      return sightHost(sightings, value);
    case 'serial':
      return isNoSerial(value) ? null : sightings.add(kind, value);
    case 'ip':
      return /^(?:127\.|0\.|255\.)|\.0$/.test(value) ? null : sightings.add(kind, value);
    case 'mac':
      return /^(?:00[:-]){5}00$|^(?:ff[:-]){5}ff$/i.test(value) ? null : sightings.add(kind, value);
    case 'thumbprint':
      return /^(.)\1+$/.test(value) ? null : sightings.add(kind, value);
    case 'network':
      return /^(?:none|null|n\/a|unknown|network|identifying\.*|ssid.*|unidentified network)$/i.test(value)
        ? null
        : sightings.add(kind, value);
    case 'hardwareHash':
    case 'channel':
    case 'author':
    case 'custom':
      return sightings.add(kind, value);
  }
}

function sightUser(sightings: Sightings, value: string): string | null {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)) {
    return isWellKnownGuid(value) ? null : sightings.add('user', value);
  }
  const at = value.lastIndexOf('@');
  if (at > 0) {
    return sightAddress(sightings, value.slice(0, at), value.slice(at + 1));
  }
  const slash = value.lastIndexOf('\\');
  const account = value.slice(slash + 1).replace(/[.,;:]+$/, '');
  const isName =
    /\p{L}/u.test(account) &&
    account.length <= 64 &&
    account.split(' ').length <= 4 &&
    !/^\d|[/=]/.test(account) &&
    !/^(?:S-1-|0x)/i.test(account);
  if (!isName || isBuiltInAccount(account) || isBuiltInAccount(value)) {
    return null;
  }
  return sightings.add('user', account);
}

function sightAddress(sightings: Sightings, local: string, domain: string): string | null {
  if (isBuiltInDomain(domain) || !/^[a-z0-9.-]+\.[a-z]{2,24}$/i.test(domain)) {
    return null;
  }
  sightTenant(sightings, 'domain', domain);
  if (isBuiltInAccount(local)) {
    return null;
  }
  const upn = sightings.add('user', `${local}@${domain}`);
  // The first part alone is an account name or a folder somewhere, and often a person's name.
  sightings.link(upn, sightings.add('user', local));
  return upn;
}

/** Of a device or domain; the account at its end stays readable, as its number tells what it is. That names no person. */
function sightSid(sightings: Sightings, value: string): string | null {
  const machine = /^(S-1-5-21-\d{1,10}-\d{1,10}-\d{1,10})(?:-\d{1,10})?$/i.exec(value);
  if (machine === null) {
    return /^S-1-12-1-/i.test(value) ? sightings.add('sid', value) : null;
  }
  sightings.add('sid', machine[1]!);
  return null;
}

function sightTenant(sightings: Sightings, kind: 'tenant' | 'domain', value: string): string | null {
  const isGuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
  const isKnown = isGuid ? isWellKnownGuid(value) : isBuiltInDomain(value) || isBuiltInHost(value);
  return isKnown || (!isGuid && !/\p{L}{2}/u.test(value)) ? null : sightings.add(kind, value);
}

function sightHost(sightings: Sightings, value: string): string | null {
  // A list of names or a sentence is no host.
  const full = /^[\p{L}\p{N}_-]{2,63}(?:\.[a-z0-9-]{1,63}){0,5}\$?$/iu.exec(value)?.[0].replace(/\$$/, '');
  if (full === undefined || isBuiltInHost(full) || !/\p{L}/u.test(full)) {
    return null;
  }
  const [name, ...domain] = full.split('.');
  const key = sightings.add('host', name!);
  if (domain.length > 1 && !isBuiltInDomain(domain.join('.'))) {
    sightTenant(sightings, 'domain', domain.join('.'));
  }
  return key;
}

function isNoSerial(value: string): boolean {
  return (
    value.length < 4 ||
    /^(?:none|null|n\/a|unknown|default string|to be filled.*|not (?:specified|available|applicable).*|system serial number|device serial number|chassis.*|0+|x+|\.+|<.*)$/i.test(
      value,
    )
  );
}
