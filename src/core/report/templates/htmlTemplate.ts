import { htmlStyle } from './htmlStyle';

/** Places of evidence, and what stands there. */
const evidence = `{{#if places}}<p class="places">Evidence: {{places}}</p>{{/if}}
{{#each quotes}}<figure><figcaption>{{place}}</figcaption><pre>{{text}}</pre></figure>
{{/each}}`;

const findingEntry = `<h3><span class="severity-{{severity}}">{{severity}}</span> {{title}}</h3>
<p>{{advice}}</p>
{{#if gap}}<p class="dim">Missing: {{gap}}</p>{{/if}}
<p class="dim">Confidence: {{confidence}} · rule <code>{{id}}</code></p>
{{#if why}}<ul class="dim">{{#each why}}<li>{{this}}</li>{{/each}}</ul>{{/if}}
{{#if wouldDecide}}<p class="dim">Would decide it:</p><ul class="dim">{{#each wouldDecide}}<li>{{this}}</li>{{/each}}</ul>{{/if}}
{{#each verdicts}}<p><strong>{{by}} {{verdict}}</strong>{{#if note}}: {{note}}{{/if}}</p>{{/each}}
${evidence}`;

/** The report as one HTML file: no script, nothing from elsewhere, headings in order. */
export const htmlTemplate = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>{{title}}</h1>
{{#if redacted}}<p><span class="stamp">Redacted: names are replaced by pseudonyms, the same ones everywhere</span></p>{{/if}}
{{#if starred}}<p class="dim">Only what was starred in the case is shown below the summary.</p>{{/if}}
<dl class="facts">
{{#each device}}<dt>{{name}}</dt><dd>{{value}}</dd>
{{/each}}<dt>Bundle</dt><dd>{{bundle.name}} ({{bundle.kind}}, {{bundle.members}})</dd>
<dt>SHA-256</dt><dd><code>{{bundle.sha256}}</code></dd>
</dl>
</header>
<main>
{{#if timeline}}<section aria-labelledby="timeline-heading">
<h2 id="timeline-heading">Timeline</h2>
<div class="timeline" role="group" tabindex="0" aria-labelledby="timeline-heading">{{timeline}}</div>
</section>{{/if}}
<section aria-labelledby="glance">
<h2 id="glance">At a glance</h2>
{{#each sections}}<h3>{{title}}</h3>
<ul>{{#each lines}}<li>{{text}}{{#if places}} <span class="places">({{places}})</span>{{/if}}</li>
{{/each}}</ul>
{{/each}}
</section>
{{#if reboots}}<section aria-labelledby="restarts">
<h2 id="restarts">Restarts and their causes</h2>
{{#each reboots}}<article>
<h3>{{what}} at {{time}}</h3>
<dl class="facts"><dt>During</dt><dd>{{during}}</dd><dt>Belongs to the flow</dt><dd>{{expected}}</dd>
{{#if askedBy}}<dt>Asked for by</dt><dd>{{askedBy}}</dd>{{/if}}
<dt>Cost</dt><dd>{{cost}}</dd><dt>Confidence</dt><dd>{{confidence}}</dd></dl>
${evidence}
{{#each verdicts}}<h4>{{verdict}}</h4>
<ul>{{#each causes}}<li><code>{{name}}</code>{{#if when}}, {{when}}{{/if}}. {{why}}
${evidence}</li>
{{/each}}</ul>
{{/each}}</article>
{{/each}}</section>{{/if}}
{{#if signIns}}<section aria-labelledby="sign-ins">
<h2 id="sign-ins">Sign-ins</h2>
{{#each signIns}}<h3>{{what}} of {{user}} at {{time}}</h3>
<p>{{credential}}{{#if wait}}, after {{wait}} at the lock screen{{/if}}{{#if after}}, following {{after}}{{/if}}. {{why}}</p>
<p class="dim">Confidence: {{confidence}}</p>
${evidence}
{{/each}}</section>{{/if}}
{{#if findings}}<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
{{#each findings}}<article>
${findingEntry}
</article>
{{/each}}</section>{{/if}}
{{#if security}}<section aria-labelledby="security">
<h2 id="security">Security: the other side of the trade</h2>
<table><thead><tr><th scope="col">Area</th><th scope="col">State</th><th scope="col">Why</th></tr></thead>
<tbody>{{#each security}}<tr><th scope="row">{{area}}</th><td>{{state}}{{#if confidence}} ({{confidence}} confidence){{/if}}</td><td>{{why}}</td></tr>
{{/each}}</tbody></table>
{{#each moves}}<h3>Moving {{name}}</h3>
<p>{{why}}</p>
<p>Now it {{now}}. Moving it would save {{saves}}{{#if together}}, only together with {{#each together}}<code>{{this}}</code> {{/each}}{{/if}}.</p>
{{#if price}}<p>The price:</p><ul>{{#each price}}<li>{{this}}</li>{{/each}}</ul>{{/if}}
<p class="dim">{{scope}} Evidence: {{places}}</p>
{{/each}}</section>{{/if}}
{{#if story}}<section aria-labelledby="story">
<h2 id="story">The story, event by event</h2>
<table><thead><tr><th scope="col">When</th><th scope="col">Kind</th><th scope="col">What</th><th scope="col">Evidence</th></tr></thead>
<tbody>{{#each story}}<tr><td class="time">{{time}}</td><td>{{kind}}</td><td>{{what}}{{#if verdict}} <strong>({{verdict}})</strong>{{/if}}{{#if detail}}<br><span class="dim">{{detail}}</span>{{/if}}</td><td class="places">{{places}}</td></tr>
{{/each}}</tbody></table>
</section>{{/if}}
<section aria-labelledby="unknown">
<h2 id="unknown">Not known, and what would tell</h2>
{{#if unknown}}{{#each unknown}}<article>
${findingEntry}
</article>
{{/each}}{{else}}<p>No gap is known that would change the story.</p>{{/if}}
{{#if collect}}<h3>To collect next</h3>
<ul>{{#each collect}}<li><strong>{{what}}</strong> ({{size}}). {{why}} {{how}}</li>
{{/each}}</ul>{{/if}}
</section>
<section aria-labelledby="coverage">
<h2 id="coverage">Coverage</h2>
<table><thead><tr><th scope="col">Log</th><th scope="col">State</th><th scope="col">Records</th><th scope="col">First</th><th scope="col">Last</th><th scope="col">Of the enrollment</th></tr></thead>
<tbody>{{#each coverage}}<tr><th scope="row">{{log}}</th><td>{{state}}</td><td>{{records}}{{#if missing}}, {{missing}} missing{{/if}}</td><td>{{first}}</td><td>{{last}}</td><td>{{enrollment}}</td></tr>
{{/each}}</tbody></table>
</section>
{{#if stated}}<section aria-labelledby="stated">
<h2 id="stated">Stated, not measured</h2>
<ul>{{#each stated}}<li>{{name}}: {{value}} (stated by {{by}})</li>
{{/each}}</ul>
</section>{{/if}}
{{#if notes}}<section aria-labelledby="notes">
<h2 id="notes">Notes of the case</h2>
{{#each notes}}<article>
<h3>{{#if star}}★ {{/if}}{{about}}</h3>
<p class="dim">{{by}}, {{at}} · {{status}}{{#each tags}} · {{this}}{{/each}}</p>
<blockquote>{{text}}</blockquote>
{{#each replies}}<p class="dim">{{by}}, {{at}}</p><blockquote>{{text}}</blockquote>{{/each}}
</article>
{{/each}}</section>{{/if}}
</main>
<footer><p>Made by {{tool}} from the bundle with the SHA-256 {{bundle.sha256}}. Times are UTC, corrected for steps of the clock.</p></footer>
</body>
</html>
`;
