import assert from 'node:assert/strict';
import type { EvidenceRef } from '../../../../src/core/enrollment/document/evidence';
import type { CauseVerdict, OtherCause, Reboot } from '../../../../src/core/enrollment/document/reboots';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import { findBoots, type Span } from '../../../../src/core/enrollment/reboots/bootFinder';
import { tellReboots } from '../../../../src/core/enrollment/reboots/rebootStory';
import { firstIndexFrom } from '../../../../src/core/enrollment/signals/timeOrder';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, marker, phaseStart, sign, signInText, start } from '../signals';

export const lsa = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';
export const dma = './Device/Vendor/MSFT/Policy/Config/DmaGuard/DeviceEnumerationPolicy';
export const app = '11111111-2222-4333-8444-555555555555';

/** The System log covers the whole day of the stories. */
export const wholeDay: Span = [day, day + 24 * 3_600_000];

/** A policy asks for a restart. */
export function flag(minutes: number, uri: string): Signal {
  return sign(minutes, { kind: 'policyFlag', uri }, 'DeviceManagement');
}

/** A page of OOBE, or a node that restarts. */
export function page(minutes: number, node: string): Signal {
  return sign(minutes, { kind: 'oobeNode', node }, 'Shell-Core');
}

export function restartPage(minutes: number, node: string): Signal {
  return sign(minutes, { kind: 'restartNode', node }, 'Shell-Core');
}

/** User32 1074. */
export function request(minutes: number, process: string, reasonCode = '0x0'): Signal {
  return sign(minutes, { kind: 'restartRequest', process, reasonCode, type: 'restart' });
}

/** OOBE asks for a restart at minute 60, for whatever reason. */
export const byOobe: readonly Signal[] = [request(60, 'CloudExperienceHostBroker.exe', '0x20004')];

/** The status page restarts at minute 60 for the collected policies. */
export const coalesced: readonly Signal[] = [
  marker(59.8, 'ESPDeviceSetup_RebootCoalescing_Required'),
  marker(59.85, 'ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.RebootCoalescing'),
  marker(59.9, 'BootstrapStatusCategory_RebootCoalescing_Initiated'),
  ...byOobe,
];

export const inDeviceSetup: readonly Signal[] = [
  ...start(0),
  phaseStart(10, 'DevicePreparation'),
  phaseStart(20, 'DeviceSetup'),
];

/** The restarts that these signals show, by default with a System log. */
export function rebootsOf(
  signals: readonly Signal[],
  system: Span = wholeDay,
  owed: EvidenceRef | null = null,
): readonly Reboot[] {
  const boots = findBoots(signals, system, system !== null);
  const lastSignal = (before: number, after: number): number | null => {
    const last = signals[firstIndexFrom(signals, before) - 1];
    return last !== undefined && last.at > after ? last.at : null;
  };
  const systemCovers = (): boolean => system !== null;
  return tellReboots(boots, signals, findStages(signals), lastSignal, owed, systemCovers).map(({ reboot }) => reboot);
}

/** The one restart of a story. */
export function rebootIn(signals: readonly Signal[], system: Span = wholeDay): Reboot {
  const [reboot, ...rest] = rebootsOf(signals, system);
  assert.ok(reboot !== undefined);
  assert.equal(rest.length, 0);
  return reboot;
}

/** Device setup from minute 20, `how` it comes to a restart, the next start at minute 61. */
export function restart(how: readonly Signal[], ...more: readonly Signal[]): Reboot {
  return rebootIn(inOrder(inDeviceSetup, how, start(61), more));
}

/** The same without a System log: the agent of Intune and OOBE's uptime show the restart. */
export function restartUnseenBySystem(how: readonly Signal[], ...more: readonly Signal[]): Reboot {
  const signals = inOrder(
    signInText(5, { kind: 'imeStart', version: '1.93', silenceMs: null }),
    signInText(20, { kind: 'imePhase', phase: 'deviceSetup' }),
    how,
    signInText(62, { kind: 'imeStart', version: '1.93', silenceMs: 110_000 }),
    more,
  );
  return rebootIn(signals, null);
}

export function verdicts({ causes }: Reboot): readonly (readonly [string, CauseVerdict])[] {
  return causes.map(({ uri, verdict }) => [uri, verdict]);
}

export function others({
  otherCauses,
}: Reboot): readonly (readonly [OtherCause['kind'], string | null, CauseVerdict])[] {
  return otherCauses.map(({ kind, name, verdict }) => [kind, name, verdict]);
}
