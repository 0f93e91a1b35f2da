import type { BundleLogs } from '../../../../src/core/bundle/bundle';
import { noLogs } from '../../../../src/core/bundle/noLogs';
import type { LogSpan } from '../../../../src/core/enrollment/coverage/coverageStory';
import type { Boot, BootKind } from '../../../../src/core/enrollment/document/boots';
import type { Reboot, RebootCause } from '../../../../src/core/enrollment/document/reboots';
import { FullStarts } from '../../../../src/core/enrollment/policies/fullStarts';
import { SetPolicies } from '../../../../src/core/enrollment/policies/setPolicies';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { RegistryTree } from '../../../../src/core/logs/registryTree';
import type { MdmReport, ReportPolicy } from '../../../../src/core/logs/mdmReport';
import { day } from '../signals';

/** Keys below `HKLM\SOFTWARE` with their values, each on a line of its own. */
export function registry(keys: Readonly<Record<string, Readonly<Record<string, string>>>>): RegistryTree {
  let line = 0;
  return new RegistryTree(
    Object.entries(keys).map(([path, values]) => ({
      path: `HKEY_LOCAL_MACHINE\\SOFTWARE\\${path}`,
      line: ++line,
      values: Object.entries(values).map(([name, data]) => ({ name, type: 'REG_SZ', data, line: ++line })),
    })),
    { lines: line, of: line },
  );
}

/** The logs of a bundle with a registry dump that has these keys. */
export function withDump(keys: Readonly<Record<string, Readonly<Record<string, string>>>>): BundleLogs {
  return { ...noLogs, registryDumps: [{ path: 'dump.reg', content: registry(keys) }] };
}

/** The logs of a bundle with exports of these keys. */
export function withExport(keys: Readonly<Record<string, Readonly<Record<string, string>>>>): BundleLogs {
  return { ...noLogs, registryExports: [{ path: 'export.reg', content: registry(keys) }] };
}

/** The logs of a bundle with a report of these current policies. */
export function withReport(
  policies: readonly Partial<ReportPolicy>[],
  format: MdmReport['format'] = 'xml',
): BundleLogs {
  const content: MdmReport = {
    format,
    createdMs: null,
    system: [],
    enrollments: [],
    currentPolicies: policies.map((policy, index) => ({
      area: 'Authentication',
      scope: 'device',
      name: 'EnableWebSignIn',
      value: '1',
      source: null,
      winningProvider: 'enrollment',
      line: index + 1,
      ...policy,
    })),
    configuredPolicies: [],
    understood: { lines: 1, of: 1 },
    problems: [],
  };
  return { ...noLogs, mdmReports: [{ path: 'report.xml', content }] };
}

export function policiesOf(logs: BundleLogs, signals: readonly Signal[] = []): SetPolicies {
  return new SetPolicies(logs, signals);
}

export const uris = {
  lsa: './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags',
  vbs: './Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity',
  dma: './Device/Vendor/MSFT/Policy/Config/DmaGuard/DeviceEnumerationPolicy',
  lock: './Device/Vendor/MSFT/Policy/Config/Start/HideLock',
} as const;

export function at(minutes: number): string {
  return new Date(day + minutes * 60_000).toISOString();
}

export function boot(minutes: number, kind: BootKind = 'restart'): Boot {
  const ref = { path: 'system.evtx', recordId: minutes };
  return { id: `boot-${minutes}`, start: at(minutes), kind, evidence: [ref] };
}

/** A System log that holds everything between two minutes of the day; it has wrapped before that. */
export function systemLog(from: number, to: number): LogSpan {
  return {
    log: 'System',
    state: 'present',
    records: 100,
    first: at(from),
    last: at(to),
    firstRecordId: 500,
    missingRecordIds: 0,
    gaps: [],
    path: 'system.evtx',
  };
}

/** The starts of a bundle that ends at minute 1000. */
export function starts(boots: readonly Boot[], system: LogSpan | null, signals: readonly Signal[] = []): FullStarts {
  return new FullStarts(boots, signals, system === null ? [] : [system], at1000);
}

const at1000 = day + 1000 * 60_000;

export function cause(uri: string, verdict: RebootCause['verdict']): RebootCause {
  return {
    uri,
    verdict,
    flaggedAt: at(100),
    lastFlaggedAt: at(100),
    count: 1,
    why: '',
    evidence: [{ path: 'admin.evtx', recordId: 1 }],
  };
}

export function reboot(changes: Partial<Reboot> = {}): Reboot {
  return {
    id: 'reboot-1',
    time: at(200),
    rawTime: at(200),
    timeUncertaintyMs: null,
    downtimeMs: 30_000,
    boot: 'boot-201',
    during: 'deviceSetup',
    class: 'coalescedPolicy',
    expected: false,
    initiator: null,
    askedBy: null,
    causes: [],
    otherCauses: [],
    autoLogonCleared: null,
    tokenLost: null,
    cost: { prompts: 1, waitMs: 60_000 },
    confidence: 'high',
    evidence: [{ path: 'system.evtx', recordId: 200 }],
    ...changes,
  };
}
