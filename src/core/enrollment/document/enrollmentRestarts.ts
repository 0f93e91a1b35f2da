import type { Reboot } from './reboots';
import type { TriageDocument } from './triageDocument';

/** Windows setup, the first update and the new name lead up to a join on the same day, milliseconds. */
const leadMs = 24 * 60 * 60_000;

/** The restarts of a bundle, by what they have to do with its enrollment. */
export interface DividedRestarts {
  /** Those of the enrollment, what led up to it and what came after. */
  readonly own: readonly Reboot[];
  /** Those of another time: more than a day before the first sign of the first attempt. */
  readonly before: readonly Reboot[];
}

/** Where nothing tells when the enrollment began, no restart is known to be before it. */
export function divideRestarts(
  document: Pick<TriageDocument, 'reboots' | 'attempts' | 'phases' | 'devicePreparation'>,
): DividedRestarts {
  const from = enrollmentStart(document) - leadMs;
  const isBefore = ({ time }: Reboot): boolean => Date.parse(time) < from;
  return {
    own: document.reboots.filter((reboot) => !isBefore(reboot)),
    before: document.reboots.filter(isBefore),
  };
}

/** Milliseconds since 1970 UTC; -Infinity where it is not known. */
function enrollmentStart({
  attempts,
  phases,
  devicePreparation,
}: Pick<TriageDocument, 'attempts' | 'phases' | 'devicePreparation'>): number {
  const starts = [...attempts, ...phases, ...(devicePreparation === null ? [] : [devicePreparation])].flatMap(
    ({ start }) => (start === null ? [] : [Date.parse(start)]),
  );
  return starts.length === 0 ? -Infinity : Math.min(...starts);
}
