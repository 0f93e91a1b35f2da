import * as l10n from '@vscode/l10n';
import type { BundleLogs } from '../../bundle/bundle';
import type { EvidenceRef } from '../document/evidence';
import type { SecurityImpact } from '../document/securityImpact';
import {
  tellBitLocker,
  tellHealthAttestation,
  tellMeasured,
  tellSecureBoot,
  type SecuritySources,
} from './measuredAreas';
import type { SetPolicies } from './setPolicies';
import { tellVirtualization } from './virtualizationAreas';

/** How each area of security stood at the end of the bundle; `unknown` where no log tells. */
export function tellSecurityImpact(sources: SecuritySources, policies: SetPolicies): readonly SecurityImpact[] {
  const virtualization = tellVirtualization(sources, policies);
  return [
    { area: 'deviceHealthAttestation', ...tellHealthAttestation(sources) },
    { area: 'bitLocker', ...tellBitLocker(sources) },
    { area: 'secureBoot', ...tellSecureBoot(sources) },
    { area: 'codeIntegrity', ...tellMeasured(sources) },
    { area: 'deviceGuard', ...virtualization.deviceGuard },
    { area: 'virtualizationBasedSecurity', ...virtualization.virtualizationBasedSecurity },
  ];
}

/** Where the report of the TPM says that it cannot attest. */
export function tpmNotReady({ tpm }: Pick<BundleLogs, 'tpm'>): EvidenceRef | null {
  for (const { path, content } of tpm) {
    if (content.isReadyForAttestation === false) {
      const line = content.facts.find(({ name }) => name.includes('IsReady for Attestation'))?.line ?? 1;
      return { path, line, note: l10n.t('the TPM is not ready for attestation') };
    }
  }
  return null;
}
