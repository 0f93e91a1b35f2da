import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { helpText } from '../../../src/cli/helpText';
import { agentLines } from '../../../src/core/catalog/agentLines';
import { codeTables } from '../../../src/core/catalog/codes/codeTables';
import { allEvents } from '../../../src/core/catalog/events/eventCatalog';
import { packedLines, splitFields } from '../../../src/core/catalog/packedLines';
import { rebootUris } from '../../../src/core/catalog/rebootUris';
import type { FieldTree } from '../../../src/core/report/template/fields';
import { templateFields } from '../../../src/core/report/templateFields';
import type { Translations } from '../../../src/core/words/language';

/** Every English text that is translated, by the file that holds its German: no text is in both. */
export interface TranslatedTexts {
  /** What the editor, its pages and the story say: `bundle.l10n.de.json`, loaded at every start. */
  readonly bundle: ReadonlySet<string>;
  /** What only the readers of logs and the command line say: `catalog.de.json`. */
  readonly catalog: ReadonlySet<string>;
}

/** Rooms whose texts are said neither by the editor nor by a page. */
const catalogRooms = /^(?:core\/(?:catalog|language)|cli)\//;

export function translatedTexts(): TranslatedTexts {
  const bundle = new Set(aboutFields(templateFields));
  const catalog = new Set([...tableTexts(), helpText]);
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.ts')) {
      const room = catalogRooms.test(name.replaceAll(path.sep, '/')) ? catalog : bundle;
      for (const text of textsIn(readFileSync(path.join('src', name), 'utf8'))) {
        room.add(text);
      }
    }
  }
  return { bundle, catalog: new Set([...catalog].filter((text) => !bundle.has(text))) };
}

export function readTranslations(file: string): Translations {
  return JSON.parse(readFileSync(file, 'utf8')) as Translations;
}

/** What a source hands to `l10n.t` or marks to be handed to it later, and the words of its enumerations. */
function* textsIn(source: string): Generator<string> {
  for (const [, quoted] of source.matchAll(/\b(?:l10n\s*\.\s*t|phrase)\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)) {
    yield quoted!.slice(1, -1).replace(/\\(.)/g, '$1');
  }
  for (const [, table] of source.matchAll(/\benumeration\(`([^`]*)`\)/g)) {
    for (const line of packedLines(table!)) {
      yield splitFields(line.trim(), 1)[1] ?? '';
    }
  }
}

/** The texts of the tables that hold them without a mark. */
function tableTexts(): readonly string[] {
  const { hresult, ntstatus, win32, aadsts } = codeTables();
  return [
    ...[hresult, ntstatus, win32, aadsts].flatMap((table) => [...table.values()].map(({ text }) => text)),
    ...allEvents().flatMap(({ text, proves, doesNotProve }) => [text, proves, doesNotProve]),
    ...agentLines.flatMap(({ words, proves, doesNotProve }) => [words, proves, doesNotProve]),
    ...rebootUris.flatMap(({ words, usualSource }) => [words, usualSource]),
  ].filter((text): text is string => text !== null && text !== '');
}

function aboutFields(fields: FieldTree): readonly string[] {
  return Object.values(fields).flatMap((field) => {
    switch (field.kind) {
      case 'text':
        return [field.about];
      case 'group':
        return aboutFields(field.fields);
      case 'list':
        return [field.about, ...(field.item === null ? [] : aboutFields(field.item))];
    }
  });
}
