import * as l10n from '@vscode/l10n';

/*
 * The part of JSON Schema (draft 7) that the rules of one's own are described in. One description is all of it: the
 * schema that editors read, the check of a file, and the type of what has passed the check.
 */

interface Described {
  readonly description?: string;
}

export interface StringShape extends Described {
  readonly type: 'string';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface IntegerShape extends Described {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

export interface BooleanShape extends Described {
  readonly type: 'boolean';
}

export interface ArrayShape extends Described {
  readonly type: 'array';
  readonly items: Shape;
  readonly minItems?: number;
  readonly maxItems: number;
}

/** An object with these properties and no others. */
export interface ObjectShape extends Described {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
  readonly minProperties?: number;
}

/** An object with any names and one shape of values. */
export interface MapShape extends Described {
  readonly type: 'object';
  readonly additionalProperties: Shape;
  readonly maxProperties: number;
}

export type Shape = StringShape | IntegerShape | BooleanShape | ArrayShape | ObjectShape | MapShape;

/** The type of a value that has a shape. */
export type ValueOf<S> = S extends { readonly enum: readonly (infer Choice)[] }
  ? Choice
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly items: infer Item }
          ? readonly ValueOf<Item>[]
          : S extends { readonly properties: infer Properties; readonly required: readonly (infer Required)[] }
            ? {
                readonly [Name in keyof Properties as Name extends Required ? Name : never]: ValueOf<Properties[Name]>;
              } & {
                readonly [Name in keyof Properties as Name extends Required ? never : Name]?: ValueOf<Properties[Name]>;
              }
            : S extends { readonly additionalProperties: infer Value }
              ? Readonly<Record<string, ValueOf<Value>>>
              : never;

/** What is wrong with a value, and where in it. */
export interface Misfit {
  /** `rules[2].match.eventId`; empty for the value as a whole. */
  readonly at: string;
  /** As half a sentence: `is missing`. */
  readonly what: string;
}

/** Everything that keeps a value from having a shape; nothing when it has it. */
export function misfits(value: unknown, shape: Shape, at = ''): readonly Misfit[] {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' ? stringMisfits(value, shape, at) : [{ at, what: l10n.t('is not a text') }];
    case 'integer':
      return Number.isInteger(value) && (value as number) >= shape.minimum && (value as number) <= shape.maximum
        ? []
        : [{ at, what: l10n.t('is not a whole number from {0} to {1}', shape.minimum, shape.maximum) }];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [{ at, what: l10n.t('is neither true nor false') }];
    case 'array':
      return Array.isArray(value) ? arrayMisfits(value, shape, at) : [{ at, what: l10n.t('is not a list') }];
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? objectMisfits(new Map(Object.entries(value)), shape, at)
        : [{ at, what: l10n.t('is not an object') }];
  }
}

function stringMisfits(value: string, shape: StringShape, at: string): readonly Misfit[] {
  if (shape.enum?.includes(value) === false) {
    return [{ at, what: l10n.t('is not one of {0}', shape.enum.join(', ')) }];
  }
  if (value.length < (shape.minLength ?? 0)) {
    return [{ at, what: l10n.t('is empty') }];
  }
  if (value.length > (shape.maxLength ?? Infinity)) {
    return [{ at, what: l10n.t('is longer than {0} characters', shape.maxLength ?? 0) }];
  }
  return shape.pattern === undefined || new RegExp(shape.pattern).test(value)
    ? []
    : [{ at, what: l10n.t('does not have the form {0}', shape.pattern) }];
}

function arrayMisfits(
  value: readonly unknown[],
  { items, minItems, maxItems }: ArrayShape,
  at: string,
): readonly Misfit[] {
  if (value.length < (minItems ?? 0)) {
    return [{ at, what: l10n.t('is empty') }];
  }
  return value.length > maxItems
    ? [{ at, what: l10n.t('has more than {0} entries', maxItems) }]
    : value.flatMap((item, index) => misfits(item, items, `${at}[${index}]`));
}

function objectMisfits(
  entries: ReadonlyMap<string, unknown>,
  shape: ObjectShape | MapShape,
  at: string,
): readonly Misfit[] {
  const inside = (name: string): string => (at === '' ? name : `${at}.${name}`);
  if (shape.additionalProperties !== false) {
    return entries.size > shape.maxProperties
      ? [{ at, what: l10n.t('has more than {0} entries', shape.maxProperties) }]
      : [...entries].flatMap(([name, value]) => misfits(value, shape.additionalProperties, inside(name)));
  }
  const { properties, required, minProperties } = shape;
  const known = new Map(Object.entries(properties));
  return [
    ...required.flatMap((name) => (entries.has(name) ? [] : [{ at: inside(name), what: l10n.t('is missing') }])),
    ...(entries.size < (minProperties ?? 0) ? [{ at, what: l10n.t('is empty') }] : []),
    ...[...entries].flatMap(([name, value]) => {
      const property = known.get(name);
      return property === undefined
        ? [{ at: inside(name), what: l10n.t('is not known here') }]
        : misfits(value, property, inside(name));
    }),
  ];
}
