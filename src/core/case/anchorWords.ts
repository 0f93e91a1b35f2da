import * as l10n from '@vscode/l10n';
import type { Finding } from '../enrollment/document/findings';
import { utcText } from '../words/instant';
import { isRecordPlace, type Anchor, type Place } from './anchor';
import { findingKey } from './anchorSource';

/**
 * What a note is about, in a few words that name it in any list: `System.evtx #247`, `agent.log:12`, `Reboot 2`.
 *
 * @param findings of the story, whose titles are shown
 */
export function anchorWords(anchor: Anchor, findings: readonly Finding[] = []): string {
  switch (anchor.kind) {
    case 'case':
      return l10n.t('the case');
    case 'member':
      return fileName(anchor.path);
    case 'line':
    case 'record':
      return placeWords(anchor.place);
    case 'reboot':
    case 'signIn':
      return withPlace(itemWords(anchor.item), anchor.place);
    case 'finding': {
      const told = findings.find((finding) => findingKey(finding) === anchor.item);
      return withPlace(told?.title ?? anchor.item, anchor.place);
    }
    case 'timeRange':
      return `${utcText(Date.parse(anchor.start))} – ${utcText(Date.parse(anchor.end))}`;
    case 'link':
      return `${placeWords(anchor.from)} → ${placeWords(anchor.to)}`;
  }
}

function withPlace(words: string, place: Place | null): string {
  return place === null ? words : `${words}, ${placeWords(place)}`;
}

/** The id of a reboot or sign-in as people say it: `Reboot 2`, `Sign-in 3`. */
export function itemWords(id: string): string {
  const [, kind, number = ''] = /^(reboot|signin)-(\d+)$/.exec(id) ?? [];
  switch (kind) {
    case 'reboot':
      return l10n.t('Reboot {0}', number);
    case 'signin':
      return l10n.t('Sign-in {0}', number);
    default:
      return id;
  }
}

export function placeWords(place: Place): string {
  return isRecordPlace(place) ? `${fileName(place.path)} #${place.recordId}` : `${fileName(place.path)}:${place.line}`;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
