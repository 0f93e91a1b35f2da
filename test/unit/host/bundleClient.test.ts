import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BundleClient } from '../../../src/host/bundle/bundleClient';
import { RequestCancelledError, WorkerStoppedError } from '../../../src/host/bundle/bundleWorker';
import type { OpenProgress } from '../../../src/protocol/bundleService';

/** A worker that behaves as the name of the bundle, or the path that is asked for, says. */
const workerScript = `
const { parentPort } = require('node:worker_threads');
let passwords = 0;
parentPort.on('message', (message) => {
  const { type, seq, name, params } = message;
  const answer = (value) => parentPort.postMessage({ type: 'result', seq, ok: true, value });
  const refuse = (error, cancelled) => parentPort.postMessage({ type: 'result', seq, ok: false, error, cancelled });
  if (type === 'cancel') {
    refuse('given up', true);
  } else if (name === 'open') {
    parentPort.postMessage({ type: 'progress', seq, progress: { step: 'listing', members: 1, totalMembers: 2, records: 3 } });
    switch (params.name) {
      case 'broken': return refuse('it is broken', false);
      case 'crashing': return process.exit(7);
      case 'polite': return;
      case 'deaf': for (;;) {}
      default: answer({ id: 5, name: params.name, password: params.password });
    }
  } else if (params.path === 'crash') {
    setTimeout(() => { throw new Error('a fault in the reader'); });
  } else if (name === 'series') {
    answer({ channels: [{ log: 'of ' + params.id }] });
  } else {
    answer({ reason: name + ' ' + params.id + ' ' + params.path });
  }
});
`;

describe('the client of the bundle reader', () => {
  let folder: string;
  let stops: WorkerStoppedError[];
  const clients: BundleClient[] = [];

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-client-'));
    writeFileSync(path.join(folder, 'worker.js'), workerScript);
  });

  beforeEach(() => {
    stops = [];
  });

  afterEach(() => {
    clients.splice(0).forEach((client) => {
      client.dispose();
    });
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function client(name: string): BundleClient {
    const made = new BundleClient(
      { script: path.join(folder, 'worker.js'), start: { translationFile: null } },
      () => Promise.resolve({ name, location: { kind: 'file', path: name } }),
      (error) => stops.push(error),
    );
    clients.push(made);
    return made;
  }

  it('opens with a password and reports progress', async () => {
    const progress: OpenProgress[] = [];
    const opened = await client('good').open('secret', { onProgress: (step) => progress.push(step) });
    assert.deepEqual(opened, { id: 5, name: 'good', password: 'secret' });
    assert.deepEqual(progress, [{ step: 'listing', members: 1, totalMembers: 2, records: 3 }]);
  });

  it('asks about the bundle that it opened', async () => {
    const good = client('good');
    await good.open(undefined, {});
    assert.deepEqual(await good.render('a.log', 1, 100), { reason: 'render 5 a.log' });
    assert.deepEqual(await good.read('a.log'), { reason: 'read 5 a.log' });
    assert.deepEqual(await good.series(), [{ log: 'of 5' }]);
  });

  it('hands on what the reader says is wrong', async () => {
    await assert.rejects(client('broken').open(undefined, {}), { message: 'it is broken' });
  });

  it('says so when the reader dies while it opens', async () => {
    await assert.rejects(client('crashing').open(undefined, {}), WorkerStoppedError);
    assert.equal(stops.length, 1);
  });

  it('opens the bundle again after a crash', async () => {
    const good = client('good');
    await good.open(undefined, {});
    await assert.rejects(good.read('crash'), { name: 'WorkerStoppedError', message: 'a fault in the reader' });
    assert.equal(stops.length, 1);
    assert.deepEqual(await good.read('a.log'), { reason: 'read 5 a.log' });
  });

  for (const name of ['polite', 'deaf']) {
    it(`can be cancelled when the reader is ${name}`, async () => {
      const cancellation = new AbortController();
      const opening = client(name).open(undefined, {
        signal: cancellation.signal,
        onProgress: () => {
          cancellation.abort();
        },
      });
      await assert.rejects(opening, RequestCancelledError);
      assert.deepEqual(stops, []);
    });
  }

  it('can be cancelled while the file itself is not there yet', async () => {
    const cancellation = new AbortController();
    const made = new BundleClient(
      { script: path.join(folder, 'worker.js'), start: { translationFile: null } },
      () => new Promise(() => undefined),
      (error) => stops.push(error),
    );
    const opening = made.open(undefined, { signal: cancellation.signal });
    cancellation.abort();
    await assert.rejects(opening, RequestCancelledError);
  });

  it('answers nothing after it was closed', async () => {
    const good = client('good');
    const opening = good.open(undefined, {});
    good.dispose();
    await assert.rejects(opening, RequestCancelledError);
    await assert.rejects(good.read('a.log'), RequestCancelledError);
    assert.deepEqual(stops, []);
  });
});
