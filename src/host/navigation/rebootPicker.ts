import * as vscode from 'vscode';
import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { Reboot } from '../../core/enrollment/document/reboots';
import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import { earlierLabel } from '../views/earlierReboots';
import { expectedLabel, rebootDuringLabel, rebootLabel } from '../views/labels';
import { rebootIcon } from '../views/stateIcons';
import { displayedTime } from '../views/timeSetting';
import { fixedList, type PreviewItem, type PreviewList } from './previewPick';

/** The reboots of a bundle, as rows to choose from: those of the enrollment first. */
export function rebootList(bundle: OpenBundle, currentId: string | null): PreviewList<PreviewItem> {
  const { own, before } = divideRestarts(bundle.document);
  const rows = (reboots: readonly Reboot[]) => reboots.map((reboot) => rebootItem(bundle, reboot));
  return fixedList(
    vscode.l10n.t('Reboots of {0}', bundle.name),
    before.length === 0 ? rows(own) : [...rows(own), separator(earlierLabel()), ...rows(before)],
    ({ itemId }) => itemId === currentId,
  );
}

function separator(label: string): PreviewItem {
  return { label, kind: vscode.QuickPickItemKind.Separator, evidence: null, itemId: null };
}

function rebootItem(bundle: OpenBundle, reboot: Reboot): PreviewItem {
  const facts = [
    reboot.downtimeMs === null ? null : vscode.l10n.t('{0} down', shortDuration(reboot.downtimeMs)),
    expectedLabel(reboot.expected),
    reboot.initiator?.process ?? null,
    ...reboot.causes.filter((cause) => cause.verdict !== 'refuted').map((cause) => cause.uri),
  ];
  return {
    itemId: reboot.id,
    evidence: reboot.evidence[0],
    iconPath: rebootIcon(reboot),
    label: rebootLabel(reboot),
    description: `${displayedTime(bundle, reboot.time)} · ${rebootDuringLabel(reboot.during)}`,
    detail: facts.filter((fact) => fact !== null).join(' · '),
  };
}
