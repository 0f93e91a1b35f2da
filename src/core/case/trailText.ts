import { anchorKey } from './anchor';
import { anchorWords } from './anchorWords';
import type { CaseDocument } from './caseDocument';
import { subject, type TrailDeed, type TrailEntry } from './trail';

const deedWords: Readonly<Record<TrailDeed, string>> = {
  add: 'added',
  edit: 'edited',
  delete: 'deleted',
  restore: 'restored',
  tag: 'tagged',
  untag: 'removed a tag of',
  star: 'starred',
  unstar: 'removed the star of',
  status: 'set the status of',
  resolve: 'resolved',
  reopen: 'reopened',
  react: 'reacted to',
  unreact: 'took back a reaction to',
  settle: 'settled a conflict in',
  dispute: 'reopened a conflict in',
  verdict: 'judged',
  withdraw: 'withdrew a verdict on',
  state: 'stated',
};

/** The audit trail of a case as a text for people: one line for each deed, the first deed first. */
export function trailText(document: CaseDocument): string {
  const names = subjectNames(document);
  const lines = document.trail.map((entry) => line(entry, names));
  const title = `# Audit trail of ${document.bundles.flatMap((bundle) => bundle.names).join(', ')} · ${document.trail.length} entries`;
  return `${[title, ...lines].join('\n')}\n`;
}

function line({ at, by, did, on, reply, detail }: TrailEntry, names: ReadonlyMap<string, string>): string {
  const what = names.get(on) ?? (on.includes(' ') ? on : `a note that is gone (${on})`);
  const target = reply === null ? what : `a reply to ${what}`;
  const object = on === subject.stated ? '' : ` ${target}`;
  return `${at}  ${by}  ${deedWords[did]}${object}${detail === null ? '' : `: ${detail}`}`;
}

function subjectNames({ annotations, stars }: CaseDocument): ReadonlyMap<string, string> {
  return new Map([
    ...annotations.map(({ id, anchor }) => [id, `the note on ${anchorWords(anchor)}`] as const),
    ...stars.map(({ anchor }) => [subject.star(anchorKey(anchor)), anchorWords(anchor)] as const),
  ]);
}
