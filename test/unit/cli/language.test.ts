import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { writeZip } from '../../bundles/zipWriter';
import { bracketLanguage, untranslated } from '../words/brackets';
import { CommandLine } from './commandLine';

const rule = {
  id: 'contoso.rule',
  title: 'Contoso-title',
  severity: 'info',
  advice: 'Contoso-advice',
  match: { provider: 'User32', eventId: 1074 },
  tests: [{ name: 'finds-none', finds: true, events: [] }],
};

/** The name of a log, and a command. */
const quoted = /user device registration|autopilot-triage \w+/g;

function assertSpoken(text: string): void {
  const left = text.split('\n').flatMap((line) => {
    const found = untranslated(line.replaceAll(quoted, ' | '));
    return found === null ? [] : [`${found} ← ${line}`];
  });
  assert.deepEqual(left, []);
}

describe('the language of the command line', () => {
  let cli: CommandLine;
  let bundle: string;

  before(async () => {
    cli = await CommandLine.build();
    cli.addLanguage('xx', bracketLanguage());
    const { name, bytes } = buildBundle(policyRebootTap);
    bundle = name;
    writeFileSync(path.join(cli.folder, bundle), bytes);
    writeFileSync(path.join(cli.folder, 'odd.zip'), writeZip([{ name: 'trace.etl', content: '' }]));
    mkdirSync(path.join(cli.folder, 'rules'));
    writeFileSync(path.join(cli.folder, 'rules', 'a.json'), JSON.stringify({ rules: [rule] }));
    writeFileSync(path.join(cli.folder, 'rules', 'b.json'), '{}');
  });

  after(() => {
    cli.remove();
  });

  it('is that of all commands', async () => {
    for (const args of [
      ['list', bundle],
      ['list', 'odd.zip'],
      ['search', 'odd.zip', 'needle'],
      ['rules', 'test', 'rules'],
    ]) {
      const { stdout, stderr } = await cli.run([...args, '--language', 'xx']);
      assert.match(stdout + stderr, /⟦/, args.join(' '));
      assertSpoken(stdout + stderr);
    }
  });

  it('is that of the comments in a template', async () => {
    const { stdout } = await cli.run(['template', 'markdown', '--language', 'xx']);
    const comments = stdout.split('\n').filter((line) => line.startsWith('{{! '));
    assert.ok(comments.length > 100);
    for (const comment of comments) {
      assert.match(comment, /⟦.*⟧/);
    }
  });

  it('is that of what events mean', async () => {
    const { stdout } = await cli.run(['events', bundle, '--language', 'xx']);
    const headers = stdout.split('\n').filter((line) => / {2}· /.test(line));
    assert.ok(headers.length > 100);
    assert.deepEqual(
      headers.filter((line) => !line.includes('⟦')),
      [],
    );
  });

  it('is that of mistakes, wherever it stands', async () => {
    for (const args of [
      ['list'],
      ['list', bundle, 'more'],
      ['list', bundle, '--limit', '3'],
      [bundle, '--limit', '3'],
      ['rules', 'run'],
      ['template', 'pdf'],
      [bundle, '--json', '--html'],
      [bundle, '--starred'],
      [bundle, '--redaction-map', 'x'],
      ['search', bundle, 'x', '--limit', 'many'],
      ['search', bundle, 'id:many'],
      ['search', bundle, ''],
      ['events', bundle, '--member', 'none.evtx'],
      ['events', 'odd.zip', '--member', 'trace.etl'],
      [bundle, '--tap-issued', 'now'],
      [bundle, '--tap-minutes', 'many'],
      [bundle, '--out', '.'],
    ]) {
      const { code, stderr } = await cli.run(['--language=xx', ...args]);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, /⟦/, args.join(' '));
      assertSpoken(stderr);
    }
  });

  it('is that of the help', async () => {
    const german = await cli.run(['--help', '--language', 'de']);
    assert.match(german.stdout, /^autopilot-triage: was ein Diagnose-Bundle von Windows Autopilot sagt/);
    assert.match(german.stdout, /Nichts verlässt diesen Computer\.\n$/);
    assert.match((await cli.run(['--language', 'de'])).stderr, /^autopilot-triage: was ein/);
  });

  it('is English without a word about it, and a mistake where there is none', async () => {
    assert.match((await cli.run(['list', bundle])).stdout, /\d members/);
    const unknown = await cli.run(['list', bundle, '--language', 'fr']);
    assert.equal(unknown.code, 2);
    assert.equal(unknown.stderr, 'autopilot-triage: --language: there is no translation "fr"; there are en and de\n');
    assert.equal((await cli.run(['list', bundle, '--language'])).code, 2);
  });
});
