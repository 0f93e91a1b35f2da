import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the tests call for commands that get an object of VS Code, or begin with a dialog of the system. */
const standIns: ReadonlyMap<string, readonly string[]> = new Map([
  ['openBundle', ["'openResource'"]],
  ['openFolder', ["'openResource'"]],
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
  ['keepThisVersion', ["notes.settle(await conflictNow(), 'this')"]],
  ['takeOtherVersion', ["notes.settle(other, 'other')"]],
]);

function manifest(): { readonly contributes: { readonly commands: readonly { readonly command: string }[] } } {
  return JSON.parse(readFileSync('package.json', 'utf8')) as ReturnType<typeof manifest>;
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
    const isRun = (name: string): boolean => {
      // A loop over kinds runs `next${kind}` and `previous${kind}`.
      const kind = /^(?:next|previous)(\w+)$/.exec(name)?.[1];
      const calls = standIns.get(name) ?? [`'${name}'`, `.${name}'`, ...(kind === undefined ? [] : [`'${kind}'`])];
      return calls.some((call) => sources.includes(call));
    };
    const untested = manifest()
      .contributes.commands.map(({ command }) => command.replace('autopilotTriage.', ''))
      .filter((name) => !isRun(name));
    assert.deepEqual(untested, []);
  });
});
