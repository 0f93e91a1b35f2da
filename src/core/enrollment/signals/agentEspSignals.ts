import type { PhaseState, RestartNeed } from '../document/phases';

/** What the Intune Management Extension reads back about the status page: its apps, its switches, its end. */
export type AgentEspMeaning =
  | {
      readonly kind: 'espApp';
      /** GUID in lower case. */
      readonly app: string;
      readonly name: string | null;
      /** `null` where the line does not name the part of the page it speaks of. */
      readonly part: 'device' | 'account' | null;
      readonly state: PhaseState | null;
      readonly restartNeed: RestartNeed | null;
    }
  | { readonly kind: 'espSwitch'; readonly part: 'device' | 'account'; readonly skipped: boolean }
  | { readonly kind: 'deviceEspDone' }
  | { readonly kind: 'devicePreparationMode'; readonly on: boolean };

/** The numbers of `InstallationState` in the tracking keys of a Win32 app. */
export function installationState(text: string): PhaseState | null {
  return installationStates[text.trim()] ?? null;
}

const installationStates: Readonly<Record<string, PhaseState>> = {
  1: 'notStarted',
  2: 'inProgress',
  3: 'succeeded',
  4: 'failed',
};

/** The numbers of `RebootRequired` in the tracking keys of a Win32 app. */
export function restartNeedOf(text: string): RestartNeed | null {
  return restartNeeds[text.trim()] ?? null;
}

const restartNeeds: Readonly<Record<string, RestartNeed>> = { 1: 'none', 2: 'soft', 3: 'hard' };

/** The switches that hide a part of the page: 0 shows it; -1, as a DWORD 4294967295, hides it. */
export function isHiddenBySwitch(text: string): boolean | null {
  const value = text.trim().toLowerCase();
  return value === '0' ? false : ['-1', '4294967295', '0xffffffff'].includes(value) ? true : null;
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const trackedShape = new RegExp(
  `(\\bDEVICE: )?\\bgot trackingApp Win32App_(${guid})_\\d+, install: (\\d*), reboot: ?(\\d*)`,
  'i',
);
const registeredShape = new RegExp(
  `\\bIn EspPhase: (DeviceSetup|AccountSetup)\\. App (${guid}) has been registered\\b(?:.*\\bApp name: (.+))?`,
  'i',
);
const readBackShape = new RegExp(`\\bGot InstanceID: Win32App_(${guid})_\\d+, installationStateString: (\\d)`, 'i');
const namedShape = new RegExp(`^\\[StatusService\\] Downloading app \\(id = (${guid}), name = ([^)]+)\\)`, 'i');

/** What a line of the agent says about the status page; `null` for all other lines. */
export function espMeaningOf(message: string): AgentEspMeaning | null {
  return appIn(message) ?? switchIn(message) ?? modeIn(message);
}

function appIn(message: string): AgentEspMeaning | null {
  const nothing = { name: null, part: null, state: null, restartNeed: null } as const;
  if (message.includes('got trackingApp')) {
    const match = trackedShape.exec(message);
    return match === null
      ? null
      : {
          ...nothing,
          kind: 'espApp',
          app: match[2]!.toLowerCase(),
          part: match[1] === undefined ? null : 'device',
          state: installationState(match[3]!),
          restartNeed: restartNeedOf(match[4]!),
        };
  }
  if (message.includes('has been registered')) {
    const match = registeredShape.exec(message);
    return match === null
      ? null
      : {
          ...nothing,
          kind: 'espApp',
          app: match[2]!.toLowerCase(),
          name: match[3]?.trim() ?? null,
          part: match[1]!.toLowerCase() === 'devicesetup' ? 'device' : 'account',
        };
  }
  if (message.includes('installationStateString')) {
    const match = readBackShape.exec(message);
    return match === null
      ? null
      : { ...nothing, kind: 'espApp', app: match[1]!.toLowerCase(), state: installationState(match[2]!) };
  }
  const named = message.startsWith('[StatusService]') ? namedShape.exec(message) : null;
  return named === null ? null : { ...nothing, kind: 'espApp', app: named[1]!.toLowerCase(), name: named[2]!.trim() };
}

function switchIn(message: string): AgentEspMeaning | null {
  if (!message.includes('StatusPageString')) {
    return null;
  }
  const match = /\bGot skip(Device|User)StatusPageString: (\S+) under\b/.exec(message);
  const skipped = match === null ? null : isHiddenBySwitch(match[2]!);
  return skipped === null ? null : { kind: 'espSwitch', part: match![1] === 'Device' ? 'device' : 'account', skipped };
}

function modeIn(message: string): AgentEspMeaning | null {
  if (message.includes('deviceHasProvisioningCompleted True')) {
    return { kind: 'deviceEspDone' };
  }
  const mode = /\bAPv2 check returned = (True|False)\b|\[APv2\] Device is in APv2 mode: (True|False)\b/.exec(message);
  return mode === null ? null : { kind: 'devicePreparationMode', on: (mode[1] ?? mode[2]) === 'True' };
}
