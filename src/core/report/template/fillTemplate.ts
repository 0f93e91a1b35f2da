import * as l10n from '@vscode/l10n';
import type { Template, TemplateNode } from './parseTemplate';
import { Lines, Markup, type Writer } from './texts';

/** A filled template may be so long, UTF-16 units. */
const maxOutput = 64 * 1024 * 1024;
const maxSteps = maxOutput / 16;

/** Fills a template; `null` when the result would be longer than any report. */
export function fillTemplate({ nodes }: Template, data: object, writer: Writer): string | null {
  const filler = new Filler(writer);
  filler.fill(nodes, [data]);
  return filler.isTooLong ? null : filler.parts.join('');
}

class Filler {
  readonly parts: string[] = [];
  private length = 0;
  private steps = 0;

  constructor(private readonly writer: Writer) {}

  get isTooLong(): boolean {
    return this.length > maxOutput || this.steps > maxSteps;
  }

  /** @param scopes what fields are looked up in, the innermost first */
  fill(nodes: readonly TemplateNode[], scopes: readonly unknown[]): void {
    this.steps += 1;
    for (const node of nodes) {
      if (this.isTooLong) {
        return;
      }
      switch (node.kind) {
        case 'text':
          this.put(node.text);
          break;
        case 'field':
          this.put(textOf(lookUp(node.path, scopes), node.indent, this.writer));
          break;
        case 'each':
          for (const item of itemsOf(lookUp(node.path, scopes))) {
            this.fill(node.body, [item, ...scopes]);
          }
          break;
        case 'if':
          this.fill(isSomething(lookUp(node.path, scopes)) ? node.body : node.otherwise, scopes);
      }
    }
  }

  private put(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.steps += 1;
  }
}

function lookUp(path: readonly string[], scopes: readonly unknown[]): unknown {
  const [first = ''] = path;
  if (first === 'this') {
    return scopes[0];
  }
  const scope = scopes.find((candidate) => isRecord(candidate) && Object.hasOwn(candidate, first));
  return path.reduce<unknown>(
    (inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    scope,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== '' && value !== false;
}

function textOf(value: unknown, indent: string, { text, lines, markup }: Writer): string {
  if (value instanceof Markup) {
    return markup(value.markup);
  }
  if (value instanceof Lines) {
    return lines(value, indent);
  }
  return typeof value === 'string' ? text(value) : value === true ? text(l10n.t('yes')) : '';
}
