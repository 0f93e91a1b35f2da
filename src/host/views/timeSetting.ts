import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import { commonDay, rowTimeText, type TimeDisplay, timeText } from './timeText';

export const timeDisplaySetting = 'autopilotTriage.timeDisplay';

/** A time of the bundle's story with its date, as the user's settings want to see it. */
export function displayedTime(bundle: OpenBundle, iso: string): string {
  return timeText(iso, chosenDisplay(), bundle.document.clock.localOffsets);
}

/** The same for a narrow row: to the minute, and without the day on which most of the story happened. */
export function rowTime(bundle: OpenBundle, iso: string): string {
  const { phases, reboots, signIns } = bundle.document;
  const times = [
    ...reboots.map((reboot) => reboot.time),
    ...signIns.map((signIn) => signIn.time),
    ...phases.flatMap((phase) => [phase.start, phase.end]),
  ];
  const day = commonDay(times.filter((time) => time !== null).map((time) => displayedTime(bundle, time)));
  return rowTimeText(displayedTime(bundle, iso), chosenDisplay(), day);
}

function chosenDisplay(): TimeDisplay {
  return vscode.workspace.getConfiguration().get<TimeDisplay>(timeDisplaySetting, 'utc');
}
