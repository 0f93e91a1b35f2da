import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allEvents } from '../../../src/core/catalog/events/eventCatalog';
import { fillEventText, type EventValues } from '../../../src/core/catalog/events/fillEventText';
import type { EventEntry } from '../../../src/core/catalog/events/eventEntry';
import { speak } from '../../../src/core/words/language';
import { readTranslations, translatedTexts } from '../words/translated';

const bundle = readTranslations('l10n/bundle.l10n.de.json');
const catalog = readTranslations('l10n/catalog.de.json');
const german = { ...bundle, ...catalog };

const numbered = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort();

/** The places of an event's sentence, `{Field:words}`, and the brackets of its optional clauses. */
const places = (text: string): readonly string[] => (text.match(/\{[^{}]*\}|[[\]]/g) ?? []).sort();

describe('the German translation', () => {
  const texts = translatedTexts();

  it('has every text that the editor, its pages and the story say, and no other', () => {
    assert.deepEqual(Object.keys(bundle).sort(), [...texts.bundle].sort());
  });

  it('has every text that only the readers of logs and the command line say in a file of its own', () => {
    assert.deepEqual(Object.keys(catalog).sort(), [...texts.catalog].sort());
  });

  it('leaves no text empty', () => {
    const empty = Object.entries(german).filter(([, translated]) => translated.trim() === '');
    assert.deepEqual(empty, []);
  });

  it('has every text of the manifest, and no other', () => {
    assert.deepEqual(
      Object.keys(readTranslations('package.nls.de.json')).sort(),
      Object.keys(readTranslations('package.nls.json')).sort(),
    );
  });

  it('fills in the same places', () => {
    for (const [english, translated] of Object.entries(german)) {
      assert.deepEqual(numbered(translated), numbered(english), english);
    }
  });

  it('calls no command that the English text does not call', () => {
    const commands = (text: string): readonly string[] => (text.match(/\(command:[^)]+\)/g) ?? []).sort();
    const english = readTranslations('package.nls.json');
    for (const [key, translated] of Object.entries(readTranslations('package.nls.de.json'))) {
      assert.deepEqual(commands(translated), commands(english[key] ?? ''), key);
    }
  });
});

describe('the German schemas of files', () => {
  const schemas = (file: string): readonly [key: string, path: string][] =>
    Object.entries(readTranslations(file)).filter(([key]) => key.startsWith('schema.'));

  /** Words for people on one side, on the other the schema with none. */
  const partsOf = (file: string): { words: readonly string[]; rest: unknown } => {
    const words: string[] = [];
    const rest: unknown = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) => {
      if ((key === 'description' || key === 'title') && typeof value === 'string') {
        words.push(value);
        return '';
      }
      return value;
    });
    return { words, rest };
  };

  it('differ from the English ones in words alone, and in all of them', () => {
    const german = new Map(schemas('package.nls.de.json'));
    assert.ok(german.size > 0);
    for (const [key, english] of schemas('package.nls.json')) {
      const [ours, theirs] = [partsOf(english), partsOf(german.get(key) ?? '')];
      assert.deepEqual(theirs.rest, ours.rest);
      assert.deepEqual(
        theirs.words.filter((word, index) => word === ours.words[index]),
        [],
      );
    }
  });
});

describe('the German sentences of events', () => {
  const withPlaces = allEvents().filter(({ text }) => places(text).length > 0);

  /** Every place has a value of its own; `without` has none. */
  const valuesOf = ({ provider, eventId, text }: EventEntry, without: string): EventValues => {
    const fields = [...new Set([...text.matchAll(/\{([^}:]+)/g)].map(([, field]) => field!))];
    // Numbered fields are read by their position, so the positions before them have to be there.
    const count = Math.max(0, ...fields.map((field) => (field.startsWith('#') ? Number(field.slice(1)) : 0)));
    const data = Array.from({ length: count }, (_, index) => `#${index + 1}`);
    const value = (name: string): { name: string; value: string } => ({
      name: name.startsWith('#') ? '' : name,
      value: name === without ? '' : `‹${name}›`,
    });
    const named = fields.filter((field) => !field.startsWith('#'));
    return { provider, eventId, data: [...data, ...named].map(value), userData: [] };
  };

  const shown = (text: string): readonly string[] => (text.match(/‹[^›]*›/g) ?? []).sort();

  const told = (inGerman: boolean, entry: EventEntry, without: string): string => {
    speak(inGerman ? german : {});
    try {
      return fillEventText(entry, valuesOf(entry, without));
    } finally {
      speak({});
    }
  };

  it('have the same places and brackets', () => {
    for (const { text } of withPlaces) {
      assert.deepEqual(places(german[text] ?? ''), places(text), text);
    }
  });

  it('leave out the same values when one is missing', () => {
    for (const entry of withPlaces) {
      for (const field of ['', ...valuesOf(entry, '').data.map(({ name }, index) => name || `#${index + 1}`)]) {
        const [inEnglish, inGerman] = [told(false, entry, field), told(true, entry, field)];
        // What is longer than the line is cut in another place.
        if (!inEnglish.endsWith('…') && !inGerman.endsWith('…')) {
          assert.deepEqual(shown(inGerman), shown(inEnglish), `${inGerman}\n${inEnglish}`);
        }
      }
    }
  });

  it('end in no lone preposition when the value behind it is missing', () => {
    for (const entry of withPlaces) {
      for (const { name } of valuesOf(entry, '').data) {
        assert.doesNotMatch(told(true, entry, name), / (?:durch|für|in|mit|um|von|=)$/, entry.text);
      }
    }
  });
});
