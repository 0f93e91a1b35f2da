import * as l10n from '@vscode/l10n';
import { triage } from '../core/enrollment/triage';
import { isoTime } from '../core/enrollment/clock/isoTime';
import { BundleSearch } from '../core/search/bundleSearch';
import { parseQuery } from '../core/search/parseQuery';
import type { QueryProblem } from '../core/search/query';
import { reasonsText, type SearchMatch, type SearchOutcome } from '../core/search/searchResult';
import type { SearchArguments, Target } from './arguments';
import { checkLocked } from './lockedMembers';
import { withBundle } from './openPath';
import { write } from './output';
import { UserError } from './userError';

/** `search <bundle> <query>`: matches on standard output as they are found, the counts on standard error. */
export async function runSearch(target: Target & SearchArguments): Promise<void> {
  const { query, limit, jsonl } = target;
  // A mistake in the query is said before a large bundle is read.
  refuse(query, parseQuery(query).problems);
  await withBundle(target, async (bundle) => {
    checkLocked(bundle, target);
    const search = new BundleSearch(bundle, triage(bundle));
    for await (const update of search.search(query, { limits: { total: limit, perMember: limit } })) {
      if (update.kind === 'matches') {
        for (const match of update.matches) {
          await write(jsonl ? `${JSON.stringify(toJson(match))}\n` : `${matchText(match)}\n`);
        }
      } else if (update.kind === 'end') {
        refuse(query, update.outcome.problems);
        process.stderr.write(`autopilot-triage: ${countText(update.outcome)}\n`);
      }
    }
  });
}

function refuse(query: string, problems: readonly QueryProblem[]): void {
  const problem = problems[0];
  if (problem !== undefined) {
    const piece = query.slice(problem.start, problem.end);
    throw new UserError(
      piece === ''
        ? l10n.t('query: {0} (see --help)', problem.detail)
        : l10n.t('query, at "{0}", character {1}: {2} (see --help)', piece, problem.start + 1, problem.detail),
    );
  }
}

function matchText({ path, recordId, line, timeMs, preview }: SearchMatch): string {
  const place = recordId === null ? `${path}:${line ?? 0}` : `${path}#${recordId}`;
  return [place, ...(timeMs === null ? [] : [isoTime(timeMs)]), preview].join('  ');
}

function toJson({ timeMs, rawMs, ranges: _ranges, ...match }: SearchMatch): object {
  return { ...match, time: timeMs === null ? null : isoTime(timeMs), rawTime: rawMs === null ? null : isoTime(rawMs) };
}

function countText({ total, shown, members, searched, notSearched }: SearchOutcome): string {
  const counts = [shown, total, members.length, searched] as const;
  const found =
    total === 1
      ? l10n.t('{0} of {1} match shown, in {2} of {3} files searched', ...counts)
      : l10n.t('{0} of {1} matches shown, in {2} of {3} files searched', ...counts);
  const left = l10n.t('{0} not searched: {1}', notSearched.length, reasonsText(notSearched));
  return notSearched.length === 0 ? found : `${found}; ${left}`;
}
