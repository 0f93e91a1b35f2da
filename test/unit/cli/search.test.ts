import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeEvtx } from '../../bundles/evtxWriter';
import { writeZip } from '../../bundles/zipWriter';
import { sampleRecord } from '../evtx/sampleRecords';
import { CommandLine } from './commandLine';

describe('the search of the command line', () => {
  let cli: CommandLine;

  before(async () => {
    cli = await CommandLine.build();
    const records = [sampleRecord(1, 'first needle'), sampleRecord(2, 'straw'), sampleRecord(3, 'second needle')];
    const bundle = writeZip([
      { name: 'sample.evtx', content: writeEvtx(records) },
      { name: 'notes.txt', content: 'straw\r\na Needle \x1b[31m in text\r\n' },
      { name: 'trace.etl', content: '' },
    ]);
    writeFileSync(path.join(cli.folder, 'bundle.zip'), bundle);
  });

  after(() => {
    cli.remove();
  });

  it('prints a line for each match, and the counts beside them', async () => {
    const { code, stdout, stderr } = await cli.run(['search', 'bundle.zip', 'needle']);
    assert.equal(code, 0);
    const [first, second, line, ...rest] = stdout.split('\n');
    assert.match(
      first!,
      /^sample\.evtx#1 {2}2024-03-01T12:00:00\.\d{3}Z {2}Information {2}Contoso-Sample 1074 .*first needle/,
    );
    assert.match(second!, /^sample\.evtx#3 .*second needle/);
    assert.equal(line, 'notes.txt:2  a Needle \uFFFD[31m in text');
    assert.deepEqual(rest, ['']);
    assert.equal(
      stderr,
      'autopilot-triage: 3 of 3 matches shown, in 2 of 2 files searched; 1 not searched: empty (1)\n',
    );
  });

  it('takes the rest of the command line as the query', async () => {
    const { stdout } = await cli.run(['search', 'bundle.zip', 'needle', 'record:1', '--jsonl']);
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    assert.equal(found.length, 1);
    const { path: member, recordId, time, provider, eventId } = found[0]!;
    assert.deepEqual([member, recordId, provider, eventId], ['sample.evtx', 1, 'Contoso-Sample', 1074]);
    assert.match(String(time), /^2024-03-01T12:00:00/);
  });

  it('takes a number with a minus for a number', async () => {
    const { code, stdout } = await cli.run(['search', 'bundle.zip', '--', '-2147024894']);
    assert.equal(code, 0);
    assert.match(stdout, /^sample\.evtx#1 /);
  });

  it('prints no more than it may, and says how many there are', async () => {
    const { stdout, stderr } = await cli.run(['search', 'bundle.zip', 'needle', '--limit', '1']);
    assert.equal(stdout.split('\n').length, 2);
    assert.match(stderr, /1 of 3 matches shown/);
  });

  const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
    [['search', 'bundle.zip'], /Nothing to search for/],
    [['search'], /which bundle\?/],
    [['search', 'bundle.zip', 'id:abc'], /at "abc", character 4: "abc" is not a number/],
    [['search', 'bundle.zip', '/[/'], /at "\/\[\/", character 1: .*[Uu]nterminated character class/],
    [['search', 'bundle.zip', 'x foo:bar'], /at "foo:bar", character 3: There is no field "foo"/],
    [['search', 'bundle.zip', 'boot:2'], /at "boot:2", character 1: The bundle does not show/],
    [['search', 'bundle.zip', 'x', '--limit', 'few'], /--limit: "few" is not a number/],
    [['search', 'bundle.zip', 'x', '--member', 'a'], /--member does not go with search/],
    [['list', 'bundle.zip', '--limit', '3'], /--limit does not go with list/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await cli.run(args);
      assert.equal(code, 2, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /^autopilot-triage: [^\n]+\n$/);
    });
  }
});
