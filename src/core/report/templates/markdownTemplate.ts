const quotes = `{{#each quotes}}
  - {{place}}: {{text}}{{/each}}`;

/** The report for a ticket: the glance first, then causes by verdict, the trade, and what it rests on. */
export const markdownTemplate = `## {{title}}

{{#each device}}{{name}}: {{value}} · {{/each}}bundle sha256 {{bundle.sha256}}
{{#if redacted}}
Redacted: names are replaced by pseudonyms, the same ones everywhere.
{{/if}}{{#if starred}}
Only what was starred in the case is shown below the summary.
{{/if}}{{#each sections}}
### {{title}}

{{#each lines}}- {{text}}{{#if places}} ({{places}}){{/if}}
{{/each}}{{/each}}{{#if reboots}}
### Restarts and their causes
{{#each reboots}}
#### {{what}} at {{time}}, in {{during}}

- Belongs to the flow: {{expected}}{{#if askedBy}}; asked for by {{askedBy}}{{/if}}; {{confidence}} confidence ({{places}})
- Cost: {{cost}}${quotes}
{{#each verdicts}}- **{{verdict}}**
{{#each causes}}  - {{name}}{{#if when}}, {{when}}{{/if}}. {{why}} ({{places}})${quotes}
{{/each}}{{/each}}{{/each}}{{/if}}{{#if findings}}
### Findings

{{#each findings}}- **{{severity}}: {{title}}** ({{confidence}} confidence; {{places}}) {{advice}}{{#each verdicts}}
  - {{by}} {{verdict}}{{#if note}}: {{note}}{{/if}}{{/each}}${quotes}
{{/each}}{{/if}}{{#if security}}
### Security trade

{{#each security}}- {{area}}: {{state}}. {{why}}
{{/each}}{{#each moves}}- Moving {{name}} would save {{saves}}{{#if together}}, only together with {{#each together}}{{this}} {{/each}}{{/if}}.{{#if price}} The price: {{#each price}}{{this}} {{/each}}{{/if}}{{scope}}
{{/each}}{{/if}}{{#if coverage}}
### Coverage

{{#each coverage}}- {{log}}: {{state}}, {{records}} records; holds of the enrollment: {{enrollment}}
{{/each}}{{/if}}{{#if stated}}
### Stated, not measured

{{#each stated}}- {{name}}: {{value}} (stated by {{by}})
{{/each}}{{/if}}{{#if notes}}
### Notes of the case

{{#each notes}}- {{about}} · {{status}} · {{by}}, {{at}}: {{text}}{{#each replies}}
  - {{by}}, {{at}}: {{text}}{{/each}}
{{/each}}{{/if}}
{{tool}}
`;
