import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CaseDocument } from '../../src/core/case/caseDocument';
import { readCase } from '../../src/core/case/readCase';
import { eventually, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

describe('a case', () => {
  let sample: SampleBundle;

  const file = (): string => `${sample.uri.fsPath}.triage.json`;
  const written = (): CaseDocument | undefined => {
    const reading = existsSync(file()) ? readCase(readFileSync(file(), 'utf8'), file()) : null;
    return reading?.ok === true ? reading.case : undefined;
  };
  const writtenWhen = (what: string, holds: (document: CaseDocument) => boolean): Promise<CaseDocument> =>
    eventually(what, () => {
      const document = written();
      return document !== undefined && holds(document) ? document : undefined;
    });
  const run = <Result = unknown>(command: string, ...args: readonly unknown[]): Thenable<Result> =>
    vscode.commands.executeCommand<Result>(`autopilotTriage.${command}`, ...args);
  const texts = ({ annotations }: CaseDocument): readonly string[] => annotations.map(({ text }) => text);

  before(async () => {
    sample = writeSampleBundle();
    await run('openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('closeBundle');
    sample.remove();
  });

  it('keeps a note on a reboot beside the bundle', async () => {
    await run('annotate', { key: sample.key, storyId: 'reboot-2', text: 'The **baseline** again' });
    const document = await writtenWhen('the note', (found) => found.annotations.length === 1);
    const [note] = document.annotations;
    assert.equal(note?.text, 'The **baseline** again');
    assert.deepEqual([note.anchor.kind, note.anchor.kind === 'reboot' ? note.anchor.item : ''], ['reboot', 'reboot-2']);
  });

  it('keeps notes on a record, a member and a range of time', async () => {
    const bundle = await readBundle(sample.uri);
    const [evidence] = bundle.document.reboots.at(-1)!.evidence;
    bundle.dispose();
    await run('annotate', { key: sample.key, ...evidence, text: 'on a record' });
    await run('annotate', { key: sample.key, path: evidence.path, text: 'on a member' });
    const range = { start: '2026-02-17T13:14:00.000Z', end: '2026-02-17T13:22:00.000Z' };
    await run('annotate', { key: sample.key, range, text: 'on a range' });
    const document = await writtenWhen('the notes', (found) => found.annotations.length === 4);
    const kinds = new Map(document.annotations.map(({ text, anchor }) => [text, anchor.kind]));
    assert.deepEqual(
      ['on a record', 'on a member', 'on a range'].map((text) => kinds.get(text)),
      ['record', 'member', 'timeRange'],
    );
  });

  it('keeps a link between two records, which is given up where it began', async () => {
    const bundle = await readBundle(sample.uri);
    const [first, last] = [bundle.document.reboots[0]!.evidence[0], bundle.document.reboots.at(-1)!.evidence[0]];
    bundle.dispose();
    await run('linkRecords', { key: sample.key, ...first });
    await run('linkRecords', { key: sample.key, ...first, text: 'to itself' });
    await run('linkRecords', { key: sample.key, ...first });
    await run('linkRecords', { key: sample.key, ...last, text: 'led to' });
    const document = await writtenWhen('the link', (found) => texts(found).includes('led to'));
    const link = document.annotations.find(({ text }) => text === 'led to')?.anchor;
    assert.ok(link?.kind === 'link' && 'recordId' in link.from && 'recordId' in link.to);
    assert.ok('recordId' in first && 'recordId' in last);
    assert.deepEqual([link.from.recordId, link.to.recordId], [first.recordId, last.recordId]);
    assert.ok(!texts(document).includes('to itself'));
    await run('undoInCase');
    await writtenWhen('no link', (found) => !texts(found).includes('led to'));
  });

  it('keeps a verdict on a finding, and takes it back', async () => {
    await run('judgeFinding', sample.key, 0, 'disagree', 'It was the app');
    const judged = await writtenWhen('the verdict', ({ verdicts }) => verdicts.length === 1);
    assert.deepEqual([judged.verdicts[0]?.verdict, judged.verdicts[0]?.note], ['disagree', 'It was the app']);
    await run('undoInCase');
    await writtenWhen('no verdict', ({ verdicts }) => verdicts.length === 0);
  });

  it('finds its notes again when the bundle is closed and opened', async () => {
    await run('closeBundle');
    await run('openResource', sample.uri);
    await run('annotate', { key: sample.key, storyId: 'reboot-1', text: 'after a while' });
    const document = await writtenWhen('all notes', (found) => texts(found).includes('after a while'));
    assert.equal(document.annotations.length, 5);
  });

  it('stands in the reports of the bundle', async () => {
    const target = vscode.Uri.file(path.join(path.dirname(sample.uri.fsPath), 'report.html'));
    await run('exportReport', undefined, 'html', target);
    const html = readFileSync(target.fsPath, 'utf8');
    assert.match(html, /on a record/);
    assert.match(html, /after a while/);
  });

  it('stands in a report with pseudonyms, while the editor shows names', async () => {
    const target = vscode.Uri.file(path.join(path.dirname(sample.uri.fsPath), 'pseudonyms.html'));
    await run('exportReport', undefined, 'html', target, true);
    const html = readFileSync(target.fsPath, 'utf8');
    assert.match(html, /on a record/);
    assert.match(html, /AUTHOR-\d/);
    assert.doesNotMatch(html, /AdeleExample|DESKTOP-EXAMPLE1/i);
  });

  it('hands out no names where they are switched off', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('toggleRedaction');
    try {
      const target = vscode.Uri.file(path.join(path.dirname(sample.uri.fsPath), 'redacted.html'));
      const html = await eventually('a report without names', async () => {
        await vscode.workspace.fs.delete(target).then(undefined, () => undefined);
        await run('exportReport', undefined, 'html', target);
        const text = existsSync(target.fsPath) ? readFileSync(target.fsPath, 'utf8') : '';
        return text !== '' && !/AdeleExample|DESKTOP-EXAMPLE1/i.test(text) ? text : undefined;
      });
      assert.match(html, /DEVICE-1|USER-1/);
    } finally {
      await run('toggleRedaction');
    }
  });
});
