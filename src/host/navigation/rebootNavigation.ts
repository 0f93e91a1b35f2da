import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { Reboot } from '../../core/enrollment/document/reboots';
import type { OpenBundle } from '../bundle/openBundle';
import { bundlePlace } from '../documents/bundleUri';
import type { EvidenceNavigator } from './evidenceNavigator';
import { evidenceKey } from './evidenceIndex';
import { pickReboot } from './rebootPicker';
import { recordTime, stepReboot, type StepDirection, type StepPosition } from './rebootSteps';
import type { StoryFocus } from './storyFocus';

/** Jumps from reboot to reboot. */
export class RebootNavigation {
  constructor(
    private readonly navigator: EvidenceNavigator,
    private readonly focus: StoryFocus,
  ) {}

  async pick(bundle: OpenBundle): Promise<void> {
    const { current } = this.focus;
    const currentId = current?.bundle === bundle ? current.itemId : null;
    const reboot = await this.focus.whilePreviewing(() => pickReboot(bundle, this.navigator, currentId));
    if (reboot !== undefined) {
      await this.goTo(bundle, reboot);
    }
  }

  async step(bundle: OpenBundle, direction: StepDirection): Promise<void> {
    const reboot = stepReboot(bundle.document.reboots, await this.position(bundle), direction);
    if (reboot === null) {
      const nothing =
        direction === 'next'
          ? vscode.l10n.t('No later reboot in {0}.', bundle.name)
          : vscode.l10n.t('No earlier reboot in {0}.', bundle.name);
      vscode.window.setStatusBarMessage(nothing, 4000);
      return;
    }
    await this.goTo(bundle, reboot);
  }

  private async goTo(bundle: OpenBundle, reboot: Reboot): Promise<void> {
    const evidence = reboot.evidence[0];
    this.focus.moveTo({ bundle, evidence, itemId: reboot.id, origin: 'command' });
    await this.navigator.showEvidence(bundle, evidence);
  }

  private async position(bundle: OpenBundle): Promise<StepPosition> {
    const { current } = this.focus;
    const chosen = current?.bundle === bundle ? current : undefined;
    const reboot = bundle.document.reboots.find(({ id }) => id === chosen?.itemId);
    // What supports a reboot can be long before or after it: only its main evidence is the reboot itself.
    if (reboot !== undefined && isMainEvidence(reboot, chosen?.evidence ?? null)) {
      return { at: 'reboot', id: reboot.id };
    }
    const rawMs = await this.timeAtCursor(bundle);
    if (rawMs !== null) {
      return { at: 'time', rawMs };
    }
    return reboot === undefined ? { at: 'nowhere' } : { at: 'reboot', id: reboot.id };
  }

  private async timeAtCursor(bundle: OpenBundle): Promise<number | null> {
    const editor = vscode.window.activeTextEditor;
    const place = editor === undefined ? null : bundlePlace(editor.document.uri);
    if (editor === undefined || place?.key !== bundle.key) {
      return null;
    }
    const { lines } = await bundle.text(place.path, place.part);
    const evidence = lines.evidenceAt(place.path, editor.selection.active.line);
    const span = evidence === null ? null : lines.spanOf(evidence, editor.document.lineCount);
    return span === null ? null : recordTime(editor.document.lineAt(span.first).text);
  }
}

/** A reboot that was chosen without a place in a log, in the timeline for one, is the reboot itself too. */
function isMainEvidence({ evidence: [main] }: Reboot, place: EvidenceRef | null): boolean {
  return place === null || evidenceKey(place) === evidenceKey(main);
}
