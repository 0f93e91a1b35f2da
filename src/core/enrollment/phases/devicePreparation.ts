import { isObject, textProperty } from '../../logs/jsonFacts';
import { isoTime } from '../clock/isoTime';
import type { DevicePreparation, Workload, WorkloadState } from '../document/attempts';
import type { EvidenceRef } from '../document/evidence';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import { errorText } from './phaseIds';
import type { FoundValue, RegistrySource } from './registrySource';

/** The pages of its agent; its first page is passed through in every enrollment. */
const agentPage = /^DevicePrepPage_Agent(?:DownloadAndInstall|ProvisioningProgress)_/;

/** Does anything prove that the device is set up by device preparation (v2)? */
export function showsDevicePreparation(signals: readonly Signal[], registry: RegistrySource | null): boolean {
  return signOf(signals, registry) !== null;
}

/** The record or line that proves device preparation (v2), `null` where none does. */
export function signOf(signals: readonly Signal[], registry: RegistrySource | null): EvidenceRef | null {
  const page = signals.find((signal) => signal.kind === 'espMarker' && agentPage.test(signal.name));
  const mode = page ?? signals.find((signal) => signal.kind === 'devicePreparationMode' && signal.on);
  const progress = mode ?? signals.find(({ kind }) => kind === 'preparationProgress');
  return progress?.ref ?? (registry === null ? null : registrySign(registry));
}

const settings = 'Provisioning\\AutopilotSettings';

function registrySign(registry: RegistrySource): EvidenceRef | null {
  const context = registry.value(`${settings}\\DevicePreparation\\BootstrapperAgent`, 'ExecutionContext');
  if (context !== null && context.data !== '') {
    return { ...context.ref, note: context.name };
  }
  // 0 is "not v2", whatever is said elsewhere; 2 to 4 are its stages.
  const hint = registry.value(settings, 'AutopilotDevicePrepHint');
  return hint !== null && ['2', '3', '4'].includes(hint.data) ? { ...hint.ref, note: hint.name } : null;
}

/** How far device preparation (v2) came, and what its agent brought. */
export function tellDevicePreparation(
  signals: readonly Signal[],
  registry: RegistrySource | null,
): DevicePreparation | null {
  const sign = signOf(signals, registry);
  if (sign === null) {
    return null;
  }
  const pages = signalsOf(signals, 'espMarker').filter(({ name }) => name.startsWith('DevicePrepPage_'));
  const begun = pages.find(({ name }) => agentPage.test(name));
  const ended = pages.findLast(({ name }) => stateOfPage(name) !== null);
  const state = (ended === undefined ? null : stateOfPage(ended.name)) ?? stateOfHint(registry);
  return {
    state: state ?? (begun === undefined ? 'unknown' : 'inProgress'),
    start: begun === undefined ? null : isoTime(begun.at),
    end: ended === undefined ? null : isoTime(ended.at),
    workloads: registry === null ? [] : workloadsOf(registry),
    evidence: [sign, ...(ended === undefined ? [] : [noted(ended)])],
  };
}

function noted({ ref, name }: SignalOf<'espMarker'>): EvidenceRef {
  return { ...ref, note: name };
}

function stateOfPage(name: string): 'succeeded' | 'failed' | null {
  if (name === 'DevicePrepPage_AgentProvisioningProgress_ProvisioningComplete') {
    return 'succeeded';
  }
  return /^DevicePrepPage_Agent(?:DownloadAndInstall_(?:Failed|ExitingAfterTimeout)|ProvisioningProgress_(?:Error|ExitingAfterTimeout))$/.test(
    name,
  )
    ? 'failed'
    : null;
}

function stateOfHint(registry: RegistrySource | null): DevicePreparation['state'] | null {
  const hint = registry?.value(settings, 'AutopilotDevicePrepHint')?.data;
  return hint === '2' || hint === '3' ? 'inProgress' : hint === '4' ? 'succeeded' : null;
}

function workloadsOf(registry: RegistrySource): readonly Workload[] {
  const win32Apps = 'IntuneManagementExtension\\Win32Apps';
  const progress =
    registry.value(win32Apps, 'ProvisioningProgress') ??
    registry.values(`${win32Apps}\\ProvisioningProgress`).find(({ data }) => data.includes('"Workloads"')) ??
    null;
  return progress === null ? [] : workloadObjects(progress.data).flatMap((facts) => workload(facts, progress));
}

function workloadObjects(json: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(json);
    const list = isObject(value) ? value.Workloads : value;
    return Array.isArray(list) ? list.filter(isObject) : [];
  } catch {
    return [];
  }
}

function workload(facts: Readonly<Record<string, unknown>>, { ref, name }: FoundValue): readonly Workload[] {
  const id = textProperty(facts, 'WorkloadId');
  const code = Number(textProperty(facts, 'ErrorCode') ?? 0);
  return id === null
    ? []
    : [
        {
          id,
          name: textProperty(facts, 'FriendlyName'),
          state: workloadStates[Number(textProperty(facts, 'WorkloadState') ?? NaN)] ?? 'unknown',
          start: jsonDate(textProperty(facts, 'StartTime')),
          end: jsonDate(textProperty(facts, 'EndTime')),
          error: Number.isInteger(code) && code !== 0 ? errorText(code) : null,
          evidence: [{ ...ref, note: name }],
        },
      ];
}

/** By their numbers in the progress of the agent. */
const workloadStates: readonly WorkloadState[] = [
  'notStarted',
  'completed',
  'skipped',
  'uninstalled',
  'failed',
  'inProgress',
  'restartRequired',
  'cancelled',
];

/** `/Date(1708170000000)/`; what lies outside of 1970 to 9999 stands for no time. */
function jsonDate(text: string | null): string | null {
  const ms = Number(/^\/Date\((\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text ?? '')?.[1] ?? NaN);
  return ms > 0 && ms < Date.UTC(9999, 11, 31) ? isoTime(ms) : null;
}
