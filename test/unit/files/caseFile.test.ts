import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, lstat, utimes, writeFile, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyCommand } from '../../../src/core/case/applyCommand';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import type { Command } from '../../../src/core/case/command';
import { writeCase } from '../../../src/core/case/writeCase';
import { CaseFile, type OpenedCase } from '../../../src/files/caseFile';
import { casePath } from '../../../src/files/casePlace';
import { removeLeftovers, replaceFile } from '../../../src/files/caseWrite';
import { noFile, type SeenFile } from '../../../src/files/seenFile';
import { addNote, after, blankCase, minute, sampleBundle } from '../case/sampleCase';

const seen = (text: string): SeenFile => ({ bytes: Buffer.from(text), stamp: null });

describe('a case file', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'case ü '));
    file = path.join(folder, 'bundle.zip.triage.json');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const open = (settleMs = 60_000): Promise<OpenedCase> =>
    CaseFile.open({ file, bundle: sampleBundle, journalFolder: path.join(folder, 'journals'), settleMs });

  /** Does one thing and commits it. */
  async function act(opened: OpenedCase, before: CaseDocument, command: Command, at = 0): Promise<CaseDocument> {
    const applied = applyCommand(before, command, 'ada', minute(at));
    assert.ok(applied.ok);
    assert.ok((await opened.file.commit(applied.case, applied.subjects)).ok);
    return applied.case;
  }

  const idsOf = ({ annotations }: CaseDocument): readonly string[] => annotations.map(({ id }) => id).sort();
  const text = (): Promise<string> => readFile(file, 'utf8');
  const journals = async (): Promise<readonly string[]> => readdir(path.join(folder, 'journals')).catch(() => []);

  it('lies beside its bundle, or in a folder under the name of its contents', () => {
    const bundlePath = path.join(folder, 'DiagLogs.zip');
    assert.equal(casePath({ kind: 'besideBundle' }, bundlePath, sampleBundle.sha256), `${bundlePath}.triage.json`);
    const inFolder = casePath({ kind: 'folder', folder }, bundlePath, sampleBundle.sha256);
    assert.equal(inFolder, path.join(folder, 'abababababababab.triage.json'));
    assert.equal(
      casePath({ kind: 'besideBundle' }, `${folder}${path.sep}`, sampleBundle.sha256),
      `${folder}.triage.json`,
    );
  });

  it('is not made by opening a bundle', async () => {
    const { case: opened, problems, isRecovered } = await open();
    assert.deepEqual(opened, blankCase);
    assert.deepEqual(problems, []);
    assert.equal(isRecovered, false);
    assert.deepEqual(await readdir(folder), []);
  });

  it('has a committed note before it is saved, and a deletion too', async () => {
    const first = await open();
    const added = await act(first, first.case, addNote('one'));
    await act(first, added, addNote('two'));
    const second = await open();
    assert.deepEqual(idsOf(second.case), ['one', 'two']);
    assert.equal(second.isRecovered, true);
    await act(first, added, { kind: 'delete', id: 'one', reply: null }, 1);
    assert.deepEqual(idsOf((await open()).case), ['two']);
  });

  it('is written as a whole, and not at all when nothing has changed', async () => {
    const opened = await open();
    const document = await act(opened, opened.case, addNote('one'));
    assert.ok((await opened.file.save()).ok);
    assert.equal(await text(), writeCase(document));
    const { ino } = await lstat(file);
    assert.ok((await opened.file.save()).ok);
    assert.equal((await lstat(file)).ino, ino);
    assert.deepEqual((await readdir(folder)).sort(), [path.basename(file), 'journals']);
  });

  it('takes up what another window has written meanwhile, and shows what contradicts', async () => {
    const mine = await open();
    const start = await act(mine, mine.case, addNote('one', 'first'));
    await mine.file.save();
    const theirs = await open();
    const edited = await act(theirs, theirs.case, { kind: 'edit', id: 'one', reply: null, text: 'theirs' }, 5);
    await act(theirs, edited, addNote('two'), 6);
    await theirs.file.save();
    await act(mine, start, { kind: 'edit', id: 'one', reply: null, text: 'mine' }, 7);
    const saved = await mine.file.save();
    assert.ok(saved.ok);
    assert.deepEqual(idsOf(saved.case), ['one', 'two']);
    assert.deepEqual(
      saved.conflicts.map(({ annotation, conflict }) => [annotation, conflict.kind === 'text' && conflict.text]),
      [['one', 'theirs']],
    );
    const refreshed = await theirs.file.refresh();
    assert.ok(refreshed.ok);
    assert.deepEqual(refreshed.case, saved.case);
  });

  it('keeps properties that only a later version knows', async () => {
    const known = writeCase(after(blankCase, 'ada', 0, addNote('one')));
    await writeFile(
      file,
      known.replace('"text":', '"colour": "red", "text":').replace('{', '{ "weather": { "now": 1 },'),
    );
    const opened = await open();
    await act(opened, opened.case, { kind: 'tag', id: 'one', tag: 'tap' }, 3);
    await opened.file.save();
    assert.match(await text(), /"colour": "red"/);
    assert.match(await text(), /"weather": \{ "now": 1 \}/);
  });

  it('is only replaced while it is what was read before', async () => {
    await writeFile(file, 'old');
    assert.equal(await replaceFile(file, 'new', seen('other')), false);
    assert.equal(await text(), 'old');
    assert.equal(await replaceFile(file, 'new', noFile), false);
    assert.equal(await replaceFile(file, 'new', seen('old')), true);
    assert.equal(await text(), 'new');
    assert.deepEqual(await readdir(folder), [path.basename(file)]);
  });

  it('may be a link to where cases really lie', async function () {
    const real = path.join(folder, 'real.json');
    await writeFile(real, '');
    try {
      await symlink(real, file);
    } catch {
      console.log('      skipped: links cannot be made on this machine');
      this.skip();
    }
    assert.equal(await replaceFile(file, 'new', seen('')), true);
    assert.ok((await lstat(file)).isSymbolicLink());
    assert.equal(await readFile(real, 'utf8'), 'new');
  });

  for (const [what, content, code] of [
    ['no JSON', '{ "version": 1', 'case.not-json'],
    ['empty', '', 'case.not-json'],
    ['full of conflict markers', '{\n<<<<<<< HEAD\n', 'case.git-conflict'],
    ['of a later version', '{ "version": 2 }', 'case.later-version'],
    ['about another bundle', '{ "version": 1, "bundles": [{ "sha256": "00" }] }', 'case.other-bundle'],
    ['not UTF-8', '\uFFFE', 'case.unreadable'],
  ] as const) {
    it(`is never written over when it is ${what}, and makes room when it is asked to`, async () => {
      await writeFile(file, content, content === '\uFFFE' ? 'utf16le' : 'utf8');
      const before = await readFile(file);
      const opened = await open();
      assert.deepEqual(
        opened.problems.map((problem) => problem.code),
        [code],
      );
      await act(opened, opened.case, addNote('one'));
      const refused = await opened.file.save();
      assert.equal(refused.ok ? '' : refused.problem.code, code);
      assert.deepEqual(await readFile(file), before);
      const aside = await opened.file.setAside();
      assert.deepEqual(await readFile(aside), before);
      assert.ok((await opened.file.save()).ok);
      assert.deepEqual(idsOf((await open()).case), ['one']);
    });
  }

  it('belongs to a bundle that was packed anew', async () => {
    const content = 'c0'.repeat(16);
    const first = await CaseFile.open({ file, bundle: { ...sampleBundle, content }, journalFolder: folder });
    await act(first, first.case, addNote('one'));
    await first.file.save();
    const sha256 = 'cd'.repeat(32);
    const bundle = { sha256, names: ['other.zip'], content };
    const anew = await CaseFile.open({ file, bundle, journalFolder: folder });
    assert.deepEqual(anew.problems, []);
    assert.deepEqual(idsOf(anew.case), ['one']);
    assert.deepEqual(
      anew.case.bundles.map(({ names }) => names),
      [['DiagLogs.zip'], ['other.zip']],
    );
  });

  it('can be kept elsewhere, merged with what lies there', async () => {
    const opened = await open();
    const document = await act(opened, opened.case, addNote('one'));
    const elsewhere = path.join(folder, 'elsewhere.json');
    await writeFile(elsewhere, writeCase(after(blankCase, 'grace', 0, addNote('two'))));
    opened.file.moveTo(elsewhere);
    const saved = await opened.file.save();
    assert.ok(saved.ok);
    assert.deepEqual(idsOf(saved.case), ['one', 'two']);
    assert.deepEqual(idsOf(document), ['one']);
    assert.equal(await readFile(elsewhere, 'utf8'), writeCase(saved.case));
  });

  it('does not take up a line of a journal that was cut off or damaged', async () => {
    const opened = await open();
    const document = await act(opened, opened.case, addNote('one'));
    await act(opened, document, addNote('two'));
    const journal = path.join(folder, 'journals', (await journals())[0]!);
    const lines = await readFile(journal, 'utf8');
    await writeFile(journal, lines.slice(0, -20));
    await appendFile(path.join(folder, 'journals', 'abababababababab.1.x.journal'), `00000000 {}\n\u0000\u0000\n`);
    assert.deepEqual(idsOf((await open()).case), ['one']);
  });

  it('has its journal no longer than needed', async () => {
    const opened = await open(0);
    let document = opened.case;
    for (const id of ['one', 'two', 'three']) {
      document = await act(opened, document, addNote(id));
      await opened.file.save();
      assert.ok((await journals()).length <= 1);
    }
  });

  it('keeps a saved note in the journal until no other window can write over it any more', async () => {
    const opened = await open();
    await act(opened, opened.case, addNote('one'));
    await opened.file.save();
    await rm(file);
    assert.deepEqual(idsOf((await open()).case), ['one']);
  });

  it('clears away what a cut-off save has left, but not what another one is writing', async () => {
    await mkdir(folder, { recursive: true });
    const old = path.join(folder, `.${path.basename(file)}.1.tmp`);
    const fresh = path.join(folder, `.${path.basename(file)}.2.tmp`);
    await writeFile(old, '');
    await writeFile(fresh, '');
    await utimes(old, 0, 0);
    await removeLeftovers(file);
    assert.deepEqual(await readdir(folder), [path.basename(fresh)]);
  });
});
