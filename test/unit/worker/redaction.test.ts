import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Esbuild from 'esbuild';
import { anchorOfPlace } from '../../../src/core/case/anchor';
import { withKnownNotes } from '../../../src/core/case/knownNotes';
import { BundleClient } from '../../../src/host/bundle/bundleClient';
import type { OpenedBundle, RedactionRequest } from '../../../src/protocol/bundleService';
import { eventKind, namedPayload } from '../../bundles/eventKind';
import { writeEvtx } from '../../bundles/evtxWriter';
import { writeZip } from '../../bundles/zipWriter';
import { addNote, after as afterDeeds, blankCase } from '../case/sampleCase';
import { sampleRecord } from '../evtx/sampleRecords';

/** Loaded at run time: the tests are bundled, and a bundler cannot be bundled itself. */
const esbuild = createRequire(path.resolve('package.json'))('esbuild') as typeof Esbuild;

const token = 'QQEAAExhbmcga2VubnQgbmllbWFuZA';
const udr = {
  provider: 'Microsoft-Windows-User Device Registration',
  guid: '{23B8D46B-67DD-40A3-B636-D43E50552C6D}',
  channel: 'Microsoft-Windows-User Device Registration/Admin',
  keywords: 0x8000000000000000n,
};
const joined = eventKind(udr, 103, { AuthToken: 'string', UserName: 'string' });

function files(): readonly { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> }[] {
  const record = {
    ...sampleRecord(7),
    header: joined.header,
    computer: 'PC-4711',
    payload: namedPayload(joined, { AuthToken: token, UserName: 'quill@zarnath.example' }),
  };
  const lines = ['ComputerName = PC-4711', `AuthToken = ${token}`, 'UPN : quill@zarnath.example'].join('\r\n');
  return [
    { name: 'PC-4711/events.evtx', content: writeEvtx([record]) },
    { name: 'PC-4711/agent.log', content: lines },
    { name: 'PC-4711/export.reg', content: new Uint8Array(Buffer.from(`\uFEFF"AuthToken"="${token}"\r\n`, 'utf16le')) },
  ];
}

describe('what the thread that reads a bundle hands out', () => {
  let folder: string;
  let script: string;
  let redaction: RedactionRequest;
  const clients: BundleClient[] = [];

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-redaction-'));
    redaction = { mapFolder: path.join(folder, 'pseudonyms'), patterns: [] };
    script = path.join(folder, 'triage.js');
    await esbuild.build({
      entryPoints: ['src/engine/main.ts'],
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile: script,
      logLevel: 'warning',
      logOverride: { 'empty-import-meta': 'silent' },
    });
    writeFileSync(path.join(folder, 'logs.zip'), writeZip(files()));
  });

  after(() => {
    clients.forEach((client) => {
      client.dispose();
    });
    rmSync(folder, { recursive: true });
  });

  async function open(isRedacted: boolean): Promise<{ readonly client: BundleClient; readonly opened: OpenedBundle }> {
    const client = new BundleClient(
      { script, start: { translationFile: null } },
      () =>
        Promise.resolve({
          name: 'logs.zip',
          location: { kind: 'file', path: path.join(folder, 'logs.zip') },
          ...(isRedacted && { redaction }),
        }),
      (error) => {
        assert.fail(error);
      },
    );
    clients.push(client);
    return { client, opened: await client.open(undefined, {}) };
  }

  /** Everything that the editor can show of the bundle. */
  async function shown(isRedacted: boolean): Promise<string> {
    const { client, opened } = await open(isRedacted);
    const { signal } = new AbortController();
    const texts = [JSON.stringify(opened), JSON.stringify(await client.overview(800))];
    for (const { path: member } of opened.members) {
      const rendered = await client.render(member, 1, 1_000_000);
      texts.push('reason' in rendered ? rendered.reason : rendered.text);
    }
    for (const query of ['id:103', 'AuthToken', 'export', '"PC-4711"', '"HOST-1"']) {
      const request = { query, limits: { total: 100, perMember: 100 }, uniqueEvents: false };
      await client.search(request, signal, (part) => texts.push(JSON.stringify(part)));
    }
    texts.push(JSON.stringify(await client.occurrences('AuthToken', 100, signal)));
    for (const form of ['html', 'markdown', 'json', 'csv', 'sarif'] as const) {
      texts.push(JSON.stringify(await client.report({ form, scope: 'everything', caseDocument: null }, signal)));
    }
    return texts.join('\n');
  }

  it('shows a case without names, and with everything that leads back to it', async () => {
    const { client } = await open(true);
    const anchor = { kind: 'record', place: { path: 'a.evtx', channel: 'System', recordId: 7, time: null } } as const;
    const written = afterDeeds(
      blankCase,
      'Renske Oud',
      0,
      addNote('n1', 'Ask quillon.vexmoor@zarnath.example, says Renske Oud', anchor),
      { kind: 'reply', id: 'n1', reply: { id: 'r1', text: 'Done' } },
    );
    const hidden = await client.redactedCase(written, redaction);
    assert.doesNotMatch(JSON.stringify(hidden), /renske|vexmoor|zarnath/i);
    const [note] = hidden.annotations;
    assert.match(note?.text ?? '', /^Ask USER-\d, says AUTHOR-\d$/);
    assert.deepEqual([note?.id, note?.anchor, note?.replies[0]?.id], ['n1', anchor, 'r1']);
    assert.equal(withKnownNotes(await client.redactedCase(written, redaction), hidden).annotations[0], note);
  });

  it('is known to a case by the same name and content, whether names are hidden or not', async () => {
    const [shownName, realName] = await Promise.all([open(true), open(false)]);
    assert.notDeepEqual(
      shownName.opened.members.map(({ path: member }) => member),
      realName.opened.members.map(({ path: member }) => member),
    );
    assert.deepEqual(await shownName.client.caseIdentity(), await realName.client.caseIdentity());
  });

  it('holds no AuthToken, whether names are hidden or not', async () => {
    for (const isRedacted of [false, true]) {
      const text = await shown(isRedacted);
      assert.match(text, /AuthToken/);
      assert.ok(!text.includes(token), text.slice(Math.max(0, text.indexOf(token) - 200), text.indexOf(token) + 60));
    }
  });

  it('names people and devices only where names are not hidden', async () => {
    assert.match(await shown(false), /quill@zarnath\.example/);
    const text = await shown(true);
    assert.doesNotMatch(text, /quill|zarnath|PC-4711/i);
    assert.match(text, /HOST-1/);
    assert.match(text, /USER-1/);
  });

  it('finds the place of a note again, whether names are hidden or not', async () => {
    const [plain, redacted] = [await open(false), await open(true)];
    for (const [real, hidden] of [
      [
        { path: 'PC-4711/agent.log', line: 1 },
        { path: 'HOST-1/agent.log', line: 1 },
      ],
      [
        { path: 'PC-4711/events.evtx', recordId: 7 },
        { path: 'HOST-1/events.evtx', recordId: 7 },
      ],
    ] as const) {
      const place = await plain.client.placeOf(real, 1);
      assert.notEqual(place, null);
      assert.deepEqual(await redacted.client.placeOf(hidden, 1), place);
      const [atReal] = await plain.client.resolve([anchorOfPlace(place!)]);
      const [atHidden] = await redacted.client.resolve([anchorOfPlace(place!)]);
      assert.deepEqual(atReal, { outcome: 'exact', refs: [real], path: null, item: null, why: '' });
      assert.deepEqual(atHidden, { outcome: 'exact', refs: [hidden], path: null, item: null, why: '' });
    }
  });

  it('has one pseudonym a name, however many texts are redacted at the same time', async () => {
    const { client } = await open(false);
    const texts = ['lena@fabrikam.example', 'otto@fabrikam.example', 'ida@fabrikam.example'];
    const redacted = await Promise.all(texts.map((text) => client.redactedText(text, redaction)));
    assert.deepEqual(
      redacted.flatMap(({ leaks }) => leaks),
      [],
    );
    assert.equal(new Set(redacted.map(({ text }) => text)).size, texts.length);
    const again = await (await open(true)).client.redactedText(texts[1]!, redaction);
    assert.equal(again.text, redacted[1]!.text);
    assert.deepEqual(
      readdirSync(redaction.mapFolder).map((name) => path.extname(name)),
      ['.json'],
    );
  });
});
