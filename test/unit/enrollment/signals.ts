import type { Signal, SignalMeaning } from '../../../src/core/enrollment/signals/signal';

const minute = 60_000;

/** Midnight of the day on which the hand-made stories play, milliseconds since 1970 UTC. */
export const day = Date.UTC(2026, 1, 17);

/**
 * A signal at so many minutes of the day. Each comes from its own record, numbered by its time, of the log that
 * usually tells it.
 */
export function sign(minutes: number, meaning: SignalMeaning, source = 'System'): Signal {
  const at = day + Math.round(minutes * minute);
  return { ...meaning, at, rawAt: at, ref: { path: `${source}.evtx`, recordId: Math.round(minutes * 1000) }, source };
}

/** The same, from a text log. */
export function signInText(minutes: number, meaning: SignalMeaning, path = 'IntuneManagementExtension.log'): Signal {
  return { ...sign(minutes, meaning, path), ref: { path, line: Math.round(minutes * 1000) } };
}

/** A start of Windows as the System log shows it, 25 s of it before the log service is up. */
export function start(minutes: number): readonly Signal[] {
  return [sign(minutes, { kind: 'kernelStart' }), sign(minutes + 0.25, { kind: 'logServiceStart' })];
}

/** A marker of the commercial OOBE pages. */
export function marker(minutes: number, name: string, message = ''): Signal {
  return sign(minutes, { kind: 'espMarker', name, message }, 'Shell-Core');
}

/** The beginning of one of the three phases, as its page says it. */
export function phaseStart(minutes: number, category: 'DevicePreparation' | 'DeviceSetup' | 'AccountSetup'): Signal {
  return marker(minutes, 'ESPProgress_Category_Started', `Starting category ${category}Category...`);
}

/** Ascending by time, as the story is told. */
export function inOrder(...signals: readonly (Signal | readonly Signal[])[]): readonly Signal[] {
  return signals.flat().sort((a, b) => a.at - b.at);
}
