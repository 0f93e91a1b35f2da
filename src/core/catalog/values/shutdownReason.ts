import * as l10n from '@vscode/l10n';
import { enumeration, wordsFor } from './enumeration';

/** https://learn.microsoft.com/windows/win32/shutdown/system-shutdown-reason-codes */
const majors = enumeration(`
0 other
1 hardware
2 operating system
3 software
4 application
5 system
6 power
7 old interface
`);

const minors = enumeration(`
0 other
1 maintenance
2 installation
3 upgrade
4 reconfiguration
5 hung
6 unstable
7 disk
11 power supply
12 cord unplugged
13 environment
15 blue screen
16 service pack
17 hotfix
18 security fix
19 security
20 network
24 uninstall of a hotfix
32 terminal services
`);

/** The reason code of User32 1074 (`param4`): who stands behind it, why, and whether it was planned. */
export function explainShutdownReason(value: string): string | null {
  if (!/^0x[0-9a-f]{1,8}$/i.test(value)) {
    return null;
  }
  const code = parseInt(value.slice(2), 16);
  const major = wordsFor(majors, String((code >>> 16) & 0xff));
  const minor = wordsFor(minors, String(code & 0xffff));
  if (major === null || minor === null) {
    return null;
  }
  return code >>> 31 === 1 ? l10n.t('{0}: {1}, planned', major, minor) : l10n.t('{0}: {1}, unplanned', major, minor);
}
