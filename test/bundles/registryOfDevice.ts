import { oobeConfig, profileName } from './autopilotProfile';
import { rebootCatalog } from './rebootCatalog';
import type { DumpKey, DumpValue } from './registryDump';
import type { DeviceIdentity } from './story/device';
import type { Story } from './story/story';

/** `RebootRequired` of a tracked app: 2 soft, 3 hard; absent where the provider has set nothing. */
const rebootRequired = { none: {}, soft: { RebootRequired: 2 }, hard: { RebootRequired: 3 } } as const;

const enrollments = 'software\\microsoft\\enrollments';
const provisioning = 'software\\microsoft\\provisioning';
const policyManager = 'software\\microsoft\\policymanager';
const autopilot = 'software\\microsoft\\windows\\autopilot';

/** The roots that the collector asks for and that the device has. */
export const dumpedRoots = [enrollments, policyManager, provisioning, autopilot] as const;

/** What the registry of the device holds at the end of the story, below {@link dumpedRoots}. */
export function dumpedKeys(story: Story): readonly DumpKey[] {
  return [...enrollmentKeys(story), ...policyKeys(story), ...provisioningKeys(story), ...trackingKeys(story)];
}

function enrollmentKeys({ device, esp }: Story): DumpKey[] {
  const { enrollmentId, tenantId, person } = device.identity;
  const enrollment = `${enrollments}\\${enrollmentId}`;
  const isDone = esp.hasSucceeded('AccountSetup');
  return [
    { path: enrollments, values: {} },
    {
      path: enrollment,
      values: {
        EnrollmentState: 1,
        EnrollmentType: 6,
        ProviderID: 'MS DM Server',
        AADTenantID: tenantId,
        UPN: person.upn,
      },
    },
    {
      path: `${enrollment}\\FirstSync`,
      // The account part is shown (0) during the enrollment and reads -1 as soon as it is over.
      values: {
        SkipDeviceStatusPage: 0,
        SkipUserStatusPage: isDone || esp.skipsAccount ? -1 : 0,
        SyncFailureTimeout: 60,
        BlockInStatusPage: 2,
      },
    },
    ...(isDone ? [{ path: `${enrollment}\\FirstSync\\${person.sid}`, values: { IsSyncDone: 1 } }] : []),
  ];
}

function policyKeys({ mdm, device }: Story): DumpKey[] {
  const { enrollmentId } = device.identity;
  const areas = [...new Set(mdm.policies.map(({ area }) => area))];
  const current = areas.map((area) => ({
    path: `${policyManager}\\current\\device\\${area}`,
    values: Object.fromEntries(
      mdm.policies
        .filter((policy) => policy.area === area)
        .flatMap(({ name, value }): [string, DumpValue][] => [
          [name, value],
          [`${name}_ProviderSet`, 1],
          [`${name}_WinningProvider`, enrollmentId],
        ]),
    ),
  }));
  return [
    { path: policyManager, values: {} },
    ...current,
    // The schema that every Windows has; a reader that takes it for a setting is wrong.
    {
      path: `${policyManager}\\default\\Authentication\\EnableWebSignIn`,
      values: { PolicyType: 4, lowrange: 0, highrange: 2, MergeAlgorithm: 3, value: 0 },
    },
  ];
}

function provisioningKeys({ device, esp, mdm }: Story): DumpKey[] {
  const { build, deployment } = device.identity;
  const settings = `${provisioning}\\AutopilotSettings`;
  const isDevicePreparation = deployment === 'devicePreparation';
  const nodes = [
    ...mdm.policies.map(({ uri, value }) => ({ uri, value: String(value) })),
    ...mdm.otherNodes.map((uri) => ({ uri, value: 'set' })),
  ];
  return [
    { path: provisioning, values: {} },
    {
      path: settings,
      values: {
        UseRefactoredEsp: 'True',
        AllowedTimeDriftDeltaMinutes: 5,
        AutopilotDevicePrepHint: isDevicePreparation ? 4 : 0,
        ...(isDevicePreparation ? { 'DevicePrep.Global.LastRebooter': 'DevicePrepPage' } : {}),
        ...esp.registryValues(),
      },
    },
    ...(isDevicePreparation
      ? [{ path: `${settings}\\DevicePreparation\\BootstrapperAgent`, values: { ExecutionContext: '{"example":1}' } }]
      : [profileKey(device.identity)]),
    ...nodes.map(({ uri, value }, index) => ({
      path: `${provisioning}\\NodeCache\\CSP\\Device\\MS DM Server\\Nodes\\${index + 1}`,
      values: { NodeUri: uri, ExpectedValue: value },
    })),
    { path: `${provisioning}\\OMADM\\SyncML`, values: mdm.rebootIsPending ? { RebootRequired: 1 } : {} },
    {
      path: `${provisioning}\\SyncML\\RebootRequiredURIs`,
      values: Object.fromEntries(rebootCatalog(build).map((uri) => [uri, ''])),
    },
  ];
}

/** The profile that the device has got, as its diagnostics keep it. */
function profileKey(identity: DeviceIdentity): DumpKey {
  const { tenantDomain, tenantId } = identity;
  return {
    path: `${provisioning}\\Diagnostics\\AutoPilot`,
    values: {
      DeploymentProfileName: profileName(identity),
      CloudAssignedTenantDomain: tenantDomain,
      CloudAssignedTenantId: tenantId,
      CloudAssignedOobeConfig: oobeConfig(identity),
      CloudAssignedForcedEnrollment: 1,
      TenantId: tenantId,
    },
  };
}

function trackingKeys({ device, esp, ime }: Story): DumpKey[] {
  const tracking = `${autopilot}\\EnrollmentStatusTracking`;
  const setup = `${tracking}\\Device\\Setup`;
  return [
    { path: tracking, values: {} },
    {
      path: `${tracking}\\Device\\DevicePreparation\\PolicyProviders\\Sidecar`,
      values: { InstallationState: 3, Timeout: 15 },
    },
    { path: setup, values: { HasProvisioningCompleted: String(esp.hasSucceeded('DeviceSetup')) } },
    { path: `${setup}\\Apps\\PolicyProviders\\Sidecar`, values: { TrackingPoliciesCreated: 1 } },
    ...ime.trackedApps.map(({ id, reboot }) => ({
      path: `${setup}\\Apps\\Tracking\\Sidecar\\Win32App_${id}_1`,
      values: { InstallationState: 3, ...rebootRequired[reboot] },
    })),
    {
      path: `${tracking}\\${device.identity.person.sid}\\Setup`,
      values: { HasProvisioningCompleted: String(esp.hasSucceeded('AccountSetup')) },
    },
  ];
}
