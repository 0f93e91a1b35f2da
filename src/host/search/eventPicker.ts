import * as vscode from 'vscode';
import type { SearchMatch, SearchOutcome } from '../../core/search/searchResult';
import type { OpenBundle } from '../bundle/openBundle';
import { rememberEditor } from '../navigation/editorPlace';
import type { EvidenceNavigator } from '../navigation/evidenceNavigator';
import { displayedTime } from '../views/timeSetting';
import { evidenceOf } from './resultText';
import { queryProblems } from './searchInput';

interface EventItem extends vscode.QuickPickItem {
  readonly match: SearchMatch | null;
}

/** Rows that are shown; a few of each log, so that one talkative log does not hide the others. */
const limits = { total: 300, perMember: 60 };
/** Typing speed, milliseconds. */
const restTime = 120;
/** What is listed before anything is typed. */
const everything = 'provider:*';

/**
 * A list of the events of a bundle that follows what is typed, with live preview: moving through it shows each record,
 * Enter goes there, Escape returns to where the person was. Resolves with the chosen event.
 */
export async function pickEvent(bundle: OpenBundle, navigator: EvidenceNavigator): Promise<SearchMatch | undefined> {
  const goBack = rememberEditor();
  const pick = vscode.window.createQuickPick<EventItem>();
  pick.placeholder = vscode.l10n.t('provider:, id:, level:, words … Moving through the list previews the record');
  let timer: NodeJS.Timeout | undefined;
  let running = new AbortController();

  const search = async (): Promise<void> => {
    running.abort();
    const { signal } = (running = new AbortController());
    const query = pick.value.trim() === '' ? everything : pick.value;
    const problem = queryProblems(bundle, query)[0];
    if (problem !== undefined) {
      pick.title = vscode.l10n.t('Events of {0}', bundle.name);
      pick.items = [
        { label: problem.detail, iconPath: new vscode.ThemeIcon('warning'), alwaysShow: true, match: null },
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
  };

  pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), restTime);
  });
  // Previews follow one another: each waits for the one before, so that the last one wins.
  let previews: Promise<unknown> = Promise.resolve();
  let isFirst = true;
  pick.onDidChangeActive(([item]) => {
    // The list opens on some event that nobody asked for.
    const isUnasked = isFirst && pick.value === '';
    isFirst = false;
    previews = previews.then(() => {
      const match = item?.match ?? null;
      return isUnasked || match === null || pick.activeItems[0] !== item
        ? undefined
        : navigator.showEvidence(bundle, evidenceOf(match), { preserveFocus: true });
    });
  });
  const chosen = await new Promise<SearchMatch | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const match = pick.activeItems[0]?.match;
      if (match) {
        resolve(match);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    pick.show();
    void search();
  });
  clearTimeout(timer);
  running.abort();
  await previews;
  pick.dispose();
  if (chosen === undefined) {
    await goBack();
  }
  return chosen;
}

function titleText({ name }: OpenBundle, { shown, total }: SearchOutcome): string {
  return shown < total
    ? vscode.l10n.t('Events of {0}: {1} of {2} shown, type to narrow them down', name, shown, total)
    : vscode.l10n.t('Events of {0}: all {1} shown', name, total);
}

function eventItem(bundle: OpenBundle, match: SearchMatch): EventItem {
  const { provider, eventId, recordId, timeMs, level } = match;
  return {
    match,
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
