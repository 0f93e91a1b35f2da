import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { Anchor } from '../case/anchor';
import { anchorWords, itemWords } from '../case/anchorWords';
import type { Annotation, CaseDocument, Stated } from '../case/caseDocument';
import { statedPass } from '../case/statedFacts';
import type { PassOverlay, StatedPass } from '../enrollment/document/signIns';
import type { Finding } from '../enrollment/document/findings';
import { dayAndTime, instantOf } from '../words/instant';
import { clockText } from './clockText';
import { Lines } from './template/texts';

const statusWords = spoken({
  open: phrase('open'),
  confirmed: phrase('confirmed'),
  notRelevant: phrase('not relevant'),
});

/** What a report shows of the name of a person of the case; empty where it names nobody. */
export type AuthorOf = (by: string) => string;

/** The notes of a case as texts, in its order, about what the story calls so. */
export function noteTexts({ annotations }: CaseDocument, findings: readonly Finding[], authorOf: AuthorOf) {
  return annotations.map((note) => ({
    about: aboutText(note.anchor, findings),
    text: new Lines(note.text, 'prose'),
    by: authorOf(note.created.by),
    at: clockText(note.created.at),
    status: statusText(note, authorOf),
    star: note.star,
    tags: note.tags,
    replies: note.replies.map(({ text, created }) => ({
      text: new Lines(text, 'prose'),
      by: authorOf(created.by),
      at: clockText(created.at),
    })),
  }));
}

/** A member as a whole by its path: a report may tell of several with one name. */
function aboutText(anchor: Anchor, findings: readonly Finding[]): string {
  return anchor.kind === 'member' ? anchor.path : anchorWords(anchor, findings);
}

function statusText({ status, resolved }: Annotation, authorOf: AuthorOf): string {
  const words = statusWords[status];
  if (resolved === null) {
    return words;
  }
  const by = authorOf(resolved.by);
  return by === '' ? l10n.t('{0}, resolved', words) : l10n.t('{0}, resolved by {1}', words, by);
}

/** What people have stated about the pass, each with who said so, and what follows from it. */
export function statedTexts(overlay: PassOverlay | null, caseDocument: CaseDocument | null, authorOf: AuthorOf) {
  const pass = overlay?.stated ?? (caseDocument === null ? null : statedPass(caseDocument)) ?? nothingStated;
  const stated = caseDocument?.stated;
  return [
    ...statedFact(l10n.t('Pass issued at'), pass.issuedAt, stated?.issuedAt, instantWords),
    ...statedFact(l10n.t('Pass lifetime in minutes'), pass.lifetimeMinutes, stated?.lifetimeMinutes),
    ...statedFact(l10n.t('Pass good for one sign-in only'), pass.oneTime, stated?.oneTime),
    ...(overlay?.atRePrompts ?? []).map(({ signIn, why }) => ({
      name: l10n.t('So, at {0}', itemWords(signIn)),
      value: why,
      by: '',
    })),
  ].map((fact) => ({ ...fact, by: authorOf(fact.by) }));
}

/** Whatever zone a person or a script has written it in. */
function instantWords(iso: string): string {
  const time = instantOf(iso);
  return time === null ? iso : `${dayAndTime(time)} UTC`;
}

const nothingStated: StatedPass = { issuedAt: null, lifetimeMinutes: null, oneTime: null };

/** @param inCase who said so is known only where the case says the same */
function statedFact<T extends string | number | boolean>(
  name: string,
  value: T | null,
  inCase: Stated<T> | null | undefined,
  wordsOf: (value: T) => string = String,
) {
  const words = value === true ? l10n.t('yes') : value === false ? l10n.t('no') : value === null ? '' : wordsOf(value);
  return value === null ? [] : [{ name, value: words, by: inCase?.value === value ? inCase.by : '' }];
}
