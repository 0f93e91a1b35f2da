import * as vscode from 'vscode';
import type { Anchor } from '../../core/case/anchor';
import { findingKey } from '../../core/case/anchorSource';
import { fileName, placeWords } from '../../core/case/anchorWords';
import type { OpenBundle } from '../bundle/openBundle';
import { rebootLabel, signInLabel } from '../views/labels';
import { memberName } from '../views/memberNames';
import { displayedTime } from '../views/timeSetting';

/**
 * What a note is about, in the words of the trees; by its id where the story does not tell it any more.
 * @param anchor as it may be shown, see `OpenBundle.shownPart`
 */
export function anchorLabel(bundle: OpenBundle, anchor: Anchor): string {
  const { reboots, signIns, findings } = bundle.document;
  switch (anchor.kind) {
    case 'case':
      return vscode.l10n.t('the case');
    case 'member':
      return bundle.member(anchor.path) === undefined ? fileName(anchor.path) : memberName(bundle, anchor.path);
    case 'line':
    case 'record':
      return placeWords(anchor.place);
    case 'reboot': {
      const reboot = reboots.find(({ id }) => id === anchor.item);
      return reboot === undefined ? anchor.item : `${rebootLabel(reboot)}, ${displayedTime(bundle, reboot.time)}`;
    }
    case 'signIn': {
      const signIn = signIns.find(({ id }) => id === anchor.item);
      return signIn === undefined ? anchor.item : `${signInLabel(signIn)}, ${displayedTime(bundle, signIn.time)}`;
    }
    case 'finding':
      return findings.find((finding) => findingKey(finding) === anchor.item)?.title ?? anchor.item;
    case 'timeRange':
      return `${displayedTime(bundle, anchor.start)} – ${displayedTime(bundle, anchor.end)}`;
    case 'link':
      return `${placeWords(anchor.from)} → ${placeWords(anchor.to)}`;
  }
}
