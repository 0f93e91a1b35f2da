import type { EventField, EventRecord, EventTime, RenderedEventText } from '../evtx/eventRecord';
import { attributeOf, childOf, type XmlElement } from './xmlElement';

/** What an event leaves out is taken from here. */
export interface EventDefaults {
  readonly recordId: number;
  readonly time: EventTime;
  readonly provider: string;
  readonly channel: string;
}

/**
 * The record in an `<Event>` element, with the same names and values that the .evtx decoder gives for the same record:
 * leaf elements and attributes of UserData are named by their path below the publisher's element.
 */
export function eventRecordOf(event: XmlElement, defaults: EventDefaults): EventRecord {
  const system = childOf(event, 'System');
  const text = (name: string): string | null => textOf(childOf(system, name));
  const provider = childOf(system, 'Provider');
  const execution = childOf(system, 'Execution');
  const correlation = childOf(system, 'Correlation');
  return {
    ...defaults,
    ...bodyOf(event),
    providerGuid: attributeOf(provider, 'Guid'),
    eventId: numberOf(text('EventID')) ?? 0,
    qualifiers: numberOf(attributeOf(childOf(system, 'EventID'), 'Qualifiers')),
    version: numberOf(text('Version')),
    level: numberOf(text('Level')),
    task: numberOf(text('Task')),
    opcode: numberOf(text('Opcode')),
    keywords: text('Keywords'),
    computer: text('Computer') ?? '',
    userSid: attributeOf(childOf(system, 'Security'), 'UserID'),
    processId: numberOf(attributeOf(execution, 'ProcessID')),
    threadId: numberOf(attributeOf(execution, 'ThreadID')),
    activityId: attributeOf(correlation, 'ActivityID'),
    relatedActivityId: attributeOf(correlation, 'RelatedActivityID'),
  };
}

/** A decimal or `0x` number; `null` for anything else. */
export function numberOf(text: string | null): number | null {
  return text !== null && /^\s*(?:\d{1,15}|0x[0-9a-f]{1,12})\s*$/i.test(text) ? Number(text) : null;
}

type Body = Pick<EventRecord, 'data' | 'userData' | 'binary' | 'rendered'>;

/** What an event says besides its System element. */
function bodyOf(event: XmlElement): Body {
  const data: EventField[] = [];
  const userData: EventField[] = [];
  let binary: string | null = null;
  let rendered: RenderedEventText | null = null;
  for (const section of event.children) {
    switch (section.name) {
      case 'System':
        break;
      case 'EventData':
        binary = addEventData(section, data) ?? binary;
        break;
      case 'UserData':
        for (const wrapper of section.children) {
          flatten(wrapper, '', userData);
        }
        break;
      case 'RenderingInfo':
        rendered = renderedOf(section);
        break;
      default:
        flatten(section, section.name, userData);
    }
  }
  return { data, userData, binary, rendered };
}

/** Adds the values of EventData; returns the hex text of its `<Binary>`, if it has one. */
function addEventData(section: XmlElement, out: EventField[]): string | null {
  let binary: string | null = null;
  if (section.text.trim() !== '') {
    out.push({ name: '', value: section.text });
  }
  for (const element of section.children) {
    if (element.name === 'Binary') {
      binary = element.text;
      continue;
    }
    const name = element.name === 'Data' ? (attributeOf(element, 'Name') ?? '') : element.name;
    if (element.children.length === 0) {
      out.push({ name, value: element.text });
    } else {
      flatten(element, name, out);
    }
  }
  return binary;
}

/** Leaf elements and attributes of `element` as fields whose names are paths below `path`. */
function flatten(element: XmlElement, path: string, out: EventField[]): void {
  const before = out.length;
  for (const [name, value] of element.attributes) {
    out.push({ name: join(path, name), value });
  }
  for (const child of element.children) {
    flatten(child, join(path, child.name), out);
  }
  if (out.length === before || element.text.trim() !== '') {
    out.push({ name: path === '' ? element.name : path, value: element.text });
  }
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

function renderedOf(section: XmlElement): RenderedEventText {
  const text = (name: string): string | null => childOf(section, name)?.text ?? null;
  return { message: text('Message'), level: text('Level'), task: text('Task'), opcode: text('Opcode') };
}

/** `null` for an element that is missing or empty, as tracerpt writes `<Channel />`. */
function textOf(element: XmlElement | undefined): string | null {
  return element === undefined || element.text === '' ? null : element.text;
}
