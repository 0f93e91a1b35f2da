/*
 * Two fingers on the canvas: what is between them is stretched with them, and goes where they go.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a step of two fingers means: zoom by `factor` around `x`, after a move by `dx` and `dy` pixels. */
export interface Pinch {
  readonly x: number;
  readonly factor: number;
  readonly dx: number;
  readonly dy: number;
}

/** Fingers nearer to each other than this would make every tremor a leap, pixels. */
const nearest = 24;

/** Follows the pointers that are down, by their ids. */
export class TwoFingers {
  private readonly points = new Map<number, Point>();

  /** Are there two of them, no more and no less? */
  get arePinching(): boolean {
    return this.points.size === 2;
  }

  down(id: number, point: Point): void {
    this.points.set(id, point);
  }

  /** `null` as long as it is not two fingers that move. */
  move(id: number, point: Point): Pinch | null {
    if (!this.points.has(id)) {
      return null;
    }
    const before = this.arePinching ? this.grip() : null;
    this.points.set(id, point);
    if (before === null) {
      return null;
    }
    const { x, y, distance } = this.grip();
    return { x, factor: distance / before.distance, dx: x - before.x, dy: y - before.y };
  }

  up(id: number): void {
    this.points.delete(id);
  }

  /** The middle between the two, and how far they are apart. */
  private grip(): Point & { readonly distance: number } {
    const [first, second] = [...this.points.values()] as [Point, Point];
    return {
      x: (first.x + second.x) / 2,
      y: (first.y + second.y) / 2,
      distance: Math.max(nearest, Math.hypot(first.x - second.x, first.y - second.y)),
    };
  }
}
