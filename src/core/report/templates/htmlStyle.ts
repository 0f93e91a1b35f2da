const light =
  '--paper:#ffffff;--ink:#1f1f1f;--dim:#5c5c5c;--line:#c8c8c8;--quote:#f3f3f3;--progress:#1a66b8;--good:#2b7a2b;' +
  '--caution:#a85a00;--bad:#c0262d;--clock:#7b3fa0';
const dark =
  '--paper:#1b1b1f;--ink:#e4e4e7;--dim:#a6a6ad;--line:#4a4a52;--quote:#26262c;--progress:#6cb2ff;--good:#7ccf7c;' +
  '--caution:#f0a955;--bad:#ff8a8f;--clock:#cfa2ee';

/** The style of the HTML report. Paper is always light. */
export const htmlStyle = `
:root { color-scheme: light dark; ${light} }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .5rem }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem }
h4 { font-size: 1rem; margin: .75rem 0 .25rem }
p, ul, dl { margin: .35rem 0 }
ul { padding-left: 1.25rem }
a { color: var(--progress) }
dl.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.75rem; margin: .5rem 0 }
dl.facts div { min-width: 0 }
dt { color: var(--dim); font-size: .85rem }
dd { margin: 0 }
.dim { color: var(--dim); font-size: .9rem; font-weight: 400 }
.places { color: var(--dim); font-size: .8rem }
pre { white-space: pre-wrap }
.stamp { display: inline-block; padding: .1rem .5rem; border: 1px solid var(--good); border-radius: .25rem; color: var(--good) }
.finding { margin: 1rem 0; padding: .1rem 0 .1rem .9rem; border-left: 4px solid var(--progress) }
.finding.error { border-color: var(--bad) }
.finding.warning { border-color: var(--caution) }
.finding h3 { margin-top: 0 }
.severity { color: var(--progress); text-transform: uppercase; font-size: .8em; letter-spacing: .03em }
.error .severity { color: var(--bad) }
.warning .severity { color: var(--caution) }
.timeline { margin: 1rem 0; overflow-x: auto }
.timeline svg { display: block; max-width: 100%; height: auto }
ul.causes > li { margin-bottom: .5rem }
summary { cursor: pointer }
summary:hover, summary:focus { color: var(--ink) }
figure { margin: .4rem 0 }
figcaption { color: var(--dim); font-size: .8rem }
pre { margin: 0; padding: .5rem .75rem; background: var(--quote); border-left: 3px solid var(--line);
  font: .82rem/1.45 "Cascadia Mono", Consolas, monospace }
blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid var(--line) }
blockquote > :first-child { margin-top: 0 }
blockquote > :last-child { margin-bottom: 0 }
hr { border: 0; border-top: 1px solid var(--line) }
table { width: 100%; border-collapse: collapse; font-size: .9rem }
th, td { padding: .25rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
  overflow-wrap: normal }
.long { overflow-wrap: anywhere; min-width: 12rem }
td.places { overflow-wrap: anywhere; min-width: 9rem }
thead th { color: var(--dim); font-weight: 600; font-size: .85rem }
tbody th { font-weight: 600 }
td.time { white-space: nowrap; font-size: .8rem }
td.kind { white-space: nowrap }
code { font: .9em "Cascadia Mono", Consolas, monospace }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--dim); font-size: .9rem }
@page { margin: 15mm }
@media print {
  html { font-size: 9.5pt }
  body { max-width: none; padding: 0 }
  h1 { font-size: 1.35rem }
  h2, h3, h4, dt, figcaption { break-after: avoid }
  tr, li, .timeline, .finding > h3, .finding > p { break-inside: avoid }
  .finding > .dim:has(+ figure), .dim:has(+ blockquote), .verdict { break-after: avoid }
  .finding > .places { break-before: avoid }
  p { orphans: 3; widows: 3 }
  /* A short quote stays whole; a long one may go on, or the page above it would stay empty. */
  pre { orphans: 5; widows: 5; box-decoration-break: clone; -webkit-box-decoration-break: clone }
  .finding { box-decoration-break: clone; -webkit-box-decoration-break: clone }
  th.long { min-width: 17rem }
  thead { display: table-header-group }
  summary { list-style: none }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`;
