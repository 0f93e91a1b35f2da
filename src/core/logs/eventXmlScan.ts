import type { EventTime } from '../evtx/eventRecord';
import { numberOf } from './eventXmlRecord';
import { parseExportedTime } from './eventXmlTime';
import { localName } from './xmlElement';
import { StopWalk, walkXml, type XmlWalk } from './xmlWalk';

/** What the index needs to know of an event, and where its element is in the text. */
export interface ScannedEvent {
  /** Offsets `[start, end)`, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly recordId: number | null;
  readonly time: EventTime | null;
  readonly eventId: number;
  /** 0 when the event has none. */
  readonly level: number;
  /** The name, or the GUID where there is no name. */
  readonly provider: string;
  /** Empty in traces. */
  readonly channel: string;
}

export interface ScannedEvents {
  readonly events: readonly ScannedEvent[];
  readonly walk: XmlWalk;
  /** How many times end in a zone that does not exist. */
  readonly oddZones: number;
  /** Events that are longer than any event can be, and were left out. */
  readonly tooLong: number;
  /** The text ends within an event. */
  readonly isCut: boolean;
}

/** Three times as many as a 256 MB export of real events holds; the index of so many takes some 200 MB. */
const maxEvents = 1_000_000;
/** An event record has at most 64 KiB; its XML, escaped and with the rendered message, stays far below this. */
const maxEventLength = 4 * 1024 * 1024;
/** Longest text of a System element that is gathered, UTF-16 units. */
const maxTextLength = 1024;

/** Finds the events of an export in one pass. */
export function scanEvents(text: string): ScannedEvents {
  const events: ScannedEvent[] = [];
  const path: string[] = [];
  /** Depth of the open event in {@link path}; -1 outside of events. */
  let eventDepth = -1;
  let start = 0;
  let oddZones = 0;
  let tooLong = 0;
  let value = '';
  let isWanted = false;
  let draft = new EventDraft();
  const walk = walkXml(text, {
    open: (qualifiedName, attributes, at) => {
      const name = localName(qualifiedName);
      if (eventDepth < 0 && name === 'Event') {
        eventDepth = path.length;
        start = at.start;
        draft = new EventDraft();
      }
      path.push(name);
      const isSystem = eventDepth >= 0 && path.length === eventDepth + 3;
      isWanted = isSystem && draft.wants(path[eventDepth + 1]!, name);
      value = '';
      if (isSystem && path[eventDepth + 1] === 'System') {
        draft.addAttributes(name, attributes);
      }
    },
    text: (piece) => {
      if (isWanted && value.length < maxTextLength) {
        value += piece.slice(0, maxTextLength);
      }
    },
    close: (qualifiedName, at) => {
      const name = path.pop() ?? localName(qualifiedName);
      if (isWanted) {
        draft.addText(path[eventDepth + 1]!, name, value);
        isWanted = false;
      }
      if (path.length !== eventDepth) {
        return;
      }
      eventDepth = -1;
      if (at.end - start > maxEventLength) {
        tooLong += 1;
        return;
      }
      events.push(draft.finish(start, at.end));
      oddZones += draft.hasOddZone ? 1 : 0;
      if (events.length >= maxEvents) {
        throw new StopWalk('enough');
      }
    },
  });
  return { events, walk, oddZones, tooLong, isCut: eventDepth >= 0 };
}

/** Gathers what the index needs while the System element of an event goes by. */
class EventDraft {
  hasOddZone = false;
  private readonly system = new Map<string, string>();
  private time: EventTime | null = null;
  private providerName = '';
  private providerGuid = '';
  private renderedProvider = '';

  /** Is the text of this element, a child of `section`, of interest? */
  wants(section: string, name: string): boolean {
    return section === 'System' ? systemTexts.has(name) : section === 'RenderingInfo' && name === 'Provider';
  }

  addText(section: string, name: string, text: string): void {
    if (section === 'System') {
      this.system.set(name, text);
    } else {
      this.renderedProvider = text.trim();
    }
  }

  addAttributes(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'Provider') {
      this.providerName = attributes.Name ?? '';
      this.providerGuid = attributes.Guid ?? '';
    } else if (name === 'TimeCreated') {
      const read = parseExportedTime(attributes.SystemTime ?? '');
      this.time = read?.time ?? null;
      this.hasOddZone = read?.hasOddZone ?? false;
    }
  }

  finish(start: number, end: number): ScannedEvent {
    const number = (name: string): number | null => numberOf(this.system.get(name) ?? null);
    return {
      start,
      end,
      recordId: number('EventRecordID'),
      time: this.time,
      eventId: (number('EventID') ?? 0) & 0xffff,
      level: (number('Level') ?? 0) & 0xff,
      // Classic providers have but a GUID in traces; the trace tool knows the names of some.
      provider: this.providerName || this.renderedProvider || this.providerGuid,
      channel: this.system.get('Channel')?.trim() ?? '',
    };
  }
}

/** Elements of System whose text is indexed. */
const systemTexts: ReadonlySet<string> = new Set(['EventID', 'Level', 'EventRecordID', 'Channel']);
