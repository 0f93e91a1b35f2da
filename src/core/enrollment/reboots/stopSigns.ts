import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import { firstIndexFrom } from '../signals/timeOrder';
import type { SignalIndex } from '../signals/signalIndex';

/** A sign this long before the last sign of life did not lead to the stop, milliseconds. */
const stoppingMs = 15 * 60_000;

/**
 * The signs of the stop before a start: those shortly before the machine fell silent.
 *
 * @param life the last record or line of any log before the start; `null` where there is none
 */
export function stopsBefore(
  signals: SignalIndex,
  previousStart: number,
  start: number,
  life: number | null,
): readonly Signal[] {
  const lastSign = signals.all[firstIndexFrom(signals.all, start) - 1]?.at ?? start;
  const lastLife = Math.max(lastSign, life ?? -Infinity);
  const from = Math.max(previousStart, lastSign - stoppingMs);
  const stops = signals.between(from, start).filter((signal) => {
    const isLast = hasOtherReasons(signal) ? signal.at >= lastLife - atOnceMs : signal.at >= lastSign - stoppingMs;
    return signal.at > previousStart && isStop(signal) && isLast;
  });
  const calledOff = stops.findLastIndex((signal) => signal.kind === 'espMarker' && isCalledOff(signal.name));
  return stops.slice(calledOff + 1);
}

/** Some signs of a stop have other reasons too, and belong to it only where nothing came after them, milliseconds. */
const atOnceMs = 2 * 60_000;

function hasOtherReasons({ kind }: Signal): boolean {
  return kind === 'oobeMonitorStop' || kind === 'autoLogonCleared';
}

/**
 * Who asked for the stop. One request is often carried out by a second process (winlogon for the user's own), which
 * logs a request of its own seconds later: the first of such a pair is the one who asked.
 */
export function requestOf(stops: readonly Signal[]): SignalOf<'restartRequest'> | undefined {
  const requests = signalsOf(stops, 'restartRequest');
  const last = requests.at(-1);
  return last === undefined ? undefined : requests.find(({ at }) => at >= last.at - 30_000);
}

/** Is it written when Windows is about to stop, or says why? */
export function isStop(signal: Signal): boolean {
  switch (signal.kind) {
    case 'restartRequest':
    case 'cleanStop':
    case 'kernelShutdown':
    case 'autoLogonCleared':
    case 'oobeMonitorStop':
    case 'restartNode':
    case 'setupRestart':
    case 'zeroDayUpdateDone':
    case 'qualityUpdateBegan':
    case 'localeNeedsRestart':
    case 'imeShutdown':
      return true;
    case 'espMarker':
      return isRestartMarker(signal.name) || isCalledOff(signal.name) || isReason(signal.name);
    default:
      return false;
  }
}

const asksFor = 'ESP_Subcategory_RebootRequiredBySubcategory_';

/** Names that stand for a decision to restart; the routine names that only contain the words do not. */
export function isRestartMarker(name: string): boolean {
  return (
    name === 'BootstrapStatusCategory_RebootCoalescing_Initiated' ||
    name === 'ESPDeviceSetup_RebootCoalescing_Required' ||
    name.startsWith(asksFor) ||
    name === 'ESPDevicePreparation_AADJProvisioningReboot_Started' ||
    name === 'DevicePrepPage_RebootDevice_InitiatingRebootTransition' ||
    name === 'AutopilotWhiteGlove: DJ++ triggering reboot.'
  );
}

/** The part of the status page that the last of these markers names, e.g. `DeviceSetup.AppsSubcategory`. */
export function askingSubcategory(markers: readonly SignalOf<'espMarker'>[]): string | null {
  const asking = markers.findLast(({ name }) => name.startsWith(asksFor));
  return asking?.name.slice(asksFor.length) ?? null;
}

/** The restart that was decided on did not come: the page says so after a minute or three. */
function isCalledOff(name: string): boolean {
  return /^(?:BootstrapStatusCategory_Rebooting|DevicePrepPage_RebootDevice)_(?:NavigationFailed|TimedOut)$/.test(name);
}

/** Why a restart node restarts, where it serves for several reasons. */
function isReason(name: string): boolean {
  return (
    name.startsWith('Device rename required') ||
    name.startsWith('Autopilot update installed') ||
    name === 'oobeProvisioningCommitRebootRequired'
  );
}
