import { buildBundle } from './build';
import { policyRebootTap, tellPolicyReboot } from './scenarios/policyRebootTap';

/** The bundle that ships with the extension: the whole story with little noise between, because every byte is downloaded. */
export function shippedSample(): Uint8Array {
  return buildBundle({ ...policyRebootTap, tell: () => tellPolicyReboot('quiet') }).bytes;
}
