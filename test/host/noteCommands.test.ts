import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyCommand } from '../../src/core/case/applyCommand';
import type { Annotation } from '../../src/core/case/caseDocument';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { CaseHome } from '../../src/host/case/caseHome';
import { CaseSessions } from '../../src/host/case/caseSessions';
import { CaseThreads } from '../../src/host/case/caseThreads';
import { NoteCommands } from '../../src/host/case/noteCommands';
import { NoteComment } from '../../src/host/case/noteComment';
import { logUri } from '../../src/host/documents/bundleUri';
import { wrappedShellCore } from '../bundles/scenarios/wrappedShellCore';
import { emptyMemento } from './emptyMemento';
import { extension, readBundle, type SampleBundle, useShippedEngine, writeSampleBundle } from './sampleBundle';

/** The commands on threads and comments, as VS Code calls them: with the thread, the comment or the text of its box. */
describe('the commands on a note', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;
  let bundles: OpenBundles;
  let cases: CaseSessions;
  let threads: CaseThreads;
  let notes: NoteCommands;
  let log: vscode.LogOutputChannel;
  let document: vscode.TextDocument;

  before(async () => {
    useShippedEngine();
    sample = writeSampleBundle(wrappedShellCore);
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
    bundle = await readBundle(sample.uri);
    log = vscode.window.createOutputChannel('Note tests', { log: true });
    const storage = vscode.Uri.joinPath(sample.uri, '..', 'storage');
    bundles = new OpenBundles();
    cases = new CaseSessions(bundles, new CaseHome(storage, extension().extensionUri, emptyMemento()), log);
    threads = new CaseThreads(cases, bundles, 'noteTests.notes');
    notes = new NoteCommands(cases, threads);
    bundles.add(bundle);
    await cases.of(bundle);
    document = await vscode.workspace.openTextDocument(logUri(bundle, firstEvidence().path));
  });

  after(async () => {
    threads.dispose();
    await cases.flush();
    cases.dispose();
    bundles.dispose();
    log.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  const firstEvidence = () => {
    const found = bundle.document.reboots[0]!.evidence.find((reference) => 'recordId' in reference);
    assert.ok(found);
    return found;
  };
  const annotations = (): readonly Annotation[] => cases.caseOf(bundle).annotations;
  const noteNow = (id: string): Annotation | undefined => annotations().find((note) => note.id === id);

  /** The comments of the only thread. */
  async function comments(): Promise<readonly NoteComment[]> {
    const [thread, ...others] = await threads.shown(document);
    assert.ok(thread !== undefined && others.length === 0);
    return thread.comments.filter((comment) => comment instanceof NoteComment);
  }

  it('make a note of what is written into an empty thread', async () => {
    const { lines } = await bundle.text(firstEvidence().path);
    const { first } = lines.spanOf(firstEvidence(), document.lineCount)!;
    const controller = vscode.comments.createCommentController('noteTests.empty', 'Note tests');
    const thread = controller.createCommentThread(document.uri, new vscode.Range(first, 0, first, 0), []);
    await notes.create({ thread, text: 'who asked?' });
    await notes.create('no thread');
    assert.deepEqual(
      annotations().map(({ text, anchor }) => [text, anchor.kind]),
      [['who asked?', 'record']],
    );
    controller.dispose();
  });

  it('answer with the text of the box, and not with none', async () => {
    const [thread] = await threads.shown(document);
    await notes.reply({ thread, text: 'the status page' });
    await notes.reply({ thread, text: '   ' });
    assert.deepEqual(
      annotations()[0]!.replies.map(({ text }) => text),
      ['the status page'],
    );
  });

  it('edit a comment in its place: cancelled it stays, saved it changes', async () => {
    const [note] = await comments();
    await notes.edit(note);
    assert.equal(note!.mode, vscode.CommentMode.Editing);
    assert.equal(note!.body, 'who asked?');
    note!.body = 'thought better of';
    notes.cancelEdit(note);
    assert.equal(note!.mode, vscode.CommentMode.Preview);
    assert.equal(annotations()[0]!.text, 'who asked?');
    await notes.edit(note);
    note!.body = 'who asked for it?';
    await notes.saveEdit(note);
    assert.equal(annotations()[0]!.text, 'who asked for it?');
    assert.equal((await comments())[0]!.label !== undefined, true, 'nothing says that it was edited');
  });

  it('edit a reply and not the note above it', async () => {
    const [, reply] = await comments();
    await notes.edit(reply);
    reply!.body = 'the status page itself';
    await notes.saveEdit(reply);
    const [note] = annotations();
    assert.deepEqual([note!.text, note!.replies[0]!.text], ['who asked for it?', 'the status page itself']);
  });

  it('set star, resolution and status', async () => {
    const [thread] = await threads.shown(document);
    const { id } = annotations()[0]!;
    await notes.change(thread, 'star');
    await notes.change(thread, 'resolve');
    await notes.setStatus(thread, 'notRelevant');
    assert.deepEqual(
      [noteNow(id)!.star, noteNow(id)!.resolved !== null, noteNow(id)!.status],
      [true, true, 'notRelevant'],
    );
    await notes.change(thread, 'unstar');
    await notes.change(thread, 'reopen');
    assert.deepEqual([noteNow(id)!.star, noteNow(id)!.resolved !== null], [false, false]);
  });

  /** A colleague changes the note as it stands, and so do I before theirs arrives. */
  async function disagree(mine: string, theirs: string): Promise<void> {
    const { id } = annotations()[0]!;
    const session = await cases.of(bundle);
    const edit = (text: string) => ({ kind: 'edit', id, reply: null, text }) as const;
    const applied = applyCommand(session.document, edit(theirs), 'ada', new Date().toISOString());
    assert.ok(applied.ok);
    assert.ok((await session.apply(edit(mine))).ok);
    assert.equal((await session.merge(applied.case)).length, 1);
  }

  const conflictNow = async (): Promise<NoteComment> => {
    const found = (await comments()).find(({ conflict }) => conflict !== null);
    assert.ok(found, 'no comment shows the other version');
    return found;
  };

  it('keep this version where a merge has left two', async () => {
    await disagree('mine', 'theirs');
    const stands = annotations()[0]!.text;
    await notes.settle(await conflictNow(), 'this');
    assert.equal(annotations()[0]!.text, stands);
    assert.ok((await comments()).every(({ conflict }) => conflict === null));
  });

  it('take the other version where a merge has left two', async () => {
    await disagree('mine again', 'theirs again');
    const other = await conflictNow();
    const stands = annotations()[0]!.text;
    await notes.settle(other, 'other');
    assert.notEqual(annotations()[0]!.text, stands);
    assert.equal(annotations()[0]!.text, other.text);
    assert.ok((await comments()).every(({ conflict }) => conflict === null));
  });

  it('delete a reply and then the note, which comes back whole', async () => {
    const [, reply] = await comments();
    await notes.remove(reply);
    assert.deepEqual(annotations()[0]!.replies, []);
    const [note] = await comments();
    await notes.remove(note);
    assert.deepEqual(annotations(), []);
    assert.deepEqual(await threads.shown(document), []);
    await (await cases.of(bundle)).undo();
    assert.equal(annotations().length, 1);
    assert.equal((await threads.shown(document)).length, 1);
  });
});
