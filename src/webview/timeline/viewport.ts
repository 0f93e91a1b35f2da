/*
 * Which part of time the canvas shows, and how it gets from one part to another. Moves are made on the axis, where
 * stretches that are drawn short are short, so that what is under the pointer stays there.
 */
import type { RangeBounds, TimeRange } from '../../core/timeline/timeScale';
import {
  boundRange,
  centreRange,
  closestSpan,
  followRange,
  panRange,
  revealRange,
  spanOf,
  zoomRange,
} from '../../core/timeline/timeScale';
import type { TimeFolds } from '../../core/timeline/timeFolds';
import { noFolds } from '../../core/timeline/timeFolds';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import { glide } from './glide';

export class Viewport {
  private shown: TimeRange;
  /** Where a glide ends; keys pressed during it go on from there. */
  private goal: TimeRange;
  private folds: TimeFolds = noFolds;
  private stopGliding: () => void = () => undefined;

  constructor(
    private readonly reach: Pick<TimelineModel, 'extent' | 'story'>,
    saved: TimeRange | null,
    private readonly changed: () => void,
  ) {
    this.shown = boundRange(saved ?? reach.story, this.bounds);
    this.goal = this.shown;
  }

  /** What is on the canvas now. */
  get range(): TimeRange {
    return this.shown;
  }

  /** What will be, once a glide has ended. */
  get settled(): TimeRange {
    return this.goal;
  }

  get middle(): number {
    return this.folds.toTime((this.folds.toAxis(this.goal.start) + this.folds.toAxis(this.goal.end)) / 2);
  }

  /** Stretches that are drawn short from now on. */
  setFolds(folds: TimeFolds): void {
    this.folds = folds;
    this.changed();
  }

  /** By a step, as a key or button does. */
  zoomStep(anchor: number, factor: number): void {
    this.glideTo(this.zoomed(this.goal, anchor, factor));
  }

  panStep(share: number): void {
    this.glideTo(this.onAxis(this.goal, (axis, bounds) => panRange(axis, spanOf(axis) * share, bounds)));
  }

  goToStart(): void {
    this.glideTo(this.onAxis(this.goal, (axis, bounds) => panRange(axis, bounds.extent.start - axis.start, bounds)));
  }

  goToEnd(): void {
    this.glideTo(this.onAxis(this.goal, (axis, bounds) => panRange(axis, bounds.extent.end - axis.end, bounds)));
  }

  /** The enrollment; when that is shown already, the whole bundle. */
  fit(): void {
    const story = boundRange(this.reach.story, this.bounds);
    const difference = Math.abs(story.start - this.goal.start) + Math.abs(story.end - this.goal.end);
    this.glideTo(difference < spanOf(story) / 1e3 ? this.reach.extent : story);
  }

  /** Exactly a range, as far as the bounds allow. */
  goTo(range: TimeRange): void {
    this.glideTo(boundRange(range, this.bounds));
  }

  /** To where it has been before, to the last bit. */
  goBackTo(range: TimeRange): void {
    this.glideTo(range);
  }

  reveal(range: TimeRange): void {
    this.glideTo(this.onAxis(this.goal, (axis, bounds) => revealRange(axis, this.folds.rangeToAxis(range), bounds)));
  }

  /** Shows at least a part of a range, without a change of zoom, and stays where it is if it does already. */
  follow(range: TimeRange): void {
    const followed = followRange(this.goal, range, this.bounds);
    if (followed !== this.goal) {
      this.glideTo(followed);
    }
  }

  /** At once, as the content must stick to the pointer. */
  zoomAt(anchor: number, factor: number): void {
    this.jumpTo(this.zoomed(this.shown, anchor, factor));
  }

  /** By milliseconds of the axis. */
  panBy(milliseconds: number): void {
    this.jumpTo(this.onAxis(this.shown, (axis, bounds) => panRange(axis, milliseconds, bounds)));
  }

  centreOn(time: number): void {
    this.jumpTo(this.onAxis(this.shown, (axis, bounds) => centreRange(axis, this.folds.toAxis(time), bounds)));
  }

  dispose(): void {
    this.stopGliding();
  }

  private get bounds(): RangeBounds {
    return { extent: this.reach.extent, minSpan: closestSpan };
  }

  private zoomed(range: TimeRange, anchor: number, factor: number): TimeRange {
    return this.onAxis(range, (axis, bounds) => zoomRange(axis, this.folds.toAxis(anchor), factor, bounds));
  }

  private onAxis(range: TimeRange, move: (axis: TimeRange, bounds: RangeBounds) => TimeRange): TimeRange {
    const bounds = { extent: this.folds.rangeToAxis(this.reach.extent), minSpan: closestSpan };
    return this.folds.rangeToTime(move(this.folds.rangeToAxis(range), bounds));
  }

  private glideTo(range: TimeRange): void {
    this.stopGliding();
    this.goal = range;
    this.stopGliding = glide(this.shown, range, (step) => {
      this.shown = step;
      this.changed();
    });
  }

  private jumpTo(range: TimeRange): void {
    this.stopGliding();
    this.goal = range;
    this.shown = range;
    this.changed();
  }
}
