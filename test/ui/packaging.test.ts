import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

/** Everything a user's machine gets, and nothing else; `.vscodeignore` is the list's other half. Three names are vsce's own choice. */
const shipped = [
  'LICENSE.txt',
  'changelog.md',
  'dist/extension.js',
  'dist/overview.js',
  'dist/sample/DiagLogs-SAMPLE.zip',
  'dist/timeline.js',
  'dist/triage.js',
  'l10n/bundle.l10n.de.json',
  'l10n/catalog.de.json',
  'language-configuration.json',
  'media/collecting.css',
  'media/icon.png',
  'media/icon.svg',
  'media/overview.css',
  'media/schemas/case.schema.de.json',
  'media/schemas/case.schema.json',
  'media/schemas/userRules.schema.de.json',
  'media/schemas/userRules.schema.json',
  'media/tab-dark.svg',
  'media/tab-light.svg',
  'media/timeline.css',
  'media/walkthrough/handOn.svg',
  'media/walkthrough/jump.svg',
  'media/walkthrough/open.svg',
  'media/walkthrough/overview.svg',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
  'readme.md',
  'syntaxes/mdmlog.tmLanguage.json',
  'syntaxes/mdmsearch.tmLanguage.json',
];

const largest = 900 * 1000;

/** Compiling what activation loads is most of what activation costs. */
const largestAtActivation = 290 * 1000;

/** The packaged extension, where the runner left it. */
function vsix(): Promise<Uint8Array> {
  const file = process.env.TRIAGE_VSIX;
  assert.ok(file, 'start this test with "npm run test:packaging"');
  return readFile(file);
}

describe('the packaged extension', () => {
  it('holds exactly the files that are meant to ship', async () => {
    const zip = new ZipReader(new Uint8ArrayReader(await vsix()));
    const names = (await zip.getEntries()).map(({ filename }) => filename);
    await zip.close();
    const own = names.filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));
    assert.deepEqual(own.sort(), shipped);
  });

  it('is smaller than 900 kB', async () => {
    const { length } = await vsix();
    assert.ok(length < largest, `${length} bytes`);
  });

  it('activates with less than 290 kB of code', async () => {
    const zip = new ZipReader(new Uint8ArrayReader(await vsix()));
    const entries = await zip.getEntries();
    await zip.close();
    const size = entries.find(({ filename }) => filename === 'extension/dist/extension.js')?.uncompressedSize;
    assert.ok(size !== undefined && size < largestAtActivation, `${size} bytes`);
  });
});
