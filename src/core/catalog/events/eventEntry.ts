import { packedLines, splitFields } from '../packedLines';

const topics = [
  'boot',
  'shutdown',
  'clock',
  'power',
  'signIn',
  'oobe',
  'esp',
  'autopilot',
  'join',
  'enrollment',
  'policy',
  'app',
  'token',
  'hello',
  'security',
  'update',
  'diagnostics',
  'windows',
] as const;

/** What part of the story an event belongs to. */
export type EventTopic = (typeof topics)[number];

/**
 * What is known about one event of one provider, in our own words: .evtx files carry values but no sentences. The texts
 * are English; `l10n.t` says them in the language that is spoken.
 */
export interface EventEntry {
  readonly provider: string;
  readonly eventId: number;
  readonly topic: EventTopic;
  /** One line with placeholders, see `fillEventText`. */
  readonly text: string;
  /** What the event alone proves; `null` where the text says all there is. */
  readonly proves: string | null;
  /** What it is easily taken for and does not prove. */
  readonly doesNotProve: string | null;
  /** A public page of Microsoft about the event; `null` where none is known for sure. */
  readonly doc: string | null;
}

/**
 * The events of one provider as text. An entry begins with `id topic sentence`; indented lines below it hold what it
 * proves (`+`), what it does not prove (`-`) and its page (`@`).
 */
export interface ProviderEvents {
  readonly provider: string;
  readonly table: string;
}

/** Unpacks a table; the order is kept. */
export function parseEvents({ provider, table }: ProviderEvents): readonly EventEntry[] {
  const entries: EventEntry[] = [];
  for (const line of packedLines(table)) {
    const previous = entries.at(-1);
    const [mark = '', note = ''] = splitFields(line.trim(), 1);
    if (!line.startsWith(' ')) {
      const [id = '', topic = '', text = ''] = splitFields(line, 2);
      entries.push({
        provider,
        eventId: Number(id),
        topic: topics.find((known) => known === topic) ?? 'diagnostics',
        text,
        proves: null,
        doesNotProve: null,
        doc: null,
      });
    } else if (previous !== undefined) {
      entries[entries.length - 1] = { ...previous, ...noteOf(mark, note) };
    }
  }
  return entries;
}

function noteOf(mark: string, note: string): Partial<EventEntry> {
  return mark === '+' ? { proves: note } : mark === '-' ? { doesNotProve: note } : { doc: note };
}
