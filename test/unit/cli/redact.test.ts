import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newCase } from '../../../src/core/case/caseDocument';
import { writeCase } from '../../../src/core/case/writeCase';
import { writePseudonymMap } from '../../../src/core/redact/pseudonymMap';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { CommandLine } from './commandLine';

interface JsonReport {
  readonly bundle: { readonly sha256: string };
}

const names = /adele|contoso|DESKTOP-EXAMPLE1|S-1-12-1-|S-1-5-21-/i;

describe('--redact on the command line', function () {
  this.timeout(60_000);
  let commands: CommandLine;

  before(async () => {
    commands = await CommandLine.build();
    const { bytes } = buildBundle(policyRebootTap);
    writeFileSync(path.join(commands.folder, 'logs.zip'), bytes);
  });

  after(() => {
    commands.remove();
  });

  for (const form of [[], ['--json'], ['--markdown'], ['--html'], ['--sarif'], ['--csv']]) {
    it(`names nobody: ${form[0] ?? 'in words'}`, async () => {
      const { code, stdout, stderr } = await commands.run(['logs.zip', ...form, '--redact']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.notEqual(stdout, '');
      assert.doesNotMatch(stdout, names);
    });
  }

  it('shows names without it', async () => {
    assert.match((await commands.run(['logs.zip', '--json'])).stdout, names);
  });

  it('keeps the facts: the setting that restarted the device, and valid JSON', async () => {
    const { stdout } = await commands.run(['logs.zip', '--json', '--redact']);
    const plain = (await commands.run(['logs.zip', '--json'])).stdout;
    const uris = (text: string): readonly string[] => text.match(/"\.\/[^"]*LsaCfgFlags"/g) ?? [];
    assert.notEqual(uris(plain).length, 0);
    assert.deepEqual(uris(stdout), uris(plain));
    assert.doesNotThrow(() => JSON.parse(stdout) as unknown);
  });

  it('says in the report that names were replaced', async () => {
    for (const [args, isRedacted] of [
      [['--sarif'], false],
      [['--sarif', '--redact'], true],
    ] as const) {
      const { stdout } = await commands.run(['logs.zip', ...args]);
      assert.equal(stdout.includes('"redacted": true'), isRedacted);
      assert.equal(stdout.includes('"redacted": false'), !isRedacted);
    }
  });

  it('keeps pseudonyms in a file, and uses them the next time', async () => {
    const map = path.join(commands.folder, 'map.json');
    const first = await commands.run(['logs.zip', '--json', '--redact', '--redaction-map', 'map.json']);
    assert.match(readFileSync(map, 'utf8'), /DESKTOP-EXAMPLE1/);
    writeFileSync(map, readFileSync(map, 'utf8').replaceAll('"HOST-1"', '"HOST-41"'));
    const second = await commands.run(['logs.zip', '--json', '--redact', '--redaction-map', 'map.json']);
    assert.equal(second.stdout, first.stdout.replaceAll('HOST-1', 'HOST-41'));
  });

  it('prints nothing and ends with 3 when a name is left, and says which', async () => {
    // A map in which a pseudonym is the name itself: whatever is done, the name stays.
    const values = ['CUSTOM-1', 'DESKTOP-EXAMPLE1'];
    writeFileSync(
      path.join(commands.folder, 'bad.json'),
      writePseudonymMap([
        { kind: 'custom', pseudonym: 'CUSTOM-1', values },
        { kind: 'host', pseudonym: 'HOST-1', values: ['HOST-1', ...values] },
      ]),
    );
    const { code, stdout, stderr } = await commands.run(['logs.zip', '--redact', '--redaction-map', 'bad.json']);
    assert.deepEqual([code, stdout], [3, '']);
    assert.match(stderr, /nothing was written/);
    assert.match(stderr, /: (?:CUSTOM-1|HOST-1) \(/);
  });

  it('names nobody who wrote notes, and nobody they are about', async () => {
    const at = '2026-02-17T12:00:00.000Z';
    const { sha256 } = (JSON.parse((await commands.run(['logs.zip', '--json'])).stdout) as JsonReport).bundle;
    const blank = newCase({ sha256, names: ['logs.zip'], content: null });
    const issuedAt = { value: at, by: 'Grace Vexmoor', at };
    const verdicts = [
      { finding: 'x', verdict: 'agree', note: 'As lena@fabrikam.example said', by: 'gvexmoor', at },
    ] as const;
    const text = writeCase({ ...blank, stated: { ...blank.stated, issuedAt }, verdicts });
    writeFileSync(path.join(commands.folder, 'case.json'), text);
    assert.match((await commands.run(['logs.zip', '--json', '--case', 'case.json'])).stdout, /Vexmoor.*fabrikam/s);
    for (const form of ['--json', '--html', '--markdown', '--csv', '--sarif']) {
      const { code, stdout, stderr } = await commands.run(['logs.zip', form, '--redact', '--case', 'case.json']);
      assert.deepEqual([code, stderr], [0, ''], form);
      assert.doesNotMatch(stdout, names, form);
      assert.doesNotMatch(stdout, /vexmoor|lena@|fabrikam/i, form);
    }
  });

  it('refuses what makes no sense', async () => {
    writeFileSync(path.join(commands.folder, 'no map.json'), '{}');
    for (const args of [
      ['--redaction-map', 'map.json'],
      ['--redact', '--redact-pattern', '(?=x)'],
      ['--redact', '--redaction-map', 'no map.json'],
    ]) {
      const { code, stdout } = await commands.run(['logs.zip', ...args]);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    }
  });
});
