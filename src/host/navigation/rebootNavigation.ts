import * as vscode from 'vscode';
import type { Reboot } from '../../core/enrollment/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { bundlePlace } from '../documents/bundleUri';
import type { EvidenceNavigator } from './evidenceNavigator';
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
    const reboot = await pickReboot(bundle, this.navigator, current?.bundle === bundle ? current.itemId : null);
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
    const itemId = current?.bundle === bundle ? current.itemId : null;
    if (itemId !== null && bundle.document.reboots.some((reboot) => reboot.id === itemId)) {
      return { at: 'reboot', id: itemId };
    }
    const rawMs = await this.timeAtCursor(bundle);
    return rawMs === null ? { at: 'nowhere' } : { at: 'time', rawMs };
  }

  private async timeAtCursor(bundle: OpenBundle): Promise<number | null> {
    const editor = vscode.window.activeTextEditor;
    const place = editor === undefined ? null : bundlePlace(editor.document.uri);
    if (editor === undefined || place?.key !== bundle.key) {
      return null;
    }
    const { lines } = await bundle.text(place.path);
    const evidence = lines.evidenceAt(place.path, editor.selection.active.line);
    const span = evidence === null ? null : lines.spanOf(evidence, editor.document.lineCount);
    return span === null ? null : recordTime(editor.document.lineAt(span.first).text);
  }
}
