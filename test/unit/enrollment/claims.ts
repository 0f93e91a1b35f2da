import type { Confidence } from '../../../src/core/enrollment/document/evidence';
import type { CauseVerdict, Reboot } from '../../../src/core/enrollment/document/reboots';
import type { SignIn } from '../../../src/core/enrollment/document/signIns';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';

/** Something that a document of a part of a bundle says, and that of the whole does not. */
export interface NewClaim {
  /** E.g. `class: unexpected instead of script`. */
  readonly text: string;
  readonly confidence: Confidence;
}

/**
 * What a document of a part of a bundle says beyond or against that of the whole. That it says less, or is less sure, is
 * no claim: `null`, `unknown`, an empty list, a weaker verdict.
 */
export function newClaims(part: TriageDocument, whole: TriageDocument): readonly NewClaim[] {
  return [
    ...part.reboots.flatMap((reboot) => ofReboot(reboot, whole)),
    ...part.signIns.flatMap((signIn) => ofSignIn(signIn, whole)),
    ...part.phases.flatMap(({ id, state }) =>
      against(`phase ${id}`, state, whole.phases.find((phase) => phase.id === id)?.state),
    ),
    ...against('hello', part.hello.state, whole.hello.state, part.hello.confidence ?? 'low'),
    ...against('lock screen problem', part.hello.lockScreenProblem, whole.hello.lockScreenProblem),
    ...added(part.hello.patterns, whole.hello.patterns, 'hello pattern'),
    ...against('token', part.token.state, whole.token.state),
    ...against('join', part.device.joinType, whole.device.joinType),
    ...against('scenario', part.device.scenario, whole.device.scenario),
    ...against('attempts before', part.attempts.length > 0 ? part.attempts.length : null, whole.attempts.length),
    ...against('web sign-in', part.policies.webSignIn, whole.policies.webSignIn),
    ...against('hello policy', part.policies.helloForBusiness, whole.policies.helloForBusiness),
    ...against('restart pending', part.policies.restartPending, whole.policies.restartPending),
    ...part.policies.latentReboots.flatMap(({ uri, inForce }) =>
      against(`${uri} in force`, inForce, whole.policies.latentReboots.find((known) => known.uri === uri)?.inForce),
    ),
    ...part.securityImpact.flatMap(({ area, state, confidence }) =>
      against(area, state, whole.securityImpact.find((known) => known.area === area)?.state, confidence ?? 'low'),
    ),
    ...added(
      part.findings.filter(({ severity, gap }) => severity !== 'info' && gap === null),
      whole.findings,
      'finding',
    ),
  ];
}

type Value = string | number | boolean | null | undefined;

function isSilent(value: Value): boolean {
  return value === null || value === undefined || value === 'unknown' || value === 'inProgress';
}

function against(what: string, told: Value, known: Value, confidence: Confidence = 'high'): readonly NewClaim[] {
  return isSilent(told) || told === known ? [] : [{ text: `${what}: ${told} instead of ${known}`, confidence }];
}

function added(
  told: readonly { readonly id: string; readonly confidence: Confidence }[],
  known: readonly { readonly id: string }[],
  what: string,
): readonly NewClaim[] {
  return told
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map(({ id, confidence }) => ({ text: `${what} ${id}`, confidence }));
}

/** What is told of the same restart or sign-in lies no further apart, milliseconds. */
const sameMs = 5 * 60_000;

function ofReboot(reboot: Reboot, whole: TriageDocument): readonly NewClaim[] {
  const distance = ({ time }: Reboot): number => Math.abs(Date.parse(time) - Date.parse(reboot.time));
  const [known] = [...whole.reboots].sort((a, b) => distance(a) - distance(b));
  if (known === undefined || distance(known) > sameMs + (reboot.timeUncertaintyMs ?? 0)) {
    return [{ text: `restart ${reboot.class} in ${reboot.during}`, confidence: reboot.confidence }];
  }
  const { confidence } = reboot;
  return [
    ...against('class', reboot.class, known.class, confidence),
    ...against('during', reboot.during, known.during, confidence),
    ...against('expected', reboot.expected, known.expected, confidence),
    ...against('auto-logon cleared', reboot.autoLogonCleared, known.autoLogonCleared),
    ...against('token lost', reboot.tokenLost, known.tokenLost),
    ...against('prompts', reboot.cost.prompts, known.cost.prompts),
    ...reboot.causes.flatMap(({ uri, verdict }) =>
      ofVerdict(
        uri,
        verdict,
        known.causes.find((one) => one.uri === uri),
      ),
    ),
    ...reboot.otherCauses.flatMap(({ kind, verdict }) =>
      ofVerdict(
        kind,
        verdict,
        known.otherCauses.find((one) => one.kind === kind),
      ),
    ),
  ];
}

/** "Possible" says nothing; the two sides are "it was" and "it was not". */
function ofVerdict(
  what: string,
  told: CauseVerdict,
  known: { readonly verdict: CauseVerdict } | undefined,
): readonly NewClaim[] {
  const side = (verdict: CauseVerdict | undefined): string =>
    verdict === 'confirmed' || verdict === 'likely' ? 'was' : verdict === 'refuted' ? 'was not' : 'unknown';
  return against(`cause ${what}`, side(told), side(known?.verdict), told === 'likely' ? 'medium' : 'high');
}

function ofSignIn(signIn: SignIn, whole: TriageDocument): readonly NewClaim[] {
  const distance = ({ time }: SignIn): number => Math.abs(Date.parse(time) - Date.parse(signIn.time));
  const [known] = [...whole.signIns].sort((a, b) => distance(a) - distance(b));
  const { confidence } = signIn;
  if (known === undefined || distance(known) > sameMs + (signIn.timeUncertaintyMs ?? 0)) {
    return [{ text: `sign-in ${signIn.class}`, confidence }];
  }
  return [
    ...against('sign-in', signIn.class, known.class, confidence),
    ...against('credential', signIn.credential, known.credential, confidence),
    ...against('user', signIn.user.class, known.user.class, confidence),
    ...(signIn.waitMs !== null && known.waitMs !== null && Math.abs(signIn.waitMs - known.waitMs) > 60_000
      ? [{ text: `wait: ${signIn.waitMs} instead of ${known.waitMs} ms`, confidence }]
      : []),
  ];
}
