import type { Scenario } from '../scenario';
import { cleanRun } from './cleanRun';
import { policyRebootTap } from './policyRebootTap';
import { powerLossInDeviceSetup } from './powerLossInDeviceSetup';
import { windows23h2NoSystem } from './windows23h2NoSystem';

/** Every scenario, the one to open first in front. */
export const allScenarios: readonly Scenario[] = [
  policyRebootTap,
  cleanRun,
  windows23h2NoSystem,
  powerLossInDeviceSetup,
];
