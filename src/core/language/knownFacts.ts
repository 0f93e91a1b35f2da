import { explainCode } from '../catalog/codes/explainCode';
import { explainExitCode } from '../catalog/codes/exitCodes';
import { explainUri, type UriReboot } from '../catalog/cspUris';
import { eventMeaning } from '../catalog/events/eventCatalog';
import { code, plain } from './markdown';

/** What the catalogues know about something, ready to be shown. */
export interface KnownFacts {
  /** Markdown. */
  readonly paragraphs: readonly string[];
  /** Where it is documented. */
  readonly doc: string | null;
}

const nothing: KnownFacts = { paragraphs: [], doc: null };

/**
 * An event: what it says, what it proves and what it is easily taken for.
 *
 * @param told the sentence of the very record, with its values; empty where its text has none
 */
export function eventFactsOf(provider: string, eventId: number, told: string): KnownFacts {
  const entry = eventMeaning(provider, eventId);
  if (entry === null) {
    return { paragraphs: [told === '' ? 'Not in the catalogue.' : plain(told)], doc: null };
  }
  const fields = fieldsOf(entry.text);
  return {
    paragraphs: [
      plain(told === '' ? withoutPlaceholders(entry.text) : told),
      ...(entry.proves === null ? [] : [`**Proves** ${plain(entry.proves)}`]),
      ...(entry.doesNotProve === null ? [] : [`**Does not prove** ${plain(entry.doesNotProve)}`]),
      ...(fields.length === 0 ? [] : [`**Fields that tell** ${fields.map(code).join(', ')}`]),
    ],
    doc: entry.doc,
  };
}

const placeholder = /\{([\w/.-]{1,60})(?::[^{}]{0,40})?\}/g;

function fieldsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, field]) => field!))];
}

/** The sentence where there is no record to fill it from: `asked for: ‹param5›`. */
function withoutPlaceholders(text: string): string {
  return text.replace(placeholder, '‹$1›').replace(/[[\]]/g, '');
}

/** A setting: what it is, whom it applies to, and what it has to do with restarts. */
export function uriFacts(uri: string): KnownFacts {
  const meaning = explainUri(uri);
  if (meaning === null) {
    return nothing;
  }
  const { words, scopes, reboot, usualSource } = meaning;
  return {
    paragraphs: [
      ...(words === null ? [] : [plain(words)]),
      ...(scopes.length === 0 ? [] : [`**Documented for** ${scopes.join(' and ')}`]),
      ...(reboot === null ? [] : rebootParagraphs(reboot)),
      ...(usualSource === null ? [] : [`**Mostly comes from** ${plain(usualSource)}`]),
    ],
    doc: null,
  };
}

function rebootParagraphs({ kind, builds, anyValue, price }: UriReboot): readonly string[] {
  const onBuilds = builds.length === 0 ? '' : ` Seen on builds ${builds.join(', ')}.`;
  const how =
    kind === 'catalogue'
      ? `Windows plans a restart for it${anyValue ? ', whatever its value' : ''}.`
      : 'Not on the list of Windows; it restarts by itself.';
  return [
    `**Restart** ${plain(`${how}${onBuilds}`)}`,
    ...(price === '' ? [] : [`**Price of moving it** ${plain(price)}`]),
  ];
}

/** What a program returned. */
export function exitCodeFacts(text: string): KnownFacts {
  const { name, text: words, byDefault } = explainExitCode(text);
  return {
    paragraphs: [
      ...(name === null ? [] : [code(name)]),
      ...(words === null ? [] : [plain(words)]),
      `**Intune takes it by default for** ${plain(byDefault)}`,
    ],
    doc: null,
  };
}

/** A result code. */
export function codeFacts(text: string): KnownFacts {
  const meaning = explainCode(text);
  return meaning === null
    ? nothing
    : { paragraphs: [...(meaning.name === null ? [] : [code(meaning.name)]), plain(meaning.text)], doc: null };
}
