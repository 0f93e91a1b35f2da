import { valueTypeCodes, type TypedValue, type ValueType } from './eventValue';
import type { EventPayload, EvtxRecord } from './evtxRecord';

/** Where a template takes a value from: the value table of the record. */
export interface Slot {
  readonly slot: number;
  readonly typeCode: number;
  /** An optional substitution disappears, with its attribute, when the value is Null. */
  readonly optional: boolean;
}

export type TemplateContent = string | Slot;

export interface TemplateAttribute {
  readonly name: string;
  readonly value: TemplateContent;
}

/** An element of a template definition. */
export interface TemplateElement {
  readonly name: string;
  /** The element is not rendered when the value of this slot is Null. */
  readonly dependsOn?: number;
  readonly attributes?: readonly TemplateAttribute[];
  readonly children?: readonly TemplateElement[];
  readonly content?: TemplateContent;
}

/** A value table entry; `null` is the BinXml type Null. */
export type SlotValue = TypedValue | null;

const nestedXml = 0x21;
const eventNamespace = 'http://schemas.microsoft.com/win/2004/08/events/event';

/**
 * The order of the System values is the one that Windows 11 writes (read off exported logs); the payload comes
 * last because its bytes depend on where it stands in the chunk.
 */
const systemSlots = {
  level: 0,
  opcode: 1,
  task: 2,
  eventId: 3,
  qualifiers: 4,
  keywords: 5,
  time: 6,
  activityId: 7,
  processId: 8,
  threadId: 9,
  recordId: 10,
  version: 11,
  userSid: 12,
  relatedActivityId: 13,
  provider: 14,
  providerGuid: 15,
  channel: 16,
  eventSourceName: 17,
} as const;

/** The slot of EventData or UserData. */
const payloadSlot = 18;

/** The template that wraps every event of one computer. Windows puts the computer name in as a constant. */
export function eventTemplate(computer: string): TemplateElement {
  const slots = systemSlots;
  return {
    name: 'Event',
    dependsOn: payloadSlot,
    attributes: [{ name: 'xmlns', value: eventNamespace }],
    children: [
      {
        name: 'System',
        children: [
          {
            name: 'Provider',
            attributes: [
              { name: 'Name', value: optional(slots.provider, 'string') },
              { name: 'Guid', value: optional(slots.providerGuid, 'guid') },
              { name: 'EventSourceName', value: optional(slots.eventSourceName, 'string') },
            ],
          },
          {
            name: 'EventID',
            dependsOn: slots.eventId,
            attributes: [{ name: 'Qualifiers', value: optional(slots.qualifiers, 'uint16') }],
            content: optional(slots.eventId, 'uint16'),
          },
          valueElement('Version', slots.version, 'uint8'),
          valueElement('Level', slots.level, 'uint8'),
          valueElement('Task', slots.task, 'uint16'),
          valueElement('Opcode', slots.opcode, 'uint8'),
          valueElement('Keywords', slots.keywords, 'hex64'),
          { name: 'TimeCreated', attributes: [{ name: 'SystemTime', value: optional(slots.time, 'fileTime') }] },
          valueElement('EventRecordID', slots.recordId, 'uint64'),
          {
            name: 'Correlation',
            attributes: [
              { name: 'ActivityID', value: optional(slots.activityId, 'guid') },
              { name: 'RelatedActivityID', value: optional(slots.relatedActivityId, 'guid') },
            ],
          },
          {
            name: 'Execution',
            attributes: [
              { name: 'ProcessID', value: optional(slots.processId, 'uint32') },
              { name: 'ThreadID', value: optional(slots.threadId, 'uint32') },
            ],
          },
          valueElement('Channel', slots.channel, 'string'),
          { name: 'Computer', content: computer },
          { name: 'Security', attributes: [{ name: 'UserID', value: optional(slots.userSid, 'sid') }] },
        ],
      },
    ],
    content: { slot: payloadSlot, typeCode: nestedXml, optional: true },
  };
}

/** The values of {@link eventTemplate}, all but the time (which has more digits than a value here) and the payload. */
export function eventValues(record: EvtxRecord): SlotValue[] {
  const { header } = record;
  const values: SlotValue[] = new Array<SlotValue>(payloadSlot).fill(null);
  values[systemSlots.level] = { type: 'uint8', value: header.level };
  values[systemSlots.opcode] = { type: 'uint8', value: header.opcode };
  values[systemSlots.task] = { type: 'uint16', value: header.task };
  values[systemSlots.eventId] = { type: 'uint16', value: header.eventId };
  values[systemSlots.qualifiers] = header.qualifiers === null ? null : { type: 'uint16', value: header.qualifiers };
  values[systemSlots.keywords] = { type: 'hex64', value: header.keywords };
  values[systemSlots.time] = { type: 'fileTime', value: record.timeMs };
  values[systemSlots.activityId] = record.activityId === null ? null : { type: 'guid', value: record.activityId };
  values[systemSlots.processId] = { type: 'uint32', value: record.processId };
  values[systemSlots.threadId] = { type: 'uint32', value: record.threadId };
  values[systemSlots.recordId] = { type: 'uint64', value: record.recordId };
  values[systemSlots.version] = { type: 'uint8', value: header.version };
  values[systemSlots.userSid] = record.userSid === null ? null : { type: 'sid', value: record.userSid };
  values[systemSlots.provider] = { type: 'string', value: header.provider };
  values[systemSlots.providerGuid] = header.providerGuid === null ? null : { type: 'guid', value: header.providerGuid };
  values[systemSlots.channel] = { type: 'string', value: header.channel };
  values[systemSlots.eventSourceName] =
    header.eventSourceName === null ? null : { type: 'string', value: header.eventSourceName };
  return values;
}

/** The template of EventData or UserData, of the shape that the payload's provider registers. */
export function payloadTemplate(payload: EventPayload): TemplateElement {
  switch (payload.shape) {
    case 'named':
      return {
        name: 'EventData',
        children: payload.fields.map((field, slot) => ({
          name: 'Data',
          attributes: [{ name: 'Name', value: field.name }],
          content: required(slot, field.type),
        })),
      };
    case 'unnamed':
      return {
        name: 'EventData',
        children: [valueElement('Data', 0, 'stringList'), valueElement('Binary', 1, 'binary')],
      };
    case 'userData':
      return {
        name: 'UserData',
        children: [
          {
            name: payload.element,
            attributes: [{ name: 'xmlns', value: payload.namespace }],
            children: payload.fields.map((field, slot) => ({ name: field.name, content: required(slot, field.type) })),
          },
        ],
      };
  }
}

/** The value table of {@link payloadTemplate}. */
export function payloadValues(payload: EventPayload): readonly SlotValue[] {
  if (payload.shape !== 'unnamed') {
    return payload.fields;
  }
  return [
    payload.strings.length === 0 ? null : { type: 'stringList', value: payload.strings },
    payload.binary === undefined ? null : { type: 'binary', value: payload.binary },
  ];
}

function valueElement(name: string, slot: number, type: ValueType): TemplateElement {
  return { name, dependsOn: slot, content: optional(slot, type) };
}

function optional(slot: number, type: ValueType): Slot {
  return { slot, typeCode: valueTypeCodes[type], optional: true };
}

function required(slot: number, type: ValueType): Slot {
  return { slot, typeCode: valueTypeCodes[type], optional: false };
}
