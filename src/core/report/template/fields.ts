import * as l10n from '@vscode/l10n';
import type { Lines, Markup } from './texts';

/** What a template may name, and what that is, in English: {@link describeFields} says it in the language that is spoken. */
export type FieldTree = Readonly<Record<string, Field>>;
export type Field = TextField | GroupField | ListField;

export interface TextField {
  readonly kind: 'text';
  readonly about: string;
}

export interface GroupField {
  readonly kind: 'group';
  readonly fields: FieldTree;
}

export interface ListField {
  readonly kind: 'list';
  readonly about: string;
  /** Of an item; `null` where the items are texts: `{{this}}`. */
  readonly item: FieldTree | null;
}

type Text = string | boolean | null | Markup | Lines;

/** The fields of some data: leaving one out, or naming one that is none, does not compile. */
export type FieldsOf<T> = { readonly [Name in keyof T]: FieldOf<T[Name]> };
type FieldOf<T> = T extends readonly (infer Item)[]
  ? ListField & { readonly item: Item extends string ? null : FieldsOf<Item> }
  : T extends Text
    ? TextField
    : GroupField & { readonly fields: FieldsOf<T> };

export function text(about: string): TextField {
  return { kind: 'text', about };
}

export function group<Fields extends FieldTree>(fields: Fields): GroupField & { readonly fields: Fields } {
  return { kind: 'group', fields };
}

export function list<Item extends FieldTree | null>(about: string, item: Item): ListField & { readonly item: Item } {
  return { kind: 'list', about, item };
}

/** The scopes of a place in a template, the innermost first: `null` is an item that is a text. */
export type FieldScopes = readonly (FieldTree | null)[];

/** The field that a path names: of the innermost scope that has its first name. `null` where there is none. */
export function fieldAt(path: readonly string[], scopes: FieldScopes): Field | null {
  const [first = '', ...rest] = path;
  if (first === 'this') {
    return scopes[0] === null && rest.length === 0 ? text('') : null;
  }
  const scope = scopes.find((candidate) => candidate !== null && Object.hasOwn(candidate, first));
  return rest.reduce<Field | null>(
    (field, name) => (field?.kind === 'group' && Object.hasOwn(field.fields, name) ? field.fields[name]! : null),
    scope?.[first] ?? null,
  );
}

/** One line a field, for people who write templates: `reboots[].time  UTC`. */
export function describeFields(fields: FieldTree, prefix = ''): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    switch (field.kind) {
      case 'text':
        return [`${path}  ${l10n.t(field.about)}`];
      case 'group':
        return describeFields(field.fields, `${path}.`);
      case 'list':
        return [
          `${path}[]  ${l10n.t(field.about)}`,
          ...(field.item === null ? [] : describeFields(field.item, `${path}[].`)),
        ];
    }
  });
}
