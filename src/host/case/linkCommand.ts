import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { placeOf, type Anchor, type Place } from '../../core/case/anchor';
import { placeWords } from '../../core/case/anchorWords';
import { sameValue } from '../../core/case/sameValue';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable, type Disposing } from '../disposable';
import type { AnnotateServices } from './annotateCommands';
import { askNote } from './askNote';
import { annotationTarget, requestedText } from './annotationTarget';
import { doDeed } from './deeds';

interface LinkEnd {
  readonly bundle: OpenBundle;
  readonly place: Place;
}

/** "This led to that": the first call marks where a link begins, the second one asks for the note and makes it. */
export class LinkCommand extends Disposable {
  private begun: { readonly end: LinkEnd; readonly message: Disposing } | null = null;

  constructor(private readonly services: Pick<AnnotateServices, 'bundles' | 'cases' | 'story'>) {
    super();
    this.register(
      services.bundles.onDidLeave((bundle) => {
        if (this.begun?.end.bundle === bundle) {
          this.forget();
        }
      }),
    );
  }

  override dispose(): void {
    this.forget();
    super.dispose();
  }

  /** A row or a request as for a note; the record or line at the cursor where there is none. */
  async link(source: unknown): Promise<void> {
    const end = await this.endOf(source);
    if (end === null) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('A link needs a record or a line.'), 4000);
      return;
    }
    const from = this.begun?.end;
    if (from?.bundle !== end.bundle) {
      await this.begin(end);
      return;
    }
    this.forget();
    if (!sameValue(from.place, end.place)) {
      await this.finish(end.bundle, { kind: 'link', from: from.place, to: end.place }, requestedText(source));
    }
  }

  private async begin(end: LinkEnd): Promise<void> {
    const place = placeWords(await end.bundle.shownPart(end.place));
    this.forget();
    const message = vscode.l10n.t(
      'Link from {0}: go to the other record and link again; here again to give it up.',
      place,
    );
    this.begun = { end, message: vscode.window.setStatusBarMessage(message) };
  }

  private async finish(bundle: OpenBundle, anchor: Anchor, given: string | undefined): Promise<void> {
    const text = given ?? (await askNote(bundle, anchor));
    if (text === undefined || text.trim() === '') {
      return;
    }
    if (await doDeed(this.services.cases, bundle, { kind: 'add', annotation: { id: randomUUID(), anchor, text } })) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Link added to the case.'), 4000);
    }
  }

  private async endOf(source: unknown): Promise<LinkEnd | null> {
    const { bundles, story } = this.services;
    const { active } = bundles;
    if (source === undefined) {
      const evidence = active === undefined ? undefined : (await story.cursor(active))?.evidence;
      const place = evidence === undefined ? null : ((await active?.placeOf(evidence)) ?? null);
      return active === undefined || place === null ? null : { bundle: active, place };
    }
    const target = await annotationTarget(bundles, source);
    const place = target === null ? null : placeOf(target.anchor);
    return target === null || place === null ? null : { bundle: target.bundle, place };
  }

  private forget(): void {
    this.begun?.message.dispose();
    this.begun = null;
  }
}
