import { isDeepStrictEqual } from 'node:util';

/** As much of JSON Schema (draft 7) as the schema of a case uses. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** Where `value` is not what the schema says, or has a property that it does not name; empty where it fits. */
export function schemaErrors(root: Schema, value: unknown, schema: Schema = root, where = ''): readonly string[] {
  if (schema.$ref !== undefined) {
    return schemaErrors(root, value, root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {}, where);
  }
  if (schema.anyOf !== undefined) {
    const tries = schema.anyOf.map((option) => schemaErrors(root, value, option, where));
    return tries.some((errors) => errors.length === 0) ? [] : [`${where}: none of ${tries.length} fits`];
  }
  const is = (fits: boolean, what: string): readonly string[] => (fits ? [] : [`${where}: ${what}`]);
  return [
    ...is(!('const' in schema) || value === schema.const, `not ${JSON.stringify(schema.const)}`),
    ...is(schema.enum?.some((known) => isDeepStrictEqual(known, value)) ?? true, 'not one of the names'),
    ...is(schema.type === undefined || isType(value, schema.type), `no ${schema.type ?? ''}`),
    ...is(typeof value !== 'number' || value >= (schema.minimum ?? value), 'too small'),
    ...is(typeof value !== 'number' || value > (schema.exclusiveMinimum ?? value - 1), 'too small'),
    ...is(typeof value !== 'number' || value <= (schema.maximum ?? value), 'too large'),
    ...(Array.isArray(value) && schema.items !== undefined
      ? value.flatMap((item, at) => schemaErrors(root, item, schema.items, `${where}[${at}]`))
      : []),
    ...(isRecord(value) && schema.properties !== undefined ? propertyErrors(root, value, schema, where) : []),
  ];
}

function propertyErrors(
  root: Schema,
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [] }: Schema,
  where: string,
): readonly string[] {
  return [
    ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${where}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const schema = properties[name];
      return schema === undefined
        ? [`${where}.${name}: not named`]
        : schemaErrors(root, inner, schema, `${where}.${name}`);
    }),
  ];
}

function isType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
