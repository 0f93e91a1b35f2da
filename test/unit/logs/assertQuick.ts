import { assertLinear } from '../linearTime';

/** Many times what linear work takes on a busy machine, a small part of what quadratic work would. */
const limitMs = 4000;

/** Runs `work` on a text of some megabytes; fails where it takes longer than reading the text a few times could. */
export function assertQuick(name: string, work: () => void): void {
  assertLinear(limitMs, work, name);
}
