import * as l10n from '@vscode/l10n';
import type { Confidence, EvidenceRef } from '../document/evidence';
import { signalsOf, type Signal } from '../signals/signal';
import type { FullStart } from './fullStarts';

/** What one start of Windows shows of virtualization-based security. */
export interface VbsAtStart {
  /** `null`: nothing shows it. */
  readonly isRunning: boolean | null;
  readonly isCredentialGuardRunning: boolean;
  readonly confidence: Confidence;
  readonly evidence: readonly EvidenceRef[];
}

/** The kernel's first records carry the time at which it started, which is a little before the start that they tell of. */
const earlyMs = 30_000;

/** The signs of virtualization-based security in the start that began at `start` and lasted until `end`. */
export function vbsOf(start: FullStart | null, end: number, signals: readonly Signal[]): VbsAtStart {
  const ofStart = start === null ? [] : signals.filter(({ at }) => at >= start.at - earlyMs && at < end - earlyMs);
  const told = signalsOf(ofStart, 'vbsAtStart').at(-1);
  const processes = signalsOf(ofStart, 'secureProcess');
  const hypervisor = signalsOf(ofStart, 'hypervisorStart').at(-1);
  const guard = processes.find(({ isCredentialGuard }) => isCredentialGuard);
  const process = guard ?? processes[0];
  const refs = [
    ...(process === undefined
      ? []
      : [{ ...process.ref, note: l10n.t('a process inside virtualization-based security') }]),
    ...(told === undefined ? [] : [{ ...told.ref, note: l10n.t('virtualization-based security: {0}', told.state) }]),
    ...(hypervisor === undefined ? [] : [{ ...hypervisor.ref, note: l10n.t('the hypervisor started') }]),
  ];
  const isSeen = process !== undefined;
  // The hypervisor alone may be there for virtual machines.
  const isRunning = isSeen ? true : told === undefined ? null : told.state === 'on';
  return {
    isRunning,
    isCredentialGuardRunning: guard !== undefined,
    confidence:
      isSeen || told?.state === 'failed' || (told?.state === 'on') === (hypervisor !== undefined) ? 'high' : 'medium',
    evidence: isRunning === null ? [] : refs,
  };
}
