import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import type { rowTime } from './timeSetting';

/** When something began, and how long it took: of both what is known. */
export function spanFacts(
  bundle: OpenBundle,
  { start, end }: { readonly start: string | null; readonly end: string | null },
  timeOf: typeof rowTime,
): readonly string[] {
  return [
    ...(start === null ? [] : [timeOf(bundle, start)]),
    ...(start === null || end === null ? [] : [shortDuration(Math.max(0, Date.parse(end) - Date.parse(start)))]),
  ];
}
