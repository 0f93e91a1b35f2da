import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { parseJsonObject, textProperty } from '../../logs/jsonFacts';
import { field, numberField, type EventReaders } from './eventReader';

/** What the logs say about the security of the device: its TPM, its health certificate, BitLocker, virtualization-based security. */
export type SecurityMeaning =
  | {
      readonly kind: 'healthCertificate';
      /** `issued` by the attestation server, which could not be reached, or which refused. */
      readonly step: 'issued' | 'unreachable' | 'refused';
    }
  /** The measurements of this start were written down (`*.json` in the folder of measured boots). */
  | { readonly kind: 'startMeasured' }
  | { readonly kind: 'tpmState'; readonly attestable: boolean }
  /** An update of Secure Boot has to be finished by a restart. */
  | { readonly kind: 'secureBootUpdateWaits' }
  | {
      readonly kind: 'encryption';
      readonly step: 'started' | 'waitsForRestart' | 'failed';
      /** Mount point, e.g. `C:`; empty where the record names none. */
      readonly volume: string;
    }
  /** What this start was told about virtualization-based security, and whether it came up. */
  | { readonly kind: 'vbsAtStart'; readonly state: 'on' | 'off' | 'failed' }
  /** Virtualization-based security needs the hypervisor; so does Hyper-V. */
  | { readonly kind: 'hypervisorStart' }
  /** A process inside virtualization-based security has started. */
  | { readonly kind: 'secureProcess'; readonly isCredentialGuard: boolean }
  /** Windows has worked through the policies for virtualization-based security or for code integrity. */
  | { readonly kind: 'deviceGuardPolicy'; readonly what: 'virtualizationBasedSecurity' | 'codeIntegrity' };

export const securityReaders: EventReaders<SecurityMeaning> = [
  [
    providers.tpm,
    {
      1038: () => ({ kind: 'startMeasured' }),
      1041: tpmHealth,
      1537: () => ({ kind: 'healthCertificate', step: 'issued' }),
      1538: () => ({ kind: 'healthCertificate', step: 'unreachable' }),
      1539: () => ({ kind: 'healthCertificate', step: 'refused' }),
      1800: () => ({ kind: 'secureBootUpdateWaits' }),
    },
  ],
  [
    providers.deviceManagement,
    {
      // What the MDM client finds of the TPM as it enrolls.
      3012: (event) => {
        const ready = field(event, 'ReadyForAttestation');
        return ready === 'true' || ready === 'false' ? { kind: 'tpmState', attestable: ready === 'true' } : null;
      },
    },
  ],
  [
    providers.bitLocker,
    {
      768: (event) => encryption('started', event),
      769: (event) => encryption('waitsForRestart', event),
      851: (event) => encryption('failed', event),
      852: (event) => encryption('failed', event),
      853: (event) => encryption('failed', event),
      854: (event) => encryption('failed', event),
    },
  ],
  [
    providers.kernelBoot,
    {
      153: vbsAtStart,
      156: () => ({ kind: 'vbsAtStart', state: 'failed' }),
    },
  ],
  [providers.hypervisor, { 1: () => ({ kind: 'hypervisorStart' }) }],
  [providers.isolatedUserMode, { 1: secureProcess, 3: secureProcess }],
  [
    providers.deviceGuard,
    {
      7000: () => ({ kind: 'deviceGuardPolicy', what: 'virtualizationBasedSecurity' }),
      7010: () => ({ kind: 'deviceGuardPolicy', what: 'codeIntegrity' }),
    },
  ],
];

/** The state of the TPM that each start of newer builds records, as JSON. */
function tpmHealth(event: StoredEvent): SecurityMeaning | null {
  const health = parseJsonObject(field(event, 'Json') ?? '');
  const status = health === null ? null : textProperty(health, 'HealthStatus');
  // Only one value was seen; another one says that something is missing, whatever its name.
  return status === null ? null : { kind: 'tpmState', attestable: status === 'Attestable' };
}

function encryption(step: 'started' | 'waitsForRestart' | 'failed', event: StoredEvent): SecurityMeaning {
  return { kind: 'encryption', step, volume: field(event, 'VolumeMountPoint') ?? '' };
}

/**
 * Every start records it. Without a policy it is off; with one it is on where a reason is given, while a start that
 * failed has its own event.
 */
function vbsAtStart(event: StoredEvent): SecurityMeaning | null {
  const policy = numberField(event, 'VsmPolicy');
  if (policy === 0) {
    return { kind: 'vbsAtStart', state: 'off' };
  }
  return policy > 0 && numberField(event, 'EnableDisableReason') > 0 ? { kind: 'vbsAtStart', state: 'on' } : null;
}

/** The secure kernel records a process without an identity at times, which proves nothing. */
function secureProcess(event: StoredEvent): SecurityMeaning | null {
  const identity = numberField(event, 'TrustletIdentity');
  const status = numberField(event, 'Status');
  const isCredentialGuard = identity === 1 || /\blsaiso\.exe$/i.test(field(event, 'ImageName') ?? '');
  return (identity > 0 || isCredentialGuard) && !(status > 0) ? { kind: 'secureProcess', isCredentialGuard } : null;
}
