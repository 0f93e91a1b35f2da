import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { logUri } from '../../src/host/documents/bundleUri';
import { eventually, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

const lsa = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';

function names(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.map(({ name }) => name);
}

/** The place of a text in a document, in the middle of it. */
function placeOf(document: vscode.TextDocument, text: string, from = 0): vscode.Position {
  const offset = document.getText().indexOf(text, from);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + (text.length >> 1));
}

/** The first line of the record that a text stands in. */
function headerLine(document: vscode.TextDocument, text: string): number {
  let { line } = placeOf(document, text);
  while (document.lineAt(line).text.startsWith(' ')) {
    line -= 1;
  }
  return line;
}

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as vscode.MarkdownString).value)
    .join('\n');
}

describe('the log language', () => {
  let sample: SampleBundle;
  let system: vscode.TextDocument;
  let admin: vscode.TextDocument;
  let agent: vscode.TextDocument;
  let registry: vscode.TextDocument;

  before(async () => {
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
    const bundle = await readBundle(sample.uri);
    const paths = bundle.members.map((member) => member.path);
    bundle.dispose();
    const open = async (end: string) => {
      const member = paths.find((candidate) => candidate.endsWith(end));
      assert.ok(member, end);
      const uri = logUri({ key: sample.key, name: sample.built.name }, member);
      await vscode.workspace.openTextDocument(uri);
      return eventually(`the language of ${end}`, () =>
        vscode.workspace.textDocuments.find(
          (document) => document.uri.toString() === uri.toString() && document.languageId === 'mdmlog',
        ),
      );
    };
    system = await open('System Events.evtx');
    admin = await open('enterprise-diagnostics-provider-admin.evtx');
    agent = await open('/intunemanagementextension.log');
    registry = await open('MdmDiagReport_RegistryDump.reg');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  it('explains an event, and what its record proves', async () => {
    const start = system.getText().indexOf('User32 1074');
    const text = await hoverText(system, system.positionAt(start + 2));
    assert.match(text, /Event 1074/);
    assert.match(text, /Evidence in this bundle for\*\* reboot 1 of 2/);
  });

  it('explains a URI with its verdict, and a time in every clock', async () => {
    assert.match(await hoverText(admin, placeOf(admin, lsa)), /LsaCfgFlags[^]*cause of reboot 2 of 2/);
    const text = await hoverText(admin, new vscode.Position(headerLine(admin, lsa), 3));
    assert.match(text, /UTC[^]*Since Windows started[^]*Phase\*\* Device setup/);
  });

  it('explains members that keep a language of their own', async () => {
    const bundle = await readBundle(sample.uri);
    const member = bundle.members.find(({ path: candidate }) => candidate.endsWith('AutopilotDDSZTDFile.json'));
    bundle.dispose();
    assert.ok(member);
    const uri = logUri({ key: sample.key, name: sample.built.name }, member.path);
    const profile = await vscode.workspace.openTextDocument(uri);
    assert.match(await hoverText(profile, placeOf(profile, 'CloudAssignedDomainJoinMethod')), /which join/);
  });

  it('outlines an event log by starts and phases', async () => {
    const symbols = await symbolsOf(system);
    assert.deepEqual(names(symbols), ['Start 1 of 3', 'Start 2 of 3', 'Start 3 of 3']);
    assert.ok(names(symbols[1]!.children).includes('Device setup'), names(symbols[1]!.children).join());
  });

  it('outlines an agent log by starts of the agent, and a registry dump by keys', async () => {
    assert.ok(names(await symbolsOf(agent)).every((name) => name.startsWith('Agent start')));
    assert.ok(names(await symbolsOf(registry)).some((name) => name.startsWith('HKEY_LOCAL_MACHINE')));
  });

  it('folds records and sections', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      admin.uri,
    );
    const first = headerLine(admin, lsa);
    assert.ok(folds.some(({ start, end }) => start === first && end > first));
    assert.ok(folds.some(({ start, end }) => start < first && end > first));
  });

  it('finds a URI in all members', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      admin.uri,
      placeOf(admin, lsa),
    );
    assert.ok(new Set(places.map(({ uri }) => uri.path)).size > 1, String(places.length));
    for (const { uri, range } of places) {
      const document = await vscode.workspace.openTextDocument(uri);
      assert.equal(document.getText(range).toLowerCase(), lsa.toLowerCase());
    }
    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      admin.uri,
      placeOf(admin, lsa),
    );
    assert.ok(
      places.some(({ uri, range }) => String(uri) === String(definition?.uri) && range.isEqual(definition!.range)),
    );
  });

  it('links a URI to its next place', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      admin.uri,
      1000,
    );
    const link = links.find(({ range }) => admin.getText(range) === lsa);
    assert.match(link?.target?.fragment ?? '', /^L\d+,\d+$/);
    assert.notEqual(link?.target?.fragment, `L${link!.range.start.line + 1},${link!.range.start.character + 1}`);
  });

  it('tells the story above its records, and a click moves the views there', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      system.uri,
      100,
    );
    const titles = lenses.map(({ command }) => command?.title ?? '');
    const reboot = lenses.find(({ command }) => command?.title.startsWith('Reboot 2 of 2: caused by') === true);
    assert.ok(reboot?.command, titles.join('\n'));
    assert.ok(
      titles.some((title) => title.startsWith('Re-prompt')),
      titles.join('\n'),
    );
    await vscode.commands.executeCommand(reboot.command.command, ...(reboot.command.arguments as unknown[]));
    const editor = await eventually('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.selection.active.line, reboot.range.start.line);
  });

  it('shows local time and distance beside each record, unless the setting says no', async () => {
    const hints = async () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        admin.uri,
        new vscode.Range(0, 0, 60, 0),
      );
    const label = (await hints())[2]?.label;
    assert.ok(typeof label === 'string');
    assert.match(label.replaceAll('\u00A0', ' '), /^\d\d:\d\d:\d\d {1,12}\+/);
    const settings = vscode.workspace.getConfiguration('autopilotTriage');
    await settings.update('inlayHints', 'off', vscode.ConfigurationTarget.Global);
    assert.deepEqual(await hints(), []);
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
  });

  it('puts findings into the list of problems of the log that they begin in, and nothing else', async () => {
    const marked = await eventually('findings', () => {
      const all = [system, admin].flatMap(({ uri }) => vscode.languages.getDiagnostics(uri));
      return all.length > 0 ? all : undefined;
    });
    for (const { source, code } of marked) {
      assert.equal(source, 'Autopilot Triage');
      assert.ok(typeof code === 'string');
      assert.match(code, /^[\w-]+\.[\w.-]+$/);
    }
    assert.deepEqual(vscode.languages.getDiagnostics(registry.uri), []);
  });
});

describe('a log file without a bundle', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-log-'));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true });
  });

  function line(message: string): string {
    return `<![LOG[${message}]LOG]!><time="10:00:00.0000000" date="8-20-2026" component="x" context="" type="1" thread="4" file="">\r\n`;
  }

  it('is outlined and explained when it opens as what it is', async () => {
    const file = path.join(folder, 'IntuneManagementExtension.log');
    writeFileSync(file, `\uFEFF${line('EMS Agent Started')}${line('error 0x80180014 by S-1-5-18')}${line('S-1-5-18')}`);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    assert.equal(document.languageId, 'mdmlog');
    assert.deepEqual(names(await symbolsOf(document)), ['Agent start 1']);
    assert.match(await hoverText(document, placeOf(document, '0x80180014')), /0x80180014/);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, 'S-1-5-18'),
    );
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [1, 2],
    );
  });

  it('is taken for a log by its name where another language has its extension', async () => {
    for (const name of ['CBS.log', 'CbsPersist_20260820000000.log', 'dism.log']) {
      const file = path.join(folder, name);
      writeFileSync(file, 'not yet written\r\n');
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
      assert.equal(document.languageId, 'mdmlog', name);
    }
  });

  it('shows its records by command where it is an export of events as XML', async () => {
    const file = path.join(folder, 'exported.xml');
    const event =
      '<System><Provider Name="User32"/><EventID>1074</EventID><TimeCreated SystemTime="2026-08-20T02:00:00.0Z"/><EventRecordID>7</EventRecordID><Channel>System</Channel></System>';
    writeFileSync(file, `<?xml version="1.0"?><Events><Event>${event}</Event></Events>`);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('autopilotTriage.reopenAsLog');
    const shown = await eventually('the records', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.uri.scheme === 'autopilot-log' && active.languageId === 'mdmlog' ? active : undefined;
    });
    assert.match(shown.lineAt(2).text, /User32 1074 {2}#7/);
    assert.equal(document.languageId, 'xml');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
  });

  it('becomes a log by command, and plain text again', async () => {
    const file = path.join(folder, 'renamed.txt');
    writeFileSync(file, `notes first\r\n${line('EMS Agent Started')}`);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    await vscode.window.showTextDocument(document);
    const language = () => vscode.window.activeTextEditor?.document.languageId;
    assert.equal(language(), 'plaintext');
    await vscode.commands.executeCommand('autopilotTriage.reopenAsLog');
    await eventually('the log language', () => language() === 'mdmlog' || undefined);
    await vscode.commands.executeCommand('autopilotTriage.reopenAsText');
    await eventually('plain text', () => language() === 'plaintext' || undefined);
  });
});

async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
}
