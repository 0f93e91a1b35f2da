import { commandHref } from '../overview/commandHref';
import { escapeHtml } from '../webviewPage';
import type { CollectingStep, CollectingWay } from './collectingWays';

/** The words of the page around the ways. */
export interface CollectingWords {
  readonly title: string;
  readonly intro: string;
  readonly contains: string;
  readonly lacks: string;
  readonly copy: string;
  readonly openBundle: string;
}

/** The page as HTML without any script: what copies and opens are links to commands. */
export function collectingBody(ways: readonly CollectingWay[], words: CollectingWords): string {
  return [
    '<main>',
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(words.intro)}</p>`,
    ...ways.map((way, index) => wayHtml(way, index + 1, words)),
    `<nav><a class="button" href="${commandHref('autopilotTriage.openBundle', [])}">${escapeHtml(words.openBundle)}</a></nav>`,
    '</main>',
  ].join('\n');
}

function wayHtml(
  { id, title, when, steps, contains, lacks }: CollectingWay,
  number: number,
  words: CollectingWords,
): string {
  return `<section id="${id}">
<h2>${number}. ${escapeHtml(title)}</h2>
<p>${escapeHtml(when)}</p>
<ol>${steps.map((step) => `<li>${stepHtml(step, words)}</li>`).join('')}</ol>
<div class="sides">
<div><h3>${escapeHtml(words.contains)}</h3>${list(contains)}</div>
<div><h3>${escapeHtml(words.lacks)}</h3>${list(lacks)}</div>
</div>
</section>`;
}

function stepHtml({ text, command }: CollectingStep, words: CollectingWords): string {
  if (command === null) {
    return escapeHtml(text);
  }
  const href = commandHref('autopilotTriage.copyCommand', [command]);
  const label = `${words.copy}: ${command}`;
  return `${escapeHtml(text)}<div class="command"><code>${escapeHtml(command)}</code> <a class="button" href="${href}" aria-label="${escapeHtml(label)}">${escapeHtml(words.copy)}</a></div>`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}
