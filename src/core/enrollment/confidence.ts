import type { Confidence } from './document/evidence';

const steps: readonly Confidence[] = ['low', 'medium', 'high'];

/** The least sure of several; what rests on all of them is no surer. `null`, not known, is as good as `low`. */
export function weakest(first: Confidence | null, ...others: readonly (Confidence | null)[]): Confidence {
  return steps[Math.min(...[first, ...others].map((each) => steps.indexOf(each ?? 'low')))] ?? 'low';
}

/** So many steps surer, or less sure where `by` is negative. */
export function moved(confidence: Confidence, by: number): Confidence {
  const step = steps.indexOf(confidence) + by;
  return steps[Math.max(0, Math.min(steps.length - 1, step))]!;
}
