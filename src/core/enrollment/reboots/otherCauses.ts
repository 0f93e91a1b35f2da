import * as l10n from '@vscode/l10n';
import { sentences } from '../../words/language';
import type { RebootClass } from '../../catalog/rebootClass';
import { rebootWords } from '../storyWords';
import type { CauseVerdict, OtherCause } from '../document/reboots';
import type { Judgement } from './judgement';
import { kindsOfClass, type Suspect } from './suspect';

/** The suspects of a restart, judged by what is known of who made it; the surest first. */
export function judgeSuspects(suspects: readonly Suspect[], judgement: Judgement): readonly OtherCause[] {
  const causes = suspects
    .filter((one) => !isToldByAnother(one, suspects))
    .map((one): OtherCause => {
      const { verdict, because } = verdictOn(one, suspects, judgement);
      return { kind: one.kind, name: one.name, verdict, why: sentences(one.deed, because), evidence: one.evidence };
    });
  return causes.sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict));
}

/** From the surest to the one that is out of the question. */
export const rank: readonly CauseVerdict[] = ['confirmed', 'likely', 'possible', 'refuted'];

/** The page that restarts for an app does not name it; the app itself is told beside. */
function isToldByAnother(one: Suspect, suspects: readonly Suspect[]): boolean {
  return (
    one.kind === 'application' &&
    one.name === null &&
    one.involvement === 'made' &&
    suspects.some((other) => isAskingApp(other) && other.name !== null)
  );
}

function isAskingApp({ kind, involvement }: Suspect): boolean {
  return kind === 'application' && (involvement === 'asked' || involvement === 'made');
}

interface Opinion {
  readonly verdict: CauseVerdict;
  /** What the verdict rests on, behind the deed; may be empty. */
  readonly because: string;
}

function verdictOn(one: Suspect, suspects: readonly Suspect[], judgement: Judgement): Opinion {
  if (one.involvement === 'made') {
    return { verdict: 'confirmed', because: '' };
  }
  if (one.involvement === 'madeProbably') {
    return { verdict: 'likely', because: l10n.t('Nothing but the role of this process tells so.') };
  }
  const isOfItsClass = kindsOfClass[judgement.class] === one.kind;
  if (isOfItsClass && one.involvement === 'asked') {
    const pageDecided = suspects.some(
      ({ kind, name, involvement }) => kind === one.kind && name === null && involvement === 'made',
    );
    return pageDecided
      ? { verdict: 'confirmed', because: l10n.t('The status page then restarted for it.') }
      : { verdict: 'likely', because: l10n.t('Nothing else that was seen explains the restart as well.') };
  }
  const maker = suspects.find(({ involvement }) => involvement === 'made' || involvement === 'madeProbably');
  if (one.involvement === 'mayHave' && (maker !== undefined || isExplained(judgement.class))) {
    return {
      verdict: 'refuted',
      because: l10n.t('It waits for a restart and makes none; this was a {0}.', rebootWords[judgement.class]),
    };
  }
  if (maker?.involvement === 'made') {
    return { verdict: 'refuted', because: l10n.t('It was this: {0}.', rebootWords[judgement.class]) };
  }
  return { verdict: 'possible', because: l10n.t('Whether that made this restart is not known.') };
}

function isExplained(rebootClass: RebootClass): boolean {
  return rebootClass !== 'unknown' && rebootClass !== 'unexpected';
}
