import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { bundlePlace, bundleScheme } from '../documents/bundleUri';
import { memberMarks, type MemberMarks } from './memberMarks';

/** Marks the members that hold what people look for, and dims the logs that hold nothing. */
export class MemberDecorations extends Disposable implements vscode.FileDecorationProvider {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  private readonly marks = new WeakMap<OpenBundle, ReadonlyMap<string, MemberMarks>>();

  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(private readonly bundles: OpenBundles) {
    super();
    this.register(
      bundles.onDidChange(() => {
        this.changed.fire(undefined);
      }),
    );
    this.register(vscode.window.registerFileDecorationProvider(this));
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const place = uri.scheme === bundleScheme ? bundlePlace(uri) : null;
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    if (place === null || bundle === undefined) {
      return undefined;
    }
    const marks = this.marksOf(bundle).get(place.path);
    if (marks !== undefined) {
      return decoration(marks);
    }
    return bundle.member(place.path)?.records === 0
      ? new vscode.FileDecoration(undefined, vscode.l10n.t('No records'), new vscode.ThemeColor('disabledForeground'))
      : undefined;
  }

  private marksOf(bundle: OpenBundle): ReadonlyMap<string, MemberMarks> {
    let marks = this.marks.get(bundle);
    if (marks === undefined) {
      marks = memberMarks(bundle.document, bundle.copies);
      this.marks.set(bundle, marks);
    }
    return marks;
  }
}

/** Badges have room for two letters: that there is an error as well, the colour says. */
function decoration(marks: MemberMarks): vscode.FileDecoration {
  const { reboots, rePrompts, errors } = marks;
  const { l10n } = vscode;
  const badge = [reboots > 0 ? 'R' : '', rePrompts > 0 ? 'P' : '', errors > 0 ? 'E' : ''].join('').slice(0, 2);
  const words = [
    ...(reboots === 0 ? [] : [reboots === 1 ? l10n.t('1 reboot') : l10n.t('{0} reboots', reboots)]),
    ...(rePrompts === 0 ? [] : [rePrompts === 1 ? l10n.t('1 re-prompt') : l10n.t('{0} re-prompts', rePrompts)]),
    ...(errors === 0 ? [] : [errors === 1 ? l10n.t('1 error finding') : l10n.t('{0} error findings', errors)]),
  ];
  const color = colorOf(marks);
  return new vscode.FileDecoration(badge, words.join(', '), color === null ? undefined : new vscode.ThemeColor(color));
}

/** A reboot that the enrollment calls for is no alarm. */
function colorOf({ errors, rePrompts, unexpected }: MemberMarks): string | null {
  if (errors > 0) {
    return 'list.errorForeground';
  }
  return rePrompts > 0 ? 'autopilotTriage.bad' : unexpected > 0 ? 'autopilotTriage.caution' : null;
}
