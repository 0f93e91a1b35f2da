import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import { memberOf, placeOf, isRecordPlace, type Anchor, type Place } from '../case/anchor';
import type { Annotation, CaseDocument, Stated } from '../case/caseDocument';
import { statedPass } from '../case/statedFacts';
import type { PassOverlay, StatedPass } from '../enrollment/document/signIns';
import { clockText } from './clockText';
import { Lines } from './template/texts';

const statusWords = spoken({
  open: phrase('open'),
  confirmed: phrase('confirmed'),
  notRelevant: phrase('not relevant'),
});

/** The notes of a case as texts, in its order. */
export function noteTexts({ annotations }: CaseDocument) {
  return annotations.map((note) => ({
    about: aboutText(note.anchor),
    text: new Lines(note.text, 'prose'),
    by: note.created.by,
    at: clockText(note.created.at),
    status: statusText(note),
    star: note.star,
    tags: note.tags,
    replies: note.replies.map(({ text, created }) => ({
      text: new Lines(text, 'prose'),
      by: created.by,
      at: clockText(created.at),
    })),
  }));
}

function statusText({ status, resolved }: Annotation): string {
  const words = statusWords[status];
  return resolved === null ? words : l10n.t('{0}, resolved by {1}', words, resolved.by);
}

function aboutText(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'case':
      return l10n.t('the case');
    case 'member':
      return memberOf(anchor) ?? '';
    case 'line':
    case 'record':
      return placeWords(anchor.place);
    case 'reboot':
    case 'signIn':
    case 'finding': {
      const place = placeOf(anchor);
      return place === null ? anchor.item : `${anchor.item} (${placeWords(place)})`;
    }
    case 'timeRange':
      return `${anchor.start} – ${anchor.end}`;
    case 'link':
      return `${placeWords(anchor.from)} → ${placeWords(anchor.to)}`;
  }
}

function placeWords(place: Place): string {
  const file = place.path.slice(place.path.lastIndexOf('/') + 1);
  return isRecordPlace(place) ? `${file} #${place.recordId}` : `${file}:${place.line}`;
}

/** What people have stated about the pass, each with who said so, and what follows from it. */
export function statedTexts(overlay: PassOverlay | null, caseDocument: CaseDocument | null) {
  const pass = overlay?.stated ?? (caseDocument === null ? null : statedPass(caseDocument)) ?? nothingStated;
  const stated = caseDocument?.stated;
  return [
    ...statedFact(l10n.t('Pass issued at'), pass.issuedAt, stated?.issuedAt),
    ...statedFact(l10n.t('Pass lifetime in minutes'), pass.lifetimeMinutes, stated?.lifetimeMinutes),
    ...statedFact(l10n.t('Pass good for one sign-in only'), pass.oneTime, stated?.oneTime),
    ...(overlay?.atRePrompts ?? []).map(({ signIn, why }) => ({
      name: l10n.t('So, at {0}', signIn),
      value: why,
      by: '',
    })),
  ];
}

const nothingStated: StatedPass = { issuedAt: null, lifetimeMinutes: null, oneTime: null };

/** @param inCase who said so is known only where the case says the same */
function statedFact<T extends string | number | boolean>(
  name: string,
  value: T | null,
  inCase: Stated<T> | null | undefined,
) {
  const words = value === true ? l10n.t('yes') : value === false ? l10n.t('no') : String(value);
  return value === null ? [] : [{ name, value: words, by: inCase?.value === value ? inCase.by : '' }];
}
