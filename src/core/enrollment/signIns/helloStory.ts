import * as l10n from '@vscode/l10n';
import type { FromMember } from '../../bundle/bundle';
import { dsregValue, type DsregStatus } from '../../logs/dsregStatus';
import type { Confidence, EvidenceRef } from '../document/evidence';
import type { HelloFacts, HelloPattern, SignIn } from '../document/signIns';
import { isoTime } from '../clock/isoTime';
import type { Stage } from '../phases/phaseTracker';
import type { ToldReboot } from '../reboots/rebootStory';
import { signalsOf, type Signal } from '../signals/signal';
import type { LastLogon } from './credentialStory';
import { findHelloPatterns, noted, wizardWords } from './helloPatterns';
import { isAfter, readHelloTraces, type HelloTraces } from './helloTraces';

/** What the state of Windows Hello is told from. */
export interface HelloSources {
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly signIns: readonly SignIn[];
  readonly reboots: readonly ToldReboot[];
  readonly stages: readonly Stage[];
  readonly lastLogon: LastLogon | null;
  readonly dsreg: readonly FromMember<DsregStatus>[];
  /** The last that any log of the bundle tells, milliseconds since 1970 UTC. */
  readonly bundleEnd: number;
}

/** Setting up Hello may take this long; before that, nothing has failed yet, milliseconds. */
const wizardMs = 5 * 60_000;

/**
 * How far Windows Hello came for the enrolled user since the last join. "Offered" (358) is not "done" (300), and a
 * check that says no is no failure: unmanaged devices write one at every sign-in. Where the log begins after the join,
 * an absent key means nothing.
 */
export function tellHello(sources: HelloSources): HelloFacts {
  const { signals, signIns, dsreg } = sources;
  const lastJoin = signalsOf(signals, 'joined').at(-1);
  if (lastJoin?.rolledBack === true) {
    return unknown(l10n.t('The last join was rolled back, so nobody could set up Windows Hello.'), []);
  }
  const since = lastJoin?.at ?? -Infinity;
  const sinceIso = lastJoin === undefined ? '' : isoTime(since);
  const own = signIns.filter(({ time }) => time >= sinceIso);
  const user = enrolledUser(
    own,
    sources.stages.find(({ stage, from }) => stage === 'accountSetup' && from >= since),
  );
  const traces = readHelloTraces(signals, since, user);
  const patterns = findHelloPatterns({ ...sources, signIns: own, traces, since });
  return reportedByUser(dsreg, patterns) ?? fromTraces(traces, patterns, sources, own, lastJoin !== undefined);
}

/** A session may begin this long before the page that is shown in it, milliseconds. */
const pageMs = 60_000;

/** For whom account setup ran: who had signed in last as it began; without it the first user of Entra. */
function enrolledUser(signIns: readonly SignIn[], accountSetup: Stage | undefined): string | null {
  const ofEntra = signIns.filter(({ user }) => user.class === 'entra' && user.sid !== null);
  const until = accountSetup === undefined ? '' : isoTime(accountSetup.from + pageMs);
  return (ofEntra.findLast(({ time }) => time <= until) ?? ofEntra[0])?.user.sid ?? null;
}

function fromTraces(
  traces: HelloTraces,
  patterns: readonly HelloPattern[],
  { bundleEnd }: HelloSources,
  signIns: readonly SignIn[],
  sawJoin: boolean,
): HelloFacts {
  const { completed, removed, offered, checks } = traces;
  const has = (id: HelloPattern['id']): boolean => patterns.some((pattern) => pattern.id === id);
  if (completed !== undefined && !(removed?.done === true && removed.at > completed.at)) {
    return provisioned(completed, patterns, sawJoin, has);
  }
  const failure = failureOf(traces, bundleEnd);
  if (failure !== null) {
    const evidence = [
      ...noted(offered, l10n.t('provisioning was offered; no key was registered after it')),
      ...failure.evidence,
    ];
    return incomplete(failure.why, 'high', evidence, patterns, signIns);
  }
  if (offered !== undefined && isAfter(offered, removed)) {
    const evidence = noted(offered, l10n.t('provisioning was offered; no key was registered after it'));
    if (!sawJoin) {
      return unknown(
        l10n.t('Provisioning was offered, but the log begins after the join: what was before is not known.'),
        patterns,
      );
    }
    return bundleEnd - offered.at < wizardMs
      ? unknown(l10n.t('Provisioning was offered only minutes before the bundle was taken.'), patterns)
      : incomplete(
          l10n.t('Provisioning was offered and no key was registered after it.'),
          has('signedInAgainWithoutKey') ? 'high' : 'medium',
          evidence,
          patterns,
          signIns,
        );
  }
  const lastCheck = checks.findLast(({ policy }) => policy !== null);
  return sawJoin && lastCheck?.policy === false
    ? {
        state: 'notConfigured',
        lockScreenProblem: null,
        confidence: 'high',
        why: l10n.t('The Windows Hello policy is not on.'),
        patterns,
        evidence: noted(lastCheck, l10n.t('the Windows Hello policy is not on')),
      }
    : unknown(l10n.t('No log in this bundle tells whether Windows Hello was offered or set up.'), patterns);
}

function provisioned(
  completed: Signal,
  patterns: readonly HelloPattern[],
  sawJoin: boolean,
  has: (id: HelloPattern['id']) => boolean,
): HelloFacts {
  const isKey = completed.kind === 'helloKeyRegistered';
  return {
    state: 'provisioned',
    lockScreenProblem: has('containerBroken') ? true : has('webSignInDespiteKey') ? null : false,
    confidence: sawJoin && !has('containerBroken') ? 'high' : 'medium',
    why: isKey ? l10n.t('A Hello key was registered.') : l10n.t('The Hello wizard was completed.'),
    patterns,
    evidence: noted(completed, isKey ? l10n.t('the key was registered') : l10n.t('the wizard was completed')),
  };
}

interface Failure {
  readonly why: string;
  readonly evidence: readonly EvidenceRef[];
}

/** What shows that setting up Hello was begun and did not end well. */
function failureOf(traces: HelloTraces, bundleEnd: number): Failure | null {
  const { completed, removed, created, keyFailed, wizard, unfinished } = traces;
  if (removed?.done === true && completed !== undefined) {
    return {
      why: l10n.t('Windows Hello was set up and deleted again.'),
      evidence: noted(removed, l10n.t('the key or its container was deleted')),
    };
  }
  if (created !== undefined && isAfter(created, removed) && bundleEnd - created.at >= wizardMs) {
    return {
      why: l10n.t('A Hello key was made on the device and never registered.'),
      evidence: [...noted(created, l10n.t('the key was made on the device')), ...stepsOf(unfinished)],
    };
  }
  if (unfinished.length > 0) {
    return { why: l10n.t('The Hello wizard ended without a key.'), evidence: stepsOf(unfinished) };
  }
  if (keyFailed !== undefined) {
    return {
      why: l10n.t('Making or registering the Hello key failed.'),
      evidence: noted(keyFailed, l10n.t('the key could not be made or registered')),
    };
  }
  return wizard?.step === 'started' && bundleEnd - wizard.at >= wizardMs
    ? {
        why: l10n.t('The Hello wizard was begun and did not come to an end.'),
        evidence: noted(wizard, l10n.t('the wizard began')),
      }
    : null;
}

function stepsOf(unfinished: HelloTraces['unfinished']): readonly EvidenceRef[] {
  return unfinished.flatMap((signal) => noted(signal, wizardWords(signal)));
}

function incomplete(
  why: string,
  confidence: Confidence,
  evidence: readonly EvidenceRef[],
  patterns: readonly HelloPattern[],
  signIns: readonly SignIn[],
): HelloFacts {
  const web = signIns.find(({ credential }) => credential === 'webSignIn' || credential === 'temporaryAccessPass');
  const telling = patterns.filter(({ id }) => problemPatterns.has(id));
  const problem = [...telling.map((pattern) => pattern.evidence[0]), ...(web?.evidence.slice(-1) ?? [])];
  return {
    state: 'incomplete',
    lockScreenProblem: problem.length > 0 ? true : null,
    confidence,
    why,
    patterns,
    evidence: [...evidence, ...problem],
  };
}

/** With these, the lock screen asks for what the user does not have. */
const problemPatterns: ReadonlySet<HelloPattern['id']> = new Set<HelloPattern['id']>([
  'signedInAgainWithoutKey',
  'noTokenAtSignIn',
  'keyNotRegistered',
  'containerRemoved',
]);

/** dsregcmd that the user ran himself knows whether there is a key; run by SYSTEM it always says no. */
function reportedByUser(
  dsreg: readonly FromMember<DsregStatus>[],
  patterns: readonly HelloPattern[],
): HelloFacts | null {
  for (const { path, content } of dsreg) {
    const fact = content.facts.find(({ name }) => name === 'NgcSet');
    if (fact !== undefined && dsregValue(content, 'NgcSet') === 'YES') {
      return {
        state: 'provisioned',
        lockScreenProblem: false,
        confidence: 'high',
        why: l10n.t('dsregcmd, run by the user, shows a Hello key.'),
        patterns,
        evidence: [{ path, line: fact.line, note: l10n.t('a Hello key is set') }],
      };
    }
  }
  return null;
}

function unknown(why: string, patterns: readonly HelloPattern[]): HelloFacts {
  return { state: 'unknown', lockScreenProblem: null, confidence: null, why, patterns, evidence: [] };
}
