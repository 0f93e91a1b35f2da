import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { CommandLine } from './commandLine';

const bundleName = 'bundle.zip';
const rule = {
  id: 'contoso.who-restarted',
  title: 'Asked for by {param1}',
  severity: 'info',
  advice: 'Nothing.',
  match: { provider: 'User32', eventId: 1074, during: ['deviceSetup'] },
};
const event = { provider: 'User32', eventId: 1074, time: '2026-02-17T12:10:00Z', fields: { param1: 'x.exe' } };
const phases = [{ id: 'deviceSetup', start: '2026-02-17T12:00:00Z', end: '2026-02-17T13:00:00Z' }];

describe('the command line with rules', () => {
  let cli: CommandLine;

  before(async () => {
    cli = await CommandLine.build();
    writeFileSync(path.join(cli.folder, bundleName), buildBundle(policyRebootTap).bytes);
    for (const folder of ['good', 'failing', 'broken', 'none']) {
      mkdirSync(path.join(cli.folder, folder));
    }
    const write = (name: string, content: unknown): void => {
      writeFileSync(path.join(cli.folder, name), JSON.stringify(content));
    };
    const passing = { name: 'in device setup', finds: true, title: 'Asked for by x.exe', events: [event], phases };
    write('good/contoso.json', { rules: [{ ...rule, tests: [passing] }] });
    write('failing/contoso.json', { rules: [{ ...rule, tests: [passing, { ...passing, finds: false }] }] });
    write('broken/contoso.json', { rules: [{ ...rule, severity: 'fatal' }] });
    write('none/readme.txt', 'no rules');
  });

  after(() => {
    cli.remove();
  });

  it('tests a folder and says how many passed and failed', async () => {
    const good = await cli.run(['rules', 'test', 'good']);
    assert.deepEqual([good.code, good.stdout, good.stderr], [0, '1 rule: 1 passed, 0 failed\n', '']);
    const failing = await cli.run(['rules', 'test', 'failing']);
    assert.equal(failing.code, 1);
    assert.match(failing.stdout, /^failed {3}contoso\.json: contoso\.who-restarted: in device setup: found: Asked/);
    assert.match(failing.stdout, /1 rule: 1 passed, 1 failed\n$/);
  });

  it('fails a folder with a file that is not valid, and says where', async () => {
    const { code, stdout } = await cli.run(['rules', 'test', 'broken']);
    assert.equal(code, 1);
    assert.match(stdout, /^invalid {2}contoso\.json: rules\[0\]\.severity is not one of/);
  });

  it('refuses what is no folder, and what it does not know', async () => {
    for (const [args, said] of [
      [['rules', 'test', 'nowhere'], /nowhere: there is no such file or folder/],
      [['rules', 'test'], /rules test <folder>/],
      [['rules', 'make', 'good'], /rules test <folder>/],
      [[bundleName, '--rules', 'nowhere'], /nowhere: there is no such/],
      [[bundleName, '--json', '--markdown'], /do not go together/],
      [['list', bundleName, '--rules', 'good'], /--rules does not go with list/],
    ] as const) {
      const { code, stderr } = await cli.run(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, said);
    }
  });

  it('runs the rules with the story', async () => {
    const { code, stdout } = await cli.run([bundleName, '--json', '--rules', 'good']);
    assert.equal(code, 0);
    const { findings } = JSON.parse(stdout) as { findings: { id: string; source: string; title: string }[] };
    const own = findings.filter(({ source }) => source === 'user');
    assert.equal(own.length, 1);
    assert.match(own[0]?.title ?? '', /^Asked for by .*CloudExperienceHostBroker\.exe/);
  });

  it('tells the story all the same where a rule cannot be used, and says so', async () => {
    const { code, stdout, stderr } = await cli.run([bundleName, '--rules', 'broken']);
    assert.equal(code, 0);
    assert.match(stderr, /contoso\.json: rules\[0\]\.severity/);
    assert.match(stdout, /A rule of your own was not used/);
  });

  it('writes a text for a ticket that names nobody', async () => {
    const { code, stdout } = await cli.run([bundleName, '--markdown']);
    assert.equal(code, 0);
    assert.match(stdout, /^## 1 restart inside the enrollment/);
    assert.match(stdout, /^### Who restarted it$/m);
    assert.doesNotMatch(stdout, /Adele|S-1-12-1/);
  });
});
