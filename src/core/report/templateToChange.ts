import type { TemplateForm } from './reportForms';
import { describeFields } from './template/fields';
import { templateFields } from './templateFields';
import { builtInTemplates } from './templates/builtInTemplates';

/** The built-in template, with the language and all fields as comments above it: what a team begins its own with. */
export function templateToChange(form: TemplateForm): string {
  const help = [
    'A template is the report with fields in double braces. The language:',
    '  title  a field;  bundle.name  a field of a group',
    '  #each reboots … /each  once for each item; fields are those of the item first, "this" is an item that is a text',
    '  #if findings … else … /if  only where there is something',
    'A tag alone in its line leaves no line behind. A field that does not exist is a mistake. All fields:',
    ...describeFields(templateFields).map((line) => `  ${line}`),
  ];
  return `${help.map((line) => `{{! ${line} }}\n`).join('')}${builtInTemplates[form]}`;
}
