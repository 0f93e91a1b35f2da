import { enumeration } from './enumeration';

/** Kernel-Boot 27. The third value is from the manifest’s neighbours and was not seen in a real log. */
export const bootTypes = enumeration(`
0 full boot
1 fast startup
2 resume from hibernation (not verified)
`);

/** `POWER_ACTION` of the Windows SDK, in Kernel-Power 109. */
export const powerActions = enumeration(`
0 do nothing
2 sleep
3 hibernate
4 shut down
5 restart
6 power off
`);

/** `SYSTEM_POWER_STATE` of the Windows SDK, in Kernel-Power 42 and 107. */
export const powerStates = enumeration(`
0 not given
1 working
2 sleep (S1)
3 sleep (S2)
4 sleep (S3)
5 hibernated
6 off
`);

/** Kernel-General 1, `Reason`. */
export const clockSetReasons = enumeration(`
1 set by a program or the time service
2 taken from the hardware clock, mostly after a resume
3 the time zone was set
`);

/** User Device Registration 102, 110, 111; other numbers were not seen. */
export const joinRequestTypes = enumeration(`
1 join of the device
8 join taken back
`);

/** HelloForBusiness 3045 and 3065. */
export const helloScenarios = enumeration(`
0 setting up Hello
1 resetting the PIN
2 repairing Hello
`);

/** HelloForBusiness 5225, 5555 and 8002. */
export const keyProviders = enumeration(`
1 hardware (TPM)
2 software
`);

/** DeviceManagement 109 and 110: how far the offline domain join of a hybrid join is. */
export const domainJoinStates = enumeration(`
0 not configured
1 waited for
2 processed
3 timed out
`);

/** ModernDeployment 153, in the order of the provider’s own value map. */
export const profileStates = enumeration(`
0 unknown
1 not provisioned
2 TPM attesting
3 available
4 TPM not available
`);

/** EnrollmentStatusTracking CSP, `InstallationState` of tracked apps. */
export const installationStates = enumeration(`
1 not installed
2 in progress
3 completed
4 error
`);

/** EnrollmentStatusTracking CSP, `RebootRequired` of tracked apps. */
export const rebootRequirements = enumeration(`
1 no restart
2 soft restart
3 hard restart
`);

/** EnterpriseDesktopAppManagement CSP, `Status` of MSI apps; Office reports the same numbers. */
export const msiStatuses = enumeration(`
0 none
10 initialized
20 download in progress
25 download waits for a retry
30 download failed
40 download completed
48 waits for a user session
50 installation in progress
55 installation waits for a retry
60 installation failed
70 installed
`);

/** Intune Management Extension, `EnforcementState`: the thousands tell the group. */
export const enforcementGroups = enumeration(`
1 success
2 in progress (not verified)
3 requirement not met (not verified)
4 unknown (not verified)
5 error
`);

/** Intune Management Extension, what a return code of a Win32 app stands for. */
export const returnCodeTypes = enumeration(`
0 failed
1 success
2 soft restart
3 hard restart
4 retry
`);

/** Intune Management Extension, `DeviceRestartBehavior` of a Win32 app. */
export const restartBehaviors = enumeration(`
0 by return code
1 no action
2 the installer may restart
3 Intune forces a restart
`);

/** Device preparation (v2), `WorkloadState`. */
export const workloadStates = enumeration(`
0 not started
1 completed
2 skipped
3 uninstalled
4 failed
5 in progress
6 restart required
7 cancelled
`);

/** `AutopilotDevicePrepHint` in AutopilotSettings. */
export const devicePreparationHints = enumeration(`
0 not device preparation (v2)
2 bootstrapping
3 executing
4 complete
`);

/** `SkipDeviceStatusPage` and `SkipUserStatusPage` in FirstSync. */
export const statusPageSkips = enumeration(`
0 the status page is shown
4294967295 skipped, or finished already
-1 skipped, or finished already
`);

/** `CloudAssignedDomainJoinMethod` of an Autopilot profile. */
export const domainJoinMethods = enumeration(`
0 Entra join
1 hybrid join
`);

/** Numbers of an Intune enrollment that tell how the device came to it; others are kept for other kinds of management. */
export const enrollmentTypes = enumeration(`
6 MDM through the join to Entra ID
`);

/** DeviceGuard policy, `LsaCfgFlags`: Credential Guard. */
export const credentialGuardModes = enumeration(`
0 Credential Guard off
1 Credential Guard with UEFI lock: taking it back needs hands on the device
2 Credential Guard without lock
`);

/** EnrollmentStatusTracking CSP, `InstallationState` below `DevicePreparation`: that of an app provider. */
export const providerStates = enumeration(`
1 not installed
2 not required
3 completed
4 error
`);

/** EnrollmentStatusTracking CSP, `ESPTrackingInfo`: policies, packages, certificates and profiles that are waited for. */
export const trackedStates = enumeration(`
0 not processed yet
1 processed
`);

/** `SideCarPolicies\\StatusServiceReports`, `Status`: what Intune is told of an app. */
export const reportedStates = enumeration(`
1000 installed
1001 being installed
3000 failed
`);

/** Whether an Autopilot profile insists on the enrollment. */
export const forcedEnrollments = enumeration(`
0 join and MDM enrollment are not required
1 join to Entra ID and MDM enrollment are required
`);

/** Logon types of the Security log (public documentation of event 4624). */
export const securityLogonTypes = enumeration(`
0 Windows itself
2 interactive
3 network
4 batch
5 service
7 unlock
8 network, clear text
9 new credentials
10 remote interactive
11 interactive, cached credentials
12 remote interactive, cached
13 unlock, cached
`);

/** Kernel-Boot 153, `VsmPolicy`; other numbers are bits that are not published. */
export const vsmPolicies = enumeration(`
0 none: nothing asked for it
`);
