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
]);

/** The OOBE host, which restarts for many reasons: the navigation node decides. */
export const oobeRestarter = 'cloudexperiencehostbroker.exe';

/** Reason code with which winlogon.exe restarts at the end of a setup phase. */
export const setupReasonCode = '0x80020003';

/** File name, lower case, of the process in a 1074 `param1` such as `C:\…\x.exe (HOST)`. */
export function processNameOf(param1: string): string {
  const path = param1.replace(/\s*\([^()]*\)\s*$/, '');
  return path.slice(path.lastIndexOf('\\') + 1).toLowerCase();
}

/** The class that the requesting process stands for; `null` when its name decides nothing. */
export function classOfInitiator(processName: string, reasonCode: string | null): Initiator | null {
  if (processName === 'winlogon.exe' && reasonCode?.toLowerCase() === setupReasonCode) {
    return { class: 'setup', observed: true };
  }
  return initiators.get(processName) ?? null;
}
