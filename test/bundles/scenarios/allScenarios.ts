import type { Scenario } from '../scenario';
import { accountSetupRestarts } from './accountSetupRestarts';
import { afterEnrollment } from './afterEnrollment';
import { appRestarts } from './appRestarts';
import { changingClocks } from './changingClocks';
import { cleanRun } from './cleanRun';
import { damagedCollections } from './damagedCollections';
import { devicePreparation } from './devicePreparation';
import { fastStartup } from './fastStartup';
import { foreignRestarts } from './foreignRestarts';
import { helloEnds } from './helloEnds';
import { hybridJoin } from './hybridJoin';
import { lookAlikes } from './lookAlikes';
import { oobeRestarts } from './oobeRestarts';
import { lateAgent } from './lateAgent';
import { mixtures } from './mixtures';
import { passThroughNodes } from './passThroughNodes';
import { policyRebootTap } from './policyRebootTap';
import { policyRestartKept } from './policyRestartKept';
import { policyRestarts } from './policyRestarts';
import { powerLossAfterFlags } from './powerLossAfterFlags';
import { powerLossInDeviceSetup } from './powerLossInDeviceSetup';
import { preProvisioning } from './preProvisioning';
import { refusedPass } from './refusedPass';
import { refusedTokens } from './refusedTokens';
import { secondAttempts } from './secondAttempts';
import { selfDeploying } from './selfDeploying';
import { systemContext } from './systemContext';
import { takenInDeviceSetup } from './takenInDeviceSetup';
import { unfinishedPhases } from './unfinishedPhases';
import { userGroupPolicies } from './userGroupPolicies';
import { windows23h2NoSystem } from './windows23h2NoSystem';
import { wrappedRegistrationLog } from './wrappedRegistrationLog';
import { wrappedShellCore } from './wrappedShellCore';

/** Every scenario, the one to open first in front. */
export const allScenarios: readonly Scenario[] = [
  policyRebootTap,
  cleanRun,
  windows23h2NoSystem,
  powerLossInDeviceSetup,
  ...policyRestartKept,
  ...policyRestarts,
  wrappedShellCore,
  ...refusedPass,
  ...refusedTokens,
  fastStartup,
  ...changingClocks,
  ...appRestarts,
  ...foreignRestarts,
  ...oobeRestarts,
  ...accountSetupRestarts,
  powerLossAfterFlags,
  ...lookAlikes,
  ...passThroughNodes,
  ...preProvisioning,
  hybridJoin,
  selfDeploying,
  ...devicePreparation,
  ...secondAttempts,
  userGroupPolicies,
  ...mixtures,
  ...helloEnds,
  afterEnrollment,
  takenInDeviceSetup,
  ...unfinishedPhases,
  lateAgent,
  wrappedRegistrationLog,
  systemContext,
  ...damagedCollections,
];
