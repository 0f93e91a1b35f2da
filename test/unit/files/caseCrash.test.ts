import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyCommand } from '../../../src/core/case/applyCommand';
import { mergeCases } from '../../../src/core/case/mergeCases';
import { readCase } from '../../../src/core/case/readCase';
import { CaseFile, type CaseFileOptions } from '../../../src/files/caseFile';
import { SeededRandom } from '../../bundles/seededRandom';
import { addNote, onLine, sampleBundle } from '../case/sampleCase';

/*
 * Processes that write notes and are killed at any moment. This file is its own program: started with a folder in its
 * environment it writes, and says which notes were confirmed; otherwise it tests. `TRIAGE_CASE_KILLS=1000` kills more.
 */

const { TRIAGE_CASE_WRITER: writerFolder, TRIAGE_CASE_KILLS: wantedKills = '100' } = process.env;
const kills = Number(wantedKills);

/** Longest life of a writer after its first confirmed note, milliseconds: some saves. */
const longestLife = 60;

function optionsIn(folder: string): CaseFileOptions {
  const file = path.join(folder, 'bundle.zip.triage.json');
  return { file, bundle: sampleBundle, journalFolder: path.join(folder, 'journals'), settleMs: 500 };
}

/** Writes until it is killed, or `count` notes. */
async function write(folder: string, writer: string, count: number): Promise<void> {
  const opened = await CaseFile.open(optionsIn(folder));
  let document = opened.case;
  for (let number = 1; number <= count; number += 1) {
    const id = `${writer}-${number}`;
    const applied = applyCommand(document, addNote(id, `note ${id}`, onLine(number)), writer, new Date().toISOString());
    assert.ok(applied.ok);
    document = applied.case;
    const committed = await opened.file.commit(document, applied.subjects);
    assert.ok(committed.ok);
    writeSync(1, `${id}\n`);
    if (number % 3 === 0) {
      const saved = await opened.file.save();
      assert.ok(saved.ok, saved.ok ? '' : saved.problem.detail);
      document = mergeCases(document, saved.case).case;
    }
  }
  const saved = await opened.file.save();
  assert.ok(saved.ok);
}

interface Writer {
  /** Ids of the notes that were confirmed. */
  readonly confirmed: string[];
  readonly ended: Promise<number | null>;
}

/** @param lifeMs how long it lives after its first note; `null`: until it is done */
function startWriter(folder: string, name: string, count: number, lifeMs: number | null): Writer {
  const child = spawn(process.execPath, [__filename], {
    env: { ...process.env, TRIAGE_CASE_WRITER: folder, TRIAGE_CASE_NAME: name, TRIAGE_CASE_COUNT: String(count) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const confirmed: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (confirmed.length === 0 && lifeMs !== null) {
      setTimeout(() => child.kill('SIGKILL'), lifeMs);
    }
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    confirmed.push(...lines);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { confirmed, ended };
}

async function notesIn(folder: string): Promise<Set<string>> {
  const opened = await CaseFile.open(optionsIn(folder));
  assert.deepEqual(opened.problems, []);
  return new Set(opened.case.annotations.map(({ id }) => id));
}

function tests(): void {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'case crash '));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it(`loses no confirmed note in ${kills} kills`, async function () {
    this.timeout(kills * 2000);
    const random = new SeededRandom(7);
    const confirmed: string[] = [];
    let killed = 0;
    while (killed < kills) {
      // Several at a time, so that a kill also meets another writer's save.
      const writers = [1, 2, 3, 4].map((side) =>
        startWriter(folder, `${side}-${killed}`, 100_000, random.below(longestLife)),
      );
      const codes = await Promise.all(writers.map(({ ended }) => ended));
      assert.deepEqual(
        codes,
        writers.map(() => null),
        'a writer ended by itself',
      );
      killed += writers.length;
      confirmed.push(...writers.flatMap((writer) => writer.confirmed));
      const text = await readFile(optionsIn(folder).file, 'utf8').catch(() => null);
      assert.ok(text === null || readCase(text, '').ok, 'the file is broken');
      if (killed % 20 === 0 || killed >= kills) {
        const found = await notesIn(folder);
        assert.deepEqual(
          confirmed.filter((id) => !found.has(id)),
          [],
        );
      }
    }
    assert.ok(confirmed.length >= kills, `${confirmed.length} notes`);
    if (kills > 100) {
      console.log(`      ${kills} kills, ${confirmed.length} confirmed notes, none lost`);
    }
  });

  it('lets two processes write at the same time, without a lock and without a loss', async function () {
    this.timeout(60_000);
    const writers = ['ada', 'grace'].map((name) => startWriter(folder, name, 60, null));
    assert.deepEqual(await Promise.all(writers.map(({ ended }) => ended)), [0, 0]);
    const confirmed = writers.flatMap((writer) => writer.confirmed);
    assert.equal(confirmed.length, 120);
    const found = await notesIn(folder);
    assert.deepEqual(
      confirmed.filter((id) => !found.has(id)),
      [],
    );
    const left = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
    assert.deepEqual(left, []);
  });
}

if (writerFolder === undefined) {
  describe('a case under fire', tests);
} else {
  void write(writerFolder, process.env.TRIAGE_CASE_NAME ?? '', Number(process.env.TRIAGE_CASE_COUNT));
}
