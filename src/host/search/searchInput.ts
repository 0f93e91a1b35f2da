import * as vscode from 'vscode';
import type { QueryProblem } from '../../core/search/query';
import type { OpenBundle } from '../bundle/openBundle';
import { engine } from '../engine';

interface InputItem extends vscode.QuickPickItem {
  /** What choosing the row does: search for what is typed or for another query, or put a text into the box. */
  readonly choose: 'typed' | { readonly query: string } | { readonly insert: string } | null;
}

/** What keeps a query from being searched for in this bundle. */
export function queryProblems(bundle: OpenBundle, query: string): readonly QueryProblem[] {
  const { planSearch, parseQuery } = engine();
  return planSearch(parseQuery(query), bundle.document).problems;
}

/**
 * Asks what to search for. The first row says what Enter does, or what is wrong with the query; below it stand earlier
 * searches, and the fields that a query may name. Resolves with a query that can be searched for.
 */
export async function askQuery(
  bundle: OpenBundle,
  history: readonly string[],
  initial: string,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<InputItem>();
  pick.title = vscode.l10n.t('Search in {0}', bundle.name);
  pick.placeholder = vscode.l10n.t(
    'words, "a phrase", /a pattern/, provider:, id:, level:, time>, boot: … (- leaves out)',
  );
  pick.value = initial;
  const update = (): void => {
    pick.items = [...queryRows(bundle, pick.value), ...historyRows(pick.value, history), ...fieldRows(pick.value)];
  };
  update();
  const changes = pick.onDidChangeValue(update);
  try {
    return await new Promise<string | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const choice = pick.activeItems[0]?.choose ?? null;
        if (choice !== null && typeof choice === 'object' && 'insert' in choice) {
          pick.value = choice.insert;
          update();
          return;
        }
        // Fast fingers are ahead of the rows: what is in the box counts.
        const query = choice === 'typed' ? pick.value.trim() : choice?.query;
        if (query !== undefined && queryProblems(bundle, query).length === 0) {
          resolve(query);
          pick.hide();
        }
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    changes.dispose();
    pick.dispose();
  }
}

function queryRows(bundle: OpenBundle, value: string): InputItem[] {
  if (value.trim() === '') {
    return [];
  }
  const problem = queryProblems(bundle, value)[0];
  if (problem === undefined) {
    return [
      {
        label: vscode.l10n.t('Search for {0}', value.trim()),
        iconPath: new vscode.ThemeIcon('search'),
        alwaysShow: true,
        choose: 'typed',
      },
    ];
  }
  const piece = value.slice(problem.start, problem.end);
  return [
    {
      label: problem.detail,
      description: piece === '' ? '' : vscode.l10n.t('at “{0}”, character {1}', piece, problem.start + 1),
      iconPath: new vscode.ThemeIcon('warning'),
      alwaysShow: true,
      choose: null,
    },
  ];
}

function historyRows(value: string, history: readonly string[]): InputItem[] {
  const typed = value.trim().toLowerCase();
  const fitting = history.filter((query) => query.toLowerCase().includes(typed) && query !== value.trim());
  return fitting.length === 0
    ? []
    : [
        separator(vscode.l10n.t('earlier searches')),
        ...fitting.map((query) => ({
          label: query,
          iconPath: new vscode.ThemeIcon('history'),
          alwaysShow: true,
          choose: { query },
        })),
      ];
}

/** The fields, narrowed down to those that go on with the last word of the query. */
function fieldRows(value: string): InputItem[] {
  const match = /^(|.*\s)(-?)([a-z]*)$/is.exec(value);
  if (match === null) {
    return [];
  }
  const [, before, minus, typed] = match as unknown as [string, string, string, string];
  const { queryFields } = engine();
  const names = Object.keys(queryFields).filter((name) => name.startsWith(typed.toLowerCase()));
  return names.length === 0
    ? []
    : [
        separator(vscode.l10n.t('fields')),
        ...names.map((name) => ({
          label: `${name}:`,
          description: queryFields[name] ?? '',
          iconPath: new vscode.ThemeIcon('filter'),
          alwaysShow: true,
          choose: { insert: `${before}${minus}${name}:` },
        })),
      ];
}

function separator(label: string): InputItem {
  return { label, kind: vscode.QuickPickItemKind.Separator, choose: null };
}
