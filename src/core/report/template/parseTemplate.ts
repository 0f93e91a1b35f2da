/*
 * Templates of reports, in a small language that only fills in: `{{field}}`, `{{a.b}}`, `{{#each list}} … {{/each}}`,
 * `{{#if field}} … {{else}} … {{/if}}`, `{{! a comment}}`; inside `each`, fields are those of the item first, and
 * `{{this}}` is an item that is a text. A tag that is no field and alone in its line leaves no line behind. Nothing in a
 * template is ever run.
 */
import * as l10n from '@vscode/l10n';
import { fieldAt, type FieldScopes, type FieldTree } from './fields';

export interface TemplateProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly detail: string;
}

/** A template that was read and can be filled any number of times. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `indent`: the blanks that it stands behind at the beginning of a line. */
  | { readonly kind: 'field'; readonly path: readonly string[]; readonly indent: string }
  | { readonly kind: 'each'; readonly path: readonly string[]; readonly body: readonly TemplateNode[] }
  | {
      readonly kind: 'if';
      readonly path: readonly string[];
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    };

export type TemplateReading =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly problem: TemplateProblem };

/** Blocks that are open while a template is read. */
interface OpenBlock {
  readonly kind: 'each' | 'if';
  readonly path: readonly string[];
  readonly line: number;
  readonly scopes: FieldScopes;
  readonly body: TemplateNode[];
  otherwise: TemplateNode[] | null;
}

/** Nobody nests deeper, and a hostile template could. */
const maxDepth = 16;

const tagShape = /\{\{([^{}\n]{0,400})\}\}|\{\{/g;
const pathShape = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/;
const controlShape = /^[#/!]|^else$/;

/** Reads a template, or says what is wrong with it, the first thing only. */
export function parseTemplate(text: string, fields: FieldTree): TemplateReading {
  const reader = new TemplateReader(fields);
  let copied = 0;
  for (const match of text.matchAll(tagShape)) {
    const tag = match[1]?.trim();
    const end = match.index + match[0].length;
    const start = blanksBefore(text, match.index, copied);
    const isFirst = start === 0 || text[start - 1] === '\n';
    const after = tag !== undefined && controlShape.test(tag) && isFirst ? lineEndAfter(text, end) : null;
    reader.takeText(text.slice(copied, after === null ? match.index : start));
    const indent = isFirst ? text.slice(start, match.index) : '';
    const detail = tag === undefined ? l10n.t('{{ is not closed by }} in its line') : reader.takeTag(tag, indent);
    if (detail !== null) {
      return { ok: false, problem: { line: reader.line, detail } };
    }
    copied = after ?? end;
    reader.line += text.slice(match.index, copied).split('\n').length - 1;
  }
  reader.takeText(text.slice(copied));
  const left = reader.innermost;
  return left === undefined
    ? { ok: true, template: { nodes: reader.nodes } }
    : {
        ok: false,
        problem: { line: left.line, detail: l10n.t('{0} is never closed', `{{#${left.kind} ${left.path.join('.')}}}`) },
      };
}

/** Where the blanks before `at` begin. */
function blanksBefore(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && (text[start - 1] === ' ' || text[start - 1] === '\t')) {
    start -= 1;
  }
  return start;
}

/** Behind the end of the line when nothing but blanks is left of it; else `null`. */
function lineEndAfter(text: string, at: number): number | null {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\r') {
    end += 1;
  }
  if (end === text.length) {
    return end;
  }
  return text[end] === '\n' ? end + 1 : null;
}

class TemplateReader {
  readonly nodes: TemplateNode[] = [];
  line = 1;
  private readonly open: OpenBlock[] = [];

  constructor(private readonly fields: FieldTree) {}

  get innermost(): OpenBlock | undefined {
    return this.open.at(-1);
  }

  takeText(text: string): void {
    if (text === '') {
      return;
    }
    this.target.push({ kind: 'text', text });
    this.line += text.split('\n').length - 1;
  }

  /** Says what is wrong with the tag, if anything is. */
  takeTag(tag: string, indent: string): string | null {
    if (tag.startsWith('!')) {
      return null;
    }
    const [word = '', argument = '', ...rest] = tag.split(/\s+/);
    if (word === '#each' || word === '#if') {
      return rest.length > 0 ? l10n.t('{0} needs the name of one field', `{{${tag}}}`) : this.openBlock(word, argument);
    }
    if (tag === 'else') {
      return this.takeElse();
    }
    if (word.startsWith('/')) {
      return this.closeBlock(tag);
    }
    const path = tag.split('.');
    const unknown = this.whyNoField(tag);
    if (unknown !== null) {
      return unknown;
    }
    if (fieldAt(path, this.scopes)?.kind !== 'text') {
      return l10n.t('{0} is no text: its parts can be named, in {1} where it is a list', `{{${tag}}}`, '{{#each}}');
    }
    this.target.push({ kind: 'field', path, indent });
    return null;
  }

  private get target(): TemplateNode[] {
    const block = this.innermost;
    return block === undefined ? this.nodes : (block.otherwise ?? block.body);
  }

  private get scopes(): FieldScopes {
    return this.innermost?.scopes ?? [this.fields];
  }

  private openBlock(word: '#each' | '#if', name: string): string | null {
    const unknown = this.whyNoField(name);
    if (unknown !== null) {
      return unknown;
    }
    const path = name.split('.');
    const field = fieldAt(path, this.scopes);
    if (word === '#each' && field?.kind !== 'list') {
      return l10n.t('{0}: "{1}" is no list', `{{#each ${name}}}`, name);
    }
    const isList = word === '#each' && field?.kind === 'list';
    this.open.push({
      kind: isList ? 'each' : 'if',
      path,
      line: this.line,
      scopes: isList ? [field.item, ...this.scopes] : this.scopes,
      body: [],
      otherwise: null,
    });
    return this.open.length > maxDepth ? l10n.t('blocks are nested too deep') : null;
  }

  private takeElse(): string | null {
    const block = this.innermost;
    if (block?.kind !== 'if' || block.otherwise !== null) {
      return l10n.t('{0} stands outside of {1}', '{{else}}', '{{#if}}');
    }
    block.otherwise = [];
    return null;
  }

  private closeBlock(tag: string): string | null {
    const block = this.innermost;
    if (block === undefined || tag !== `/${block.kind}`) {
      return l10n.t('{0} closes nothing', `{{${tag}}}`);
    }
    this.open.pop();
    const { kind, path, body, otherwise } = block;
    this.target.push(kind === 'each' ? { kind, path, body } : { kind, path, body, otherwise: otherwise ?? [] });
    return null;
  }

  private whyNoField(name: string): string | null {
    if (!pathShape.test(name)) {
      return l10n.t('"{0}" is not the name of a field', name);
    }
    if (fieldAt(name.split('.'), this.scopes) !== null) {
      return null;
    }
    const [inner] = this.scopes;
    const known = inner === null || inner === undefined ? ['this'] : Object.keys(inner);
    return l10n.t('there is no field "{0}" here; there are {1}', name, known.join(', '));
  }
}
