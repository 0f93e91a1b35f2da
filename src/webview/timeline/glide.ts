import type { TimeRange } from '../../core/timeline/timeScale';

const duration = 140;

/**
 * Goes from one range to another in a moment, or at once for people who asked for less motion.
 * Returns what stops it half-way.
 */
export function glide(from: TimeRange, to: TimeRange, apply: (range: TimeRange) => void): () => void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    apply(to);
    return () => undefined;
  }
  const begin = performance.now();
  let request = requestAnimationFrame(function step(now) {
    const share = Math.min(1, Math.max(0, (now - begin) / duration));
    const eased = 1 - (1 - share) ** 3;
    const between = (start: number, end: number): number => start + (end - start) * eased;
    apply(share === 1 ? to : { start: between(from.start, to.start), end: between(from.end, to.end) });
    if (share < 1) {
      request = requestAnimationFrame(step);
    }
  });
  return () => {
    cancelAnimationFrame(request);
  };
}
