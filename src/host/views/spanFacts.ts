import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import type { rowTime } from './timeSetting';

/**
 * When something began, and how long it took: of both what is known.
 * @param state how it went: stands between the two, so that a narrow row shows it
 */
export function spanFacts(
  bundle: OpenBundle,
  { start, end }: { readonly start: string | null; readonly end: string | null },
  timeOf: typeof rowTime,
  state: readonly string[] = [],
): readonly string[] {
  return [
    ...(start === null ? [] : [timeOf(bundle, start)]),
    ...state,
    ...(start === null || end === null ? [] : [shortDuration(Math.max(0, Date.parse(end) - Date.parse(start)))]),
  ];
}
