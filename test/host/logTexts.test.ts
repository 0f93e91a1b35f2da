import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { bundleKey } from '../../src/host/bundle/bundleKey';
import { bundlePlace, logUri } from '../../src/host/documents/bundleUri';
import { type ZipFile, writeZip } from '../bundles/zipWriter';
import { eventually } from './sampleBundle';

/** A zip of text members, open in the extension. */
interface OpenZip {
  readonly key: string;
  readonly name: string;
  close(): Promise<void>;
}

async function openZip(files: readonly ZipFile[]): Promise<OpenZip> {
  const folder = mkdtempSync(path.join(tmpdir(), 'triage-texts-'));
  const name = 'texts.zip';
  const bytes = writeZip(files);
  writeFileSync(path.join(folder, name), bytes);
  await vscode.commands.executeCommand('autopilotTriage.openResource', vscode.Uri.file(path.join(folder, name)));
  return {
    key: bundleKey(createHash('sha256').update(bytes).digest('hex')),
    name,
    close: async () => {
      await vscode.commands.executeCommand('autopilotTriage.closeBundle');
      rmSync(folder, { recursive: true });
    },
  };
}

const sentence = 'Größe des Pakets: 5 €, geprüft';

/** The same line in each encoding that logs of Windows come in. */
const encoded: Readonly<Record<string, Uint8Array>> = {
  'utf8.log': new TextEncoder().encode(`${sentence}\r\n`),
  'utf8-marked.log': new TextEncoder().encode(`\uFEFF${sentence}\r\n`),
  'utf16le.log': new Uint8Array(Buffer.from(`${sentence}\r\n`, 'utf16le')),
  'utf16le-marked.log': new Uint8Array(Buffer.from(`\uFEFF${sentence}\r\n`, 'utf16le')),
  'utf16be.log': new Uint8Array(Buffer.from(`${sentence}\r\n`, 'utf16le').swap16()),
  'utf16be-marked.log': new Uint8Array(Buffer.from(`\uFEFF${sentence}\r\n`, 'utf16le').swap16()),
  // The euro sign is 0x80 in windows-1252 only; everything else is where ISO 8859-1 has it.
  'windows1252.log': new Uint8Array(Buffer.from(`${sentence}\r\n`.replace('€', '\x80'), 'latin1')),
};

describe('the text of a member', () => {
  let zip: OpenZip;

  before(async () => {
    zip = await openZip(Object.entries(encoded).map(([name, content]) => ({ name, content })));
  });

  after(() => zip.close());

  for (const name of Object.keys(encoded)) {
    it(`is right without asking in ${name}`, async () => {
      const document = await vscode.workspace.openTextDocument(logUri(zip, name));
      assert.equal(document.lineAt(0).text, sentence);
      assert.ok(!document.isDirty);
    });
  }

  it('is right whatever encoding the settings ask for', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('encoding', 'utf16be', vscode.ConfigurationTarget.Global);
    try {
      const document = await vscode.workspace.openTextDocument(logUri(zip, 'windows1252.log').with({ fragment: 'x' }));
      assert.equal(document.lineAt(0).text, sentence);
    } finally {
      await files.update('encoding', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('a log file on disk', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-files-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const record = (message: string) =>
    `<![LOG[${message}]LOG]!><time="01:40:27.1916417" date="8-4-2026" component="AppWorkload" context="" type="1" thread="4" file="">\r\n`;
  const log = record(sentence.replace('€', 'EUR')).repeat(20);
  const files: Readonly<Record<string, Uint8Array>> = {
    utf8: Buffer.from(log, 'utf8'),
    'utf8-marked': Buffer.from(`\uFEFF${log}`, 'utf8'),
    utf16le: Buffer.from(log, 'utf16le'),
    'utf16be-marked': Buffer.from(`\uFEFF${log}`, 'utf16le').swap16(),
    windows1252: Buffer.from(log, 'latin1'),
  };

  for (const [encoding, bytes] of Object.entries(files)) {
    it(`reads ${encoding} without asking, in the log language`, async () => {
      const file = path.join(folder, `IntuneManagementExtension-${encoding}.log`);
      writeFileSync(file, bytes);
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
      assert.equal(document.languageId, 'mdmlog');
      assert.match(document.lineAt(0).text, /^<!\[LOG\[Größe des Pakets: 5 EUR, geprüft\]LOG\]/);
    });
  }
});

describe('a log that is too long for one document', () => {
  const lineCount = 40_000;
  const member = 'setupact.log';
  let zip: OpenZip;

  before(async () => {
    const settings = vscode.workspace.getConfiguration('autopilotTriage');
    await settings.update('partSize', 1, vscode.ConfigurationTarget.Global);
    const lines = Array.from(
      { length: lineCount },
      (_, index) => `2026-08-20 02:07:58, Info                         [windeploy.exe] This is line ${index + 1}\r\n`,
    );
    zip = await openZip([{ name: member, content: lines.join('') }]);
  });

  after(async () => {
    await zip.close();
    await vscode.workspace.getConfiguration('autopilotTriage').update('partSize', undefined, true);
  });

  const active = () => vscode.window.activeTextEditor?.document;
  const activePart = () => {
    const document = active();
    return document === undefined ? undefined : bundlePlace(document.uri)?.part;
  };

  it('opens as its first part, which says so', async () => {
    await vscode.commands.executeCommand('autopilotTriage.openMember', zip.key, member);
    const document = active();
    assert.match(document?.lineAt(0).text ?? '', /^# part 1 of 4 · lines 1–\d+ of 40000 · next part$/);
    assert.equal(document?.lineAt(1).text.endsWith('This is line 1'), true);
    await eventually('the log language', () => active()?.languageId === 'mdmlog' || undefined);
  });

  it('is walked by commands, and stops at its ends', async () => {
    const seen: string[] = [];
    for (let part = 2; part <= 4; part++) {
      await vscode.commands.executeCommand('autopilotTriage.nextPart');
      await eventually(`part ${part}`, () => activePart() === part || undefined);
      seen.push(path.posix.basename(active()!.uri.path));
    }
    assert.deepEqual(
      seen,
      [2, 3, 4].map((part) => `part ${part} of 4 · ${member}`),
    );
    await vscode.commands.executeCommand('autopilotTriage.nextPart');
    assert.equal(activePart(), 4);
    const last = active()!;
    assert.ok(last.getText().trimEnd().endsWith(`This is line ${lineCount}`));
    await vscode.commands.executeCommand('autopilotTriage.previousPart');
    await eventually('part 3', () => activePart() === 3 || undefined);
  });

  it('is complete over its parts', async () => {
    const numbers: number[] = [];
    for (let number = 1; number <= 4; number++) {
      const document = await vscode.workspace.openTextDocument(logUri(zip, member, { number, count: 4 }));
      for (const [, line] of document.getText().matchAll(/This is line (\d+)/g)) {
        numbers.push(Number(line));
      }
    }
    assert.equal(numbers.length, lineCount);
    assert.ok(numbers.every((line, index) => line === index + 1));
  });

  it('shows a record or line in the part that has it', async () => {
    for (const line of [1, 20_000, lineCount, 12_345]) {
      await vscode.commands.executeCommand('autopilotTriage.openEvidence', zip.key, { path: member, line });
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      assert.ok(editor.document.lineAt(editor.selection.active.line).text.endsWith(`This is line ${line}`));
    }
  });

  it('has links to the neighbours of a part', async () => {
    const uri = logUri(zip, member, { number: 2, count: 4 });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const targets = links.map(({ target }) => (target === undefined ? null : (bundlePlace(target)?.part ?? null)));
    assert.deepEqual(targets.filter((part) => part !== null).sort(), [1, 3, 3]);
  });

  it('has an honest size in each part', async () => {
    const uri = logUri(zip, member, { number: 3, count: 4 });
    const { size } = await vscode.workspace.fs.stat(uri);
    assert.equal(size, (await vscode.workspace.fs.readFile(uri)).length);
  });
});
