import * as l10n from '@vscode/l10n';
import { phrase } from '../words/language';
import { anchorKey } from './anchor';
import { anchorWords } from './anchorWords';
import type { CaseDocument } from './caseDocument';
import { subject, type TrailDeed, type TrailEntry } from './trail';

/** What was done, to what: `{0}`. */
const deedPhrases: Readonly<Record<TrailDeed, string>> = {
  add: phrase('added {0}'),
  edit: phrase('edited {0}'),
  delete: phrase('deleted {0}'),
  restore: phrase('restored {0}'),
  tag: phrase('tagged {0}'),
  untag: phrase('removed a tag of {0}'),
  star: phrase('starred {0}'),
  unstar: phrase('removed the star of {0}'),
  status: phrase('set the status of {0}'),
  resolve: phrase('resolved {0}'),
  reopen: phrase('reopened {0}'),
  react: phrase('reacted to {0}'),
  unreact: phrase('took back a reaction to {0}'),
  settle: phrase('settled a conflict in {0}'),
  dispute: phrase('reopened a conflict in {0}'),
  verdict: phrase('judged {0}'),
  withdraw: phrase('withdrew a verdict on {0}'),
  state: phrase('stated {0}'),
};

/** The audit trail of a case as a text for people: one line for each deed, the first deed first. */
export function trailText(document: CaseDocument): string {
  const names = subjectNames(document);
  const lines = document.trail.map((entry) => line(entry, names));
  const bundles = document.bundles.flatMap((bundle) => bundle.names).join(', ');
  const title = `# ${l10n.t('Audit trail of {0} · {1} entries', bundles, document.trail.length)}`;
  return `${[title, ...lines].join('\n')}\n`;
}

function line({ at, by, did, on, reply, detail }: TrailEntry, names: ReadonlyMap<string, string>): string {
  const what = names.get(on) ?? (on.includes(' ') ? on : l10n.t('a note that is gone ({0})', on));
  const target = reply === null ? what : l10n.t('a reply to {0}', what);
  const deed = on === subject.stated ? l10n.t('stated') : l10n.t(deedPhrases[did], target);
  // The mark of what was written says nothing to people.
  return `${at}  ${by}  ${deed}${detail === null || did === 'edit' ? '' : `: ${detail}`}`;
}

function subjectNames({ annotations, stars }: CaseDocument): ReadonlyMap<string, string> {
  return new Map([
    ...annotations.map(({ id, anchor }) => [id, l10n.t('the note on {0}', anchorWords(anchor))] as const),
    ...stars.map(({ anchor }) => [subject.star(anchorKey(anchor)), anchorWords(anchor)] as const),
  ]);
}
