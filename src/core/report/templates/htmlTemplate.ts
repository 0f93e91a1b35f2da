import * as l10n from '@vscode/l10n';
import { htmlStyle } from './htmlStyle';

const figures = `{{#each quotes}}
<figure><figcaption>{{place}}{{#if note}}: {{note}}{{/if}}</figcaption><pre>{{text}}</pre></figure>
{{/each}}`;

/** Places of evidence, which open to show what stands there. On paper they stay closed: findings quote the same. */
const evidence = `{{#if quotes}}
<details><summary class="places">{{places}}</summary>
${figures}
</details>
{{else}}
{{#if places}}
<p class="places">{{places}}</p>
{{/if}}
{{/if}}`;

const finding = (): string => `<article class="finding {{severity}}">
<h3><span class="severity">{{level}}</span> {{title}}</h3>
<p>{{advice}}</p>
{{#each verdicts}}
<p class="verdict"><strong>{{by}} {{verdict}}</strong></p>
{{#if note}}
<blockquote>{{note}}</blockquote>
{{/if}}
{{/each}}
<p class="dim">${l10n.t('{0} confidence', '{{confidence}}')}{{#each why}} · {{this}}{{/each}}</p>
{{#if gap}}
<p class="dim">${l10n.t('Missing: {0}', '{{gap}}')}</p>
{{/if}}
{{#if wouldDecide}}
<p class="dim">${l10n.t('Would decide it: {0}', '{{#each wouldDecide}}{{this}} {{/each}}')}</p>
{{/if}}
${figures}
<p class="places"><code>{{id}}</code>{{#if places}} · {{places}}{{/if}}</p>
</article>`;

const opening = (): string => `<!DOCTYPE html>
<html lang="${l10n.t('en')}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="color-scheme" content="light dark" />
<title>{{title}}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>{{title}}</h1>
{{#if redacted}}
<p><span class="stamp">${l10n.t('Redacted: names are replaced by pseudonyms, the same ones everywhere')}</span></p>
{{/if}}
{{#if starred}}
<p class="dim">${l10n.t('Below the glance stands only what was starred in the case.')}{{#if lostStars}} ${l10n.t('Not told by this bundle any more: {0}.', '{{lostStars}}')}{{/if}}</p>
{{/if}}
<dl class="facts">
{{#each device}}
<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
{{/each}}
<div><dt>${l10n.t('Bundle')}</dt><dd>{{bundle.name}} ({{bundle.kind}}, {{bundle.members}})</dd></div>
<div><dt>SHA-256</dt><dd><code>{{bundle.sha256}}</code></dd></div>
</dl>
</header>
<main>
<section aria-labelledby="timeline-heading">
<h2 id="timeline-heading">${l10n.t('Timeline')}</h2>
<div class="timeline" role="group" tabindex="0" aria-labelledby="timeline-heading">{{timeline}}</div>
</section>
<section aria-labelledby="glance">
<h2 id="glance">${l10n.t('At a glance')}</h2>
{{#each sections}}
<h3>{{title}}</h3>
<ul>
{{#each lines}}
<li>{{text}}{{#if places}} <span class="places">{{places}}</span>{{/if}}</li>
{{/each}}
</ul>
{{/each}}
</section>`;

const story = (): string => `{{#if reboots}}
<section aria-labelledby="restarts">
<h2 id="restarts">${l10n.t('Restarts and their causes')}</h2>
{{#each reboots}}
<article>
<h3>{{what}}, {{during}} <span class="dim">{{time}}</span></h3>
<dl class="facts">
<div><dt>${l10n.t('Called for by the flow')}</dt><dd>{{expected}}</dd></div>
{{#if askedBy}}
<div><dt>${l10n.t('Asked for by')}</dt><dd>{{askedBy}}</dd></div>
{{/if}}
<div><dt>${l10n.t('Cost')}</dt><dd>{{cost}}</dd></div>
<div><dt>${l10n.t('Confidence')}</dt><dd>{{confidence}}</dd></div>
</dl>
${evidence}
{{#each verdicts}}
<h4>{{verdict}}</h4>
<ul class="causes">
{{#each causes}}
<li><strong>{{name}}</strong>{{#if when}} <span class="dim">{{when}}</span>{{/if}}<br />{{why}}
${evidence}
</li>
{{/each}}
</ul>
{{/each}}
</article>
{{/each}}
</section>
{{/if}}
<section aria-labelledby="user">
<h2 id="user">${l10n.t('The user')}</h2>
<table>
<thead><tr><th scope="col">${l10n.t('At the end')}</th><th scope="col">${l10n.t('State')}</th><th scope="col">${l10n.t('Why')}</th><th scope="col">${l10n.t('Evidence')}</th></tr></thead>
<tbody>
{{#each user}}
<tr><th scope="row">{{name}}</th><td>{{state}}</td><td class="long">{{why}}</td><td class="places">{{places}}</td></tr>
{{/each}}
</tbody>
</table>
{{#if stated}}
<h3>${l10n.t('Stated, not measured')}</h3>
<ul>
{{#each stated}}
<li>{{name}}: {{value}}{{#if by}} <span class="dim">${l10n.t('stated by {0}', '{{by}}')}</span>{{/if}}</li>
{{/each}}
</ul>
{{/if}}
{{#each signIns}}
<article>
<h3>${l10n.t('{0} of {1}', '{{what}}', '{{user}}')} <span class="dim">{{time}}</span></h3>
<p>{{credential}}{{#if wait}}, ${l10n.t('after {0} at the lock screen', '{{wait}}')}{{/if}}{{#if after}}, ${l10n.t('following {0}', '{{after}}')}{{/if}}. {{why}} <span class="dim">${l10n.t('{0} confidence', '{{confidence}}')}</span></p>
${evidence}
</article>
{{/each}}
</section>`;

const findings = (): string => `{{#if findings}}
<section aria-labelledby="findings">
<h2 id="findings">${l10n.t('Findings')}</h2>
{{#each findings}}
${finding()}
{{/each}}
</section>
{{/if}}
{{#if security}}
<section aria-labelledby="security">
<h2 id="security">${l10n.t('Security: the other side of the trade')}</h2>
<table>
<thead><tr><th scope="col">${l10n.t('Area')}</th><th scope="col">${l10n.t('State')}</th><th scope="col">${l10n.t('Why')}</th><th scope="col">${l10n.t('Evidence')}</th></tr></thead>
<tbody>
{{#each security}}
<tr><th scope="row">{{area}}</th><td>{{state}}{{#if confidence}} <span class="dim">${l10n.t('{0} confidence', '{{confidence}}')}</span>{{/if}}</td><td class="long">{{why}}</td><td class="places">{{places}}</td></tr>
{{/each}}
</tbody>
</table>
{{#each moves}}
<article>
<h3>{{#if restarts}}${l10n.t('Moving {0} would save {1}', '{{name}}', '{{saves}}')}{{else}}${l10n.t('{0}: the price is paid already', '{{name}}')}{{/if}}</h3>
<p>{{why}}</p>
{{#if together}}
<p>${l10n.t('Nothing is saved unless these move too: {0}', '{{#each together}}<code>{{this}}</code> {{/each}}')}</p>
{{/if}}
{{#if price}}
<p>${l10n.t('The price: {0}', '{{#each price}}{{this}} {{/each}}')}</p>
{{/if}}
<p class="dim">{{scope}}</p>
{{#if places}}
<p class="places">{{places}}</p>
{{/if}}
</article>
{{/each}}
</section>
{{/if}}
<section aria-labelledby="unknown">
<h2 id="unknown">${l10n.t('Not known, and what would tell')}</h2>
{{#if unknown}}
{{#each unknown}}
${finding()}
{{/each}}
{{else}}
<p>${l10n.t('No gap is named here that would change the story.')}</p>
{{/if}}
{{#if collect}}
<h3>${l10n.t('To collect next')}</h3>
<ul>
{{#each collect}}
<li><strong>{{what}}</strong> <span class="dim">{{size}}</span><br />{{why}} ${l10n.t('How: {0}', '{{how}}')}</li>
{{/each}}
</ul>
{{/if}}
</section>`;

const lists = (): string => `{{#if notes}}
<section aria-labelledby="notes">
<h2 id="notes">${l10n.t('Notes of the case')}</h2>
{{#each notes}}
<article>
<h3>{{#if star}}★ {{/if}}{{about}}</h3>
<p class="dim">{{by}}, {{at}} · {{status}}{{#each tags}} · {{this}}{{/each}}</p>
<blockquote>{{text}}</blockquote>
{{#each replies}}
<p class="dim">{{by}}, {{at}}</p>
<blockquote>{{text}}</blockquote>
{{/each}}
</article>
{{/each}}
</section>
{{/if}}
{{#if phases}}
<section aria-labelledby="phases">
<h2 id="phases">${l10n.t('Enrollment Status Page')}</h2>
{{#each phases}}
<h3>{{name}}: {{state}}{{#if start}} <span class="dim">${l10n.t('from {0}', '{{start}}')}{{#if end}} ${l10n.t('to {0}', '{{end}}')}{{/if}}{{#if took}}, {{took}}{{/if}}</span>{{else}}{{#if end}} <span class="dim">${l10n.t('to {0}', '{{end}}')}</span>{{/if}}{{/if}}</h3>
{{#if steps}}
<ul>
{{#each steps}}
<li>{{name}}: {{state}}{{#if error}} <code>{{error}}</code>{{/if}}{{#if items}}<ul>{{#each items}}<li>{{name}} <span class="dim">({{kind}})</span>: {{state}}</li>{{/each}}</ul>{{/if}}</li>
{{/each}}
</ul>
{{/if}}
{{#if places}}
<p class="places">{{places}}</p>
{{/if}}
{{/each}}
</section>
{{/if}}
{{#if story}}
<section aria-labelledby="story">
<h2 id="story">${l10n.t('Event by event')}</h2>
<table>
<thead><tr><th scope="col">${l10n.t('When')}</th><th scope="col">${l10n.t('Kind')}</th><th scope="col">${l10n.t('What')}</th><th scope="col">${l10n.t('Evidence')}</th></tr></thead>
<tbody>
{{#each story}}
<tr><td class="time">{{time}}</td><td class="kind">{{kind}}</td><td class="long">{{what}}{{#if verdict}} <strong>({{verdict}})</strong>{{/if}}{{#if detail}}<br /><span class="dim">{{detail}}</span>{{/if}}</td><td class="places">{{places}}</td></tr>
{{/each}}
</tbody>
</table>
</section>
{{/if}}
<section aria-labelledby="coverage">
<h2 id="coverage">${l10n.t('Coverage')}</h2>
<table>
<thead><tr><th scope="col">${l10n.t('Log')}</th><th scope="col">${l10n.t('State')}</th><th scope="col">${l10n.t('Records')}</th><th scope="col">${l10n.t('First')}</th><th scope="col">${l10n.t('Last')}</th><th scope="col">${l10n.t('Of the enrollment')}</th></tr></thead>
<tbody>
{{#each coverage}}
<tr><th scope="row" class="long">{{log}}</th><td>{{state}}</td><td>{{records}}{{#if missing}}, ${l10n.t('{0} missing', '{{missing}}')}{{/if}}</td><td class="time">{{first}}</td><td class="time">{{last}}</td><td>{{enrollment}}</td></tr>
{{/each}}
</tbody>
</table>
</section>
</main>
<footer><p>{{tool}}. ${l10n.t('This report speaks of the bundle with the SHA-256 {0}.', '<code>{{bundle.sha256}}</code>')} ${l10n.t('Times are UTC, corrected for steps of the clock.')}</p></footer>
</body>
</html>
`;

/** The report as one HTML file, in the language that is spoken: no script, nothing from elsewhere, well-formed as XML too, headings in order. */
export function htmlTemplate(): string {
  return [opening, story, findings, lists].map((part) => part()).join('\n');
}
