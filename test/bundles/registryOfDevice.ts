import { rebootCatalog } from './rebootCatalog';
import type { DumpKey, DumpValue } from './registryDump';
import type { Story } from './story/story';

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

function enrollmentKeys({ device }: Story): DumpKey[] {
  const { enrollmentId, tenantId, person } = device.identity;
  const enrollment = `${enrollments}\\${enrollmentId}`;
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
      values: { SkipDeviceStatusPage: 0, SkipUserStatusPage: -1, SyncFailureTimeout: 60, BlockInStatusPage: 2 },
    },
    { path: `${enrollment}\\FirstSync\\${person.sid}`, values: { IsSyncDone: 1 } },
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
  const { build, tenantDomain, tenantId } = device.identity;
  return [
    { path: provisioning, values: {} },
    {
      path: `${provisioning}\\AutopilotSettings`,
      values: {
        UseRefactoredEsp: 'True',
        AllowedTimeDriftDeltaMinutes: 5,
        AutopilotDevicePrepHint: 0,
        ...esp.registryValues(),
      },
    },
    {
      path: `${provisioning}\\Diagnostics\\AutoPilot`,
      values: {
        DeploymentProfileName: 'CONTOSO user-driven',
        CloudAssignedTenantDomain: tenantDomain,
        CloudAssignedTenantId: tenantId,
        CloudAssignedOobeConfig: 284,
        CloudAssignedForcedEnrollment: 1,
        TenantId: tenantId,
      },
    },
    ...mdm.policies.map(({ uri, value }, index) => ({
      path: `${provisioning}\\NodeCache\\CSP\\Device\\MS DM Server\\Nodes\\${index + 1}`,
      values: { NodeUri: uri, ExpectedValue: String(value) },
    })),
    { path: `${provisioning}\\OMADM\\SyncML`, values: {} },
    {
      path: `${provisioning}\\SyncML\\RebootRequiredURIs`,
      values: Object.fromEntries(rebootCatalog(build).map((uri) => [uri, ''])),
    },
  ];
}

function trackingKeys({ device, ime }: Story): DumpKey[] {
  const tracking = `${autopilot}\\EnrollmentStatusTracking`;
  const setup = `${tracking}\\Device\\Setup`;
  return [
    { path: tracking, values: {} },
    {
      path: `${tracking}\\Device\\DevicePreparation\\PolicyProviders\\Sidecar`,
      values: { InstallationState: 3, Timeout: 15 },
    },
    { path: setup, values: { HasProvisioningCompleted: 'true' } },
    { path: `${setup}\\Apps\\PolicyProviders\\Sidecar`, values: { TrackingPoliciesCreated: 1 } },
    ...ime.trackedApps.map(({ id }) => ({
      path: `${setup}\\Apps\\Tracking\\Sidecar\\Win32App_${id}_1`,
      values: { InstallationState: 3 },
    })),
    { path: `${tracking}\\${device.identity.person.sid}\\Setup`, values: { HasProvisioningCompleted: 'true' } },
  ];
}
