import type { Bundle, BundleLogs } from '../../../src/core/bundle/bundle';
import { noLogs } from '../../../src/core/bundle/noLogs';
import { parseDsregStatus } from '../../../src/core/logs/dsregStatus';
import { parseRegistryDump } from '../../../src/core/logs/registryDump';
import { registryDumpText, type DumpKey, type DumpValue } from '../../bundles/registryDump';

/** Keys below `HKLM\SOFTWARE\Microsoft` and their values. */
export type FakeRegistry = Readonly<Record<string, Readonly<Record<string, DumpValue>>>>;

/** The logs of a bundle that holds nothing but what a test gives it. */
export function fakeBundle(logs: Partial<BundleLogs> = {}): Pick<Bundle, 'logs'> {
  return { logs: { ...noLogs, ...logs } };
}

/** A bundle with a registry dump. As in a real one, every key above a value is there as well. */
export function fakeRegistry(registry: FakeRegistry, others: Partial<BundleLogs> = {}): Pick<Bundle, 'logs'> {
  const keys = new Map<string, DumpKey>();
  for (const [key, values] of Object.entries(registry)) {
    const parts = key.split('\\');
    parts.forEach((_, index) => {
      const path = `software\\microsoft\\${parts.slice(0, index + 1).join('\\')}`;
      keys.set(path, keys.get(path) ?? { path, values: {} });
    });
    keys.set(`software\\microsoft\\${key}`, { path: `software\\microsoft\\${key}`, values });
  }
  const content = parseRegistryDump(registryDumpText([...keys.values()]));
  return fakeBundle({ registryDumps: [{ path: 'MdmDiagReport_RegistryDump.reg', content }], ...others });
}

/** What `dsregcmd /status` prints about the join, run as SYSTEM. */
export function fakeDsreg(entra: 'YES' | 'NO', domain: 'YES' | 'NO'): Pick<BundleLogs, 'dsreg'> {
  const text = [
    '+----------------------------------------------------------------------+',
    '| Device State                                                         |',
    '+----------------------------------------------------------------------+',
    '',
    `             AzureAdJoined : ${entra}`,
    `              DomainJoined : ${domain}`,
    '',
  ].join('\r\n');
  return { dsreg: [{ path: 'dsregcmd.txt', content: parseDsregStatus(text) }] };
}
