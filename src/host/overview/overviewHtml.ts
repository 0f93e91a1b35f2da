import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { Overview, OverviewLine, OverviewSection } from '../../core/report/overview';
import { shortDuration } from '../../core/words/duration';
import { escapeHtml } from '../webviewPage';
import { commandHref } from './commandHref';
import type { OverviewWords } from './overviewWords';

/** What the page shows. */
export interface OverviewContent {
  readonly key: string;
  readonly document: TriageDocument;
  readonly overview: Overview;
  readonly timelineSvg: string;
  readonly words: OverviewWords;
}

/** Evidence that a line links to; the rest is in the trees. */
const linksPerLine = 3;

/**
 * The one-page answer, as HTML without any script: every link is a command. What comes from the bundle is escaped.
 */
export function overviewBody({ key, document, overview, timelineSvg, words }: OverviewContent): string {
  return [
    `<main data-key="${escapeHtml(key)}">`,
    `<header><p class="bundle">${escapeHtml(factsLine(document, words))}</p>`,
    `<h1>${escapeHtml(overview.headline)}</h1></header>`,
    tiles(document, words),
    `<a class="timeline" href="${commandHref('autopilotTriage.showTimeline', [])}" title="${escapeHtml(words.openTimeline)}">${timelineSvg}</a>`,
    ...overview.sections.map((section) => sectionHtml(section, key, words)),
    nextSteps(words),
    '</main>',
  ].join('\n');
}

function factsLine({ bundle, device, attempts }: TriageDocument, words: OverviewWords): string {
  return [
    bundle.name,
    device.name,
    device.osBuild === null ? null : words.build(device.osBuild),
    device.joinType === null ? null : words.join(device.joinType),
    device.scenario === null ? null : words.scenario(device.scenario),
    attempts.length === 0 ? null : words.attempts(attempts.length + 1),
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

/** The verdict in figures: readable in five seconds. */
function tiles({ reboots, signIns, phases, hello, token }: TriageDocument, words: OverviewWords): string {
  const inside = reboots.filter(({ during }) => phases.some(({ id }) => id === during));
  const needless = inside.filter(({ expected }) => expected === false).length;
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt');
  const waited = rePrompts.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0);
  // What nothing in the bundle would show is not known to be none.
  const isEnrollmentSeen = phases.some(({ state }) => state !== 'unknown') || inside.length > 0;
  const areSignInsSeen = isEnrollmentSeen && signIns.length > 0;
  const entries: readonly Tile[] = [
    {
      label: words.restarts,
      value: isEnrollmentSeen ? String(inside.length) : words.unknown,
      note: !isEnrollmentSeen
        ? words.noEnrollment
        : needless === 0
          ? words.noneAgainstTheFlow
          : words.againstTheFlow(needless),
      tone: needless === 0 ? 'calm' : 'alarm',
    },
    {
      label: words.rePrompts,
      value: areSignInsSeen ? String(rePrompts.length) : words.unknown,
      note: !areSignInsSeen ? words.noSignIn : waited === 0 ? words.noWait : words.waited(shortDuration(waited)),
      tone: rePrompts.length === 0 ? 'calm' : 'alarm',
    },
    {
      label: words.phases,
      value: isEnrollmentSeen
        ? `${phases.filter(({ state }) => state === 'succeeded').length} / ${phases.length}`
        : words.unknown,
      note: phases.map(({ id, state }) => words.phase(id, state)).join(' · '),
      tone: phases.some(({ state }) => state === 'failed') ? 'alarm' : 'calm',
    },
    {
      label: words.hello,
      value: words.helloState(hello.state),
      note: hello.why,
      tone: hello.state === 'incomplete' ? 'alarm' : 'calm',
    },
    {
      label: words.token,
      value: words.tokenState(token.state),
      note: '',
      tone: token.state === 'missing' ? 'alarm' : 'calm',
    },
  ];
  return `<dl class="tiles">${entries.map(tileHtml).join('')}</dl>`;
}

interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone: 'calm' | 'alarm';
}

/** Alarming tiles have a mark besides their colour. */
function tileHtml({ label, value, note, tone }: Tile): string {
  const mark = tone === 'alarm' ? '<span class="mark" aria-hidden="true">▲</span> ' : '';
  return `<div class="tile ${tone}"><dt>${escapeHtml(label)}</dt><dd class="value">${mark}${escapeHtml(value)}</dd><dd class="note">${escapeHtml(note)}</dd></div>`;
}

function sectionHtml({ id, title, lines }: OverviewSection, key: string, words: OverviewWords): string {
  const items = lines.map((line) => `<li>${lineHtml(line, key, words)}</li>`).join('\n');
  return `<section class="${id}"><h2>${escapeHtml(words.section(id, title))}</h2><ul>${items}</ul></section>`;
}

function lineHtml({ text, evidence }: OverviewLine, key: string, words: OverviewWords): string {
  const links = evidence.slice(0, linksPerLine).map((reference) => evidenceLink(reference, key, words));
  const more = evidence.length > linksPerLine ? ` ${escapeHtml(words.more(evidence.length - linksPerLine))}` : '';
  return `${escapeHtml(text)}${links.length === 0 ? '' : ` <span class="evidence">${links.join(' ')}${more}</span>`}`;
}

function evidenceLink(reference: EvidenceRef, key: string, words: OverviewWords): string {
  const href = commandHref('autopilotTriage.openEvidence', [key, reference]);
  const title = reference.note === undefined ? reference.path : `${reference.note} · ${reference.path}`;
  return `<a href="${href}" title="${escapeHtml(title)}">${escapeHtml(words.place(reference))}</a>`;
}

function nextSteps(words: OverviewWords): string {
  const links = words.nextSteps
    .map(({ label, command }) => `<a class="button" href="${commandHref(command, [])}">${escapeHtml(label)}</a>`)
    .join(' ');
  return `<nav aria-label="${escapeHtml(words.next)}">${links}</nav>`;
}
