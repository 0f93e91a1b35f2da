import * as l10n from '@vscode/l10n';
import { explainCode } from '../catalog/codes/explainCode';
import { explainExitCode } from '../catalog/codes/exitCodes';
import { explainUri, type UriReboot, type UriScope } from '../catalog/cspUris';
import { eventMeaning } from '../catalog/events/eventCatalog';
import { code, plain } from './markdown';
import { phrase, sentences, spoken } from '../words/language';

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
    return { paragraphs: [told === '' ? l10n.t('Not in the catalogue.') : plain(told)], doc: null };
  }
  const fields = fieldsOf(entry.text);
  return {
    paragraphs: [
      plain(told === '' ? withoutPlaceholders(l10n.t(entry.text)) : told),
      ...(entry.proves === null ? [] : [l10n.t('**Proves** {0}', plain(l10n.t(entry.proves)))]),
      ...(entry.doesNotProve === null ? [] : [l10n.t('**Does not prove** {0}', plain(l10n.t(entry.doesNotProve)))]),
      ...(fields.length === 0 ? [] : [l10n.t('**Fields that tell** {0}', fields.map(code).join(', '))]),
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

const scopeWords = spoken<UriScope>({ device: phrase('device'), user: phrase('user') });

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
      ...(scopes.length === 0
        ? []
        : [l10n.t('**Documented for** {0}', scopes.map((scope) => scopeWords[scope]).join(', '))]),
      ...(reboot === null ? [] : rebootParagraphs(reboot)),
      ...(usualSource === null ? [] : [l10n.t('**Mostly comes from** {0}', plain(usualSource))]),
    ],
    doc: null,
  };
}

function rebootParagraphs({ kind, builds, anyValue, price }: UriReboot): readonly string[] {
  const onBuilds = builds.length === 0 ? '' : l10n.t('Seen on builds {0}.', builds.join(', '));
  return [
    l10n.t('**Restart** {0}', plain(sentences(restartWords(kind, anyValue), onBuilds))),
    ...(price === '' ? [] : [l10n.t('**Price of moving it** {0}', plain(price))]),
  ];
}

function restartWords(kind: UriReboot['kind'], anyValue: boolean): string {
  if (kind === 'outside') {
    return l10n.t('Not on the list of Windows; it restarts by itself.');
  }
  return anyValue
    ? l10n.t('Windows plans a restart for it, whatever its value.')
    : l10n.t('Windows plans a restart for it.');
}

/** What a program returned. */
export function exitCodeFacts(text: string): KnownFacts {
  const { name, text: words, byDefault } = explainExitCode(text);
  return {
    paragraphs: [
      ...(name === null ? [] : [code(name)]),
      ...(words === null ? [] : [plain(words)]),
      l10n.t('**Intune takes it by default for** {0}', plain(byDefault)),
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
