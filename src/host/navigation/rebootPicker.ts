import * as vscode from 'vscode';
import type { Reboot } from '../../core/enrollment/document/reboots';
import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import { expectedLabel, rebootDuringLabel, rebootLabel } from '../views/labels';
import { rebootIcon } from '../views/stateIcons';
import { displayedTime } from '../views/timeSetting';
import { rememberEditor } from './editorPlace';
import type { EvidenceNavigator } from './evidenceNavigator';

interface RebootPick extends vscode.QuickPickItem {
  readonly reboot: Reboot;
}

/**
 * A list of the reboots with live preview: moving through it shows each one's evidence, Enter goes there, Escape
 * returns to where the person was. Resolves with the chosen reboot.
 */
export async function pickReboot(
  bundle: OpenBundle,
  navigator: EvidenceNavigator,
  currentId: string | null,
): Promise<Reboot | undefined> {
  const goBack = rememberEditor();
  const pick = vscode.window.createQuickPick<RebootPick>();
  pick.title = vscode.l10n.t('Reboots of {0}', bundle.name);
  pick.placeholder = vscode.l10n.t('Moving through the list previews the evidence');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = bundle.document.reboots.map((reboot) => rebootItem(bundle, reboot));
  const current = pick.items.find(({ reboot }) => reboot.id === currentId);
  if (current !== undefined) {
    pick.activeItems = [current];
  }
  // Previews follow one another: each waits for the one before, so that the last one wins.
  let previews: Promise<unknown> = Promise.resolve();
  pick.onDidChangeActive(([item]) => {
    previews = previews.then(() => {
      if (item !== undefined && pick.activeItems[0] === item) {
        return navigator.showEvidence(bundle, item.reboot.evidence[0], { preserveFocus: true });
      }
      return undefined;
    });
  });
  const chosen = await new Promise<Reboot | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.reboot);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    pick.show();
  });
  await previews;
  pick.dispose();
  if (chosen === undefined) {
    await goBack();
  }
  return chosen;
}

function rebootItem(bundle: OpenBundle, reboot: Reboot): RebootPick {
  const facts = [
    reboot.downtimeMs === null ? null : vscode.l10n.t('{0} down', shortDuration(reboot.downtimeMs)),
    expectedLabel(reboot.expected),
    reboot.initiator?.process ?? null,
    ...reboot.causes.filter((cause) => cause.verdict !== 'refuted').map((cause) => cause.uri),
  ];
  return {
    reboot,
    iconPath: rebootIcon(reboot),
    label: rebootLabel(reboot),
    description: `${displayedTime(bundle, reboot.time)} · ${rebootDuringLabel(reboot.during)}`,
    detail: facts.filter((fact) => fact !== null).join(' · '),
  };
}
