import * as l10n from '@vscode/l10n';
import { anchorKey } from './anchor';
import type { CaseDocument, Stated } from './caseDocument';
import { compareStars, compareVerdicts } from './caseOrder';
import type { Applied, Command } from './command';
import { recorded, stampFor, unchanged } from './recordDeed';
import { fits, whyNotStated } from './statedFacts';
import { subject } from './trail';

type VerdictCommand = Extract<Command, { readonly kind: 'verdict' | 'withdraw' }>;
type StarCommand = Extract<Command, { readonly kind: 'starItem' | 'unstarItem' }>;
type StateCommand = Extract<Command, { readonly kind: 'state' }>;

/** What a person says about the story itself: verdicts, stars and stated facts. */
export function applyToStory(
  before: CaseDocument,
  command: VerdictCommand | StarCommand | StateCommand,
  by: string,
  at: string,
): Applied {
  switch (command.kind) {
    case 'verdict':
    case 'withdraw':
      return judge(before, command, by, at);
    case 'starItem':
    case 'unstarItem':
      return star(before, command, by, at);
    case 'state':
      return state(before, command, by, at);
  }
}

function judge(before: CaseDocument, command: VerdictCommand, by: string, at: string): Applied {
  const { finding } = command;
  const own = before.verdicts.find((verdict) => verdict.finding === finding && verdict.by === by);
  if (command.kind === 'withdraw' && own === undefined) {
    return { ok: false, why: l10n.t('There is no verdict of yours on this finding.') };
  }
  const on = subject.finding(finding);
  const stamp = stampFor(before, on, by, at);
  const others = before.verdicts.filter((verdict) => verdict !== own);
  const verdicts =
    command.kind === 'withdraw'
      ? others
      : [...others, { ...own, finding, verdict: command.verdict, note: command.note, ...stamp }].sort(compareVerdicts);
  const undo: Command =
    own === undefined
      ? { kind: 'withdraw', finding }
      : { kind: 'verdict', finding, verdict: own.verdict, note: own.note };
  const detail = command.kind === 'verdict' ? command.verdict : null;
  return recorded({ ...before, verdicts }, { did: command.kind, on, detail, ...stamp }, undo);
}

function star(before: CaseDocument, command: StarCommand, by: string, at: string): Applied {
  const key = anchorKey(command.anchor);
  const known = before.stars.find(({ anchor }) => anchorKey(anchor) === key);
  const isWanted = command.kind === 'starItem';
  if (isWanted === (known !== undefined)) {
    return unchanged(before);
  }
  const on = subject.star(key);
  const stamp = stampFor(before, on, by, at);
  const anchor = known?.anchor ?? command.anchor;
  const stars = isWanted
    ? [...before.stars, { anchor, ...stamp }].sort(compareStars)
    : before.stars.filter((other) => other !== known);
  return recorded(
    { ...before, stars },
    { did: isWanted ? 'star' : 'unstar', on, detail: null, ...stamp },
    { kind: isWanted ? 'unstarItem' : 'starItem', anchor },
  );
}

function state(before: CaseDocument, { fact, value }: StateCommand, by: string, at: string): Applied {
  if (!fits(fact, value)) {
    return { ok: false, why: whyNotStated(fact, String(value)) };
  }
  const known = before.stated[fact];
  if (value === (known?.value ?? null)) {
    return unchanged(before);
  }
  const on = subject.stated;
  const stamp = stampFor(before, on, by, at);
  const stated = { ...before.stated, [fact]: { ...known, value, ...stamp } satisfies Stated<unknown> };
  const detail = `${fact} ${value ?? 'withdrawn'}`;
  return recorded(
    { ...before, stated },
    { did: 'state', on, detail, ...stamp },
    { kind: 'state', fact, value: known?.value ?? null },
  );
}
