/*
 * Templates of reports, in a small language that only fills in: `{{field}}`, `{{a.b}}`, `{{#each list}} … {{/each}}`,
 * `{{#if field}} … {{else}} … {{/if}}`; inside `each`, fields are those of the item first, `{{this}}` is the item
 * itself. Nothing in a template is ever run.
 */

/** Markup of our own making, passed on as it is where markup is written. */
export class Markup {
  constructor(readonly markup: string) {}
}

export interface TemplateProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly detail: string;
}

/** A template that was read and can be filled any number of times. */
export interface Template {
  readonly nodes: readonly Node[];
}

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'each'; readonly path: readonly string[]; readonly body: readonly Node[] }
  | {
      readonly kind: 'if';
      readonly path: readonly string[];
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

/** Blocks that are open while a template is read. */
interface OpenBlock {
  readonly kind: 'each' | 'if';
  readonly path: readonly string[];
  readonly line: number;
  readonly body: Node[];
  otherwise: Node[] | null;
}

/** Nobody nests deeper, and a hostile template could. */
const maxDepth = 16;
/** A filled template may be so long, UTF-16 units. */
const maxOutput = 64 * 1024 * 1024;

const tagShape = /\{\{\s*([^{}]{0,200}?)\s*\}\}/g;
const pathShape = /^[A-Za-z][\w]*(?:\.[A-Za-z][\w]*)*$/;

/** Reads a template, or says what is wrong with it. */
export function parseTemplate(text: string): Template | TemplateProblem {
  const nodes: Node[] = [];
  const open: OpenBlock[] = [];
  let copied = 0;
  let line = 1;
  const target = (): Node[] => {
    const block = open.at(-1);
    return block === undefined ? nodes : (block.otherwise ?? block.body);
  };
  for (const match of text.matchAll(tagShape)) {
    const before = text.slice(copied, match.index);
    target().push({ kind: 'text', text: before });
    line += before.split('\n').length - 1;
    copied = match.index + match[0].length;
    const detail = readTag(match[1]!, line, open, target);
    if (detail !== null) {
      return { line, detail };
    }
  }
  target().push({ kind: 'text', text: text.slice(copied) });
  const left = open.at(-1);
  return left === undefined ? { nodes } : { line: left.line, detail: `{{#${left.kind}}} is never closed` };
}

/** Takes one tag in; what is wrong with it, if anything is. */
function readTag(tag: string, line: number, open: OpenBlock[], target: () => Node[]): string | null {
  const [word = '', argument = '', ...rest] = tag.split(/\s+/);
  if (word === '#each' || word === '#if') {
    if (!pathShape.test(argument) || rest.length > 0) {
      return `{{${tag}}} needs the name of one field`;
    }
    const kind = word === '#each' ? 'each' : 'if';
    open.push({ kind, path: argument.split('.'), line, body: [], otherwise: null });
    return open.length > maxDepth ? 'blocks are nested too deep' : null;
  }
  const block = open.at(-1);
  if (word === 'else') {
    if (block?.kind !== 'if' || block.otherwise !== null) {
      return '{{else}} stands outside of {{#if}}';
    }
    block.otherwise = [];
    return null;
  }
  if (word.startsWith('/')) {
    if (block === undefined || word !== `/${block.kind}`) {
      return `{{${tag}}} closes nothing`;
    }
    open.pop();
    const { kind, path, body, otherwise } = block;
    target().push(kind === 'each' ? { kind, path, body } : { kind, path, body, otherwise: otherwise ?? [] });
    return null;
  }
  if (!pathShape.test(tag)) {
    return `{{${tag}}} is not the name of a field`;
  }
  target().push({ kind: 'field', path: tag.split('.') });
  return null;
}

/** How texts are written into a report. */
export interface Writer {
  /** Makes a text harmless in the language of the report. */
  readonly escape: (text: string) => string;
  /** Is {@link Markup} passed on? Else it is left out. */
  readonly withMarkup: boolean;
}

/** Fills a template; `null` when the result would be longer than any report. Missing fields are empty. */
export function fillTemplate({ nodes }: Template, data: object, writer: Writer): string | null {
  const parts: string[] = [];
  let length = 0;
  let steps = 0;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const fill = (list: readonly Node[], scopes: readonly unknown[]): void => {
    for (const node of list) {
      steps += 1;
      if (length > maxOutput || steps > maxOutput / 16) {
        return;
      }
      switch (node.kind) {
        case 'text':
          put(node.text);
          break;
        case 'field':
          put(textOf(lookUp(node.path, scopes), writer));
          break;
        case 'each': {
          const items = lookUp(node.path, scopes);
          for (const item of Array.isArray(items) ? (items as readonly unknown[]) : []) {
            fill(node.body, [item, ...scopes]);
          }
          break;
        }
        case 'if':
          fill(isSomething(lookUp(node.path, scopes)) ? node.body : node.otherwise, scopes);
      }
    }
  };
  fill(nodes, [data]);
  return length > maxOutput || steps > maxOutput / 16 ? null : parts.join('');
}

function lookUp(path: readonly string[], scopes: readonly unknown[]): unknown {
  const [first = '', ...rest] = path;
  if (first === 'this') {
    return propertyOf(scopes[0], rest);
  }
  const scope = scopes.find((candidate) => isRecord(candidate) && Object.hasOwn(candidate, first));
  return propertyOf(scope, path);
}

function propertyOf(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Markup);
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== '' && value !== false;
}

function textOf(value: unknown, { escape, withMarkup }: Writer): string {
  if (value instanceof Markup) {
    return withMarkup ? value.markup : '';
  }
  return typeof value === 'string' || typeof value === 'number' ? escape(String(value)) : '';
}
