/** Bits of `CloudAssignedOobeConfig`, from the lowest. */
const flags: readonly string[] = [
  'skip Cortana',
  'user is not an administrator',
  'skip express settings',
  'skip OEM registration',
  'skip license terms',
  'TPM attestation',
  'device authentication with Entra ID',
  'TPM required',
  'skip upgrade offers',
  'install updates in OOBE',
  'skip keyboard page',
];

/** What an OOBE configuration asks for, bit by bit; `null` for text that is not a number. */
export function explainOobeConfig(value: string): string | null {
  if (!/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(value)) {
    return null;
  }
  const bits = Number(value);
  const set = flags.filter((_, index) => ((bits >>> index) & 1) === 1);
  const attestation = (bits & 0x60) === 0x60 ? '; attestation and device authentication: self-deploying' : '';
  return set.length === 0 ? 'no bit set' : `${set.join(', ')}${attestation}`;
}
