import type { Signal } from '../signals/signal';
import type { Finding } from '../document/findings';
import type { Reboot } from '../document/reboots';
import type { TriageDocument } from '../document/triageDocument';

/** The document before its findings. */
export type Story = Omit<TriageDocument, 'findings'>;

/** Looks at the whole story and yields what a person has to know, with evidence. */
export type Rule = (story: Story, signals: readonly Signal[]) => readonly Finding[];

/** What a finding has to say for itself; the rest is filled in by {@link finding}. */
type FindingCore = Pick<Finding, 'id' | 'title' | 'severity' | 'advice' | 'about' | 'evidence'> & Partial<Finding>;

/** A finding: certain, without links and with nothing left to decide, unless it says otherwise. */
export function finding(core: FindingCore): Finding {
  return { confidence: 'high', links: [], wouldDecide: [], ...core };
}

/** Did it happen while the Enrollment Status Page ran? */
export function isInEnrollment({ during }: Reboot): boolean {
  return during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup';
}

/** How restarts in the Enrollment Status Page are meant to work. */
export const learnEsp =
  'https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/understand-troubleshoot-esp';
