import { memberOf, placeOf, isRecordPlace, type Anchor, type Place } from '../case/anchor';
import type { Annotation, CaseDocument } from '../case/caseDocument';

const statusWords = { open: 'open', confirmed: 'confirmed', notRelevant: 'not relevant' } as const;

/** The notes of a case as texts, in its order. */
export function noteEntries({ annotations }: CaseDocument) {
  return annotations.map((note) => ({
    about: aboutText(note.anchor),
    text: note.text,
    by: note.created.by,
    at: note.created.at,
    status: statusText(note),
    star: note.star,
    tags: note.tags,
    replies: note.replies.map(({ text, created }) => ({ text, by: created.by, at: created.at })),
  }));
}

function statusText({ status, resolved }: Annotation): string {
  return resolved === null ? statusWords[status] : `${statusWords[status]}, resolved by ${resolved.by}`;
}

function aboutText(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'case':
      return 'the case';
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

/** What people have stated about the pass, each with who said so. */
export function statedEntries({
  stated,
}: CaseDocument): readonly { readonly name: string; readonly value: string; readonly by: string }[] {
  const { issuedAt, lifetimeMinutes, oneTime } = stated;
  const entries = [
    { name: 'Pass issued at', stated: issuedAt },
    { name: 'Pass lifetime in minutes', stated: lifetimeMinutes },
    { name: 'Pass good for one sign-in only', stated: oneTime },
  ];
  return entries.flatMap(({ name, stated: fact }) =>
    fact === null || fact.value === null ? [] : [{ name, value: String(fact.value), by: fact.by }],
  );
}
