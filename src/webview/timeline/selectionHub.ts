/*
 * The one selection of the page: chart, list, details and search follow it, the host and the ear are told of it.
 */
import { describeSelection } from '../../core/timeline/description';
import type { Selection } from '../../core/timeline/selection';
import {
  evidenceOf,
  followEvidence,
  laneOf,
  rangeOf,
  selectionFromKey,
  selectionKey,
  spokenSelection,
} from '../../core/timeline/selection';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { FromTimeline } from '../../protocol/timelineMessages';
import { bundleOf } from './bundleOf';
import type { DetailsPane } from './detailsPane';
import type { ListTwin } from './listTwin';
import type { Origin } from './openPage';
import type { Panels } from './panels';
import type { SearchBar } from './searchBar';
import type { Stage } from './stage';
import type { ViewSession } from './viewSession';

interface Followers {
  readonly stage: Stage;
  readonly list: ListTwin;
  readonly details: DetailsPane;
  readonly panels: Panels;
  readonly search: SearchBar;
}

interface Told {
  readonly announce: (text: string) => void;
  readonly post: (message: FromTimeline) => void;
  readonly changed: () => void;
}

export class SelectionHub {
  private selected: Selection | null = null;

  constructor(
    private readonly followers: Followers,
    private readonly told: Told,
  ) {}

  get current(): Selection | null {
    return this.selected;
  }

  select(session: ViewSession, selection: Selection | null, origin: Origin): void {
    const { stage, list, details, panels, search } = this.followers;
    this.selected = selection;
    stage.repaint();
    details.show(selection === null ? null : describeSelection(selection, session.display));
    panels.setSelection(selection !== null);
    list.follow(selection);
    search.follow(selection);
    if (selection !== null) {
      this.bringIntoView(session, selection, origin);
      // The list's row is read out by itself.
      if (origin === 'pointer' || origin === 'canvas') {
        this.told.announce(spokenSelection(selection));
      }
      if (isFromUser[origin] && selection.kind !== 'lane') {
        this.told.post({
          type: 'selected',
          bundle: bundleOf(selection),
          id: selection.kind === 'item' ? selection.item.storyId : null,
          evidence: evidenceOf(selection),
        });
      }
    }
    this.told.changed();
  }

  /** The same selection in a model that has changed, as far as it is still there. */
  findAgain(session: ViewSession): void {
    const key = this.selected === null ? '' : selectionKey(this.selected);
    this.select(session, selectionFromKey(session.shown, key), 'restore');
  }

  /** As it was saved; see `selectionKey`. */
  restore(session: ViewSession, key: string | null): void {
    this.select(session, selectionFromKey(session.shown, key ?? ''), 'restore');
  }

  /** The host points at a place in a log. What is selected already needs no second time: the page would scroll for nothing. */
  followEvidence(session: ViewSession, evidence: EvidenceRef, group: string | null): void {
    const selection = followEvidence(session.shown, this.selected, evidence, group);
    if (selection !== null && selection !== this.selected) {
      this.select(session, selection, 'host');
    }
  }

  private bringIntoView(session: ViewSession, selection: Selection, origin: Origin): void {
    if (origin === 'pointer' || origin === 'restore') {
      return;
    }
    const lane = laneOf(session.shown, selection);
    const time = rangeOf(selection);
    if (lane !== null) {
      this.followers.stage.revealLane(lane);
    }
    if (time !== null && origin === 'host') {
      session.viewport.follow(time);
    } else if (time !== null) {
      session.viewport.reveal(time);
    }
  }
}

/** What the host does itself must not come back to it. */
const isFromUser: Readonly<Record<Origin, boolean>> = {
  pointer: true,
  canvas: true,
  list: true,
  host: false,
  command: false,
  restore: false,
};
