import * as l10n from '@vscode/l10n';
import { parseArgs } from 'node:util';
import type { StatedPass } from '../core/enrollment/document/signIns';
import { hasTemplate, reportForms, type ReportForm, type TemplateForm } from '../core/report/reportForms';
import { readPass } from './passArguments';
import { UserError } from './userError';

/** What the person asked for. */
export type Invocation =
  | { readonly command: 'help' }
  /** Nothing was asked for: the help is shown, but as an answer to a mistake. */
  | { readonly command: 'none' }
  | ({ readonly command: 'triage' } & TriageArguments & Target)
  | ({ readonly command: 'list'; readonly json: boolean } & Target)
  | ({ readonly command: 'events'; readonly jsonl: boolean; readonly member: string | undefined } & Target)
  | ({ readonly command: 'search' } & SearchArguments & Target)
  | { readonly command: 'testRules'; readonly folder: string }
  | { readonly command: 'template'; readonly form: TemplateForm };

export interface Target {
  /** Path of the bundle. */
  readonly location: string;
  readonly password: string | undefined;
}

export interface TriageArguments {
  readonly form: 'words' | ReportForm;
  /** Only what is starred in the case. */
  readonly starred: boolean;
  /** Path of the case file. */
  readonly caseFile: string | undefined;
  /** Path of a template of one's own. */
  readonly template: string | undefined;
  /** Path to write to, instead of standard output. */
  readonly out: string | undefined;
  /** May {@link out} be replaced? */
  readonly force: boolean;
  /** Folder with rules of one's own. */
  readonly rules: string | undefined;
  /** What the person says about the Temporary Access Pass; `null` when nothing. */
  readonly pass: StatedPass | null;
  /** `null` where names are to stay. */
  readonly redaction: RedactionArguments | null;
}

/** How names are replaced by pseudonyms. */
export interface RedactionArguments {
  /** Path of the file that keeps the pseudonyms for the next time. */
  readonly mapFile: string | undefined;
  /** Patterns of one's own: what fits one is replaced too. */
  readonly patterns: readonly string[];
}

export interface SearchArguments {
  readonly query: string;
  readonly jsonl: boolean;
  /** Matches that are printed; all are counted. */
  readonly limit: number;
}

/** Options that every command takes; `language` has been read before, see `speakLanguageIn`. */
const commonOptions: readonly string[] = ['language', 'password'];

/** Options that only one or some of the commands take. */
const commandOptions = {
  triage: [
    ...reportForms,
    ...['rules', 'tap-issued', 'tap-minutes', 'tap-one-time'],
    ...['starred', 'case', 'template', 'out', 'force'],
    ...['redact', 'redaction-map', 'redact-pattern'],
  ],
  list: ['json'],
  events: ['jsonl', 'member'],
  search: ['jsonl', 'limit'],
} as const;

/** Reads the command line. Throws a {@link UserError} for what makes no sense. */
export function readArguments(argv: readonly string[]): Invocation {
  const { values, positionals } = parsed(argv);
  if (values.help === true) {
    return { command: 'help' };
  }
  const [first, ...others] = positionals;
  if (first === undefined) {
    return { command: 'none' };
  }
  if (first === 'rules') {
    return readRulesCommand(others, values);
  }
  if (first === 'template') {
    return readTemplateCommand(others, values);
  }
  // A bundle that has the name of a command is opened as `./list`.
  const command = first === 'list' || first === 'events' || first === 'search' ? first : 'triage';
  const [location, ...rest] = command === 'triage' ? positionals : others;
  if (location === undefined) {
    throw new UserError(l10n.t('{0}: which bundle? (see --help)', command));
  }
  if (command !== 'search' && rest[0] !== undefined) {
    throw new UserError(l10n.t('unexpected argument: {0}', rest[0]));
  }
  const allowed: readonly string[] = [...commonOptions, ...commandOptions[command]];
  const foreign = Object.keys(values).find((name) => !allowed.includes(name));
  if (foreign !== undefined) {
    throw new UserError(
      command === 'triage'
        ? l10n.t('--{0} does not go with the story (see --help)', foreign)
        : l10n.t('--{0} does not go with {1} (see --help)', foreign, command),
    );
  }
  const target = { location, password: values.password };
  const jsonl = values.jsonl === true;
  switch (command) {
    case 'search':
      return { command, ...target, jsonl, query: rest.join(' '), limit: readLimit(values.limit) };
    case 'events':
      return { command, ...target, jsonl, member: values.member };
    case 'triage':
      return {
        command,
        ...target,
        ...readReport(values),
        rules: values.rules,
        pass: readPass(values),
        redaction: readRedaction(values),
      };
    case 'list':
      return { command, ...target, json: values.json === true };
  }
}

function readRulesCommand([action, folder, ...rest]: readonly string[], values: object): Invocation {
  if (action !== 'test' || folder === undefined || rest.length > 0 || hasOtherThanLanguage(values)) {
    throw new UserError(l10n.t('rules: only "rules test <folder>" is known (see --help)'));
  }
  return { command: 'testRules', folder };
}

function readTemplateCommand([form, ...rest]: readonly string[], values: object): Invocation {
  if ((form !== 'markdown' && form !== 'html') || rest.length > 0 || hasOtherThanLanguage(values)) {
    throw new UserError(l10n.t('template: only "template markdown" and "template html" are known (see --help)'));
  }
  return { command: 'template', form };
}

function hasOtherThanLanguage(values: object): boolean {
  return Object.keys(values).some((name) => name !== 'language');
}

type Values = ReturnType<typeof parsed>['values'];

function readReport(values: Values): Omit<TriageArguments, 'rules' | 'pass' | 'redaction'> {
  const [form = 'words', another] = reportForms.filter((name) => values[name] === true);
  if (another !== undefined) {
    throw new UserError(l10n.t('--{0} and --{1} do not go together', form, another));
  }
  const { starred = false, case: caseFile, template, out, force = false } = values;
  const needs: readonly (readonly [string, boolean, string])[] = [
    ['--template', template === undefined || (form !== 'words' && hasTemplate(form)), l10n.t('--markdown or --html')],
    ['--case', caseFile === undefined || form !== 'words', l10n.t('a report such as --markdown')],
    ['--starred', !starred || caseFile !== undefined, '--case'],
    ['--force', !force || out !== undefined, '--out'],
  ];
  const unmet = needs.find(([, isMet]) => !isMet);
  if (unmet !== undefined) {
    throw new UserError(l10n.t('{0} goes with {1} (see --help)', unmet[0], unmet[2]));
  }
  return { form, starred, caseFile, template, out, force };
}

function readRedaction(values: Values): RedactionArguments | null {
  const { redact = false, 'redaction-map': mapFile, 'redact-pattern': patterns = [] } = values;
  if (!redact && (mapFile !== undefined || patterns.length > 0)) {
    throw new UserError(l10n.t('--redaction-map and --redact-pattern go with --redact (see --help)'));
  }
  return redact ? { mapFile, patterns } : null;
}

function readLimit(text: string | undefined): number {
  if (text === undefined) {
    return Infinity;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw new UserError(l10n.t('{0}: "{1}" is not a number', '--limit', text));
  }
  return Number(text);
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        markdown: { type: 'boolean' },
        html: { type: 'boolean' },
        sarif: { type: 'boolean' },
        csv: { type: 'boolean' },
        starred: { type: 'boolean' },
        case: { type: 'string' },
        template: { type: 'string' },
        out: { type: 'string' },
        force: { type: 'boolean' },
        rules: { type: 'string' },
        'tap-issued': { type: 'string' },
        'tap-minutes': { type: 'string' },
        'tap-one-time': { type: 'boolean' },
        language: { type: 'string' },
        redact: { type: 'boolean' },
        'redaction-map': { type: 'string' },
        'redact-pattern': { type: 'string', multiple: true },
        member: { type: 'string' },
        limit: { type: 'string' },
        password: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}
