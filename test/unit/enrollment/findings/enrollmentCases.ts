import type { Attempt } from '../../../../src/core/enrollment/document/attempts';
import type { Phase } from '../../../../src/core/enrollment/document/phases';
import type { SecurityArea, SecurityImpact } from '../../../../src/core/enrollment/document/securityImpact';
import { marker, sign } from '../signals';
import type { RuleCase } from './ruleCase';
import { evidence, item, phase, phaseWith, quietStory, reboot, subcategory, type Fragment } from './storyFragments';

function of(...phases: readonly Phase[]): Fragment {
  return { story: { phases } };
}

/** A rule about one name that the pages log, and a name much like it that every enrollment logs. */
function markerCase(rule: string, name: string, harmless: string): RuleCase {
  return { rule, finds: { signals: [marker(780, name)] }, refuses: { signals: [marker(780, harmless)] } };
}

function impact(area: SecurityArea, state: SecurityImpact['state']): Fragment {
  return { story: { securityImpact: [{ area, state, why: '', confidence: 'medium', evidence }] } };
}

const attempt: Attempt = {
  id: 'attempt-1',
  start: '2026-02-17T10:00:00.000Z',
  end: '2026-02-17T11:00:00.000Z',
  endedBy: 'joinRolledBack',
  outcome: 'failed',
  phases: [],
  evidence,
};

function preProvisioned(state: 'failed' | 'succeeded', handedOver: boolean): Fragment {
  const start = '2026-02-17T10:00:00.000Z';
  const technician = { state, start, end: null, evidence };
  const user = handedOver ? { start, evidence } : null;
  return { story: { device: { ...quietStory.device, preProvisioning: { technician, user } } } };
}

function workload(state: 'failed' | 'completed'): Fragment {
  const one = { id: 'w-1', name: 'Company Portal', state, start: null, end: null, error: null, evidence };
  return { story: { devicePreparation: { state: 'failed', start: null, end: null, workloads: [one], evidence } } };
}

export const enrollmentCases: readonly RuleCase[] = [
  { rule: 'esp.failed-category', finds: of(phase({ state: 'failed' })), refuses: of(phase({ state: 'unknown' })) },
  {
    rule: 'esp.timed-out',
    finds: of(phase({ subcategories: [subcategory({ state: 'failed', error: '0x800705B4' })] })),
    refuses: of(phase({ subcategories: [subcategory({ state: 'failed', error: '0x87D1041C' })] })),
  },
  {
    rule: 'esp.user-phase-skipped',
    finds: of(phase({ id: 'accountSetup', state: 'skipped' })),
    refuses: of(phase({ id: 'deviceSetup', state: 'skipped' })),
  },
  {
    rule: 'esp.end-not-seen',
    finds: of(phase({ state: 'unknown', end: null })),
    refuses: of(phase({ state: 'unknown', start: null, end: null })),
  },
  {
    rule: 'esp.still-running',
    finds: of(phase({ state: 'inProgress', end: null })),
    refuses: of(phase({ state: 'inProgress', end: null }), phase({ id: 'accountSetup' })),
  },
  {
    rule: 'app.failed-in-esp',
    finds: of(phaseWith([item({ state: 'failed' })])),
    refuses: of(phaseWith([item({ state: 'inProgress' })])),
  },
  {
    rule: 'app.unfinished-in-esp',
    finds: of(
      phase({
        state: 'failed',
        subcategories: [subcategory({ state: 'failed', items: [item({ state: 'notStarted' })] })],
      }),
    ),
    refuses: of(phase({ state: 'failed', subcategories: [subcategory({ items: [item({ state: 'notStarted' })] })] })),
  },
  {
    rule: 'esp.item-failed',
    finds: of(phaseWith([item({ kind: 'certificate', state: 'failed' })])),
    refuses: of(phaseWith([item({ kind: 'app', state: 'failed' })])),
  },
  {
    rule: 'app.hard-restart-declared',
    finds: of(phaseWith([item({ restartNeed: 'hard' })])),
    refuses: of(phaseWith([item({ restartNeed: 'soft' })])),
  },
  {
    rule: 'app.soft-reboot-pending',
    finds: { signals: [sign(780, { kind: 'appRestart', hard: false })] },
    refuses: { story: { reboots: [reboot()] }, signals: [sign(780, { kind: 'appRestart', hard: false })] },
  },
  markerCase(
    'esp.provider-timed-out',
    'ESPDevicePreparation_PolicyProvidersInstallation_TimedOut',
    'ESPDevicePreparation_PolicyProvidersInstallation_Complete',
  ),
  markerCase(
    'esp.tpm-attestation-failed',
    'ESPDevicePreparation_TPMAttestation_TimedOut',
    'ESPDevicePreparation_TPMAttestation_NotRequiredForScenario',
  ),
  markerCase(
    'esp.join-failed',
    'ESPDevicePreparation_AADJProvisioning_Failed',
    'ESPDevicePreparation_AADJProvisioning_Succeeded',
  ),
  markerCase(
    'esp.mdm-enrollment-failed-in-page',
    'ESPDevicePreparation_DeviceEnrollment_Failed',
    'ESPDevicePreparation_DeviceEnrollment_Complete',
  ),
  markerCase(
    'join.hybrid-registration-timed-out',
    'ESPAccountSetup_AadRegistration_TimedOut',
    'ESPAccountSetup_AadRegistration_Wait',
  ),
  {
    rule: 'token.not-obtained-in-account-setup',
    finds: { signals: [marker(780, 'ESPAccountSetup_AadTokenRequest_Failed')] },
    // The restart that lost it is told already.
    refuses: {
      story: { reboots: [reboot({ tokenLost: true })] },
      signals: [marker(780, 'ESPAccountSetup_AadTokenRequest_Failed')],
    },
  },
  markerCase(
    'esp.restart-did-not-happen',
    'BootstrapStatusCategory_Rebooting_TimedOut',
    'BootstrapStatusCategory_RebootCoalescing_Initiated',
  ),
  markerCase('esp.continue-anyway', 'ESPProgress_ContinueAnyway_Started', 'ESPProgress_ContinueAnywayButton_Enabled'),
  markerCase('esp.try-again', 'ESPProgress_TryAgain_Started', 'ESPProgress_TryAgainButton_Displayed'),
  markerCase(
    'device.reset-from-page',
    'ESPProgress_DeviceResetInitiation_Started',
    'ESPProgress_ResetButton_Displayed',
  ),
  markerCase(
    'esp.page-did-not-start',
    'ESPProgress_Initialization_Failed',
    'ESPProgress_Initialization_ResumingAfterReboot',
  ),
  markerCase(
    'esp.results-not-sent',
    'ESPDeviceSetup_SendResultsToMdmServer_Failed',
    'ESPDeviceSetup_SendResultsToMdmServer_Succeeded',
  ),
  markerCase('preprovisioning.failed', 'ESPProgress_WhiteGlove_Failed', 'ESPProgress_WhiteGloveMode_False'),
  markerCase(
    'deviceprep.agent-failed',
    'DevicePrepPage_AgentDownloadAndInstall_ExitingAfterTimeout',
    'DevicePrepPage_AgentDownloadAndInstall_Succeeded',
  ),
  markerCase(
    'deviceprep.failed',
    'DevicePrepPage_AgentProvisioningProgress_Error',
    'DevicePrepPage_AgentProvisioningProgress_ExitingWithinTimeout',
  ),
  markerCase(
    'deviceprep.restart-failed',
    'DevicePrepPage_RebootDevice_TimedOut',
    'DevicePrepPage_RebootDevice_InitiatingRebootTransition',
  ),
  markerCase(
    'network.lost-in-device-preparation',
    'DevicePrepPage_AgentProgress_ConnectionChanged_InternetConnectionLost',
    'DevicePrepPage_AgentProgress_ConnectionChanged_InternetConnectionRestored',
  ),
  { rule: 'deviceprep.workload-failed', finds: workload('failed'), refuses: workload('completed') },
  {
    rule: 'preprovisioning.technician-failed',
    finds: preProvisioned('failed', false),
    refuses: preProvisioned('succeeded', false),
  },
  {
    rule: 'preprovisioning.handed-over',
    finds: preProvisioned('succeeded', true),
    refuses: preProvisioned('succeeded', false),
  },
  { rule: 'esp.attempts', finds: { story: { attempts: [attempt] } }, refuses: { story: { attempts: [] } } },
  {
    rule: 'esp.contradiction',
    finds: {
      story: {
        contradictions: [
          {
            subject: 'deviceSetup',
            saysA: { source: 'statusPage', state: 'succeeded' },
            saysB: { source: 'trackingKeys', state: 'failed' },
            evidence,
          },
        ],
      },
    },
    refuses: of(phase()),
  },
  {
    rule: 'enrollment.mdm-failed',
    finds: { signals: [sign(760, { kind: 'mdmEnrolled', succeeded: false, code: '0x80180014' })] },
    refuses: {
      signals: [
        sign(760, { kind: 'mdmEnrolled', succeeded: false }),
        sign(770, { kind: 'mdmEnrolled', succeeded: true }),
      ],
    },
  },
  {
    rule: 'enrollment.auto-enrollment-failed',
    finds: { signals: [sign(760, { kind: 'autoEnrollmentFailed', code: '0x8018002B' })] },
    refuses: {
      signals: [
        sign(760, { kind: 'autoEnrollmentFailed', code: '0x8018002B' }),
        sign(770, { kind: 'mdmEnrolled', succeeded: true }),
      ],
    },
  },
  {
    rule: 'enrollment.join-rolled-back',
    finds: {
      signals: [sign(760, { kind: 'joined', rolledBack: true }), sign(770, { kind: 'joined', rolledBack: false })],
    },
    refuses: { signals: [sign(770, { kind: 'joined', rolledBack: false })] },
  },
  {
    rule: 'enrollment.profile-error',
    finds: { signals: [sign(760, { kind: 'profileProblem', problem: 'notRegistered' })] },
    // Device preparation needs no registration.
    refuses: {
      story: { device: { ...quietStory.device, scenario: 'devicePreparation' } },
      signals: [sign(760, { kind: 'profileProblem', problem: 'notRegistered' })],
    },
  },
  {
    rule: 'join.hybrid-odj-timeout',
    finds: { signals: [sign(760, { kind: 'offlineDomainJoin', step: 'timedOut' })] },
    refuses: { signals: [sign(760, { kind: 'offlineDomainJoin', step: 'waiting' })] },
  },
  {
    rule: 'join.no-domain-controller',
    finds: { signals: [sign(760, { kind: 'noDomainController' })] },
    refuses: { signals: [sign(760, { kind: 'offlineDomainJoin', step: 'applied' })] },
  },
  {
    rule: 'mdm.csp-failed',
    finds: { signals: [sign(760, { kind: 'policyRefused', what: './Device/X', code: '0x80070005' })] },
    // The node does not exist: every policy that is taken back leaves some.
    refuses: { signals: [sign(760, { kind: 'policyRefused', what: './Device/X', code: '0x86000002' })] },
  },
  {
    rule: 'tpm.cleared',
    finds: { signals: [sign(760, { kind: 'tpmCleared' })] },
    refuses: { signals: [sign(760, { kind: 'kernelStart' })] },
  },
  {
    rule: 'device.reset',
    finds: { signals: [sign(760, { kind: 'deviceReset' })] },
    refuses: { signals: [sign(760, { kind: 'setupStart' })] },
  },
  {
    rule: 'update.failed',
    finds: { story: { phases: [phase()] }, signals: [sign(800, { kind: 'updateFailed', title: 'x', code: null })] },
    refuses: { story: { phases: [phase()] }, signals: [sign(900, { kind: 'updateFailed', title: 'x', code: null })] },
  },
  {
    rule: 'security.health-not-measured',
    finds: impact('secureBoot', 'notMeasuredSinceEnrollment'),
    refuses: impact('secureBoot', 'measured'),
  },
  {
    rule: 'security.bitlocker-restart-pending',
    finds: impact('bitLocker', 'rebootPending'),
    refuses: impact('bitLocker', 'unknown'),
  },
  {
    rule: 'security.vbs-restart-pending',
    finds: impact('virtualizationBasedSecurity', 'rebootPending'),
    refuses: impact('virtualizationBasedSecurity', 'active'),
  },
  {
    rule: 'tpm.not-ready',
    finds: { signals: [sign(700, { kind: 'tpmState', attestable: false })] },
    refuses: {
      signals: [sign(700, { kind: 'tpmState', attestable: false }), sign(760, { kind: 'tpmState', attestable: true })],
    },
  },
  {
    rule: 'security.health-certificate-failed',
    finds: { signals: [sign(700, { kind: 'healthCertificate', step: 'refused' })] },
    refuses: {
      signals: [
        sign(700, { kind: 'healthCertificate', step: 'unreachable' }),
        sign(760, { kind: 'healthCertificate', step: 'issued' }),
      ],
    },
  },
  {
    rule: 'security.encryption-failed',
    finds: { signals: [sign(860, { kind: 'encryption', step: 'failed', volume: 'C:' })] },
    refuses: {
      signals: [
        sign(860, { kind: 'encryption', step: 'failed', volume: 'C:' }),
        sign(870, { kind: 'encryption', step: 'started', volume: 'C:' }),
      ],
    },
  },
  {
    rule: 'security.secure-boot-update-waits',
    finds: { signals: [sign(700, { kind: 'kernelStart' }), sign(760, { kind: 'secureBootUpdateWaits' })] },
    refuses: { signals: [sign(760, { kind: 'secureBootUpdateWaits' }), sign(800, { kind: 'kernelStart' })] },
  },
  {
    rule: 'security.vbs-failed',
    finds: { signals: [sign(760, { kind: 'vbsAtStart', state: 'failed' })] },
    refuses: { signals: [sign(760, { kind: 'vbsAtStart', state: 'off' })] },
  },
];
