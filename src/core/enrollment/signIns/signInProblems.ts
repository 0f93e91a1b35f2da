import * as l10n from '@vscode/l10n';
import type { FromMember } from '../../bundle/bundle';
import type { DsregStatus } from '../../logs/dsregStatus';
import { isoTime } from '../clock/isoTime';
import type { EvidenceRef } from '../document/evidence';
import type { SignInProblem, SignInProblemCategory } from '../document/signIns';
import { signInErrorIn } from '../signals/cloudSignals';
import type { Signal } from '../signals/signal';
import { categoryOfCode, meaningOfCode } from './problemCodes';
import { TokenContext } from './tokenStory';

/** Repeats of one code that follow each other this closely are told once, milliseconds. */
const sameProblemMs = 10 * 60_000;

/** Evidence of one problem beyond this adds nothing. */
const evidenceKept = 5;

interface Failure {
  readonly code: string;
  readonly category: SignInProblemCategory;
  readonly at: number | null;
  readonly ref: EvidenceRef;
}

/**
 * Sign-ins and token requests that were refused. An error of the Entra sign-in service speaks for itself, whoever
 * asked; a mere result number counts only where it speaks of the signed-in user. `signals` ascend by time.
 */
export function tellSignInProblems(
  signals: readonly Signal[],
  dsreg: readonly FromMember<DsregStatus>[],
): readonly SignInProblem[] {
  const context = new TokenContext(signals);
  const failures = signals.flatMap((signal) => {
    context.take(signal);
    const failure = failureIn(signal, context);
    return failure === null ? [] : [failure];
  });
  return [...folded(failures), ...reported(dsreg).flatMap((failure) => folded([failure]))];
}

function failureIn(signal: Signal, context: TokenContext): Failure | null {
  switch (signal.kind) {
    case 'signInFailure':
      return signal.code.startsWith('AADSTS') || context.countsFor(signal.sid, signal.at)
        ? failure(signal, signal.code, signal.category ?? categoryOfCode(signal.code))
        : null;
    case 'refreshTokenGone':
      return context.countsFor(signal.sid, signal.at)
        ? failure(signal, signal.code, categoryOfCode(signal.code) ?? 'session')
        : null;
    case 'userToken':
      return signal.errorCode !== null && context.counts(signal.at)
        ? failure(signal, signal.errorCode, categoryOfCode(signal.errorCode))
        : null;
    default:
      return null;
  }
}

function failure({ at, ref }: Signal, code: string, category: SignInProblemCategory | null): Failure | null {
  return category === null ? null : { code, category, at, ref };
}

/** dsregcmd keeps the text of the last refusal; when it was is not in a form that can be relied on. */
function reported(dsreg: readonly FromMember<DsregStatus>[]): readonly Failure[] {
  return dsreg.flatMap(({ path, content }) =>
    content.facts.flatMap(({ name, value, line }) => {
      const code = name === 'Server Error Description' ? signInErrorIn(value) : null;
      const category = code === null ? null : categoryOfCode(code);
      return code === null || category === null
        ? []
        : [{ code, category, at: null, ref: { path, line, note: l10n.t('the last answer of the sign-in service') } }];
    }),
  );
}

function folded(failures: readonly Failure[]): readonly SignInProblem[] {
  const groups: Failure[][] = [];
  const open = new Map<string, Failure[]>();
  for (const failure of failures) {
    const group = open.get(failure.code);
    const last = group?.at(-1);
    if (group !== undefined && (failure.at ?? 0) - (last?.at ?? 0) <= sameProblemMs) {
      group.push(failure);
    } else {
      const begun = [failure];
      groups.push(begun);
      open.set(failure.code, begun);
    }
  }
  return groups.map((group) => problem(group[0]!, group));
}

function problem(first: Failure, all: readonly Failure[]): SignInProblem {
  const last = all.at(-1)?.at ?? first.at;
  return {
    code: first.code,
    meaning: meaningOfCode(first.code, first.category),
    category: first.category,
    time: first.at === null ? null : isoTime(first.at),
    lastTime: last === null ? null : isoTime(last),
    count: all.length,
    evidence: [first.ref, ...all.slice(1, evidenceKept).map(({ ref }) => ref)],
  };
}
