import type { Reboot } from '../../core/enrollment/document/reboots';

export type StepDirection = 'next' | 'previous';

/** Where someone stands between the reboots. */
export type StepPosition =
  | { readonly at: 'reboot'; readonly id: string }
  /** Time that the log at the cursor shows, milliseconds since 1970 UTC, uncorrected. */
  | { readonly at: 'time'; readonly rawMs: number }
  | { readonly at: 'nowhere' };

/**
 * The reboot one step from `position`, `null` at either end; from nowhere, next is the first and previous the
 * last. @param reboots in story order
 */
export function stepReboot(
  reboots: readonly Reboot[],
  position: StepPosition,
  direction: StepDirection,
): Reboot | null {
  const forward = direction === 'next';
  switch (position.at) {
    case 'reboot': {
      const index = reboots.findIndex((reboot) => reboot.id === position.id);
      return (index === -1 ? undefined : reboots[index + (forward ? 1 : -1)]) ?? null;
    }
    case 'time':
      return (
        (forward
          ? reboots.find((reboot) => Date.parse(reboot.rawTime) > position.rawMs)
          : reboots.findLast((reboot) => Date.parse(reboot.rawTime) < position.rawMs)) ?? null
      );
    case 'nowhere':
      return reboots.at(forward ? 0 : -1) ?? null;
  }
}

/** The time at the head of a rendered event record, milliseconds since 1970 UTC; `null` for any other line. */
export function recordTime(headerLine: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d*Z {2}/.exec(headerLine);
  return match === null ? null : Date.parse(`${match[1]!}T${match[2]!}Z`);
}
