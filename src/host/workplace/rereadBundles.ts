import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import { sourceName } from '../bundle/bundleSource';
import type { OpenBundles } from '../bundle/openBundles';
import { showOpeningError } from '../bundle/openingErrors';
import { Disposable } from '../disposable';
import type { StoryFocus } from '../navigation/storyFocus';
import type { RedactionSettings } from '../redaction/redactionSettings';
import type { TabKeeper } from './leftTab';
import { PlaceholderDocuments } from './placeholderDocuments';
import { sameMember } from './sameMember';
import { leaveWorkplace } from './workplace';

/** What reading again goes through. */
export interface RereadServices {
  readonly bundles: OpenBundles;
  readonly opener: Pick<BundleOpener, 'open'>;
  readonly redaction: RedactionSettings;
  readonly focus: StoryFocus;
  /** Of all tabs that show something of a bundle as text. Pages wait for their bundle by themselves. */
  readonly keepers: readonly TabKeeper[];
  readonly log: vscode.LogOutputChannel;
}

/**
 * Reads the open bundles again when names are to be hidden or shown. Nothing of what stood there before stays open, and
 * everybody finds the same tabs, the same record and the same place in the story afterwards.
 */
export class RereadBundles extends Disposable {
  private readonly placeholders = this.register(new PlaceholderDocuments());
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly services: RereadServices) {
    super();
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (services.redaction.isChangedBy(event)) {
          // Whoever switches twice gets two turns: the second one leaves what the first one has brought back.
          this.turn = this.turn
            .then(() => this.reread())
            .catch((error: unknown) => {
              services.log.error(`Not all that was open came back: ${String(error)}`);
            });
        }
      }),
    );
  }

  private async reread(): Promise<void> {
    const { bundles, opener, redaction, focus, keepers } = this.services;
    const open = bundles.all.filter((bundle) => redaction.isAnotherFor(bundle.redaction));
    if (open.length === 0) {
      return;
    }
    const front = bundles.active?.key;
    const place = focus.current;
    const comeBack = await leaveWorkplace(keepers, this.placeholders);
    open.forEach((bundle) => {
      bundles.takeOut(bundle);
    });
    for (const bundle of open) {
      try {
        await opener.open(bundle.source);
      } catch (error) {
        bundles.close(bundle);
        void showOpeningError(sourceName(bundle.source), error);
      }
    }
    await focus.whilePreviewing(() => comeBack(bundles));
    const active = front === undefined ? undefined : bundles.find(front);
    if (active !== undefined) {
      bundles.activate(active);
    }
    const bundle = place && bundles.find(place.bundle.key);
    if (place !== undefined && bundle !== undefined) {
      const { evidence, itemId } = place;
      const path = evidence === null ? null : sameMember(place.bundle, evidence.path, bundle);
      const samePlace = evidence === null || path === null ? null : { ...evidence, path };
      focus.moveTo({ bundle, evidence: samePlace, itemId, origin: 'restored' });
    }
  }
}
