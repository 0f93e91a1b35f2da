import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { defaultLimits } from '../../../src/core/archive/limits';
import type { Bundle } from '../../../src/core/bundle/bundle';
import type { BundleInput, FolderFile } from '../../../src/core/bundle/bundleInput';
import { openBundle, type BundleProgress, type OpenBundleOptions } from '../../../src/core/bundle/openBundle';
import { MemorySource, type ByteSource } from '../../../src/core/bytes/byteSource';
import { buildBundle } from '../../bundles/build';
import { writeCabinet } from '../../bundles/cabinetWriter';
import { writeEvtx } from '../../bundles/evtxWriter';
import { imeLogText } from '../../bundles/imeLog';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import type { BundleContainer } from '../../bundles/scenario';
import { writeZip } from '../../bundles/zipWriter';
import { sampleRecords } from '../evtx/sampleRecords';
import { requireData } from '../testData';

const evtx = writeEvtx(sampleRecords(20));
const imeLog = utf8(
  imeLogText([{ rawMs: 0, ticks: 0, minutesEastOfUtc: 0, message: 'EMS Agent Started', type: 1, thread: 1 }]),
);

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function fileInput(bytes: Uint8Array, name = 'input'): BundleInput {
  return { kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) };
}

function folderInput(files: Readonly<Record<string, Uint8Array | ByteSource>>): BundleInput {
  const list = Object.entries(files).map(([path, content]): FolderFile => ({
    path,
    source: content instanceof Uint8Array ? new MemorySource(Uint8Array.from(content)) : content,
    modified: 1,
  }));
  return { kind: 'folder', name: 'folder', files: list };
}

async function open(input: BundleInput, options?: OpenBundleOptions): Promise<Bundle> {
  const opened = await openBundle(input, options);
  assert.ok(opened.ok, opened.ok ? '' : opened.problem.detail);
  return opened.bundle;
}

function paths(bundle: Bundle): string[] {
  return bundle.members.map(({ path }) => path);
}

function member(bundle: Bundle, path: string): Bundle['members'][number] {
  const found = bundle.members.find((candidate) => candidate.path === path);
  assert.ok(found !== undefined, `${path} in ${paths(bundle).join(', ')}`);
  return found;
}

/** A medium that fails on every read. */
const lostShare: ByteSource = {
  size: 100,
  read: () => Promise.reject(new Error('the share is gone')),
  sha256: () => Promise.reject(new Error('the share is gone')),
};

async function encryptedZip(): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password: 'opensesame', useWebWorkers: false });
  await zip.add('system.evtx', new Uint8ArrayReader(evtx));
  await zip.add('inner.zip', new Uint8ArrayReader(writeZip([{ name: 'ime.log', content: imeLog }])));
  return zip.close();
}

describe('a bundle is opened', () => {
  const expectedKinds: Readonly<Record<BundleContainer, readonly [string, string]>> = {
    mdmCab: ['mdmDiagnostics', 'cab'],
    mdmZip: ['mdmDiagnostics', 'zip'],
    collectDiagnostics: ['collectDiagnostics', 'zip'],
  };
  for (const container of Object.keys(expectedKinds) as BundleContainer[]) {
    it(`whatever it is packed in: ${container}`, async () => {
      const built = buildBundle({ ...policyRebootTap, container });
      const bundle = await open(fileInput(built.bytes, built.name));
      assert.deepEqual([bundle.kind, bundle.container], expectedKinds[container]);
      assert.equal(bundle.name, built.name);
      assert.equal(bundle.sha256, await new MemorySource(Uint8Array.from(built.bytes)).sha256());
      // Names longer than that are shortened.
      for (const { name, bytes } of built.members.filter((file) => file.name.length <= 200)) {
        const found = member(bundle, name.replaceAll('\\', '/'));
        assert.equal(found.size, bytes.length, name);
        assert.equal(found.unreadable, null, name);
      }
      assert.ok(bundle.logs.events.count > 0);
      assert.equal(bundle.logs.registryDumps.length, 1);
      assert.equal(bundle.logs.footprints.length, 1);
      assert.equal(bundle.logs.metadata.length, 1);
      assert.equal(bundle.logs.autopilotProfiles.length, 1);
      assert.equal(bundle.logs.collectionResults.length, container === 'collectDiagnostics' ? 1 : 0);
      assert.equal(bundle.logs.registryExports.length, container === 'collectDiagnostics' ? 1 : 0);
      assert.ok(bundle.logs.cmTrace.length > 0 && bundle.logs.setup.length > 0);
      assert.deepEqual(
        bundle.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
    });
  }

  it('when it is a single event log or a single text log', async () => {
    const logs: readonly [string, Uint8Array, number | null][] = [
      ['Any name', evtx, 20],
      ['IntuneManagementExtension.log', imeLog, null],
    ];
    for (const [name, bytes, records] of logs) {
      const bundle = await open(fileInput(bytes, name));
      assert.deepEqual([bundle.kind, bundle.container], ['singleLog', 'file']);
      assert.deepEqual(paths(bundle), [name]);
      assert.equal(bundle.members[0]?.records, records);
      const content = await bundle.read(name);
      assert.ok(content.ok && Buffer.from(content.bytes).equals(bytes));
    }
  });

  it('when it is a zip with something in front', async () => {
    const zip = writeZip([{ name: 'a.evtx', content: evtx }], { before: utf8('From: somebody\r\n\r\n') });
    assert.equal((await open(fileInput(zip))).logs.events.count, 20);
  });

  it('with the members of archives in it below their paths', async () => {
    const inner = writeCabinet({ folders: [{ packing: 'mszip', files: [{ name: 'deep.evtx', bytes: evtx }] }] });
    const bundle = await open(fileInput(writeZip([{ name: '(70) FoldersFiles temp\\mdmlogs.cab', content: inner }])));
    assert.deepEqual(paths(bundle), [
      '(70) FoldersFiles temp/mdmlogs.cab',
      '(70) FoldersFiles temp/mdmlogs.cab/deep.evtx',
    ]);
    assert.equal(member(bundle, '(70) FoldersFiles temp/mdmlogs.cab').kind, 'archive');
    assert.equal(bundle.kind, 'collectDiagnostics');
    assert.equal(bundle.logs.events.count, 20);
  });

  it('and reads a member only by its path', async () => {
    const bundle = await open(fileInput(writeZip([{ name: 'a.log', content: imeLog }])));
    const missing = await bundle.read('b.log');
    assert.ok(!missing.ok && missing.problem.code === 'bundle.no-such-member');
  });

  it('and says how far it is, never going back', async () => {
    const steps: BundleProgress[] = [];
    const inner = writeZip([{ name: 'c.evtx', content: evtx }]);
    await open(
      folderInput({
        'a.zip': writeZip([
          { name: 'b.zip', content: inner },
          { name: 'd.evtx', content: writeEvtx(sampleRecords(3)) },
        ]),
        'e.log': imeLog,
        'f.zip': inner,
      }),
      { onProgress: (progress) => steps.push(progress) },
    );
    const reading = steps.findIndex(({ step }) => step === 'reading');
    assert.ok(reading > 0);
    assert.ok(steps.slice(reading).every(({ step, totalMembers }) => step === 'reading' && totalMembers === 7));
    steps.reduce((before, step) => {
      assert.ok(step.members >= before.members && step.records >= before.records, JSON.stringify([before, step]));
      assert.ok(step.totalMembers >= before.totalMembers, JSON.stringify([before, step]));
      return step;
    });
    assert.deepEqual(steps.at(-1), { step: 'reading', members: 7, totalMembers: 7, records: 43 });
  });
});

describe('a folder is opened as a bundle', () => {
  it('with archives in it, and problems under their full paths', async () => {
    const zip = Buffer.from(writeZip([{ name: 'log.evtx', content: evtx, method: 'stored' }]));
    const at = zip.indexOf('ElfChnk');
    zip.writeUInt8(zip.readUInt8(at + 600) ^ 0xff, at + 600);
    const bundle = await open(folderInput({ 'sub/a.zip': zip, 'b.log': imeLog, 'picture.zip': utf8('no zip') }));
    assert.equal(bundle.kind, 'folder');
    assert.deepEqual(paths(bundle), ['b.log', 'picture.zip', 'sub/a.zip', 'sub/a.zip/log.evtx']);
    assert.equal(member(bundle, 'sub/a.zip').kind, 'archive');
    assert.equal(member(bundle, 'picture.zip').kind, 'text');
    const { problems } = member(bundle, 'sub/a.zip/log.evtx');
    assert.ok(problems.some(({ code }) => code === 'zip.crc-mismatch'));
    assert.ok(problems.every(({ where }) => where.startsWith('sub/a.zip/log.evtx')));
    const content = await bundle.read('sub/a.zip/log.evtx');
    assert.ok(content.ok && content.problems.every(({ where }) => where === 'sub/a.zip/log.evtx'));
  });

  it('has the same hash however its files are listed, and another one for other names and content', async () => {
    const hash = async (files: Readonly<Record<string, Uint8Array>>) => (await open(folderInput(files))).sha256;
    const own = await hash({ a: imeLog, b: evtx });
    assert.match(own, /^[0-9a-f]{64}$/);
    assert.equal(await hash({ b: evtx, a: imeLog }), own);
    assert.notEqual(await hash({ a: evtx, b: imeLog }), own);
    assert.notEqual(await hash({ a: imeLog, c: evtx }), own);
  });

  it('goes on when a file of it cannot be read', async () => {
    const bundle = await open(folderInput({ 'a.evtx': lostShare, 'b.zip': lostShare, 'c.evtx': evtx }));
    for (const path of ['a.evtx', 'b.zip']) {
      const { unreadable, problems } = member(bundle, path);
      assert.equal(unreadable, 'damaged');
      assert.match(problems[0]?.detail ?? '', /the share is gone/);
      assert.equal(problems[0]?.where, path);
    }
    assert.equal(bundle.logs.events.count, 20);
  });

  it('does not read a file that is larger than any member may be', async () => {
    const huge: ByteSource = { ...lostShare, size: 2 ** 45 };
    const bundle = await open(folderInput({ 'a.evtx': huge, 'b.log': huge, 'c.evtx': evtx }));
    assert.equal(member(bundle, 'a.evtx').unreadable, 'overLimit');
    assert.equal(member(bundle, 'a.evtx').problems[0]?.code, 'bundle.file-too-large');
    const content = await bundle.read('b.log');
    assert.ok(!content.ok && content.reason === 'overLimit');
    assert.equal(bundle.logs.events.count, 20);
  });
});

describe('an encrypted bundle', () => {
  let zip: Uint8Array;
  before(async () => {
    zip = await encryptedZip();
  });

  it('shows what is in it, and that it is encrypted, without the password', async () => {
    const bundle = await open(fileInput(zip));
    assert.deepEqual(
      bundle.members.map(({ path, unreadable }) => [path, unreadable]),
      [
        ['system.evtx', 'encrypted'],
        ['inner.zip', 'encrypted'],
      ],
    );
    assert.equal(bundle.logs.events.count, 0);
  });

  it('is read with the password, nested archives included, and read again without being told it', async () => {
    const bundle = await open(fileInput(zip), { password: 'opensesame' });
    assert.deepEqual(
      bundle.members.map(({ path, unreadable, kind }) => [path, unreadable, kind]),
      [
        ['system.evtx', null, 'evtx'],
        ['inner.zip', null, 'archive'],
        ['inner.zip/ime.log', null, 'cmTrace'],
      ],
    );
    assert.equal(bundle.logs.events.count, 20);
    assert.equal((await bundle.read('system.evtx')).ok, true);
    assert.deepEqual(
      bundle.members.flatMap(({ problems }) => problems),
      [],
    );
  });

  it('stays closed with a wrong password', async () => {
    const bundle = await open(fileInput(zip), { password: 'wrong' });
    assert.ok(bundle.members.every(({ unreadable, problems }) => unreadable === 'encrypted' && problems.length > 0));
  });

  it('is read with the password in a folder, too', async () => {
    const bundle = await open(folderInput({ 'a.zip': zip }), { password: 'opensesame' });
    assert.equal(member(bundle, 'a.zip/inner.zip/ime.log').unreadable, null);
    assert.equal(bundle.logs.events.count, 20);
  });
});

describe('what is no bundle', () => {
  const strangers: readonly [string, Uint8Array, RegExp][] = [
    ['an empty file', new Uint8Array(), /the file is empty/],
    ['plain text', utf8('Dear all,\r\n'), /plain text/],
    ['a web page', utf8('<!DOCTYPE html><html>'), /a web page/],
    ['JSON', utf8('{"a":1}'), /JSON/],
    ['bytes', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0, 1), /it starts with 7f 45 4c 46/],
    ['an old event log', Uint8Array.of(0x30, 0, 0, 0, 0x4c, 0x66, 0x4c, 0x65, 1), /\.evt\)/],
  ];
  for (const [name, bytes, reason] of strangers) {
    it(`is refused with one sentence: ${name}`, async () => {
      const opened = await openBundle(fileInput(bytes, 'file.bin'));
      assert.ok(!opened.ok);
      assert.match(opened.problem.detail, reason);
      assert.match(opened.problem.detail, /^[A-Z][^\n]*\.$/);
      assert.equal(opened.problem.where, 'file.bin');
    });
  }

  it('is refused with one sentence: an empty folder', async () => {
    const opened = await openBundle(folderInput({}));
    assert.ok(!opened.ok);
    assert.equal(opened.problem.detail, 'The folder holds no files.');
  });
});

describe('a broken bundle', () => {
  it('shows its sound members beside the broken ones', async () => {
    const zip = Buffer.from(
      writeZip([
        { name: 'broken.evtx', content: evtx },
        { name: 'inner.cab', content: 'MSCF but nothing more', method: 'stored' },
        { name: 'sound.evtx', content: evtx },
        { name: 'no.json', content: '{"CloudAssignedTenantId": ' },
      ]),
    );
    zip.fill(0xff, 60, 90);
    const bundle = await open(fileInput(zip));
    assert.equal(member(bundle, 'broken.evtx').unreadable, 'damaged');
    assert.equal(member(bundle, 'sound.evtx').records, 20);
    assert.deepEqual(
      member(bundle, 'no.json').problems.map(({ code }) => code),
      ['log.not-json'],
    );
    assert.ok(bundle.members.some(({ path }) => path === 'inner.cab'));
  });

  it('does not take more than it may, whatever sizes it claims', async () => {
    const zip = Buffer.from(
      writeZip([
        { name: 'a.evtx', content: evtx },
        { name: 'b.evtx', content: evtx },
      ]),
    );
    const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    zip.writeUInt32LE(0xffff_fff0, directory + 24);
    const bundle = await open(fileInput(zip));
    assert.notEqual(member(bundle, 'a.evtx').unreadable, null);
    assert.equal(member(bundle, 'b.evtx').records, 20);
  });

  it('says where a text log has lines it does not understand', async () => {
    const text = `${new TextDecoder().decode(imeLog)}${'noise\r\n'.repeat(10)}`;
    const bundle = await open(fileInput(utf8(text), 'a.log'));
    assert.deepEqual(
      bundle.members[0]?.problems.map(({ code, detail }) => [code, detail.split(' lines')[0]]),
      [['log.stray-lines', '10 of 11']],
    );
  });

  it('rejects when the medium of a single file fails', async () => {
    await assert.rejects(openBundle({ kind: 'file', name: 'a', source: lostShare }), /the share is gone/);
  });
});

describe('opening', () => {
  const zip = writeZip(Array.from({ length: 30 }, (_, index) => ({ name: `${index}.evtx`, content: evtx })));

  it('is not begun when it was aborted before', async () => {
    await assert.rejects(
      openBundle(fileInput(zip), { signal: AbortSignal.abort('reason') }),
      (error) => error === 'reason',
    );
  });

  for (const step of ['listing', 'reading'] as const) {
    it(`ends with the reason of the signal when it is aborted while ${step}`, async () => {
      const abort = new AbortController();
      const reason = new Error('the person pressed cancel');
      let calls = 0;
      await assert.rejects(
        openBundle(fileInput(zip), {
          signal: abort.signal,
          onProgress: (progress) => {
            calls += 1;
            if (progress.step === step) {
              abort.abort(reason);
            }
          },
        }),
        (error) => error === reason,
      );
      assert.ok(calls <= 2, String(calls));
    });
  }

  it('lets a timer run meanwhile, so that a cancel button works', async () => {
    const abort = new AbortController();
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.evtx`, evtx]));
    const opening = openBundle(folderInput(many), { signal: abort.signal });
    setTimeout(() => {
      abort.abort('cancelled');
    }, 1);
    await assert.rejects(opening, (error) => error === 'cancelled');
  });

  it('keeps to the limits it is given', async () => {
    const limits = { ...defaultLimits, maxEntryBytes: 1000 };
    const bundle = await open(folderInput({ 'a.evtx': evtx, 'b.log': imeLog }), { limits });
    assert.equal(member(bundle, 'a.evtx').unreadable, 'overLimit');
    assert.equal(member(bundle, 'b.log').kind, 'cmTrace');
  });
});

describe('a real bundle', () => {
  for (const name of ['win11-23h2.cab', 'win11-23h2-tool.zip']) {
    it(`has 39 members and 7740 records (${name})`, async function () {
      const bundle = await open(fileInput(readFileSync(requireData(this, 'bundles', name)), name));
      assert.equal(bundle.kind, 'mdmDiagnostics');
      assert.equal(bundle.members.length, 39);
      assert.equal(bundle.logs.events.count, 7740);
      assert.equal(bundle.logs.events.channels.length, 11, 'stale records in the slack are no records');
      assert.equal(member(bundle, 'Wifi.etl').kind, 'empty');
      assert.equal(member(bundle, 'DiagnosticsFrameworkData.json').kind, 'frameworkData');
      assert.deepEqual(
        bundle.members.filter(({ unreadable }) => unreadable !== null),
        [],
      );
    });
  }

  it('of Collect diagnostics holds the cabinet and what gave no result', async function () {
    const bundle = await open(fileInput(readFileSync(requireData(this, 'bundles', 'collect-diagnostics.zip'))));
    assert.equal(bundle.kind, 'collectDiagnostics');
    assert.equal(bundle.logs.events.count, 7740);
    assert.equal(bundle.members.filter(({ kind }) => kind === 'noResult').length, 33);
    assert.equal(bundle.members.filter(({ kind }) => kind === 'dsregcmd').length, 1);
    assert.equal(bundle.logs.cmTrace.length, 1);
  });
});
