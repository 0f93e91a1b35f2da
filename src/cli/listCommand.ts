import * as l10n from '@vscode/l10n';
import type { Bundle, BundleMember } from '../core/bundle/bundle';
import { phrase, spokenCount } from '../core/words/language';
import type { Target } from './arguments';
import { withBundle } from './openPath';
import { write } from './output';

/** `list <bundle>`: every member with its kind, size, records and problems. */
export function runList(target: Target & { readonly json: boolean }): Promise<void> {
  return withBundle(target, async (bundle) => {
    if (target.json) {
      const { name, sha256, kind, container, members, problems } = bundle;
      await write(`${JSON.stringify({ name, sha256, kind, container, members, problems }, null, 2)}\n`);
      return;
    }
    await write(headText(bundle));
    for (const member of bundle.members) {
      await write(memberText(member));
    }
  });
}

function headText({ name, kind, members, sha256, problems }: Bundle): string {
  const count = spokenCount(members.length, phrase('1 member'), phrase('{0} members'));
  const lines = [`${name}: ${kind}, ${count}, sha256 ${sha256}`];
  return [...lines, ...problems.map(({ where, detail }) => `  ! ${where}: ${detail}`), ''].join('\n');
}

function memberText({ path, kind, size, records, understood, unreadable, problems }: BundleMember): string {
  const notes = [
    unreadable === null ? null : l10n.t('unreadable: {0}', unreadable),
    records === null ? null : spokenCount(records, phrase('1 record'), phrase('{0} records')),
    understood === null || understood.lines === understood.of
      ? null
      : l10n.t('{0} of {1} lines understood', understood.lines, understood.of),
  ].filter((note) => note !== null);
  const line = `${kind.padEnd(18)} ${String(size).padStart(11)}  ${path}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}`;
  return [line, ...problems.map(({ detail }) => `${' '.repeat(32)}! ${detail}`), ''].join('\n');
}
