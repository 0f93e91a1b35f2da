import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

/** Every text that the source hands to `l10n.t`, or marks to be handed to it later. */
function textsOfSource(): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.ts')) {
      const source = readFileSync(path.join('src', name), 'utf8');
      for (const [, quoted] of source.matchAll(
        /\b(?:l10n\s*\.\s*t|phrase)\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g,
      )) {
        texts.add(quoted!.slice(1, -1).replace(/\\(.)/g, '$1'));
      }
    }
  }
  return texts;
}

const placeholders = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe('the German translation', () => {
  const german = read('l10n/bundle.l10n.de.json');
  const texts = textsOfSource();

  it('has every text that is said, and no other', () => {
    assert.deepEqual(Object.keys(german).sort(), [...texts].sort());
  });

  it('has every text of the manifest, and no other', () => {
    assert.deepEqual(Object.keys(read('package.nls.de.json')).sort(), Object.keys(read('package.nls.json')).sort());
  });

  it('fills in the same places', () => {
    for (const [english, translated] of Object.entries(german)) {
      assert.deepEqual(placeholders(translated), placeholders(english), english);
    }
  });

  it('calls no command that the English text does not call', () => {
    const commands = (text: string): readonly string[] => (text.match(/\(command:[^)]+\)/g) ?? []).sort();
    const english = read('package.nls.json');
    for (const [key, translated] of Object.entries(read('package.nls.de.json'))) {
      assert.deepEqual(commands(translated), commands(english[key] ?? ''), key);
    }
  });
});
