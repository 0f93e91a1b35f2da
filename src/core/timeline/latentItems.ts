/*
 * Settings that would restart an enrollment and are blamed for no restart of this one: flags that nothing answered, and
 * what is set without a flag.
 */
import * as l10n from '@vscode/l10n';
import type { LatentReboot } from '../enrollment/document/policies';
import { shortUri } from '../enrollment/storyWords';
import { clockTime } from '../words/instant';
import type { EvidenceTimes } from './evidenceTimes';
import { detailsOf, mark, unplaced } from './itemShapes';
import { sentence } from './spokenLabel';
import type { TimelineItem } from './timelineModel';

/** Id of the item of a document's latent restart. */
export function latentItemId(index: number): string {
  return `latent/${index + 1}`;
}

export function latentItem(latent: LatentReboot, index: number, times: EvidenceTimes): TimelineItem {
  const name = shortUri(latent.uri);
  const isFlagged = latent.state === 'flaggedNoRestart';
  const time = isFlagged ? (times.timed(latent.evidence)[0]?.time ?? null) : null;
  const words = isFlagged ? l10n.t('asked for a restart, none answered') : l10n.t('set, no request seen');
  const essentials = {
    id: latentItemId(index),
    kind: 'flag',
    glyph: 'flagUnanswered',
    tone: 'neutral',
    label: `${name} · ${l10n.t('no restart')}`,
    rowLabel: `${name}: ${words}`,
    plural: l10n.t('unanswered flags'),
    title: `${name}: ${words}`,
    details: detailsOf(
      latent.why,
      latent.mayHaveCaused.length > 0 && l10n.t('A policy restart whose settings no log names may be its work'),
      latent.inForce === false && l10n.t('Not in force until Windows has started in full'),
      [l10n.t('Setting'), latent.uri],
    ),
    spoken: sentence([l10n.t('Reboot flag {0}', name), time !== null && clockTime(time), words]),
    evidence: latent.evidence,
  } as const;
  return time === null ? unplaced(essentials) : mark({ ...essentials, start: time });
}
