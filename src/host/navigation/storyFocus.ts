import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';

/** Who moved: nobody follows a movement that they made themselves. */
export type FocusOrigin = 'editor' | 'timeline' | 'command';

/** The place in the story that the person looks at. */
export interface StoryPlace {
  readonly bundle: OpenBundle;
  readonly evidence: EvidenceRef | null;
  /** Id of a reboot, sign-in, phase or boot of the triage document. */
  readonly itemId: string | null;
  readonly origin: FocusOrigin;
}

/** Keeps editor, trees and timeline on the same place. */
export class StoryFocus extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<StoryPlace>());
  private place: StoryPlace | undefined;

  readonly onDidChange = this.changed.event;

  get current(): StoryPlace | undefined {
    return this.place;
  }

  moveTo(place: StoryPlace): void {
    this.place = place;
    this.changed.fire(place);
  }
}
