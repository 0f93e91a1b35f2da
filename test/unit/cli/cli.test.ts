import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { buildBundle } from '../../bundles/build';
import type { EvtxRecord } from '../../bundles/evtxRecord';
import { writeEvtx } from '../../bundles/evtxWriter';
import { cleanRun } from '../../bundles/scenarios/cleanRun';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { writeZip } from '../../bundles/zipWriter';
import { sampleRecord, sampleRecords } from '../evtx/sampleRecords';
import { CommandLine, type Outcome } from './commandLine';

const bundleName = 'Gerät von Łukasz.cab';
const odd: EvtxRecord = {
  ...sampleRecord(7),
  userSid: null,
  payload: {
    shape: 'named',
    fields: [
      { name: '__proto__', type: 'string', value: 'not a prototype' },
      { name: 'again', type: 'string', value: 'one' },
      { name: 'again', type: 'string', value: 'two\nlines' },
      { name: 'constructor', type: 'uint32', value: 3 },
    ],
  },
};

function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1);
}

function assertRefused({ code, stdout, stderr }: Outcome, ...parts: (string | RegExp)[]): void {
  assert.equal(stdout, '');
  assert.equal(code, 2, stderr);
  assert.match(stderr, /^autopilot-triage: [^\n]+\n$/);
  for (const part of parts) {
    assert.ok(typeof part === 'string' ? stderr.includes(part) : part.test(stderr), `${String(part)} in ${stderr}`);
  }
}

describe('the command line', () => {
  let cli: CommandLine;

  before(async () => {
    cli = await CommandLine.build();
    const write = (name: string, content: Uint8Array | string): void => {
      writeFileSync(path.join(cli.folder, name), content);
    };
    write(bundleName, buildBundle(cleanRun).bytes);
    write('pass.zip', buildBundle(policyRebootTap).bytes);
    write('notes.txt', 'Dear all,\r\n');
    write('empty.zip', '');
    write('odd.evtx', writeEvtx([odd]));
    write(
      'two.zip',
      writeZip([
        { name: 'large.evtx', content: writeEvtx(sampleRecords(20)) },
        { name: 'small.evtx', content: writeEvtx(sampleRecords(3)) },
        { name: 'notes.txt', content: 'x' },
      ]),
    );
    write('many.evtx', writeEvtx(sampleRecords(3000)));
    const zip = new ZipWriter(new Uint8ArrayWriter(), { password: 'opensesame', useWebWorkers: false });
    await zip.add('system.evtx', new Uint8ArrayReader(writeEvtx(sampleRecords(4))));
    write('locked.zip', await zip.close());
    for (const name of ['list', 'events', '-dash.evtx']) {
      copyFileSync(path.join(cli.folder, 'odd.evtx'), path.join(cli.folder, name));
    }
    mkdirSync(path.join(cli.folder, 'a folder'));
    copyFileSync(path.join(cli.folder, 'two.zip'), path.join(cli.folder, 'a folder', 'two.zip'));
    mkdirSync(path.join(cli.folder, 'an empty folder'));
  });

  after(() => {
    cli.remove();
  });

  describe('explains itself', () => {
    it('when it is asked to', async () => {
      for (const args of [['--help'], ['-h'], ['list', '--help']]) {
        const { code, stdout, stderr } = await cli.run(args);
        assert.deepEqual([code, stderr], [0, '']);
        assert.match(stdout, /autopilot-triage <bundle>/);
      }
    });

    it('as an answer to a mistake when nothing is asked of it', async () => {
      const { code, stdout, stderr } = await cli.run([]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /autopilot-triage <bundle>/);
    });
  });

  describe('refuses with one line that names the file and the reason', () => {
    const refused: readonly [string, readonly string[], ...(string | RegExp)[]][] = [
      ['a file that is not there', ['none.cab'], 'none.cab: there is no such file or folder'],
      ['a file below a file', ['notes.txt/x.cab'], 'notes.txt/x.cab: there is no such file or folder'],
      ['a text that is no log', ['notes.txt'], 'notes.txt: ', 'plain text'],
      ['an empty file', ['list', 'empty.zip'], 'empty.zip: ', 'the file is empty'],
      ['an empty folder', ['an empty folder'], 'an empty folder: The folder holds no files.'],
      ['an unknown member', ['events', 'two.zip', '--member', 'none.evtx'], 'two.zip: "none.evtx" is not a member'],
      [
        'a member without events',
        ['events', 'two.zip', '--member', 'notes.txt'],
        'two.zip: "notes.txt" is not an event log but text',
      ],
      ['an unknown option', ['--frobnicate', 'two.zip'], '--frobnicate'],
      ['an option without its value', ['events', 'two.zip', '--member'], '--member'],
      ['an option of another command', ['list', 'two.zip', '--member', 'a'], '--member does not go with list'],
      ['one file too many', ['two.zip', 'odd.evtx'], 'unexpected argument: odd.evtx'],
      ['a command without a bundle', ['events'], 'events: which bundle?'],
    ];
    for (const [name, args, ...parts] of refused) {
      it(name, async () => {
        assertRefused(await cli.run(args), ...parts);
      });
    }
  });

  describe('tells the story', () => {
    it('in words', async () => {
      const { code, stdout, stderr } = await cli.run([bundleName]);
      assert.deepEqual([code, stderr], [0, '']);
      assert.ok(stdout.startsWith(bundleName));
      assert.match(stdout, /sha256 [0-9a-f]{16}/);
    });

    it('as JSON with its version', async () => {
      const { code, stdout, stderr } = await cli.run(['--json', bundleName]);
      assert.deepEqual([code, stderr], [0, '']);
      const document = JSON.parse(stdout) as { schemaVersion: number; bundle: { name: string } };
      assert.equal(document.schemaVersion, 1);
      assert.equal(document.bundle.name, bundleName);
    });

    it('with what a person knows of the pass, called stated', async () => {
      const pass = ['--tap-issued', '2026-02-17T12:00:00Z', '--tap-minutes', '60'];
      const { code, stdout } = await cli.run(['pass.zip', '--json', ...pass]);
      assert.equal(code, 0);
      const { temporaryAccessPass } = JSON.parse(stdout) as TriageDocument;
      assert.equal(temporaryAccessPass?.basis, 'stated, not measured');
      assert.deepEqual(
        temporaryAccessPass.atRePrompts.map(({ expired }) => expired),
        [true],
      );
      assertRefused(await cli.run(['pass.zip', '--tap-issued', 'noon']), '--tap-issued');
      assertRefused(await cli.run(['pass.zip', '--tap-minutes', 'five']), '--tap-minutes');
    });

    it('of a single log and of a folder', async () => {
      for (const location of ['odd.evtx', 'a folder', path.join(cli.folder, 'a folder')]) {
        const { code, stderr } = await cli.run([location]);
        assert.deepEqual([code, stderr], [0, ''], location);
      }
    });
  });

  describe('lists the members', () => {
    it('one a line, with what is known of them', async () => {
      const { code, stdout } = await cli.run(['list', 'a folder']);
      assert.equal(code, 0);
      assert.match(linesOf(stdout)[0]!, /^a folder: folder, 4 members, sha256 [0-9a-f]{64}$/);
      assert.match(stdout, /^evtx +69632 {2}two\.zip\/large\.evtx {2}\(20 records\)$/m);
      assert.match(stdout, /^text +1 {2}two\.zip\/notes\.txt$/m);
    });

    it('as JSON', async () => {
      const { code, stdout } = await cli.run(['list', '--json', 'two.zip']);
      assert.equal(code, 0);
      const listing = JSON.parse(stdout) as { kind: string; members: { path: string; records: number | null }[] };
      assert.deepEqual(
        listing.members.map(({ path: member, records }) => [member, records]),
        [
          ['large.evtx', 20],
          ['small.evtx', 3],
          ['notes.txt', null],
        ],
      );
    });
  });

  describe('shows events', () => {
    async function objects(...args: string[]): Promise<Record<string, unknown>[]> {
      const { code, stdout, stderr } = await cli.run(['events', '--jsonl', ...args]);
      assert.deepEqual([code, stderr], [0, '']);
      return linesOf(stdout).map((line) => JSON.parse(line) as Record<string, unknown>);
    }

    it('as text', async () => {
      const { code, stdout } = await cli.run(['events', 'odd.evtx']);
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^2024-03-01 12:00:00\.1304567Z {2}Information {2}Contoso-Sample 1074 {2}#7\n {4}__proto__ = not a/,
      );
    });

    it('as one JSON object a line, repeated names as a list, any name as a plain one', async () => {
      const [found, ...others] = await objects('odd.evtx');
      assert.deepEqual(others, []);
      const { data, ...system } = found as { data: object };
      assert.deepEqual(system, {
        path: 'odd.evtx',
        recordId: 7,
        time: '2024-03-01T12:00:00.1304567Z',
        provider: 'Contoso-Sample',
        eventId: 1074,
        channel: 'Contoso-Sample/Operational',
        level: 4,
        userId: null,
        computer: 'PC-1',
        processId: 4,
      });
      assert.deepEqual(Object.entries(data), [
        ['__proto__', 'not a prototype'],
        ['again', ['one', 'two\nlines']],
        ['constructor', '3'],
      ]);
    });

    it('once each, or all those of one member', async () => {
      assert.equal((await objects('two.zip')).length, 20);
      const small = await objects('two.zip', '--member', 'small.evtx');
      assert.deepEqual(
        small.map(({ path: member, recordId }) => [member, recordId]),
        [
          ['small.evtx', 1000],
          ['small.evtx', 1001],
          ['small.evtx', 1002],
        ],
      );
    });

    it('to a reader who goes away without a complaint', async () => {
      const all = await cli.run(['events', '--jsonl', 'many.evtx']);
      assert.equal(linesOf(all.stdout).length, 3000);
      assert.ok(all.stdout.length > 1_000_000, 'more than a pipe holds');
      const { code, stderr } = await cli.run(['events', '--jsonl', 'many.evtx'], 1);
      assert.deepEqual([code, stderr], [0, '']);
    });
  });

  describe('with an encrypted zip', () => {
    it('says that the password is missing, or wrong', async () => {
      assertRefused(await cli.run(['locked.zip']), 'locked.zip: every member is encrypted', '--password');
      assertRefused(await cli.run(['events', 'locked.zip', '--password', 'no']), 'the password does not fit');
    });

    it('still lists what is in it', async () => {
      const { code, stdout } = await cli.run(['list', 'locked.zip']);
      assert.equal(code, 0);
      assert.match(stdout, /system\.evtx {2}\(unreadable: encrypted\)/);
    });

    it('reads it with the password', async () => {
      const { code, stdout } = await cli.run(['events', '--jsonl', 'locked.zip', '--password', 'opensesame']);
      assert.equal(code, 0);
      assert.equal(linesOf(stdout).length, 4);
    });
  });

  it('opens a bundle that is called like a command, or begins with a dash', async () => {
    for (const args of [['./list'], ['./events'], ['events', 'list'], ['list', 'list'], ['--', '-dash.evtx']]) {
      const { code, stderr } = await cli.run(args);
      assert.deepEqual([code, stderr], [0, ''], args.join(' '));
    }
  });
});
