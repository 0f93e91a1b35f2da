import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyCommand } from '../../../src/core/case/applyCommand';
import { writeCase } from '../../../src/core/case/writeCase';
import { CaseFile } from '../../../src/files/caseFile';
import { addNote, after, blankCase, minute, sampleBundle } from '../case/sampleCase';

/*
 * Disks that do not do as they are told. A process of its own writes, as an ordinary user or with little room; this file
 * is its program, too.
 */

const { TRIAGE_CASE_TROUBLE: troubledFolder, TRIAGE_CASE_TEXT: noteText = '' } = process.env;

/** `nobody`: the super user may write everywhere. */
const ordinaryUser = 65_534;

interface Report {
  readonly committed: string;
  readonly saved: string;
}

async function write(folder: string): Promise<void> {
  if (process.getuid?.() === 0) {
    process.setgid?.(ordinaryUser);
    process.setuid?.(ordinaryUser);
  }
  const opened = await CaseFile.open({
    file: path.join(folder, 'share', 'case.json'),
    bundle: sampleBundle,
    journalFolder: path.join(folder, 'journals'),
  });
  const applied = applyCommand(opened.case, addNote('fresh', noteText), 'ada', minute(900));
  assert.ok(applied.ok);
  const committed = await opened.file.commit(applied.case, applied.subjects);
  const saved = await opened.file.save();
  const report: Report = {
    committed: committed.ok ? 'ok' : committed.problem.code,
    saved: saved.ok ? 'ok' : saved.problem.code,
  };
  process.stdout.write(JSON.stringify(report));
}

function tests(): void {
  let folder: string;
  let share: string;
  let file: string;
  const present = writeCase(
    after(blankCase, 'ada', 0, ...Array.from({ length: 50 }, (_, at) => addNote(`old-${at}`, 'x'.repeat(200)))),
  );

  beforeEach(async function () {
    if (process.platform === 'win32') {
      console.log('      skipped: this machine has neither modes nor limits');
      this.skip();
    }
    folder = await mkdtemp(path.join(tmpdir(), 'case trouble '));
    share = path.join(folder, 'share');
    file = path.join(share, 'case.json');
    await mkdir(share);
    await mkdir(path.join(folder, 'journals'));
    await writeFile(file, present);
    for (const name of [folder, share, path.join(folder, 'journals')]) {
      await chmod(name, 0o777);
    }
    await chmod(file, 0o666);
  });

  afterEach(async () => {
    await chmod(share, 0o777);
    await rm(folder, { recursive: true });
  });

  function run(text: string, blocks: number | 'unlimited' = 'unlimited'): Report {
    const result = spawnSync('/bin/sh', ['-c', `ulimit -f ${blocks} && exec "$0" "$1"`, process.execPath, __filename], {
      env: { ...process.env, TRIAGE_CASE_TROUBLE: folder, TRIAGE_CASE_TEXT: text },
      encoding: 'utf8',
    });
    assert.equal(result.status, 0, result.stderr);
    return JSON.parse(result.stdout) as Report;
  }

  async function isRecovered(): Promise<boolean> {
    const opened = await CaseFile.open({ file, bundle: sampleBundle, journalFolder: path.join(folder, 'journals') });
    return opened.case.annotations.some(({ id }) => id === 'fresh') && opened.case.annotations.length === 51;
  }

  it('keeps the note where the share is read-only, and says that the case cannot be saved there', async () => {
    await chmod(share, 0o555);
    assert.deepEqual(run('short'), { committed: 'ok', saved: 'case.read-only' });
    assert.equal(await readFile(file, 'utf8'), present);
    assert.ok(await isRecovered());
  });

  it('keeps the note and the file where there is no room for a new one', async () => {
    assert.deepEqual(run('short', 8), { committed: 'ok', saved: 'case.disk-full' });
    assert.equal(await readFile(file, 'utf8'), present);
    assert.deepEqual(await readdir(share), ['case.json']);
    assert.ok(await isRecovered());
  });

  it('does not call a note committed that found room nowhere, and leaves nothing half-written', async () => {
    assert.deepEqual(run('x'.repeat(50_000), 8), { committed: 'case.disk-full', saved: 'case.disk-full' });
    assert.equal(await readFile(file, 'utf8'), present);
    const journals = await readdir(path.join(folder, 'journals'));
    for (const name of journals) {
      assert.equal(await readFile(path.join(folder, 'journals', name), 'utf8'), '');
    }
  });

  it('writes the case itself where the journal cannot be written', async () => {
    await chmod(path.join(folder, 'journals'), 0o555);
    assert.deepEqual(run('short'), { committed: 'ok', saved: 'ok' });
    assert.match(await readFile(file, 'utf8'), /"fresh"/);
  });

  it('says so when the folder is gone', async () => {
    await rm(share, { recursive: true });
    assert.deepEqual(run('short'), { committed: 'ok', saved: 'case.no-folder' });
    await mkdir(share);
  });
}

if (troubledFolder === undefined) {
  describe('a case on a bad disk', tests);
} else {
  void write(troubledFolder);
}
