import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import { isEnrollmentSeen } from '../../core/enrollment/document/enrollmentSight';
import { areRestartsSure, lacksStarts, rebootsInEnrollment } from '../../core/report/headline';
import { shortDuration } from '../../core/words/duration';
import { escapeHtml } from '../webviewPage';
import { commandHref } from './commandHref';
import type { OverviewWords } from './overviewWords';

/** One figure of the verdict. */
interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone: 'calm' | 'alarm';
  /** Where a click leads. */
  readonly href: string;
}

/**
 * The verdict in figures: readable in five seconds, each leading to its record, or to the view that tells it. None where
 * nothing of an enrollment is seen: the headline says so once, and five times "unknown" would only stand before what to
 * collect next.
 */
export function overviewTiles(document: TriageDocument, key: string, words: OverviewWords): string {
  const { signIns, phases, hello, token } = document;
  const inside = rebootsInEnrollment(document);
  const needless = inside.filter(({ expected }) => expected === false);
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt');
  const waited = rePrompts.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0);
  // What nothing in the bundle would show is not known to be none.
  const isSeen = isEnrollmentSeen(document) || inside.length > 0;
  if (!isSeen && signIns.length === 0 && hello.state === 'unknown' && token.state === 'unknown') {
    return '';
  }
  const areSignInsSeen = isSeen && signIns.length > 0;
  const [restart] = [...needless, ...inside];
  const [rePrompt] = rePrompts;
  const tiles: readonly Tile[] = [
    {
      label: words.restarts,
      value: restartsValue(document, words),
      note: !isSeen
        ? words.noEnrollment
        : inside.length === 0 && lacksStarts(document)
          ? words.noStart
          : needless.length === 0
            ? words.noneAgainstTheFlow
            : words.againstTheFlow(needless.length),
      tone: needless.length === 0 ? 'calm' : 'alarm',
      href: storyHref(key, restart?.evidence, restart?.id),
    },
    {
      label: words.rePrompts,
      value: areSignInsSeen ? String(rePrompts.length) : words.unknown,
      note: !areSignInsSeen ? words.noSignIn : waited === 0 ? words.noWait : words.waited(shortDuration(waited)),
      tone: rePrompts.length === 0 ? 'calm' : 'alarm',
      href: storyHref(key, rePrompt?.evidence, rePrompt?.id),
    },
    {
      label: words.phases,
      value: phasesValue(document, words),
      note: phases.map((phase) => words.phase(phase)).join(' · '),
      tone: phases.some(({ state }) => state === 'failed') ? 'alarm' : 'calm',
      href: commandHref('autopilotTriage.phases.focus', []),
    },
    {
      label: words.hello,
      value: words.helloState(hello.state),
      note: hello.why,
      tone: hello.state === 'incomplete' ? 'alarm' : 'calm',
      href: storyHref(key, hello.evidence),
    },
    {
      label: words.token,
      value: words.tokenState(token.state),
      note: token.why,
      tone: token.state === 'missing' ? 'alarm' : 'calm',
      href: storyHref(key, token.evidence),
    },
  ];
  return `<dl class="tiles">${tiles.map(tileHtml).join('')}</dl>`;
}

/** As sure as the headline. */
function restartsValue(document: TriageDocument, words: OverviewWords): string {
  const inside = rebootsInEnrollment(document);
  if (inside.length === 0) {
    return !isEnrollmentSeen(document) || lacksStarts(document) ? words.unknown : '0';
  }
  return areRestartsSure(inside) ? String(inside.length) : words.possible(inside.length);
}

/** A count only where something ended: no phase that succeeded reads as if all had failed. */
function phasesValue({ phases }: TriageDocument, words: OverviewWords): string {
  const isCounted = phases.some(({ state }) => state === 'succeeded' || state === 'failed');
  if (isCounted) {
    return `${phases.filter(({ state }) => state === 'succeeded').length} / ${phases.length}`;
  }
  return phases.some(({ state }) => state === 'inProgress') ? words.inProgress : words.unknown;
}

/** To the first record of an item; where it has none, to the view in which the item is told. */
export function storyHref(key: string, evidence: readonly EvidenceRef[] = [], itemId?: string): string {
  const [first] = evidence;
  return first === undefined
    ? commandHref('autopilotTriage.story.focus', [])
    : commandHref('autopilotTriage.openEvidence', [key, first, ...(itemId === undefined ? [] : [itemId])]);
}

/** Alarming tiles have a mark besides their colour. The link of the value covers all of the tile. */
function tileHtml({ label, value, note, tone, href }: Tile): string {
  const mark = tone === 'alarm' ? '<span class="mark" aria-hidden="true">▲</span> ' : '';
  const name = escapeHtml(`${label}: ${value}`);
  const link = `<a href="${href}" aria-label="${name}">${escapeHtml(value)}</a>`;
  return `<div class="tile ${tone}"><dt>${escapeHtml(label)}</dt><dd class="value">${mark}${link}</dd><dd class="note">${escapeHtml(note)}</dd></div>`;
}
