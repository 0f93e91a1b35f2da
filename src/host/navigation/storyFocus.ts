import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';

/**
 * Who moved: nobody follows a movement that they made themselves. `command` opens the place as well, what `timeline`
 * and `tree` select is only shown where it can be seen. `restored`: back where the window was left.
 */
export type FocusOrigin = 'editor' | 'timeline' | 'tree' | 'command' | 'restored';

/** The place in the story that the person looks at. */
export interface StoryPlace {
  readonly bundle: OpenBundle;
  readonly evidence: EvidenceRef | null;
  /** Id of a reboot, sign-in, phase, boot or finding of the triage document. */
  readonly itemId: string | null;
  readonly origin: FocusOrigin;
}

/** Keeps editor, trees and timeline on the same place. */
export class StoryFocus extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<StoryPlace>());
  private place: StoryPlace | undefined;
  private previews = 0;

  readonly onDidChange = this.changed.event;

  get current(): StoryPlace | undefined {
    return this.place;
  }

  /** Somebody looks around without having chosen anything: the cursor does not speak for them. */
  get isPreviewing(): boolean {
    return this.previews > 0;
  }

  async whilePreviewing<Result>(look: () => Promise<Result>): Promise<Result> {
    this.previews += 1;
    try {
      return await look();
    } finally {
      this.previews -= 1;
    }
  }

  /** A record may prove several items: whoever chose one of them stays with it, else it is the first. */
  itemAmong(bundle: OpenBundle, items: readonly string[]): string | null {
    const chosen = this.place?.bundle === bundle ? this.place.itemId : null;
    return chosen !== null && items.includes(chosen) ? chosen : (items[0] ?? null);
  }

  moveTo(place: StoryPlace): void {
    this.place = place;
    this.changed.fire(place);
  }
}
