import * as vscode from 'vscode';
import { signedDuration } from '../../core/words/duration';
import { isoTime } from '../../core/enrollment/clock/isoTime';
import type { OpenBundle } from '../bundle/openBundle';
import type { ChannelSeries } from '../../protocol/bundleService';
import { shortLogName } from '../views/logName';
import { displayedTime } from '../views/timeSetting';
import { nearestRecords } from './nearestRecords';
import type { PreviewItem, PreviewList } from './previewPick';
import { readTime, type TimeOrigin, type TimeProblem } from './timeInput';

/** The records nearest to the time that is typed, one of each log, as rows to choose from. */
export function timeList(
  bundle: OpenBundle,
  channels: readonly ChannelSeries[],
  origin: TimeOrigin,
): PreviewList<PreviewItem> {
  return {
    opensOnAnyRow: false,
    fill: (pick) => {
      pick.title = vscode.l10n.t('Go to a time in {0}', bundle.name);
      pick.placeholder = vscode.l10n.t('2026-02-17 13:14:27, 13:14 local, +5m, boot 2 +30s, enrollment +10m');
      const update = (): void => {
        pick.items = pick.value.trim() === '' ? [] : rowsFor(pick.value, bundle, channels, origin);
      };
      pick.onDidChangeValue(update);
      update();
      return () => undefined;
    },
  };
}

function rowsFor(
  text: string,
  bundle: OpenBundle,
  channels: readonly ChannelSeries[],
  origin: TimeOrigin,
): readonly PreviewItem[] {
  const answer = readTime(text, bundle.document, origin);
  if ('problem' in answer) {
    return [row(problemText(answer.problem), { iconPath: new vscode.ThemeIcon('info') })];
  }
  const near = nearestRecords(channels, answer.time);
  return near.length === 0
    ? [row(vscode.l10n.t('This bundle has no event records.'), {})]
    : near.map(({ log, evidence, time }) =>
        row(displayedTime(bundle, isoTime(time)), {
          description: `${signedDuration(time - answer.time)} · ${shortLogName(log)}`,
          evidence,
        }),
      );
}

/** Rows answer to the time that was typed, not to its letters: they are shown whatever these are. */
function row(label: string, rest: Partial<PreviewItem>): PreviewItem {
  return { label, evidence: null, itemId: null, alwaysShow: true, ...rest };
}

function problemText(problem: TimeProblem): string {
  switch (problem) {
    case 'notATime':
      return vscode.l10n.t('Type a date and a time, a distance such as +5m, or boot 2 +30s');
    case 'noSuchBoot':
      return vscode.l10n.t('The bundle shows no start of Windows with that number');
    case 'noDay':
      return vscode.l10n.t('Type the date too: the bundle does not tell which day is meant');
    case 'noEnrollment':
      return vscode.l10n.t('The bundle does not show when an enrollment began');
    case 'deviceTimeUnknown':
      return vscode.l10n.t('The bundle does not tell the time zone of the device');
    case 'nothingToCountFrom':
      return vscode.l10n.t('Put the cursor on a record first: there is nothing to count from');
  }
}
