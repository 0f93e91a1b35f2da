import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logScheme, logUri } from '../../src/host/documents/bundleUri';
import { eventually, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

describe('a log that the bundle holds twice', () => {
  let sample: SampleBundle;
  let original: vscode.TextDocument;
  let copy: vscode.TextDocument;

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
    original = await open('(15) Events System Events.evtx');
    copy = await open('.cab/system.evtx');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  async function lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 100);
  }

  /** Lines of the restart requests. */
  function requests(document: vscode.TextDocument): number[] {
    return document
      .getText()
      .split('\n')
      .flatMap((text, line) => (text.includes('User32 1074') ? [line] : []));
  }

  it('tells the same story in both', async () => {
    const titles = async (document: vscode.TextDocument) =>
      (await lenses(document)).map(({ range, command }) => `${document.lineAt(range.start).text} ${command?.title}`);
    const told = await titles(original);
    assert.ok(
      told.some((title) => title.includes('Reboot 2 of 2')),
      told.join('\n'),
    );
    assert.deepEqual(await titles(copy), told);
  });

  it('explains in both what a record proves', async () => {
    const [line] = requests(copy);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      copy.uri,
      new vscode.Position(line!, copy.lineAt(line!).text.indexOf('User32') + 1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content as vscode.MarkdownString).value)
      .join('\n');
    assert.match(text, /Evidence in this bundle for\*\* reboot 1 of 2/);
  });

  it('marks the same findings in both', () => {
    const codes = (document: vscode.TextDocument) =>
      vscode.languages.getDiagnostics(document.uri).map(({ code, range }) => [range.start.line, code]);
    assert.ok(codes(original).length > 0);
    assert.deepEqual(codes(copy), codes(original));
  });

  it('stays in the copy when a lens is clicked', async () => {
    await vscode.window.showTextDocument(copy);
    const reboot = (await lenses(copy)).find(({ command }) => command?.title.startsWith('Reboot 2 of 2') === true);
    assert.ok(reboot?.command);
    await vscode.commands.executeCommand(reboot.command.command, ...(reboot.command.arguments as unknown[]));
    const editor = await eventually('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), copy.uri.toString());
    assert.equal(editor.selection.active.line, reboot.range.start.line);
  });

  it('goes on in the order of time from a record of the copy', async () => {
    const [first, second] = requests(copy);
    const steps = [
      { from: first!, command: 'nextReboot', to: second! },
      { from: second!, command: 'previousReboot', to: first! },
    ];
    for (const { from, command, to } of steps) {
      const editor = await vscode.window.showTextDocument(copy, { selection: new vscode.Range(from, 0, from, 0) });
      editor.selection = new vscode.Selection(from, 0, from, 0);
      await vscode.commands.executeCommand(`autopilotTriage.${command}`);
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.uri.scheme, logScheme);
      assert.equal(active.document.lineAt(active.selection.active.line).text, copy.lineAt(to).text);
    }
  });
});
