import type { RebootClass } from './rebootClass';

/** What the process that asked for a restart (User32 1074, param1) says about its class. */
interface Initiator {
  readonly class: RebootClass;
  /** Seen in real logs together with a known cause; the rest is read from the role of the process alone. */
  readonly observed: boolean;
}

const initiators: ReadonlyMap<string, Initiator> = new Map<string, Initiator>([
  ['slidetoshutdown.exe', { class: 'user', observed: true }],
  ['runtimebroker.exe', { class: 'user', observed: false }],
  ['startmenuexperiencehost.exe', { class: 'user', observed: false }],
  ['explorer.exe', { class: 'user', observed: false }],
  ['shutdown.exe', { class: 'script', observed: false }],
  ['powershell.exe', { class: 'script', observed: false }],
  ['pwsh.exe', { class: 'script', observed: false }],
  ['cmd.exe', { class: 'script', observed: false }],
  ['wscript.exe', { class: 'script', observed: false }],
  ['cscript.exe', { class: 'script', observed: false }],
  ['wmiprvse.exe', { class: 'script', observed: false }],
  ['msiexec.exe', { class: 'application', observed: false }],
  ['microsoft.management.services.intunewindowsagent.exe', { class: 'application', observed: false }],
  ['mousocoreworker.exe', { class: 'windowsUpdate', observed: false }],
  ['usoclient.exe', { class: 'windowsUpdate', observed: false }],
  ['trustedinstaller.exe', { class: 'windowsUpdate', observed: false }],
  ['wininit.exe', { class: 'user', observed: false }],
]);

/** The OOBE host, which restarts for many reasons: the navigation node decides. */
const oobeRestarter = 'cloudexperiencehostbroker.exe';

/** Did OOBE itself ask? */
export function isOobe(processName: string): boolean {
  return processName.toLowerCase() === oobeRestarter;
}

/** The clients of the management server, which carry out the Reboot CSP. */
const managementClients: ReadonlySet<string> = new Set(['omadmclient.exe', 'dmclient.exe', 'dmcertinst.exe']);

/** Did the management server ask, by the Reboot CSP? */
export function isManagementClient(processName: string): boolean {
  return managementClients.has(processName.toLowerCase());
}

/** Reason code with which winlogon.exe restarts at the end of a setup phase. */
export const setupReasonCode = '0x80020003';

/** File name of the process in a 1074 `param1` such as `C:\…\x.exe (HOST)`. */
export function processNameOf(param1: string): string {
  const path = param1.replace(/\s*\([^()]*\)\s*$/, '');
  return path.slice(path.lastIndexOf('\\') + 1);
}

/**
 * Win32 shutdown reason codes: the major reason "operating system" with the minor reasons service pack, hotfix and
 * security fix; "software" and "application" are what installers give (https://learn.microsoft.com/windows/win32/shutdown/system-shutdown-reason-codes).
 */
const operatingSystem = 0x0002;
const updateReasons: readonly number[] = [0x10, 0x11, 0x12];
const installerMajors: readonly number[] = [0x0003, 0x0004];

/** The class that the requesting process and its reason code stand for; `null` when they decide nothing. */
export function classOfInitiator(processName: string, reasonCode: string | null): Initiator | null {
  const name = processName.toLowerCase();
  if (name === 'winlogon.exe' && reasonCode?.toLowerCase() === setupReasonCode) {
    return { class: 'setup', observed: true };
  }
  const code = Number(reasonCode ?? NaN);
  const major = (code >>> 16) & 0xff;
  if (major === operatingSystem && updateReasons.includes(code & 0xffff)) {
    return { class: 'windowsUpdate', observed: false };
  }
  const installer: Initiator | null = installerMajors.includes(major)
    ? { class: 'application', observed: false }
    : null;
  return initiators.get(name) ?? installer;
}
