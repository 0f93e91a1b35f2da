/** What a device proves about itself when it starts, or has running. */
export type SecurityArea =
  | 'deviceHealthAttestation'
  | 'bitLocker'
  | 'secureBoot'
  | 'codeIntegrity'
  | 'deviceGuard'
  | 'virtualizationBasedSecurity';

/** Areas whose state Windows measures once at each start and reports until the next one. */
export const measuredAtStart = ['deviceHealthAttestation', 'bitLocker', 'secureBoot', 'codeIntegrity'] as const;

/** What a setting protects: one of the areas, or something that no log of a bundle tells the state of. */
export type ProtectedArea = SecurityArea | 'directMemoryAccess' | 'exploitProtection' | 'firmware' | 'browserIsolation';
