import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { Overview, OverviewLine, OverviewSection } from '../../core/report/overview';
import { escapeHtml } from '../webviewPage';
import { commandHref } from './commandHref';
import { evidenceChips } from './evidenceChips';
import { overviewTiles, storyHref } from './overviewTiles';
import type { OverviewWords } from './overviewWords';

/** What the page shows. */
export interface OverviewContent {
  readonly key: string;
  readonly document: TriageDocument;
  readonly overview: Overview;
  readonly timelineSvg: string;
  /** What people call the log at that path. */
  readonly nameOf: (path: string) => string;
  readonly words: OverviewWords;
}

/**
 * The one-page answer, as HTML without any script: every link is a command. What comes from the bundle is escaped.
 */
export function overviewBody(content: OverviewContent): string {
  const { key, document, overview, timelineSvg, words } = content;
  return [
    `<main data-key="${escapeHtml(key)}">`,
    `<header><p class="bundle">${escapeHtml(factsLine(document, words))}</p>`,
    `<h1>${escapeHtml(overview.headline)}</h1></header>`,
    handOn(words),
    overviewTiles(document, key, words),
    `<a class="timeline" href="${commandHref('autopilotTriage.showTimeline', [])}" title="${escapeHtml(words.openTimeline)}">${timelineSvg}</a>`,
    ...overview.sections.map((section) => sectionHtml(section, content)),
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

function sectionHtml({ id, title, lines }: OverviewSection, content: OverviewContent): string {
  const { words } = content;
  const items = lines.map((line) => `<li>${lineHtml(line, content)}</li>`).join('\n');
  const { label, command } = words.wholeOf(id);
  const whole = `<p class="whole"><a href="${commandHref(command, [])}">${escapeHtml(label)}</a></p>`;
  return `<section class="${id}"><h2>${escapeHtml(words.section(id, title))}</h2><ul>${items}</ul>${whole}</section>`;
}

function lineHtml({ text, evidence }: OverviewLine, content: OverviewContent): string {
  return `${escapeHtml(text)}${evidenceChips(evidence, content)}`;
}

/** What people do with the answer, where they see it first. */
function handOn(words: OverviewWords): string {
  const links = [
    button(words.copyForTicket, commandHref('autopilotTriage.copyForTicket', [])),
    button(words.openTimelineStep, commandHref('autopilotTriage.showTimeline', [])),
    button(words.report, commandHref('autopilotTriage.previewReport', [])),
  ];
  return `<nav class="top" aria-label="${escapeHtml(words.handOn)}">${links.join(' ')}</nav>`;
}

function nextSteps(document: TriageDocument, key: string, words: OverviewWords): string {
  const { own, before } = divideRestarts(document);
  const [first] = [...own, ...before];
  const links = [
    button(words.openTimelineStep, commandHref('autopilotTriage.showTimeline', [])),
    ...(first === undefined ? [] : [button(words.firstReboot, storyHref(key, first.evidence, first.id))]),
    button(words.search, commandHref('autopilotTriage.searchBundle', [])),
    button(words.copyForTicket, commandHref('autopilotTriage.copyForTicket', [])),
  ];
  return `<nav aria-label="${escapeHtml(words.next)}">${links.join(' ')}</nav>`;
}

function button(label: string, href: string): string {
  return `<a class="button" href="${href}">${escapeHtml(label)}</a>`;
}
