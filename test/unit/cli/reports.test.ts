import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeCase } from '../../../src/core/case/writeCase';
import { newCase, type CaseDocument } from '../../../src/core/case/caseDocument';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { addNote, after as afterCommands, minute } from '../case/sampleCase';
import { CommandLine, type Outcome } from './commandLine';

const bundleName = 'pass.zip';

describe('reports of the command line', () => {
  let cli: CommandLine;

  before(async () => {
    cli = await CommandLine.build();
    write(bundleName, buildBundle(policyRebootTap).bytes);
    const { stdout } = await cli.run(['list', '--json', bundleName]);
    const { sha256 } = JSON.parse(stdout) as { sha256: string };
    write('pass.triage.json', writeCase(caseOf(sha256)));
    write('other.triage.json', writeCase(caseOf('cd'.repeat(32))));
    write('template.md', 'Hash {{bundle.sha256}}\n{{#each notes}}\n{{text}}\n{{/each}}\n');
    write('mistake.html', '<p>\n{{titel}}</p>');
    mkdirSync(path.join(cli.folder, 'folder'));
  });

  after(() => {
    cli.remove();
  });

  function write(name: string, content: Uint8Array | string): void {
    writeFileSync(path.join(cli.folder, name), content);
  }

  function read(name: string): string {
    return readFileSync(path.join(cli.folder, name), 'utf8');
  }

  function caseOf(sha256: string): CaseDocument {
    const noted = afterCommands(
      newCase({ sha256, names: [bundleName], content: null }),
      'Ada',
      0,
      addNote('1', 'A note of Ada.'),
    );
    const stated = { by: 'Ada', at: minute(1) };
    return {
      ...noted,
      stars: [{ anchor: { kind: 'reboot', item: 'reboot-2', place: null }, ...stated }],
      stated: {
        ...noted.stated,
        issuedAt: { value: '2026-02-17T12:00:00.000Z', ...stated },
        lifetimeMinutes: { value: 60, ...stated },
      },
    };
  }

  function assertRefused({ code, stdout, stderr }: Outcome, reason: RegExp): void {
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.match(stderr, /^autopilot-triage: [^\n]+\n$/);
    assert.match(stderr, reason);
  }

  const forms: readonly [string, RegExp][] = [
    ['--markdown', /^## 1 restart inside/],
    ['--html', /^<!DOCTYPE html>[^]*<svg[^]*<\/html>\n$/],
    ['--sarif', /^\{\n {2}"\$schema": "https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json"/],
    ['--csv', /^\uFEFFtime,kind,id,what/],
    ['--json', /^\{\n {2}"schemaVersion": 1/],
  ];
  for (const [option, beginning] of forms) {
    it(`go to standard output, or into a file that says the same: ${option}`, async () => {
      const { code, stdout, stderr } = await cli.run([bundleName, option]);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, beginning);
      const file = `report${option}`;
      const written = await cli.run([bundleName, option, '--out', file]);
      assert.deepEqual([written.code, written.stdout, written.stderr], [0, '', '']);
      assert.equal(read(file), stdout);
    });
  }

  it('never replace a file unless told to, and never what they are made of', async () => {
    write('there.md', 'mine');
    assertRefused(
      await cli.run([bundleName, '--markdown', '--out', 'there.md']),
      /there\.md: .*there already.*--force/,
    );
    assert.equal(read('there.md'), 'mine');
    const { code } = await cli.run([bundleName, '--markdown', '--out', 'there.md', '--force']);
    assert.equal(code, 0);
    assert.match(read('there.md'), /^## 1 restart/);
    const before = readFileSync(path.join(cli.folder, bundleName));
    assertRefused(await cli.run([bundleName, '--markdown', '--out', `./${bundleName}`, '--force']), /what is read/);
    assert.deepEqual(readFileSync(path.join(cli.folder, bundleName)), before);
    assert.deepEqual(
      readdirSync(cli.folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('say where they cannot be written', async () => {
    assertRefused(await cli.run([bundleName, '--csv', '--out', 'folder']), /folder: this is a folder/);
    assertRefused(await cli.run([bundleName, '--csv', '--out', 'none/x.csv']), /none\/x\.csv: there is no such file/);
  });

  it('hold the notes of the case, and what it states of the pass', async () => {
    const { code, stdout, stderr } = await cli.run([bundleName, '--markdown', '--case', 'pass.triage.json']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /A note of Ada\./);
    // A ticket names nobody of itself.
    assert.match(stdout, /Pass lifetime in minutes: 60\n/);
    assert.match(stdout, /So, at Sign-in /);
    const json = await cli.run([bundleName, '--json', '--case', 'pass.triage.json']);
    assert.match(json.stdout, /"basis": "stated, not measured"/);
  });

  it('tell only what is starred', async () => {
    const { stdout } = await cli.run([bundleName, '--json', '--case', 'pass.triage.json', '--starred']);
    const { reboots, findings } = JSON.parse(stdout) as { reboots: readonly { id: string }[]; findings: unknown[] };
    assert.deepEqual([reboots.map(({ id }) => id), findings], [['reboot-2'], []]);
  });

  it('refuse the case of another bundle, and what is no case', async () => {
    assertRefused(await cli.run([bundleName, '--markdown', '--case', 'other.triage.json']), /about another bundle/);
    assertRefused(await cli.run([bundleName, '--markdown', '--case', 'template.md']), /template\.md: .*not JSON/);
    assertRefused(
      await cli.run([bundleName, '--markdown', '--case', 'none.json']),
      /none\.json: there is no such file/,
    );
  });

  it('are made from a template of a team, whose mistakes are told with their line', async () => {
    const args = [bundleName, '--markdown', '--template', 'template.md', '--case', 'pass.triage.json'];
    const { code, stdout } = await cli.run(args);
    assert.equal(code, 0);
    assert.match(stdout, /^Hash [0-9a-f]{64}\nA note of Ada\.\n$/);
    const failed = await cli.run([bundleName, '--html', '--template', 'mistake.html', '--out', 'never.html']);
    assertRefused(failed, /mistake\.html:2: there is no field "titel" here/);
    assert.ok(!existsSync(path.join(cli.folder, 'never.html')));
  });

  it('begin from the built-in template, which makes the same report', async () => {
    const { code, stdout } = await cli.run(['template', 'html']);
    assert.equal(code, 0);
    write('own.html', stdout);
    const own = await cli.run([bundleName, '--html', '--template', 'own.html']);
    assert.equal(own.stdout, (await cli.run([bundleName, '--html'])).stdout);
    assertRefused(await cli.run(['template', 'csv']), /template markdown/);
  });

  const senseless: readonly [readonly string[], RegExp][] = [
    [['--html', '--csv'], /--html and --csv do not go together/],
    [['--csv', '--template', 'template.md'], /--template goes with --markdown or --html/],
    [['--template', 'template.md'], /--template goes with/],
    [['--case', 'pass.triage.json'], /--case goes with a report/],
    [['--html', '--starred'], /--starred goes with --case/],
    [['--html', '--force'], /--force goes with --out/],
  ];
  for (const [args, reason] of senseless) {
    it(`refuse what makes no sense: ${args.join(' ')}`, async () => {
      assertRefused(await cli.run([bundleName, ...args]), reason);
    });
  }
});
