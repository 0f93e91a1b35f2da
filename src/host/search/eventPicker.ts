import * as vscode from 'vscode';
import type { SearchMatch, SearchOutcome } from '../../core/search/searchResult';
import type { OpenBundle } from '../bundle/openBundle';
import type { PreviewItem, PreviewList } from '../navigation/previewPick';
import { displayedTime } from '../views/timeSetting';
import { evidenceOf } from './resultText';
import { queryProblems } from './searchInput';

/** Rows that are shown; a few of each log, so that one talkative log does not hide the others. */
const limits = { total: 300, perMember: 60 };
/** Typing speed, milliseconds. */
const restTime = 120;
/** What is listed before anything is typed. */
const everything = 'provider:*';

/** The events of a bundle, as rows to choose from that follow what is typed. */
export function eventList(bundle: OpenBundle): PreviewList<PreviewItem> {
  return {
    opensOnAnyRow: true,
    fill: (pick) => {
      pick.placeholder = vscode.l10n.t('provider:, id:, level:, words … Moving through the list previews the record');
      let timer: NodeJS.Timeout | undefined;
      let running = new AbortController();
      const search = (): void => {
        running.abort();
        running = new AbortController();
        void fillWithEvents(pick, bundle, running.signal);
      };
      pick.onDidChangeValue(() => {
        clearTimeout(timer);
        timer = setTimeout(search, restTime);
      });
      search();
      return () => {
        clearTimeout(timer);
        running.abort();
      };
    },
  };
}

async function fillWithEvents(
  pick: vscode.QuickPick<PreviewItem>,
  bundle: OpenBundle,
  signal: AbortSignal,
): Promise<void> {
  const query = pick.value.trim() === '' ? everything : pick.value;
  const problem = queryProblems(bundle, query)[0];
  if (problem !== undefined) {
    pick.title = vscode.l10n.t('Events of {0}', bundle.name);
    pick.items = [
      {
        label: problem.detail,
        iconPath: new vscode.ThemeIcon('warning'),
        alwaysShow: true,
        evidence: null,
        itemId: null,
      },
    ];
    return;
  }
  pick.busy = true;
  const matches: SearchMatch[] = [];
  const outcome = await bundle
    .search({ query, limits, uniqueEvents: true }, signal, (part) => {
      if (part.kind === 'matches') {
        matches.push(...part.matches);
      }
    })
    .catch(() => null);
  if (signal.aborted || outcome === null) {
    return;
  }
  pick.busy = false;
  pick.title = titleText(bundle, outcome);
  pick.items = matches.sort((a, b) => (a.timeMs ?? 0) - (b.timeMs ?? 0)).map((match) => eventItem(bundle, match));
}

function titleText({ name }: OpenBundle, { shown, total }: SearchOutcome): string {
  return shown < total
    ? vscode.l10n.t('Events of {0}: {1} of {2} shown, type to narrow them down', name, shown, total)
    : vscode.l10n.t('Events of {0}: all {1} shown', name, total);
}

function eventItem(bundle: OpenBundle, match: SearchMatch): PreviewItem {
  const { provider, eventId, recordId, timeMs, level } = match;
  return {
    evidence: evidenceOf(match),
    itemId: null,
    label: `${shortProvider(provider ?? '')} ${eventId ?? ''}`,
    description: `${timeMs === null ? '' : displayedTime(bundle, new Date(timeMs).toISOString())} · #${recordId ?? ''}`,
    detail: detailText(match),
    iconPath: levelIcon(level),
    alwaysShow: true,
  };
}

/** The preview without level, provider and id, which the row shows already. */
function detailText({ preview, eventId }: SearchMatch): string {
  const head = ` ${eventId ?? ''}  `;
  const at = preview.indexOf(head);
  return at < 0 ? '' : preview.slice(at + head.length).replace(/^· /, '');
}

/** What nearly all names begin with says nothing in a narrow list. */
function shortProvider(provider: string): string {
  return provider.replace(/^Microsoft-Windows-/, '');
}

function levelIcon(level: number | null): vscode.ThemeIcon {
  switch (level) {
    case 1:
    case 2:
      return new vscode.ThemeIcon('error');
    case 3:
      return new vscode.ThemeIcon('warning');
    default:
      return new vscode.ThemeIcon('info');
  }
}
