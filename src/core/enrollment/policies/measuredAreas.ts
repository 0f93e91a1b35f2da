import * as l10n from '@vscode/l10n';
import { weakest } from '../confidence';
import type { EvidenceRef } from '../document/evidence';
import type { SecurityImpact } from '../document/securityImpact';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { EnrolledAt } from './enrolledAt';
import type { FullStarts } from './fullStarts';
import { saidTime } from '../../words/instant';

/** What an area of security is told from. */
export interface SecuritySources {
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly enrolled: EnrolledAt | null;
  readonly starts: FullStarts;
  /** Would the log of the policies that ask for a restart show one between two instants? */
  readonly flagsCovered: (from: number, to: number) => boolean;
  /** Where the report of the TPM says that it cannot attest; `null` where it does not say so. */
  readonly tpmNotReady: EvidenceRef | null;
}

type Told = Omit<SecurityImpact, 'area'>;

/** Secure Boot and code integrity: facts of a start, the same until the next one. */
export function tellSecureBoot({ signals, ...sources }: SecuritySources): Told {
  const waiting = signalsOf(signals, 'secureBootUpdateWaits').at(-1);
  const none = waiting === undefined ? null : sources.starts.noneSince(waiting.at);
  if (waiting !== undefined && none !== null) {
    return {
      state: 'rebootPending',
      why: l10n.t('An update of Secure Boot waits for a restart, and Windows has not started since.'),
      confidence: none.confidence,
      evidence: [{ ...waiting.ref, note: l10n.t('an update of Secure Boot waits for a restart') }, ...none.evidence],
    };
  }
  return tellMeasured(sources);
}

/** What is measured at a start says how things were at that start: has there been one since the enrollment? */
export function tellMeasured({ enrolled, starts }: Pick<SecuritySources, 'enrolled' | 'starts'>): Told {
  if (enrolled === null) {
    return unknown(l10n.t('No log shows when the device was enrolled.'));
  }
  const next = starts.after(enrolled.notAfter);
  if (next !== null) {
    return {
      state: 'measured',
      why: l10n.t(
        'Windows started at {0}, after the enrollment: what is measured at a start is known since then.',
        saidTime(next.at),
      ),
      confidence: next.isCertain ? enrolled.confidence : 'low',
      evidence: [next.ref, enrolled.ref],
    };
  }
  const none = starts.noneSince(enrolled.notBefore);
  return none === null
    ? unknown(l10n.t('No log shows whether Windows has started since the enrollment.'))
    : {
        state: 'notMeasuredSinceEnrollment',
        why: l10n.t('Windows has not started since the enrollment: what is measured at a start is still from before.'),
        confidence: weakest(none.confidence, enrolled.confidence),
        evidence: [...none.evidence, enrolled.ref],
      };
}

/** BitLocker: as measured at a start, which says nothing of an encryption that begins after it. */
export function tellBitLocker({ signals, ...sources }: SecuritySources): Told {
  const { starts } = sources;
  const steps = signalsOf(signals, 'encryption');
  const pending = waitingVolume(steps);
  const sinceOrder = pending === null ? null : starts.noneSince(pending.at);
  if (pending !== null) {
    return sinceOrder !== null
      ? {
          state: 'rebootPending',
          why:
            pending.volume === ''
              ? l10n.t('Encryption waits for a restart, and Windows has not started since.')
              : l10n.t('Encryption of {0} waits for a restart, and Windows has not started since.', pending.volume),
          confidence: sinceOrder.confidence,
          evidence: [{ ...pending.ref, note: l10n.t('encryption waits for a restart') }, ...sinceOrder.evidence],
        }
      : unknown(
          pending.volume === ''
            ? l10n.t('Encryption was to begin at a restart; whether it has is not recorded.')
            : l10n.t('Encryption of {0} was to begin at a restart; whether it has is not recorded.', pending.volume),
          [{ ...pending.ref, note: l10n.t('encryption waits for a restart') }],
        );
  }
  const begun = steps.findLast(({ step }) => step === 'started');
  if (begun === undefined) {
    const measured = tellMeasured(sources);
    // A start that was measured may have been one before encryption began.
    return measured.state === 'measured'
      ? { ...measured, confidence: weakest(measured.confidence, 'medium') }
      : measured;
  }
  const place = { ...begun.ref, note: l10n.t('encryption began') };
  const next = starts.after(begun.at);
  if (next !== null) {
    return {
      state: 'measured',
      why: l10n.t('Windows started at {0}, after encryption had begun.', saidTime(next.at)),
      confidence: next.isCertain ? 'high' : 'low',
      evidence: [next.ref, place],
    };
  }
  const none = starts.noneSince(begun.at);
  if (none === null) {
    return unknown(l10n.t('No log shows whether Windows has started since encryption began.'), [place]);
  }
  const isBetween = sources.enrolled !== null && starts.after(sources.enrolled.notAfter) !== null;
  return {
    state: 'notMeasuredSinceEnrollment',
    why: isBetween
      ? l10n.t(
          'Windows has started since the enrollment, but before encryption began: what was measured then is an unencrypted disk.',
        )
      : l10n.t('Windows has not started since encryption began: what was measured is an unencrypted disk.'),
    confidence: isBetween ? 'medium' : none.confidence,
    evidence: [place, ...none.evidence],
  };
}

/** The last order to encrypt at a restart that no start of encryption of that volume has answered. */
function waitingVolume(steps: readonly SignalOf<'encryption'>[]): SignalOf<'encryption'> | null {
  const waiting = new Map<string, SignalOf<'encryption'>>();
  for (const step of steps) {
    if (step.step === 'waitsForRestart') {
      waiting.set(step.volume, step);
    } else if (step.step === 'started') {
      waiting.delete(step.volume);
    }
  }
  return [...waiting.values()].at(-1) ?? null;
}

/** Health attestation: a certificate of the server describes the start before it. */
export function tellHealthAttestation({ signals, tpmNotReady, ...sources }: SecuritySources): Told {
  const measured = tellMeasured(sources);
  const { enrolled, starts } = sources;
  if (enrolled === null || measured.state !== 'measured') {
    return measured;
  }
  const first = starts.after(enrolled.notAfter);
  const answers = signalsOf(signals, 'healthCertificate');
  const certificate = answers.findLast(({ step }) => step === 'issued');
  if (certificate !== undefined && first !== null) {
    const place = { ...certificate.ref, note: l10n.t('a health certificate was issued') };
    if (certificate.at > first.at) {
      const isOfLast = certificate.at >= (starts.last?.at ?? Infinity);
      return {
        state: 'measured',
        why: isOfLast
          ? l10n.t('A health certificate was issued for the last start, which was after the enrollment.')
          : l10n.t(
              'A health certificate was issued for a start after the enrollment; Windows has started again since, which it does not describe.',
            ),
        confidence: isOfLast ? measured.confidence : weakest(measured.confidence, 'medium'),
        evidence: [place, ...measured.evidence],
      };
    }
    return notAttested(l10n.t('The last health certificate is older than the first start after the enrollment.'), [
      place,
      first.ref,
    ]);
  }
  const refused = answers.findLast(({ at }) => at > enrolled.notAfter);
  if (refused !== undefined) {
    return notAttested(
      l10n.t('The health attestation server could not be reached or refused, and no certificate is seen.'),
      [{ ...refused.ref, note: l10n.t('no health certificate') }],
    );
  }
  const tpm = signalsOf(signals, 'tpmState').at(-1);
  const notReady =
    tpm?.attestable === false ? { ...tpm.ref, note: l10n.t('the TPM is not ready for attestation') } : tpmNotReady;
  return notReady === null
    ? { ...measured, confidence: weakest(measured.confidence, 'medium') }
    : notAttested(l10n.t('The TPM is not ready for attestation.'), [notReady]);
}

function notAttested(why: string, evidence: readonly EvidenceRef[]): Told {
  return { state: 'notMeasuredSinceEnrollment', why, confidence: 'medium', evidence };
}

export function unknown(why: string, evidence: readonly EvidenceRef[] = []): Told {
  return { state: 'unknown', why, confidence: null, evidence };
}
