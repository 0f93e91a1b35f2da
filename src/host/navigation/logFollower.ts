import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { EvidenceNavigator } from './evidenceNavigator';
import type { FocusOrigin, StoryFocus, StoryPlace } from './storyFocus';

const setting = 'autopilotTriage.logFollowsSelection';

/** Somebody who holds a key down passes many records: only where they rest is followed, milliseconds. */
const restTime = 120;

/** Moves the logs that can be seen to what is selected on the timeline or in a view; the keyboard stays there. */
export class LogFollower extends Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(focus: StoryFocus, navigator: Pick<EvidenceNavigator, 'showWhereVisible'>) {
    super();
    this.register(
      focus.onDidChange((place) => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
          this.follow(place, navigator);
        }, restTime);
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private follow(
    { bundle, evidence, origin }: StoryPlace,
    navigator: Pick<EvidenceNavigator, 'showWhereVisible'>,
  ): void {
    const isWanted = vscode.workspace.getConfiguration().get<boolean>(setting, true);
    if (isWanted && isFollowed[origin] && evidence !== null) {
      // A log that cannot be read any more has said so in its editor.
      navigator.showWhereVisible(bundle, evidence).catch(() => undefined);
    }
  }
}

/** Commands open the place themselves, and the editor is where it is. */
const isFollowed: Readonly<Record<FocusOrigin, boolean>> = {
  timeline: true,
  tree: true,
  editor: false,
  command: false,
  restored: false,
};
