import { pseudonymWords } from './identifier';

/*
 * Names that are words of these logs too: they name a user or a device only where the place says so. Replaced
 * everywhere, they would take the facts with them.
 */
const words: ReadonlySet<string> = new Set(
  (
    'account accountsetup active admin administrator agent all app apps application autopilot azure azuread build ' +
    'builtin client company computer config contact data default demo desktop device devicesetup diagnostics domain ' +
    'employee enabled enrollment enterprise error event failed false guest home host hr info install intune it kiosk ' +
    'lab laptop local localhost log login logon machine main management manager microsoft mobile name network none ' +
    'null office operational owner package password pc phone pilot policy preparation private profile program public ' +
    'reboot restart root sales security server service session setup shared sign state status student success support ' +
    'surface sync system tablet task teacher temp tenant test token training true unknown update user username users ' +
    'version vm web win windows work workgroup workstation yes no'
  ).split(' '),
);

/** The words of pseudonyms and of masks stand in every export. */
const wordsOfExports: ReadonlySet<string> = new Set([
  'masked',
  'key',
  'recovery',
  ...Object.values(pseudonymWords).map((word) => word.toLowerCase()),
]);

/** Is it a word that a log would hold without speaking of this user or device? Very short names are. */
export function isOrdinaryWord(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.length < 3 || words.has(lower) || wordsOfExports.has(lower);
}
