import type { AutopilotProfile, DeviceFacts } from '../document/bundleFacts';
import type { EvidenceRef } from '../document/evidence';
import { isTechnicianStart } from '../phases/attempts';
import { signOf } from '../phases/devicePreparation';
import type { RegistrySource } from '../phases/registrySource';
import type { Signal } from '../signals/signal';

export interface Scenario {
  readonly scenario: NonNullable<DeviceFacts['scenario']>;
  readonly evidence: readonly EvidenceRef[];
}

/** Results of pre-provisioning. That a result is saved is written in every enrollment and is none. */
const preProvisioningMarker =
  /^(?:ESPProgress_WhiteGlove_(?:Success|Failed)|WhiteGlove_TechnicianFlow_\w+|ESPDevicePreparation_(?:DeviceEnrollment_)?WhiteGlove_\w+|AutopilotWhiteGlove: .*)$/;

/** Does this show a device that a technician prepares? */
export function isPreProvisioning(signal: Signal): boolean {
  return (
    isTechnicianStart(signal) ||
    (signal.kind === 'espMarker' && preProvisioningMarker.test(signal.name)) ||
    (signal.kind === 'restartNode' && signal.node.startsWith('AutopilotWhiteGlove'))
  );
}

/**
 * Which of the ways of Autopilot the enrollment took. Self-deploying and pre-provisioning share their status page, so
 * that page is only told apart by the profile or by what a technician leaves behind.
 */
export function tellScenario(
  signals: readonly Signal[],
  registry: RegistrySource,
  profile: AutopilotProfile | null,
  isJoined: boolean,
): Scenario | null {
  const agent = signOf(signals, registry);
  if (agent !== null) {
    return { scenario: 'devicePreparation', evidence: [agent] };
  }
  const technician = signals.find(isPreProvisioning);
  if (technician !== undefined) {
    return { scenario: 'preProvisioning', evidence: [technician.ref] };
  }
  const userless = pageOf(signals, 'MDMProgressForPlugAndForget');
  const ofUser = pageOf(signals, 'MDMProgressAfter');
  if (profile?.isSelfDeploying === true && ofUser === null) {
    return { scenario: 'selfDeploying', evidence: [profile.evidence[0], ...(userless === null ? [] : [userless])] };
  }
  if (userless !== null) {
    const noTechnician = signals.find(
      (signal) => signal.kind === 'espMarker' && signal.name === 'ESPProgress_WhiteGloveMode_False',
    );
    if (profile?.isSelfDeploying === false) {
      return { scenario: 'preProvisioning', evidence: [userless, profile.evidence[0]] };
    }
    return noTechnician === undefined ? null : { scenario: 'selfDeploying', evidence: [userless, noTechnician.ref] };
  }
  return ofUser === null || !isJoined ? null : { scenario: 'userDriven', evidence: [ofUser] };
}

function pageOf(signals: readonly Signal[], prefix: string): EvidenceRef | null {
  return signals.find((signal) => signal.kind === 'oobeNode' && signal.node.startsWith(prefix))?.ref ?? null;
}
