import * as l10n from '@vscode/l10n';
import { isRecordPlace, type Anchor, type Place } from './anchor';

/** What a note is about, in a few words that name it in any list: `System.evtx #247`, `agent.log:12`, `reboot-2`. */
export function anchorWords(anchor: Anchor): string {
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
    case 'finding':
      return anchor.place === null ? anchor.item : `${anchor.item} (${placeWords(anchor.place)})`;
    case 'timeRange':
      return `${anchor.start} – ${anchor.end}`;
    case 'link':
      return `${placeWords(anchor.from)} → ${placeWords(anchor.to)}`;
  }
}

export function placeWords(place: Place): string {
  return isRecordPlace(place) ? `${fileName(place.path)} #${place.recordId}` : `${fileName(place.path)}:${place.line}`;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
