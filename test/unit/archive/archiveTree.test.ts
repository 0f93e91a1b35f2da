import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { openArchiveTree } from '../../../src/core/archive/archiveTree';
import type { ArchiveMember, ArchiveTree, ArchiveTreeOptions } from '../../../src/core/archive/archiveTree';
import { defaultLimits } from '../../../src/core/archive/limits';
import type { ArchiveLimits } from '../../../src/core/archive/limits';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { writeZip } from '../../bundles/zipWriter';
import type { ZipFile } from '../../bundles/zipWriter';
import { requireData } from '../testData';

const text = new TextDecoder();

async function openTree(bytes: Uint8Array<ArrayBuffer>, options?: ArchiveTreeOptions): Promise<ArchiveTree> {
  const result = await openArchiveTree(new MemorySource(bytes), 'bundle.zip', options);
  assert.ok(result.ok, result.ok ? '' : result.problem.detail);
  return result.tree;
}

function limited(limits: Partial<ArchiveLimits>): ArchiveTreeOptions {
  return { limits: { ...defaultLimits, ...limits } };
}

function memberOf(tree: ArchiveTree, path: string): ArchiveMember {
  const member = tree.members.find((candidate) => candidate.path === path);
  assert.ok(member, `${path} among ${tree.members.map((each) => each.path).join(', ')}`);
  return member;
}

async function contentOf(tree: ArchiveTree, path: string): Promise<string> {
  const content = await memberOf(tree, path).read();
  assert.ok(content.ok, content.ok ? '' : content.problem.detail);
  return text.decode(content.bytes);
}

function pathsOf(tree: ArchiveTree): string[] {
  return tree.members.map((member) => member.path);
}

/** A zip of zips: `name` in each, `levels` deep. */
function nested(levels: number): Uint8Array<ArrayBuffer> {
  let bytes = writeZip([{ name: 'core.txt', content: 'found' }]);
  for (let level = 1; level < levels; level++) {
    bytes = writeZip([{ name: 'in.zip', content: bytes }]);
  }
  return bytes;
}

/** The smallest cabinet with one stored file, [MS-CAB] 2: header, folder, file, one data block. */
function cabinetOf(name: string, content: string): Uint8Array<ArrayBuffer> {
  const data = new TextEncoder().encode(content);
  const fileRecord = 16 + name.length + 1;
  const dataOffset = 36 + 8 + fileRecord;
  const bytes = new Uint8Array(dataOffset + 8 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x4643534d, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(16, 44, true);
  view.setUint16(24, 0x0103, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  view.setUint32(36, dataOffset, true);
  view.setUint16(40, 1, true);
  view.setUint32(44, data.length, true);
  bytes.set(new TextEncoder().encode(name), 60);
  view.setUint16(dataOffset + 4, data.length, true);
  view.setUint16(dataOffset + 6, data.length, true);
  bytes.set(data, dataOffset + 8);
  return bytes;
}

describe('the tree of a bundle', () => {
  it('shows what is in nested archives below their own path, right after them', async () => {
    const inner = writeZip([{ name: 'deep/a.txt', content: 'deep' }]);
    const tree = await openTree(
      writeZip([
        { name: 'first.log', content: '1' },
        { name: 'x\\Inner.ZIP', content: inner },
        { name: 'x\\mdm.cab', content: cabinetOf('system.evtx', 'records') },
        { name: 'last.log', content: '2' },
      ]),
    );
    assert.equal(tree.container, 'zip');
    assert.deepEqual(
      tree.members.map(({ path, isArchive }) => [path, isArchive]),
      [
        ['first.log', false],
        ['x/Inner.ZIP', true],
        ['x/Inner.ZIP/deep/a.txt', false],
        ['x/mdm.cab', true],
        ['x/mdm.cab/system.evtx', false],
        ['last.log', false],
      ],
    );
    assert.deepEqual(tree.problems, []);
    assert.equal(await contentOf(tree, 'x/Inner.ZIP/deep/a.txt'), 'deep');
    assert.equal(await contentOf(tree, 'x/mdm.cab/system.evtx'), 'records');
    const archive = await memberOf(tree, 'x/Inner.ZIP').read();
    assert.ok(archive.ok);
    assert.deepEqual(archive.bytes, inner);
  });

  it('tells an archive by its content: a cabinet under the name of a zip, a zip behind something else', async () => {
    assert.equal((await openTree(cabinetOf('a.txt', 'a'))).container, 'cab');
    const before = new TextEncoder().encode('#!/bin/sh\n'.repeat(100));
    const tree = await openTree(writeZip([{ name: 'a.txt', content: 'a' }], { before }));
    assert.equal(tree.container, 'zip');
    assert.equal(await contentOf(tree, 'a.txt'), 'a');
  });

  it('opens neither documents that are zips nor files that only have the name of an archive', async () => {
    const zip = writeZip([{ name: 'word/document.xml', content: '<w/>' }]);
    const tree = await openTree(
      writeZip([
        { name: 'report.docx', content: zip },
        { name: 'app.msix', content: zip },
        { name: 'renamed.zip', content: 'not an archive' },
        { name: 'empty.cab', content: '' },
      ]),
    );
    assert.deepEqual(
      tree.members.map(({ path, isArchive, problems }) => [path, isArchive, problems.length]),
      [
        ['report.docx', false, 0],
        ['app.msix', false, 0],
        ['renamed.zip', false, 0],
        ['empty.cab', false, 0],
      ],
    );
  });

  it('gives no tree but a line of explanation where the bytes are no archive', async () => {
    for (const [bytes, detail] of [
      [new Uint8Array(0), /^This is neither a cabinet nor a zip archive: the file is empty\.$/],
      [new TextEncoder().encode('ElfFile\0 more'), /it starts with 45 6c 66 46 69 6c 65 00\.$/],
      [new Uint8Array(200_000), /neither a cabinet nor a zip/],
    ] as const) {
      const result = await openArchiveTree(new MemorySource(bytes), 'system.evtx');
      assert.ok(!result.ok);
      assert.equal(result.problem.where, 'system.evtx');
      assert.match(result.problem.detail, detail);
    }
  });

  it('follows archives as deep as the limit says and reports the first it does not open', async () => {
    const tree = await openTree(nested(6));
    assert.deepEqual(pathsOf(tree), ['in.zip', 'in.zip/in.zip', 'in.zip/in.zip/in.zip', 'in.zip/in.zip/in.zip/in.zip']);
    const deepest = tree.members.at(-1)!;
    assert.equal(deepest.isArchive, false);
    assert.deepEqual(
      deepest.problems.map((problem) => problem.code),
      ['archive.too-deep'],
    );
    assert.ok((await deepest.read()).ok, 'it can still be saved');
    assert.equal(await contentOf(await openTree(nested(4)), 'in.zip/in.zip/in.zip/core.txt'), 'found');
  });

  it('counts the entries of all archives together', async () => {
    const files = (count: number): ZipFile[] =>
      Array.from({ length: count }, (_, index) => ({ name: `${index}.log`, content: '' }));
    const bytes = writeZip([{ name: 'in.zip', content: writeZip(files(10)) }, ...files(5)]);
    const tree = await openTree(bytes, limited({ maxEntries: 8 }));
    assert.equal(tree.members.length, 8);
    assert.deepEqual(
      tree.problems.map(({ code, where }) => [code, where]),
      [['archive.too-many-entries', 'in.zip']],
    );
    assert.equal(await contentOf(tree, '4.log'), '');
  });

  it('counts the sizes of all archives together and refuses only what is over', async () => {
    const half = { name: 'half.log', content: new Uint8Array(600) };
    const bytes = writeZip([half, { name: 'in.zip', content: writeZip([half, { name: 's.log', content: 's' }]) }]);
    const tree = await openTree(bytes, limited({ maxTotalBytes: 1000 }));
    const over = memberOf(tree, 'in.zip/half.log');
    assert.deepEqual(
      [over.unreadable, over.problems.map((problem) => problem.code)],
      ['overLimit', ['archive.total-too-large']],
    );
    const content = await over.read();
    assert.ok(!content.ok && content.problem.code === 'archive.total-too-large');
    assert.equal(await contentOf(tree, 'in.zip/s.log'), 's');
  });

  it('keeps paths unique where a folder has the name of a nested archive', async () => {
    const tree = await openTree(
      writeZip([
        { name: 'in.zip', content: writeZip([{ name: 'a.txt', content: 'inner' }]) },
        { name: 'in.zip/A.txt', content: 'outer' },
      ]),
    );
    assert.deepEqual(pathsOf(tree), ['in.zip', 'in.zip/a (2).txt', 'in.zip/A.txt']);
    assert.equal(await contentOf(tree, 'in.zip/A.txt'), 'outer');
    assert.equal(await contentOf(tree, 'in.zip/a (2).txt'), 'inner');
  });

  it('goes on where a nested archive is damaged', async () => {
    const inner = writeZip([{ name: 'a.log', content: 'a log of many words '.repeat(100) }]);
    const tree = await openTree(
      writeZip([
        { name: 'in.zip', content: inner.slice(0, 40) },
        { name: 'b.log', content: 'b' },
      ]),
    );
    assert.deepEqual(pathsOf(tree), ['in.zip', 'b.log']);
    assert.deepEqual(
      tree.problems.map(({ code, where }) => [code, where]),
      [['zip.directory-damaged', 'in.zip']],
    );
    assert.equal(await contentOf(tree, 'b.log'), 'b');
  });

  it('names the bundle where a problem concerns the whole of it', async () => {
    const bytes = writeZip([{ name: 'a.log', content: 'a' }]);
    const tree = await openTree(bytes.slice(0, bytes.length - 10));
    assert.deepEqual(
      tree.problems.map(({ code, where }) => [code, where]),
      [['zip.directory-damaged', 'bundle.zip']],
    );
  });

  it('decodes a nested archive once while it fits in the cache', async () => {
    const files = Array.from({ length: 20 }, (_, index) => ({ name: `${index}.log`, content: `log ${index}` }));
    const inner = writeZip(files);
    const bytes = writeZip([{ name: 'in.zip', content: inner, method: 'stored' }]);
    const memory = new MemorySource(bytes);
    let innerReads = 0;
    const source = {
      size: bytes.length,
      sha256: () => memory.sha256(),
      read: (offset: number, length: number) => {
        innerReads += length >= inner.length ? 1 : 0;
        return memory.read(offset, length);
      },
    };
    const result = await openArchiveTree(source, 'bundle.zip');
    assert.ok(result.ok);
    const atListing = innerReads;
    for (const { name, content } of files) {
      assert.equal(await contentOf(result.tree, `in.zip/${name}`), content);
    }
    assert.equal(innerReads, atListing);
  });

  it('decodes a nested archive again where the cache is too small for all', async () => {
    const noise = (seed: number) =>
      Uint8Array.from({ length: 800 }, (_, index) => Math.imul(index + seed, 2654435761) >>> 21);
    const bytes = writeZip(
      [1, 2, 3].map((seed) => ({ name: `${seed}.zip`, content: writeZip([{ name: 'a', content: noise(seed) }]) })),
    );
    const tree = await openTree(bytes, limited({ maxEntryBytes: 1200 }));
    for (const seed of [1, 2, 3, 1]) {
      const content = await memberOf(tree, `${seed}.zip/a`).read();
      assert.ok(content.ok);
      assert.deepEqual(content.bytes, noise(seed));
    }
  });

  it('reports progress and stops with the reason of an aborted signal', async () => {
    const seen: number[] = [];
    const bytes = writeZip([
      { name: 'in.zip', content: nested(1) },
      { name: 'b', content: '' },
    ]);
    await openTree(bytes, { onProgress: (listed) => seen.push(listed) });
    assert.deepEqual(seen, [2, 3]);
    const controller = new AbortController();
    const onProgress = () => {
      controller.abort(new Error('closed'));
    };
    await assert.rejects(openTree(bytes, { onProgress, signal: controller.signal }), /closed/);
  });
});

describe('the zip of "Collect diagnostics"', () => {
  it('lists the 39 members of the cabinet in it and reads a log beside it', async function () {
    const tree = await openTree(new Uint8Array(readFileSync(requireData(this, 'bundles', 'collect-diagnostics.zip'))));
    const cabinet =
      '(70) FoldersFiles temp_MDMDiagnostics_mdmlogs-2023-07-13-14-27-15_cab/mdmlogs-2023-07-13-14-27-15.cab';
    assert.equal(memberOf(tree, cabinet).isArchive, true);
    assert.equal(pathsOf(tree).filter((path) => path.startsWith(`${cabinet}/`)).length, 39);
    assert.equal(tree.members.length, 39 + 39);
    assert.match(await contentOf(tree, 'results.xml'), /<Collection/);
    const evtx = await contentOf(tree, `${cabinet}/microsoft-windows-aad-operational.evtx`);
    assert.ok(evtx.startsWith('ElfFile\0'));
  });
});
