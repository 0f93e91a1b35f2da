/*
 * One bundle on the page: its whole model, the view that the user has made of it, and what follows from both. Every
 * change of the view goes through here, so every change can be taken back.
 */
import type { TimeDisplay } from '../../core/timeline/timeDisplay';
import { timeDisplay } from '../../core/timeline/timeDisplay';
import { findFolds, noFolds, type TimeFolds } from '../../core/timeline/timeFolds';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import type { TimelineFacts } from '../../core/timeline/view/itemFacts';
import { shownModel } from '../../core/timeline/view/shownModel';
import type { TimelineView } from '../../core/timeline/view/timelineView';
import { sameView, viewOf } from '../../core/timeline/view/timelineView';
import { amended, historyOf, record, redone, undone, type ViewHistory } from '../../core/timeline/view/viewHistory';
import type { KeptContent } from '../../protocol/timelineMessages';
import { Viewport } from './viewport';

export interface Story {
  readonly name: string;
  /** Hash of the bundle, or of both. */
  readonly bundle: string;
  readonly content: KeptContent;
  readonly model: TimelineModel;
  readonly facts: TimelineFacts;
}

export interface SessionListener {
  /** Another part of time is on the canvas. */
  readonly rangeChanged: () => void;
  /** Anything else of the view has changed. */
  readonly viewChanged: (change: ViewChange) => void;
}

export interface ViewChange {
  /** Lanes or items are others now. */
  readonly model: boolean;
  /** Times are written in another way. */
  readonly times: boolean;
}

type Settings = Omit<TimelineView, 'range'>;

export class ViewSession {
  readonly viewport: Viewport;
  private history: ViewHistory<TimelineView>;
  private settings: Settings;
  private shownNow: TimelineModel;
  private lastSort: string | null = null;
  private foldsOfModel: TimeFolds | null = null;

  constructor(
    private told: Story,
    saved: TimelineView | null,
    private readonly listener: SessionListener,
  ) {
    this.viewport = new Viewport(told.model, saved?.range ?? null, () => {
      listener.rangeChanged();
    });
    const view = { ...(saved ?? viewOf(this.viewport.range, told.model)), range: this.viewport.range };
    this.history = historyOf<TimelineView>(view);
    this.settings = view;
    this.shownNow = shownModel(told.model, told.facts, view);
    this.viewport.setFolds(this.folds);
  }

  get story(): Story {
    return this.told;
  }

  /** The same bundle, with more or less to tell of it; the view stays as it is. */
  retell(story: Story): void {
    this.told = story;
    this.shownNow = shownModel(story.model, story.facts, this.settings);
    this.foldsOfModel = null;
    this.viewport.setFolds(this.folds);
    this.listener.viewChanged({ model: true, times: false });
  }

  /** What canvas and list show. */
  get shown(): TimelineModel {
    return this.shownNow;
  }

  get view(): TimelineView {
    return { ...this.settings, range: this.viewport.settled };
  }

  get display(): TimeDisplay {
    return timeDisplay(this.settings.display, this.story.model);
  }

  get folds(): TimeFolds {
    if (!this.settings.folded) {
      return noFolds;
    }
    this.foldsOfModel ??= findFolds(this.story.model);
    return this.foldsOfModel;
  }

  /** Changes the view, as a step that can be taken back. Changes of the same `sort` in a row are one step. */
  change(changes: Partial<TimelineView>, sort: string | null = null): void {
    this.settle();
    const next = { ...this.view, ...changes };
    if (!sameView(next, this.history.present)) {
      const goesOn = sort !== null && sort === this.lastSort;
      this.history = goesOn ? amended(this.history, next) : record(this.history, next);
      this.lastSort = sort;
      this.apply(next);
    }
  }

  /** Where the user has come to rest is a step as well. */
  settle(): void {
    if (!sameView(this.view, this.history.present)) {
      this.history = record(this.history, this.view);
      this.lastSort = null;
    }
  }

  /** One step back; was there one? */
  undo(): boolean {
    this.settle();
    return this.goTo(undone(this.history));
  }

  redo(): boolean {
    this.settle();
    return this.goTo(redone(this.history));
  }

  dispose(): void {
    this.viewport.dispose();
  }

  private goTo(history: ViewHistory<TimelineView>): boolean {
    if (history === this.history) {
      return false;
    }
    this.history = history;
    this.lastSort = null;
    this.apply(history.present);
    return true;
  }

  private apply(view: TimelineView): void {
    const before = this.settings;
    this.settings = view;
    const model = view.filter !== before.filter || view.marks !== before.marks || view.lanes !== before.lanes;
    if (model) {
      this.shownNow = shownModel(this.story.model, this.story.facts, view);
    }
    if (view.folded !== before.folded) {
      this.viewport.setFolds(this.folds);
    }
    const { start, end } = this.viewport.settled;
    if (view.range.start !== start || view.range.end !== end) {
      this.viewport.goBackTo(view.range);
    }
    this.listener.viewChanged({ model, times: view.display !== before.display });
  }
}
