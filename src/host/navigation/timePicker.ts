import * as vscode from 'vscode';
import { signedDuration } from '../../core/words/duration';
import { isoTime } from '../../core/enrollment/clock/isoTime';
import type { OpenBundle } from '../bundle/openBundle';
import type { ChannelSeries } from '../../protocol/bundleService';
import { memberName } from '../views/memberNames';
import { displayedTime } from '../views/timeSetting';
import { timeText } from '../views/timeText';
import { nearestRecords } from './nearestRecords';
import type { PreviewItem, PreviewList } from './previewPick';
import { recordedTime } from './recordedTime';
import { readTime, type TimeAnswer, type TimeOrigin, type TimeProblem } from './timeInput';

/** The records nearest to the time that is typed, one of each log, as rows to choose from. */
export function timeList(
  bundle: OpenBundle,
  channels: readonly ChannelSeries[],
  origin: TimeOrigin,
): PreviewList<PreviewItem> {
  return {
    opensOnAnyRow: false,
    fill: (pick) => {
      pick.placeholder = vscode.l10n.t('2026-02-17 13:14:27, 13:14 local, +5m, boot 2 +30s, enrollment +10m');
      const update = (): void => {
        const answer = pick.value.trim() === '' ? null : readTime(pick.value, bundle.document, origin);
        pick.title = titleFor(bundle, answer);
        pick.items = answer === null ? [] : rowsFor(answer, bundle, channels);
      };
      pick.onDidChangeValue(update);
      update();
      return () => undefined;
    },
  };
}

/** With how the text was read: in UTC, and on the wall beside the device where that shows another time. */
function titleFor(bundle: OpenBundle, answer: TimeAnswer | null): string {
  if (answer === null || 'problem' in answer) {
    return vscode.l10n.t('Go to a time in {0}', bundle.name);
  }
  const iso = isoTime(answer.time);
  const [utc, onDevice] = [timeText(iso, 'utc', []), timeText(iso, 'device', bundle.document.clock.localOffsets)];
  return vscode.l10n.t('Go to a time in {0}: {1}', bundle.name, utc === onDevice ? utc : `${utc} = ${onDevice}`);
}

function rowsFor(answer: TimeAnswer, bundle: OpenBundle, channels: readonly ChannelSeries[]): readonly PreviewItem[] {
  if ('problem' in answer) {
    return [row(problemText(answer.problem), { iconPath: new vscode.ThemeIcon('info') })];
  }
  const near = nearestRecords(channels, answer.time);
  return near.length === 0
    ? [row(vscode.l10n.t('This bundle has no event records.'), {})]
    : near.map(({ evidence, time }) =>
        row(displayedTime(bundle, isoTime(time)), {
          description: [
            signedDuration(time - answer.time),
            memberName(bundle, evidence.path),
            ...recordedText(bundle, time),
          ].join(' · '),
          evidence,
        }),
      );
}

/** Of a record from before the clock was set right: the log that opens shows that time. */
function recordedText({ document }: OpenBundle, time: number): readonly string[] {
  const recorded = recordedTime(document.clock, time);
  return recorded === null ? [] : [vscode.l10n.t('recorded {0}', timeText(isoTime(recorded), 'utc', []))];
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
