import assert from 'node:assert/strict';
import { renderEvent } from '../../../src/core/logs/eventText';
import { linesOf } from '../../../src/core/bytes/lines';
import { decodeText } from '../../../src/core/bytes/text';
import type { SearchMatch } from '../../../src/core/search/searchResult';
import { buildBundle } from '../../bundles/build';
import { writeEvtx } from '../../bundles/evtxWriter';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { writeZip } from '../../bundles/zipWriter';
import { sampleRecord, sampleRecords } from '../evtx/sampleRecords';
import { find, openSample, type Found, type OpenedSample } from './sampleSearch';

const place = ({ path, recordId, line }: SearchMatch): string => `${path}#${recordId ?? ''}:${line ?? ''}`;

describe('a search in a bundle', () => {
  let sample: OpenedSample;
  const search = (query: string, options?: Parameters<typeof find>[2]): Promise<Found> =>
    find(sample.search, query, options);

  before(async () => {
    const { name, bytes } = buildBundle(policyRebootTap);
    sample = await openSample(name, bytes);
  });

  /** What a reader of everything finds: every record as text, every line of every text. */
  async function byHand(word: string): Promise<string[]> {
    const { bundle } = sample;
    const places: string[] = [];
    for (const { path, unreadable, kind } of bundle.members) {
      const file = bundle.logs.events.files.find((candidate) => candidate.path === path);
      if (file !== undefined) {
        for (let index = 0; index < file.log.count; index += 1) {
          const record = file.log.record(index);
          if (record !== null && renderEvent(record).toLowerCase().includes(word)) {
            places.push(`${path}#${record.recordId}:`);
          }
        }
      } else if (unreadable === null && !['archive', 'etl', 'binary', 'empty', 'noResult'].includes(kind)) {
        const content = await bundle.read(path);
        assert.ok(content.ok);
        for (const { number, text } of linesOf(decodeText(content.bytes).text)) {
          if (text.toLowerCase().includes(word)) {
            places.push(`${path}#:${number}`);
          }
        }
      }
    }
    return places;
  }

  for (const word of ['deviceguard', 'setup', 's-1-5-18']) {
    it(`finds "${word}" wherever a reader of everything does`, async () => {
      const expected = await byHand(word);
      assert.ok(expected.length > 3, `${expected.length}`);
      const { matches, outcome } = await search(word.toUpperCase(), { limits: { total: 1e6, perMember: 1e6 } });
      assert.deepEqual(matches.map(place), expected);
      assert.equal(outcome.total, expected.length);
    });
  }

  it('takes all terms together and leaves out what is negated', async () => {
    const either = await search('channel:System');
    const wanted = await search('channel:System User32');
    const rest = await search('channel:System -User32');
    assert.ok(wanted.outcome.total > 0 && rest.outcome.total > 0);
    assert.deepEqual([...wanted.matches, ...rest.matches].map(place).sort(), either.matches.map(place).sort());
  });

  it('finds events by provider and id without reading any', async () => {
    const { matches, outcome } = await search('provider:user32 id:1074', { uniqueEvents: true });
    assert.equal(outcome.total, sample.told.document.reboots.length);
    assert.ok(matches.every(({ provider, eventId }) => provider === 'User32' && eventId === 1074));
    assert.deepEqual(
      matches.map(({ timeMs }) => new Date(timeMs!).toISOString()),
      sample.told.document.reboots.map(({ time }) => time),
    );
  });

  it('asks the story for boots and phases', async () => {
    const { boots, phases } = sample.told.document;
    const inBoot = await search('boot:2 channel:System');
    const start = Date.parse(boots[1]!.start);
    const end = Date.parse(boots[2]?.start ?? '') || Infinity;
    assert.ok(inBoot.outcome.total > 0);
    assert.ok(inBoot.matches.every(({ timeMs }) => timeMs! >= start && timeMs! < end));
    const phase = phases.find(({ id }) => id === 'deviceSetup')!;
    const inPhase = await search('phase:deviceSetup');
    assert.ok(
      inPhase.matches.some(({ line }) => line !== null),
      'lines of text logs with their times too',
    );
    assert.ok(inPhase.matches.some(({ recordId }) => recordId !== null));
    assert.ok(inPhase.matches.every(({ timeMs }) => timeMs! >= Date.parse(phase.start!)));
    const { outcome: early } = await search('time<+1m channel:System');
    const { outcome: late } = await search('time>=+1m channel:System');
    const { outcome: all } = await search('channel:System');
    assert.ok(early.total > 0 && late.total > 0);
    assert.equal(early.total + late.total, all.total);
  });

  it('says where a query asks for what the bundle does not have', async () => {
    const { outcome, matches } = await search('boot:99 x');
    assert.deepEqual(matches, []);
    assert.equal(outcome.searched, 0);
    assert.equal(outcome.problems.length, 1);
    assert.match(outcome.problems[0]!.detail, /boots 1 to \d/);
  });

  it('finds users by SID and by the names that the story knows', async () => {
    assert.ok((await search('user:S-1-5-18 channel:System')).outcome.total > 0);
    const bySid = await search('user:S-1-5-18');
    const byName = await search('user:SYSTEM');
    assert.ok(byName.outcome.total >= bySid.outcome.total && bySid.outcome.total > 0);
  });

  it('stays within the files that are named', async () => {
    const { outcome } = await search('member:setupact,*.json e');
    assert.ok(outcome.members.length > 0);
    assert.ok(
      outcome.members.every(({ path }) => /setupact|\.json$/.test(path)),
      JSON.stringify(outcome.members),
    );
  });

  it('gives lines their level and time', async () => {
    const { matches } = await search('member:setupact level:info');
    assert.ok(matches.length > 0);
    assert.ok(matches.every(({ level, timeMs }) => level === 4 && timeMs !== null));
  });

  it('marks what was found in previews without control characters', async () => {
    const { matches } = await search('deviceguard');
    for (const { preview, ranges } of matches) {
      assert.ok(preview.length < 400 && !/[\0-\x1f]/.test(preview), preview);
      assert.ok(ranges.length > 0, preview);
      for (const [offset, length] of ranges) {
        assert.equal(preview.slice(offset, offset + length).toLowerCase(), 'deviceguard');
      }
    }
  });

  it('counts everything and shows as much as there is room for', async () => {
    const all = await search('e');
    const some = await search('e', { limits: { total: 10, perMember: 4 } });
    assert.equal(some.matches.length, 10);
    assert.equal(some.outcome.shown, 10);
    assert.equal(some.outcome.total, all.outcome.total);
    const sum = (key: 'total' | 'shown'): number => some.outcome.members.reduce((all_, count) => all_ + count[key], 0);
    assert.equal(sum('total'), some.outcome.total);
    assert.equal(sum('shown'), 10);
    assert.ok(some.outcome.members.every(({ shown }) => shown <= 4));
  });

  it('names the files that it did not look into', async () => {
    const { outcome } = await search('anything');
    assert.ok(
      outcome.notSearched.some(({ reason }) => reason === 'no result from the device'),
      JSON.stringify(outcome.notSearched),
    );
    assert.equal(outcome.searched + outcome.notSearched.length, sample.bundle.members.length);
  });

  it('stops when it is aborted', async () => {
    const cancellation = new AbortController();
    const updates = sample.search.search('e', { signal: cancellation.signal });
    assert.equal((await updates.next()).done, false);
    cancellation.abort(new Error('enough'));
    await assert.rejects(async () => {
      while ((await updates.next()).done !== true) {
        // What was found before may still come.
      }
    }, /enough/);
  });
});

describe('a search in a list of hardware hashes', () => {
  it('sees what the editor shows, and no serial number or hash', async () => {
    const list = 'Device Serial Number,Windows Product ID,Hardware Hash\r\n9FAKE7X,,T0EgRkFL\r\n';
    const zip = writeZip([{ name: 'DeviceHash_HOST.csv', content: new TextEncoder().encode(list) }]);
    const { search } = await openSample('hash.zip', zip);
    assert.equal((await find(search, '9FAKE7X')).outcome.total, 0);
    assert.deepEqual(
      (await find(search, '"not shown"')).matches.map(({ line }) => line),
      [2],
    );
  });
});

describe('a search in event logs that several files hold', () => {
  it('shows copies, or each event once', async () => {
    const log = writeEvtx(sampleRecords(5));
    const zip = writeZip([
      { name: 'a/one.evtx', content: log },
      { name: 'b/two.evtx', content: log },
    ]);
    const { search } = await openSample('two.zip', zip);
    assert.equal((await find(search, 'id:1074')).outcome.total, 10);
    const unique = await find(search, 'id:1074', { uniqueEvents: true });
    assert.equal(unique.outcome.total, 5);
    assert.equal(new Set(unique.matches.map(({ recordId }) => recordId)).size, 5);
  });

  it('shows text of a record around what was found', async () => {
    const text = `${'long '.repeat(400)}needle${' tail'.repeat(400)}`;
    const { search } = await openSample('one.evtx', writeEvtx([sampleRecord(1, text)]));
    const { matches } = await find(search, 'needle');
    assert.equal(matches.length, 1);
    assert.match(matches[0]!.preview, /^Information {2}Contoso-Sample 1074 {2}…[long ]*long .*needle tail.*…$/);
    assert.equal(matches[0]!.ranges.length, 1);
  });

  it('finds a result code in whatever form it is written', async () => {
    const texts = ['hr=0xCAA20003', 'code 3399614467', 'error(-895352829)', 'hr=0xcaa20004', 'caa20003'];
    const { search } = await openSample(
      'one.evtx',
      writeEvtx(texts.map((text, index) => sampleRecord(index + 1, text))),
    );
    const ids = async (query: string): Promise<(number | null)[]> =>
      (await find(search, query)).matches.map(({ recordId }) => recordId);
    for (const query of ['0xCAA20003', '0xcaa20003 case:yes', '3399614467', '-895352829']) {
      assert.deepEqual(await ids(query), [1, 2, 3], query);
    }
    assert.deepEqual(await ids('-0xCAA20003'), [4, 5]);
    assert.deepEqual(await ids('"0xCAA20003"'), [1]);
    const { matches } = await find(search, '3399614467');
    assert.deepEqual(
      matches.map(({ preview, ranges: [[start, length] = [0, 0]] }) => preview.slice(start, start + length)),
      ['0xCAA20003', '3399614467', '-895352829'],
    );
  });

  it('tells upper and lower case apart when asked to', async () => {
    const { search } = await openSample('one.evtx', writeEvtx([sampleRecord(1, 'Needle'), sampleRecord(2, 'needle')]));
    const ids = async (query: string): Promise<(number | null)[]> =>
      (await find(search, query)).matches.map(({ recordId }) => recordId);
    assert.deepEqual(await ids('Needle'), [1, 2]);
    assert.deepEqual(await ids('Needle case:yes'), [1]);
    assert.deepEqual(await ids('/N.edle/ case:yes'), [1]);
    assert.deepEqual(await ids('/^ +text = needle$/'), [1, 2]);
    assert.deepEqual(await ids('-needle'), []);
  });
});
