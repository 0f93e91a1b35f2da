import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the tests call for commands that get an object of VS Code, or begin with a dialog of the system. */
const standIns: ReadonlyMap<string, readonly string[]> = new Map([
  ['openBundle', ["'openResource'"]],
  ['openFolder', ["'openResource'"]],
  ['switchBundle', ["jump('b')"]],
  ['goToRecord', ['places.goToRecord(']],
  ['openDocumentation', ['openDocumentation(row)']],
  ['createNote', ['notes.create(']],
  ['replyToNote', ['notes.reply(']],
  ['editNote', ['notes.edit(']],
  ['saveNote', ['notes.saveEdit(']],
  ['cancelNote', ['notes.cancelEdit(']],
  ['deleteNote', ['notes.remove(']],
  ['starNote', ["notes.change(thread, 'star')"]],
  ['unstarNote', ["notes.change(thread, 'unstar')"]],
  ['resolveNote', ["notes.change(thread, 'resolve')"]],
  ['reopenNote', ["notes.change(thread, 'reopen')"]],
  ['setNoteStatus', ['notes.setStatus(']],
  ['goToOtherEnd', ['commands.goToOtherEnd(']],
  ['keepThisVersion', ["notes.settle(await conflictNow(), 'this')"]],
  ['takeOtherVersion', ["notes.settle(other, 'other')"]],
]);

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function sourcesIn(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

describe('every command that the manifest contributes', () => {
  it('is run by a test in a real VS Code', () => {
    const sources = `${sourcesIn('test/host')}\n${sourcesIn('test/ui')}`;
    const words = json('package.nls.json') as Readonly<Record<string, string>>;
    const isRun = (name: string, title: string): boolean => {
      // A loop over kinds runs `next${kind}` and `previous${kind}`; the workbench runs commands by their titles.
      const kind = /^(?:next|previous)(\w+)$/.exec(name)?.[1];
      const calls = standIns.get(name) ?? [
        `${name}'`,
        `${title}'`,
        `'${title.replace('…', '')}`,
        ...(kind === undefined ? [] : [`'${kind}'`]),
      ];
      return calls.some((call) => sources.includes(call));
    };
    const { contributes } = json('package.json') as Manifest;
    const untested = contributes.commands
      .map(({ command, title }) => ({
        name: command.replace('autopilotTriage.', ''),
        title: words[title.replaceAll('%', '')] ?? title,
      }))
      .filter(({ name, title }) => !isRun(name, title))
      .map(({ name }) => name);
    assert.deepEqual(untested, []);
  });
});
