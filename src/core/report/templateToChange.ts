import * as l10n from '@vscode/l10n';
import type { TemplateForm } from './reportForms';
import { describeFields } from './template/fields';
import { templateFields } from './templateFields';
import { builtInTemplate } from './templates/builtInTemplate';

/** The built-in template, with the language and all fields as comments above it: what a team begins its own with. */
export function templateToChange(form: TemplateForm): string {
  const help = [
    l10n.t('A template is the report with fields in double braces. The language:'),
    l10n.t('  title  a field;  bundle.name  a field of a group'),
    l10n.t(
      '  #each reboots … /each  once for each item; fields are those of the item first, "this" is an item that is a text',
    ),
    l10n.t('  #if findings … else … /if  only where there is something'),
    l10n.t('A tag alone in its line leaves no line behind. A field that does not exist is a mistake. All fields:'),
    ...describeFields(templateFields).map((line) => `  ${line}`),
  ];
  return `${help.map((line) => `{{! ${line} }}\n`).join('')}${builtInTemplate(form)}`;
}
