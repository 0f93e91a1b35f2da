/*
 * Which part of time the canvas shows, and how it gets from one part to another.
 */
import type { RangeBounds, TimeRange } from '../../core/timeline/timeScale';
import {
  boundRange,
  centreRange,
  closestSpan,
  followRange,
  padRange,
  panRange,
  revealRange,
  spanOf,
  zoomRange,
} from '../../core/timeline/timeScale';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import { glide } from './glide';

export class Viewport {
  private shown: TimeRange;
  /** Where a glide ends; keys pressed during it go on from there. */
  private goal: TimeRange;
  private readonly bounds: RangeBounds;
  private stopGliding: () => void = () => undefined;

  constructor(
    private readonly model: TimelineModel,
    saved: TimeRange | null,
    private readonly changed: () => void,
  ) {
    this.bounds = { extent: model.extent, minSpan: closestSpan };
    this.shown = boundRange(saved ?? model.story, this.bounds);
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
    return (this.goal.start + this.goal.end) / 2;
  }

  /** By a step, as a key or button does. */
  zoomStep(anchor: number, factor: number): void {
    this.glideTo(zoomRange(this.goal, anchor, factor, this.bounds));
  }

  panStep(share: number): void {
    this.glideTo(panRange(this.goal, spanOf(this.goal) * share, this.bounds));
  }

  goToStart(): void {
    this.glideTo(panRange(this.goal, this.model.extent.start - this.goal.start, this.bounds));
  }

  goToEnd(): void {
    this.glideTo(panRange(this.goal, this.model.extent.end - this.goal.end, this.bounds));
  }

  /** The enrollment; when that is shown already, the whole bundle. */
  fit(): void {
    const story = boundRange(this.model.story, this.bounds);
    const difference = Math.abs(story.start - this.goal.start) + Math.abs(story.end - this.goal.end);
    this.glideTo(difference < spanOf(story) / 1e3 ? this.model.extent : story);
  }

  reveal(range: TimeRange): void {
    this.glideTo(revealRange(this.goal, range, this.bounds));
  }

  /** Shows at least a part of a range, without a change of zoom, and stays where it is if it does already. */
  follow(range: TimeRange): void {
    const followed = followRange(this.goal, range, this.bounds);
    if (followed !== this.goal) {
      this.glideTo(followed);
    }
  }

  /** Fills half of the canvas with a range. */
  closeUp(range: TimeRange): void {
    this.glideTo(boundRange(padRange(range, 0.5), this.bounds));
  }

  /** At once, as the content must stick to the pointer. */
  zoomAt(anchor: number, factor: number): void {
    this.jumpTo(zoomRange(this.shown, anchor, factor, this.bounds));
  }

  panBy(milliseconds: number): void {
    this.jumpTo(panRange(this.shown, milliseconds, this.bounds));
  }

  centreOn(time: number): void {
    this.jumpTo(centreRange(this.shown, time, this.bounds));
  }

  dispose(): void {
    this.stopGliding();
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
