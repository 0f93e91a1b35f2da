import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Problem } from '../../../../src/core/bytes/problem';
import type { FoundConflict } from '../../../../src/core/case/mergeCases';
import { readCase } from '../../../../src/core/case/readCase';
import * as doors from '../../../../src/engine/editorDoors';
import { CaseFile } from '../../../../src/files/caseFile';
import { CaseSession } from '../../../../src/host/case/caseSession';
import { engineFrom } from '../../../../src/host/engine';
import { addNote, sampleBundle } from '../../case/sampleCase';

/** A save that only happens when a test asks for it. */
const never = 3_600_000;

describe('the case of an open bundle', () => {
  let folder: string;
  let file: string;
  let sessions: CaseSession[];
  let conflicts: FoundConflict[];
  let problems: Problem[];

  before(() => {
    engineFrom(() => doors);
  });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'case session '));
    file = path.join(folder, 'bundle.zip.triage.json');
    sessions = [];
    conflicts = [];
    problems = [];
  });

  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.close()));
    await chmod(folder, 0o755);
    await rm(folder, { recursive: true });
  });

  async function open(by: string, journal = by, saveDelay = never): Promise<CaseSession> {
    const opened = await CaseFile.open({ file, bundle: sampleBundle, journalFolder: path.join(folder, journal) });
    const listener = {
      changed: () => undefined,
      conflicted: (found: readonly FoundConflict[]) => conflicts.push(...found),
      troubled: (problem: Problem) => problems.push(problem),
    };
    const session = new CaseSession(opened, listener, { by: () => by, saveDelay });
    sessions.push(session);
    return session;
  }

  const ids = ({ document }: CaseSession): readonly string[] => document.annotations.map(({ id }) => id).sort();

  async function idsInFile(): Promise<readonly string[]> {
    const reading = readCase(await readFile(file, 'utf8'), file);
    assert.ok(reading.ok);
    return reading.case.annotations.map(({ id }) => id).sort();
  }

  it('is saved soon after something was done', async () => {
    const session = await open('ada', 'ada', 1);
    await session.apply(addNote('one'));
    await session.close();
    assert.deepEqual(await idsInFile(), ['one']);
  });

  it('is there again for the next window, though it was never saved', async () => {
    await (await open('ada')).apply(addNote('one'));
    assert.deepEqual(ids(await open('ada')), ['one']);
  });

  it('keeps what another window wrote while this one went on', async () => {
    const ada = await open('ada');
    const bob = await open('bob');
    await ada.apply(addNote('of ada'));
    await ada.save();
    const saving = bob.save();
    const doing = bob.apply(addNote('of bob'));
    await Promise.all([saving, doing]);
    assert.deepEqual(ids(bob), ['of ada', 'of bob']);
    await bob.save();
    assert.deepEqual(await idsInFile(), ['of ada', 'of bob']);
    await ada.refresh();
    assert.deepEqual(ids(ada), ['of ada', 'of bob']);
  });

  it('keeps every note of two windows that write at the same time', async () => {
    const windows = await Promise.all([open('ada'), open('bob')]);
    const wanted: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        windows.map(async (window, index) => {
          wanted.push(`${index}-${round}`);
          await Promise.all([window.apply(addNote(`${index}-${round}`)), window.save()]);
        }),
      );
    }
    await Promise.all(windows.map((window) => window.save()));
    assert.deepEqual(await idsInFile(), wanted.sort());
  });

  it('tells of a conflict once, and shows both texts', async () => {
    const ada = await open('ada');
    await ada.apply(addNote('one'));
    await ada.save();
    const bob = await open('bob');
    await ada.apply({ kind: 'edit', id: 'one', reply: null, text: 'by ada' });
    await bob.apply({ kind: 'edit', id: 'one', reply: null, text: 'by bob' });
    await ada.save();
    await bob.save();
    assert.equal(conflicts.length, 1);
    const [note] = bob.document.annotations;
    const [conflict] = bob.conflicts;
    assert.ok(conflict?.conflict.kind === 'text');
    assert.deepEqual([note?.text, conflict.conflict.text].sort(), ['by ada', 'by bob']);
  });

  it('takes back what was done, the last deed first', async () => {
    const session = await open('ada');
    await session.apply(addNote('one'));
    await session.apply({ kind: 'delete', id: 'one', reply: null });
    assert.deepEqual(ids(session), []);
    await session.undo();
    assert.deepEqual(ids(session), ['one']);
    await session.undo();
    assert.deepEqual(ids(session), []);
    assert.equal(session.canUndo, false);
  });

  it('says why a deed is refused, and changes nothing', async () => {
    const session = await open('ada');
    const before = session.document;
    const deed = await session.apply({ kind: 'star', id: 'unknown' });
    assert.equal(deed.ok ? '' : deed.why, 'This note is gone: somebody has deleted it.');
    assert.equal(session.document, before);
  });

  it('tells once that the place is gone, loses nothing, and goes on elsewhere', async () => {
    file = path.join(folder, 'gone', 'bundle.zip.triage.json');
    const session = await open('ada');
    await session.apply(addNote('one'));
    assert.equal(await session.save(), false);
    assert.equal(await session.save(), false);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['case.no-folder'],
    );
    file = path.join(folder, 'other.triage.json');
    assert.equal(await session.moveTo(file), true);
    assert.deepEqual(await idsInFile(), ['one']);
  });

  it('leaves a file that is no case as it is until it is set aside', async () => {
    await writeFile(file, 'no case');
    const session = await open('ada');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['case.not-json'],
    );
    await session.apply(addNote('one'));
    await session.save();
    assert.equal(await readFile(file, 'utf8'), 'no case');
    const aside = await session.setAside();
    assert.equal(await readFile(aside, 'utf8'), 'no case');
    assert.deepEqual(await idsInFile(), ['one']);
  });

  it("takes over a colleague's case, and a second time changes nothing", async () => {
    await mkdir(path.join(folder, 'colleague'));
    const ada = await open('ada');
    await ada.apply(addNote('of ada'));
    file = path.join(folder, 'colleague', 'bundle.zip.triage.json');
    const bob = await open('bob');
    await bob.apply(addNote('of bob'));
    await ada.merge(bob.document);
    assert.deepEqual(ids(ada), ['of ada', 'of bob']);
    const once = ada.document;
    await ada.merge(bob.document);
    assert.deepEqual(ada.document, once);
  });
});
