import * as l10n from '@vscode/l10n';

/** The report for a ticket: the glance, findings, and what people say. It names neither the user nor the device. */
export function markdownTemplate(): string {
  return `## {{title}}

{{#each facts}}{{name}}: {{value}} · {{/each}}${l10n.t('bundle sha256 {0}', '{{bundle.sha256}}')}

{{#if redacted}}
${l10n.t('Names are replaced by pseudonyms, the same ones everywhere.')}

{{/if}}
{{#if starred}}
${l10n.t('Below the glance stands only what was starred in the case.')}{{#if lostStars}} ${l10n.t('Not told by this bundle any more: {0}.', '{{lostStars}}')}{{/if}}

{{/if}}
{{#each sections}}
### {{title}}

{{#each lines}}
- {{text}}{{#if places}} ${l10n.t('Evidence: {0}', '{{places}}')}{{/if}}
{{/each}}

{{/each}}
{{#if otherFindings}}
### ${l10n.t('Findings')}

{{#each otherFindings}}
- **{{level}}** {{title}} (${l10n.t('{0} confidence', '{{confidence}}')}){{#if places}} ${l10n.t('Evidence: {0}', '{{places}}')}{{/if}}
{{#each verdicts}}
  - {{#if by}}{{by}}{{else}}${l10n.t('Somebody')}{{/if}} {{verdict}}{{#if note}}: {{note}}{{/if}}
{{/each}}
{{/each}}

{{/if}}
{{#if stated}}
### ${l10n.t('Stated, not measured')}

{{#each stated}}
- {{name}}: {{value}}{{#if by}} (${l10n.t('stated by {0}', '{{by}}')}){{/if}}
{{/each}}

{{/if}}
{{#if notes}}
### ${l10n.t('Notes of the case')}

{{#each notes}}
- {{#if star}}★ {{/if}}{{about}} · {{status}} · {{#if by}}{{by}}, {{/if}}{{at}}{{#each tags}} · {{this}}{{/each}}

  {{text}}
{{#each replies}}
  - {{#if by}}{{by}}, {{/if}}{{at}}:
    {{text}}
{{/each}}
{{/each}}

{{/if}}
{{tool}}. ${l10n.t('Times are UTC, corrected for steps of the clock.')}
`;
}
