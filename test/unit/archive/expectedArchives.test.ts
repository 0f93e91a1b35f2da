import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import type { EntryContent } from '../../../src/core/archive/archiveEntry';
import { openArchiveTree } from '../../../src/core/archive/archiveTree';
import type { ArchiveMember, ArchiveTreeResult } from '../../../src/core/archive/archiveTree';
import { defaultLimits } from '../../../src/core/archive/limits';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { dataPath, requireData } from '../testData';

/*
 * Some two hundred archives from the test suites of other readers, sound, odd and hostile, with what reference readers
 * get out of each: one row for each entry, or one with the index `-` for the archive as a whole.
 */

const verdicts = [
  'ok',
  'ok-unsafe-name',
  'refuse',
  'encrypted',
  'unsupported-method',
  'either',
  'either-unsafe-name',
] as const;

type Verdict = (typeof verdicts)[number];

interface Row {
  readonly verdict: Verdict;
  /** Entries in the archive, directories included; `null` where no reference reader lists it. */
  readonly entryCount: number | null;
  /** Place in the archive; `null` for the archive as a whole. */
  readonly index: number | null;
  readonly name: string;
  readonly sha256: string | null;
}

function isVerdict(text: string): text is Verdict {
  return (verdicts as readonly string[]).includes(text);
}

function readRows(file: string): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)) {
    const [archive = '', verdict = '', entryCount = '', index = '', name = '', , sha256 = ''] = line
      .split('\t')
      .map(unescape);
    assert.ok(isVerdict(verdict), line);
    const row: Row = {
      verdict,
      entryCount: entryCount === '-' ? null : Number(entryCount),
      index: index === '-' ? null : Number(index),
      name,
      sha256: sha256 === '-' ? null : sha256,
    };
    rows.set(archive, [...(rows.get(archive) ?? []), row]);
  }
  return rows;
}

function unescape(field: string): string {
  return field.replace(/\\(?:x([0-9a-f]{2})|\\)/gi, (_, hex?: string) =>
    hex === undefined ? '\\' : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** Nothing may land outside of where it is put, and nothing may hide something else. */
function assertSafePaths(members: readonly ArchiveMember[]): void {
  for (const { path } of members) {
    assert.doesNotMatch(path, /[\\\0]|^[a-z]:|^\//i);
    assert.ok(
      path.split('/').every((segment) => !['', '.', '..'].includes(segment)),
      path,
    );
  }
  assert.equal(new Set(members.map((member) => member.path.toLowerCase())).size, members.length);
}

function isWarned(problems: readonly { readonly severity: string }[]): boolean {
  return problems.some(({ severity }) => severity === 'error' || severity === 'warning');
}

function assertArchive(row: Row, result: ArchiveTreeResult): void {
  switch (row.verdict) {
    case 'ok':
      assert.ok(result.ok, result.ok ? '' : result.problem.detail);
      assert.equal(result.tree.members.length, row.entryCount);
      return;
    case 'refuse':
      assert.ok(!result.ok || isWarned(result.tree.problems), 'accepted without a word');
      return;
    case 'either':
      return;
    case 'ok-unsafe-name':
    case 'either-unsafe-name':
    case 'encrypted':
    case 'unsupported-method':
      assert.fail(`${row.verdict} is about an entry`);
  }
}

async function assertEntry(row: Row, member: ArchiveMember, content: EntryContent): Promise<void> {
  const sha256 = content.ok ? await new MemorySource(content.bytes).sha256() : null;
  // Names in other encodings are the business of the readers' own tests.
  if (/^[ -~]+$/.test(row.name) && row.index !== null) {
    assert.equal(member.rawName.replaceAll('\\', '/'), row.name.replaceAll('\\', '/'));
  }
  const isDoubted = !content.ok || isWarned(content.problems);
  switch (row.verdict) {
    case 'ok':
    case 'ok-unsafe-name':
      assert.ok(content.ok, content.ok ? '' : content.problem.detail);
      assert.deepEqual(content.problems, []);
      assert.equal(sha256, row.sha256);
      return;
    case 'refuse':
      assert.ok(isDoubted, 'delivered as intact');
      return;
    case 'encrypted':
      assert.equal(member.unreadable, 'encrypted');
      assert.ok(!content.ok && content.reason === 'encrypted');
      return;
    case 'unsupported-method':
      assert.ok(content.ok ? sha256 === row.sha256 : content.reason === 'unsupportedMethod');
      return;
    case 'either':
    case 'either-unsafe-name':
      assert.ok(isDoubted || row.sha256 === null || sha256 === row.sha256, 'wrong content as intact');
  }
}

/** A zip in the comment of a zip: the references show the inner one, the zip library the outer one. */
const ambiguousArchive = 'libzip/zip64-in-archive-comment.zip';

describe('archives of other test suites', () => {
  const table = dataPath('archives', 'expected.tsv');
  if (table === null) {
    it('are read as reference readers read them', function () {
      requireData(this, 'archives', 'expected.tsv');
    });
    return;
  }

  for (const [file, rows] of readRows(table)) {
    it(`${file}: ${[...new Set(rows.map((row) => row.verdict))].join(', ')}`, async function () {
      const bytes = new Uint8Array(readFileSync(requireData(this, 'archives', file)));
      const result = await openArchiveTree(new MemorySource(bytes), file, {
        limits: { ...defaultLimits, maxDepth: 1 },
      });
      const members = result.ok ? result.tree.members : [];
      assertSafePaths(members);

      if (file === ambiguousArchive) {
        assert.ok(result.ok && result.tree.problems.some((problem) => problem.code === 'zip.ambiguous'));
        return;
      }
      for (const row of rows.filter((each) => each.index === null)) {
        assertArchive(row, result);
      }
      // Whatever the verdict, reading every member ends.
      const contents: EntryContent[] = [];
      for (const member of members) {
        contents.push(await member.read());
      }
      const files = rows.filter((row) => row.index !== null && !row.name.endsWith('/'));
      if (files.length > 0) {
        assert.equal(members.length, files.length, 'entries');
      }
      for (const [index, row] of files.entries()) {
        await assertEntry(row, members[index]!, contents[index]!);
      }
    });
  }
});
