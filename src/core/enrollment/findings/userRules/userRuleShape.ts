import type { Shape, ValueOf } from './shape';

const text = { type: 'string', minLength: 1, maxLength: 1_000 } as const;
const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const eventId = {
  type: 'integer',
  minimum: 0,
  maximum: 65_535,
  description: 'EventID of the record.',
} as const;
const provider = {
  ...name,
  description: 'Provider name of the record, e.g. Microsoft-Windows-User Device Registration.',
} as const;
const channel = { ...name, description: 'Channel of the record; any channel of the provider without it.' } as const;
const phase = {
  type: 'string',
  enum: ['devicePreparation', 'deviceSetup', 'accountSetup'],
} as const;
const minutes = { type: 'integer', minimum: 1, maximum: 1_440 } as const;
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?Z$',
  maxLength: 30,
  description: 'ISO 8601, UTC: 2026-02-17T13:14:27Z',
} as const;

const condition = {
  type: 'object',
  description: 'What the value of the field has to be; upper and lower case are the same.',
  properties: {
    equals: { type: 'string', maxLength: 1_000, description: 'All of it.' },
    contains: { ...text, description: 'Somewhere in it.' },
    startsWith: { ...text, description: 'At its beginning.' },
  },
  required: [],
  additionalProperties: false,
  minProperties: 1,
} as const;

const match = {
  type: 'object',
  description: 'Which records the rule looks for. All of it has to fit.',
  properties: {
    provider,
    eventId,
    channel,
    fields: {
      type: 'object',
      description: 'Conditions by the name of the field in the record’s data.',
      additionalProperties: condition,
      maxProperties: 20,
    },
    during: {
      type: 'array',
      items: phase,
      minItems: 1,
      maxItems: 3,
      description: 'Only while one of these phases of the Enrollment Status Page ran.',
    },
    beforeRebootMinutes: { ...minutes, description: 'Only within so many minutes before a restart began.' },
    afterRebootMinutes: { ...minutes, description: 'Only within so many minutes after a restart was over.' },
  },
  required: ['provider', 'eventId'],
  additionalProperties: false,
} as const;

const test = {
  type: 'object',
  description: 'A small story and whether the rule finds something in it.',
  properties: {
    name,
    finds: { type: 'boolean', description: 'Has the rule to find something here?' },
    title: { ...text, description: 'What the finding has to be called.' },
    events: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        properties: {
          provider,
          eventId,
          channel,
          time,
          fields: { type: 'object', additionalProperties: { type: 'string', maxLength: 10_000 }, maxProperties: 100 },
        },
        required: ['provider', 'eventId'],
        additionalProperties: false,
      },
    },
    phases: {
      type: 'array',
      maxItems: 3,
      items: {
        type: 'object',
        properties: { id: phase, start: time, end: time },
        required: ['id', 'start', 'end'],
        additionalProperties: false,
      },
    },
    reboots: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        properties: { start: time, end: time },
        required: ['start', 'end'],
        additionalProperties: false,
      },
    },
  },
  required: ['name', 'finds', 'events'],
  additionalProperties: false,
} as const;

const rule = {
  type: 'object',
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$',
      maxLength: 100,
      description: 'Dotted and stable, e.g. contoso.vpn-driver-restart.',
    },
    title: { ...text, description: 'One line. {fieldName} stands for the value of that field of the record.' },
    severity: { type: 'string', enum: ['error', 'warning', 'info'] },
    confidence: { type: 'string', enum: ['high', 'medium', 'low'], description: 'high without it.' },
    advice: { ...text, description: 'What to do. {fieldName} works here as well.' },
    price: { ...text, description: 'What the advice costs.' },
    links: {
      type: 'array',
      maxItems: 10,
      items: { type: 'string', pattern: '^https://', maxLength: 500 },
    },
    match,
    tests: { type: 'array', maxItems: 50, items: test },
  },
  required: ['id', 'title', 'severity', 'advice', 'match'],
  additionalProperties: false,
} as const;

/** A file with rules of one's own. */
export const userRuleFileShape = {
  type: 'object',
  description: 'Rules of one’s own for Autopilot Log Triage.',
  properties: {
    $schema: { type: 'string', maxLength: 1_000 },
    rules: { type: 'array', items: rule, minItems: 1, maxItems: 500 },
  },
  required: ['rules'],
  additionalProperties: false,
} as const satisfies Shape;

export type UserRuleFile = ValueOf<typeof userRuleFileShape>;
export type UserRule = UserRuleFile['rules'][number];
export type UserRuleMatch = UserRule['match'];
export type FieldCondition = ValueOf<typeof condition>;
export type UserRuleTest = ValueOf<typeof test>;

/** The description as the schema that editors read. */
export function userRuleSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Rules for Autopilot Log Triage',
    ...userRuleFileShape,
  };
}
