import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import { type TimeDisplay, timeText } from './timeText';

export const timeDisplaySetting = 'autopilotTriage.timeDisplay';

/** A time of the bundle's story with its date, as the user's settings want to see it. */
export function displayedTime(bundle: OpenBundle, iso: string): string {
  const display = vscode.workspace.getConfiguration().get<TimeDisplay>(timeDisplaySetting, 'utc');
  return timeText(iso, display, bundle.document.clock.localOffsets);
}

/** The same for a narrow row: without the date where the whole story happened on one day. */
export function rowTime(bundle: OpenBundle, iso: string): string {
  const { phases, reboots, signIns } = bundle.document;
  const times = [
    ...reboots.map((reboot) => reboot.time),
    ...signIns.map((signIn) => signIn.time),
    ...phases.flatMap((phase) => [phase.start, phase.end]),
  ];
  const days = new Set(times.filter((time) => time !== null).map((time) => displayedTime(bundle, time).slice(0, 10)));
  const text = displayedTime(bundle, iso);
  return days.size > 1 ? text : text.slice(11);
}
