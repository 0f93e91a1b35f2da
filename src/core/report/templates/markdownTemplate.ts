/** The report for a ticket: the glance, findings, and what people say. It names neither the user nor the device. */
export const markdownTemplate = `## {{title}}

{{#each facts}}{{name}}: {{value}} · {{/each}}bundle sha256 {{bundle.sha256}}

{{#if redacted}}
Names are replaced by pseudonyms, the same ones everywhere.

{{/if}}
{{#if starred}}
Below the glance stands only what was starred in the case.{{#if lostStars}} Not told by this bundle any more: {{lostStars}}.{{/if}}

{{/if}}
{{#each sections}}
### {{title}}

{{#each lines}}
- {{text}}{{#if places}} Evidence: {{places}}{{/if}}
{{/each}}

{{/each}}
{{#if findings}}
### Findings

{{#each findings}}
- **{{severity}}** {{title}} ({{confidence}} confidence){{#if places}} Evidence: {{places}}{{/if}}
{{#each verdicts}}
  - {{by}} {{verdict}}{{#if note}}: {{note}}{{/if}}
{{/each}}
{{/each}}

{{/if}}
{{#if stated}}
### Stated, not measured

{{#each stated}}
- {{name}}: {{value}}{{#if by}} (stated by {{by}}){{/if}}
{{/each}}

{{/if}}
{{#if notes}}
### Notes of the case

{{#each notes}}
- {{#if star}}★ {{/if}}{{about}} · {{status}} · {{by}}, {{at}}{{#each tags}} · {{this}}{{/each}}

  {{text}}
{{#each replies}}
  - {{by}}, {{at}}:
    {{text}}
{{/each}}
{{/each}}

{{/if}}
{{tool}}. Times are UTC, corrected for steps of the clock.
`;
