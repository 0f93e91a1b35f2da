import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';

/** Bits of `CloudAssignedOobeConfig`, from the lowest. */
const flags: readonly string[] = [
  phrase('skip Cortana'),
  phrase('user is not an administrator'),
  phrase('skip express settings'),
  phrase('skip OEM registration'),
  phrase('skip license terms'),
  phrase('TPM attestation'),
  phrase('device authentication with Entra ID'),
  phrase('TPM required'),
  phrase('skip upgrade offers'),
  phrase('install updates in OOBE'),
  phrase('skip keyboard page'),
];

/** What an OOBE configuration asks for, bit by bit; `null` for text that is not a number. */
export function explainOobeConfig(value: string): string | null {
  if (!/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(value)) {
    return null;
  }
  const bits = Number(value);
  const set = flags
    .filter((_, index) => ((bits >>> index) & 1) === 1)
    .map((flag) => l10n.t(flag))
    .join(', ');
  if (set === '') {
    return l10n.t('no bit set');
  }
  return (bits & 0x60) === 0x60 ? l10n.t('{0}; attestation and device authentication: self-deploying', set) : set;
}
