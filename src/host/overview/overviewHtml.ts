import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { Overview, OverviewLine, OverviewSection } from '../../core/report/overview';
import { escapeHtml } from '../webviewPage';
import { commandHref } from './commandHref';
import { overviewTiles, storyHref } from './overviewTiles';
import type { OverviewWords } from './overviewWords';

/** What the page shows. */
export interface OverviewContent {
  readonly key: string;
  readonly document: TriageDocument;
  readonly overview: Overview;
  readonly timelineSvg: string;
  readonly words: OverviewWords;
}

/** Evidence that a line shows; the rest is folded behind it. */
const linksPerLine = 3;

/**
 * The one-page answer, as HTML without any script: every link is a command. What comes from the bundle is escaped.
 */
export function overviewBody({ key, document, overview, timelineSvg, words }: OverviewContent): string {
  return [
    `<main data-key="${escapeHtml(key)}">`,
    `<header><p class="bundle">${escapeHtml(factsLine(document, words))}</p>`,
    `<h1>${escapeHtml(overview.headline)}</h1></header>`,
    overviewTiles(document, key, words),
    `<a class="timeline" href="${commandHref('autopilotTriage.showTimeline', [])}" title="${escapeHtml(words.openTimeline)}">${timelineSvg}</a>`,
    ...overview.sections.map((section) => sectionHtml(section, key, words)),
    nextSteps(document, key, words),
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

function sectionHtml({ id, title, lines }: OverviewSection, key: string, words: OverviewWords): string {
  const items = lines.map((line) => `<li>${lineHtml(line, key, words)}</li>`).join('\n');
  const { label, command } = words.wholeOf(id);
  const whole = `<p class="whole"><a href="${commandHref(command, [])}">${escapeHtml(label)}</a></p>`;
  return `<section class="${id}"><h2>${escapeHtml(words.section(id, title))}</h2><ul>${items}</ul>${whole}</section>`;
}

function lineHtml({ text, evidence }: OverviewLine, key: string, words: OverviewWords): string {
  const links = evidence.map((reference) => evidenceLink(reference, key, words));
  if (links.length === 0) {
    return escapeHtml(text);
  }
  const shown = links.slice(0, linksPerLine).join(' ');
  return `${escapeHtml(text)} <span class="evidence">${shown}</span>${foldedLinks(links.slice(linksPerLine), words)}`;
}

function foldedLinks(links: readonly string[], words: OverviewWords): string {
  return links.length === 0
    ? ''
    : ` <details class="evidence"><summary>${escapeHtml(words.more(links.length))}</summary>${links.join(' ')}</details>`;
}

function evidenceLink(reference: EvidenceRef, key: string, words: OverviewWords): string {
  const href = commandHref('autopilotTriage.openEvidence', [key, reference]);
  const title = reference.note === undefined ? reference.path : `${reference.note} · ${reference.path}`;
  return `<a href="${href}" title="${escapeHtml(title)}">${escapeHtml(words.place(reference))}</a>`;
}

function nextSteps(document: TriageDocument, key: string, words: OverviewWords): string {
  const { own, before } = divideRestarts(document);
  const [first] = [...own, ...before];
  const button = (label: string, href: string): string => `<a class="button" href="${href}">${escapeHtml(label)}</a>`;
  const links = [
    button(words.openTimelineStep, commandHref('autopilotTriage.showTimeline', [])),
    ...(first === undefined ? [] : [button(words.firstReboot, storyHref(key, first.evidence, first.id))]),
    button(words.search, commandHref('autopilotTriage.searchBundle', [])),
    button(words.copyForTicket, commandHref('autopilotTriage.copyForTicket', [])),
  ];
  return `<nav aria-label="${escapeHtml(words.next)}">${links.join(' ')}</nav>`;
}
