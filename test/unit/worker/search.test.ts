import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as Esbuild from 'esbuild';
import { BundleClient } from '../../../src/host/bundle/bundleClient';
import { RequestCancelledError } from '../../../src/host/bundle/bundleWorker';
import type { SearchPart, SearchRequest } from '../../../src/protocol/bundleService';
import { writeEvtx } from '../../bundles/evtxWriter';
import { writeZip } from '../../bundles/zipWriter';
import { sampleRecords } from '../evtx/sampleRecords';

/** Loaded at run time: the tests are bundled, and a bundler cannot be bundled itself. */
const esbuild = createRequire(path.resolve('package.json'))('esbuild') as typeof Esbuild;

const everything: SearchRequest = {
  query: 'id:1074',
  limits: { total: 3_500, perMember: 3_000 },
  uniqueEvents: false,
};

describe('a search in the thread that reads the bundle', () => {
  let folder: string;
  let client: BundleClient;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-search-'));
    const script = path.join(folder, 'triage.js');
    await esbuild.build({
      entryPoints: ['src/engine/main.ts'],
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile: script,
      logLevel: 'warning',
      logOverride: { 'empty-import-meta': 'silent' },
    });
    const bundle = path.join(folder, 'two.zip');
    const members = ['one.evtx', 'two.evtx'].map((name) => ({ name, content: writeEvtx(sampleRecords(3000)) }));
    writeFileSync(bundle, writeZip([...members, { name: 'notes.txt', content: 'nothing' }]));
    client = new BundleClient(
      { script, start: { translationFile: null } },
      () => Promise.resolve({ name: 'two.zip', location: { kind: 'file', path: bundle } }),
      (error) => {
        assert.fail(error);
      },
    );
    await client.open(undefined, {});
  });

  after(() => {
    client.dispose();
    rmSync(folder, { recursive: true });
  });

  it('hands out what it has found before it is done, and counts the rest', async () => {
    const parts: SearchPart[] = [];
    const outcome = await client.search(everything, new AbortController().signal, (part) => parts.push(part));
    const batches = parts.filter((part) => part.kind === 'matches');
    assert.ok(batches.length > 5, `${batches.length} batches`);
    assert.equal(
      batches.reduce((sum, { matches }) => sum + matches.length, 0),
      3_500,
    );
    const counts = parts.flatMap((part) => (part.kind === 'member' ? [part.count] : []));
    assert.deepEqual(counts, [
      { path: 'one.evtx', total: 3_000, shown: 3_000 },
      { path: 'two.evtx', total: 3_000, shown: 500 },
    ]);
    assert.deepEqual(
      { ...outcome, elapsedMs: 0 },
      {
        problems: [],
        members: counts,
        searched: 2,
        notSearched: [],
        total: 6_000,
        shown: 3_500,
        elapsedMs: 0,
      },
    );
  });

  it('can be given up, and the bundle can be searched again', async () => {
    const cancellation = new AbortController();
    const search = client.search({ ...everything, query: 'hello' }, cancellation.signal, () => undefined);
    cancellation.abort();
    await assert.rejects(search, RequestCancelledError);
    const again = await client.search(
      { ...everything, query: 'nothing' },
      new AbortController().signal,
      () => undefined,
    );
    assert.equal(again.total, 1);
  });

  it('answers a query that means nothing with what is wrong', async () => {
    const parts: SearchPart[] = [];
    const request = { ...everything, query: 'boot:1' };
    const outcome = await client.search(request, new AbortController().signal, (part) => parts.push(part));
    assert.deepEqual(parts, []);
    assert.equal(outcome.problems.length, 1);
  });
});
