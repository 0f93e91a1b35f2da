import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { EvidenceRef } from '../document/evidence';
import type { SignIn } from '../document/signIns';
import type { TriageDocument } from '../document/triageDocument';

/**
 * How far Windows Hello came for the enrolled user, from the registration log. "Offered" (358) is not "done" (300);
 * a check that fails because its policy is off means that Hello is not configured. Without either the state is
 * unknown, however often a check says no: unmanaged devices write one at every sign-in.
 */
export function tellHello(signals: readonly Signal[], signIns: readonly SignIn[]): TriageDocument['hello'] {
  const lastJoin = signalsOf(signals, 'joined').at(-1);
  if (lastJoin === undefined || lastJoin.rolledBack) {
    return unknown;
  }
  const since = signals.filter(({ at }) => at >= lastJoin.at);
  const removed = signalsOf(since, 'helloKeyRemoved').at(-1)?.at ?? -Infinity;
  const registered = signalsOf(since, 'helloKeyRegistered').findLast(({ at }) => at > removed);
  if (registered !== undefined) {
    return { state: 'provisioned', lockScreenProblem: false, evidence: [noted(registered, 'the key was registered')] };
  }
  const wizard = signalsOf(since, 'helloWizard');
  const lastStep = wizard.at(-1);
  if (lastStep?.step === 'completed') {
    return { state: 'provisioned', lockScreenProblem: false, evidence: [noted(lastStep, 'the wizard was completed')] };
  }
  const checks = signalsOf(since, 'helloCheck').filter(({ sid }) => sid?.startsWith('S-1-12-1-') === true);
  const offered = checks.findLast(({ willLaunch }) => willLaunch);
  if (offered !== undefined) {
    const withoutToken = checks.find(({ prt }) => prt === false);
    const problem = lockScreenEvidence(withoutToken, signIns);
    const evidence = [
      noted(offered, 'provisioning was offered; no key was registered after it'),
      ...wizard.filter(({ step }) => step !== 'started').map((signal) => noted(signal, wizardWords(signal))),
      ...problem,
    ];
    return { state: 'incomplete', lockScreenProblem: problem.length > 0 ? true : null, evidence };
  }
  const off = checks.findLast(({ policy }) => policy === false);
  return off === undefined
    ? unknown
    : { state: 'notConfigured', lockScreenProblem: null, evidence: [noted(off, 'the Windows Hello policy is not on')] };
}

const unknown: TriageDocument['hello'] = { state: 'unknown', lockScreenProblem: null, evidence: [] };

/** The lock screen asks again for a name and a PIN or a pass where the user came in by web sign-in or without a token. */
function lockScreenEvidence(withoutToken: Signal | undefined, signIns: readonly SignIn[]): readonly EvidenceRef[] {
  const web = signIns.find(({ credential }) => credential === 'webSignIn');
  return [
    ...(withoutToken === undefined ? [] : [noted(withoutToken, 'the user was signed in without a token')]),
    ...(web === undefined ? [] : web.evidence.slice(-1)),
  ];
}

function noted({ ref }: Signal, note: string): EvidenceRef {
  return { ...ref, note };
}

function wizardWords({ step, error }: SignalOf<'helloWizard'>): string {
  const how = step === 'left' ? 'the wizard was left or skipped' : 'the wizard failed';
  return error === null ? how : `${how} (${error})`;
}
