import * as l10n from '@vscode/l10n';
import { listOf } from '../words/language';
import { errorProblem, warningProblem, type Problem } from '../bytes/problem';
import { isObject, parseJsonObject } from '../logs/jsonFacts';
import { anchorKey } from './anchor';
import { mergeBundles } from './bundleIdentity';
import { caseLists, caseVersion, emptyCase, type CaseDocument, type CaseList, type StatedFacts } from './caseDocument';
import { compareAnnotations, compareStars, compareVerdicts } from './caseOrder';
import { isAnnotation, isBundle, isStar, isStated, isTrailEntry, isVerdict, omitted } from './caseShapes';
import { isShallow, type Guard } from './guards';
import { compareEntries } from './trail';

/** A case out of a file, or why there is none; then the file must not be written over. */
export type CaseReading =
  | { readonly ok: true; readonly case: CaseDocument; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads a case file. Never throws. An entry that does not read is kept in {@link CaseDocument.unread}, and said.
 * @param where names the file in problems
 */
export function readCase(text: string, where: string): CaseReading {
  const raw = parseJsonObject(text.replace(/^\uFEFF/, ''));
  const refused = (code: string, detail: string): CaseReading => ({
    ok: false,
    problem: errorProblem(code, where, l10n.t('{0} The file is left as it is.', detail)),
  });
  if (raw === null) {
    return /^<<<<<<< /m.test(text)
      ? refused('case.git-conflict', l10n.t('Git has left conflict markers in this case.'))
      : refused('case.not-json', text === '' ? l10n.t('This case is empty.') : l10n.t('This case is not JSON.'));
  }
  const { version } = raw;
  if (typeof version === 'number' && version > caseVersion) {
    return refused(
      'case.later-version',
      l10n.t('A later version of this product wrote this case (format {0}).', version),
    );
  }
  if (version !== caseVersion) {
    return refused('case.no-case', l10n.t('This JSON has no "version": {0}, so it is no case.', caseVersion));
  }
  if (!isShallow(raw)) {
    return refused('case.too-deep', l10n.t('This case is nested deeper than any case.'));
  }
  const wrongList = caseLists.find((list) => raw[list] !== undefined && !Array.isArray(raw[list]));
  if (wrongList !== undefined) {
    return refused('case.wrong-list', l10n.t('"{0}" of this case is no list.', wrongList));
  }
  const stated = { ...emptyCase.stated, ...(isObject(raw.stated) ? raw.stated : {}) };
  return isStatedFacts(stated)
    ? { ok: true, ...readEntries(raw, stated, where) }
    : refused('case.wrong-statement', l10n.t('"stated" of this case does not read.'));
}

function isStatedFacts(stated: StatedFacts): boolean {
  return (['issuedAt', 'lifetimeMinutes', 'oneTime'] as const).every((fact) => isStated(fact, stated[fact]));
}

function readEntries(
  raw: Readonly<Record<string, unknown>>,
  stated: StatedFacts,
  where: string,
): { readonly case: CaseDocument; readonly problems: readonly Problem[] } {
  const bundles = readList(raw, 'bundles', isBundle, null);
  const annotations = readList(raw, 'annotations', isAnnotation, ({ id }) => id, withWholeReplies);
  const verdicts = readList(raw, 'verdicts', isVerdict, ({ finding, by }) => `${finding}\n${by}`);
  const stars = readList(raw, 'stars', isStar, ({ anchor }) => anchorKey(anchor));
  const trail = readList(raw, 'trail', isTrailEntry, ({ did, on, reply, detail, by, at }) =>
    [did, on, reply, detail, by, at].join('\n'),
  );
  const lists = { bundles, annotations, verdicts, stars, trail };
  return {
    case: {
      ...raw,
      version: caseVersion,
      bundles: mergeBundles(bundles.read, []),
      annotations: annotations.read.sort(compareAnnotations),
      verdicts: verdicts.read.sort(compareVerdicts),
      stars: stars.read.sort(compareStars),
      stated: { ...stated, basis: emptyCase.stated.basis },
      trail: trail.read.sort(compareEntries),
      unread: {
        bundles: bundles.unread,
        annotations: annotations.unread,
        verdicts: verdicts.unread,
        stars: stars.unread,
        trail: trail.unread,
      },
    },
    problems: caseLists.flatMap((list) => problemsOf(list, lists[list].unreadAt, where)),
  };
}

interface ReadList<T> {
  readonly read: T[];
  readonly unread: readonly unknown[];
  /** Positions in the list, from 0. */
  readonly unreadAt: readonly number[];
}

/** @param keyOf what no two entries may share; of two that do the first one counts */
function readList<T>(
  raw: Readonly<Record<string, unknown>>,
  list: CaseList,
  guard: Guard<T>,
  keyOf: ((entry: T) => string) | null,
  complete = (entry: object): object => entry,
): ReadList<T> {
  const read: T[] = [];
  const unread: unknown[] = [];
  const unreadAt: number[] = [];
  const keys = new Set<string>();
  ((raw[list] ?? []) as readonly unknown[]).forEach((entry, at) => {
    const whole: unknown = isObject(entry) ? complete({ ...omitted[list], ...entry }) : entry;
    const key = guard(whole) ? (keyOf?.(whole) ?? String(at)) : null;
    if (key === null || keys.has(key)) {
      unread.push(entry);
      unreadAt.push(at);
    } else {
      keys.add(key);
      read.push(whole as T);
    }
  });
  return { read, unread, unreadAt };
}

function withWholeReplies(annotation: object): object {
  return 'replies' in annotation && Array.isArray(annotation.replies)
    ? {
        ...annotation,
        replies: annotation.replies.map((reply: unknown) =>
          isObject(reply) ? { ...omitted.replies, ...reply } : reply,
        ),
      }
    : annotation;
}

/** How many entries are named one by one. */
const mostNamed = 5;

function problemsOf(list: CaseList, unreadAt: readonly number[], where: string): readonly Problem[] {
  if (unreadAt.length === 0) {
    return [];
  }
  const named = listOf(
    unreadAt.map((at) => String(at + 1)),
    mostNamed,
  );
  const detail = l10n.t(
    'In "{0}", entry {1} does not read or is there twice. It is not shown, and kept as it is.',
    list,
    named,
  );
  return [warningProblem('case.entry-unread', where, detail)];
}
