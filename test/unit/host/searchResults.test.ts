import assert from 'node:assert/strict';
import type { SearchMatch, SearchOutcome } from '../../../src/core/search/searchResult';
import { exportText } from '../../../src/host/search/resultExport';
import { resultText, type SearchResults } from '../../../src/host/search/resultText';

const words = {
  localize: (message: string, ...values: (string | number)[]): string =>
    message.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])),
  time: (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}Z`,
};

const timeMs = Date.UTC(2026, 7, 20, 2, 7, 58);

const event: SearchMatch = {
  path: 'System.evtx',
  recordId: 12,
  line: null,
  timeMs,
  rawMs: timeMs,
  level: 4,
  provider: 'User32',
  eventId: 1074,
  preview: 'Information  User32 1074  param1 = needle',
  ranges: [[35, 6]],
};
const line: SearchMatch = {
  ...event,
  path: 'a/setupact.log',
  recordId: null,
  line: 7,
  timeMs: null,
  rawMs: null,
  level: 4,
  preview: 'a needle in text',
  ranges: [[2, 6]],
};

const outcome: SearchOutcome = {
  problems: [],
  members: [],
  searched: 9,
  notSearched: [
    { path: 'x.etl', reason: 'event trace' },
    { path: 'y.etl', reason: 'event trace' },
  ],
  total: 2,
  shown: 2,
  elapsedMs: 120,
};

function resultsOf(matches: readonly SearchMatch[], change: Partial<SearchResults> = {}): SearchResults {
  const state = { kind: 'done', outcome } as const;
  return { bundleName: 'a.cab', query: 'needle', state, matches, counts: new Map(), ...change };
}

describe('the text of search results', () => {
  it('says what was searched for, how complete it is, and shows a line for each match below its file', () => {
    const counts = new Map([
      ['System.evtx', { path: 'System.evtx', total: 1, shown: 1 }],
      ['a/setupact.log', { path: 'a/setupact.log', total: 40, shown: 1 }],
    ]);
    const { text } = resultText(resultsOf([event, line], { counts }), words);
    assert.deepEqual(text.split('\n'), [
      '# needle',
      '# a.cab',
      '# 2 matches in 0 of 9 files · all shown · 0.1 s',
      '# 2 files have no text to search: event trace (2)',
      '',
      'System.evtx · 1 match',
      '  #12: 2026-08-20 02:07:58Z  Information  User32 1074  param1 = needle',
      '',
      'setupact.log · 1 of 40 matches · in a',
      '  7: a needle in text',
      '',
    ]);
  });

  it('links each match to its place and marks what was found', () => {
    const { text, links, highlights } = resultText(resultsOf([event, line]), words);
    const lines = text.split('\n');
    const pieces = (list: typeof highlights): string[] =>
      list.map(({ line: at, start, end }) => lines[at]!.slice(start, end));
    assert.deepEqual(pieces(highlights), ['needle', 'needle']);
    assert.deepEqual(pieces(links), ['#12', '7']);
    assert.deepEqual(
      links.map(({ evidence }) => evidence),
      [
        { path: 'System.evtx', recordId: 12 },
        { path: 'a/setupact.log', line: 7 },
      ],
    );
  });

  it('says which lines are warnings and errors', () => {
    const { text, highlights } = resultText(resultsOf([{ ...line, level: 2 }]), words);
    assert.match(text, /^ {2}7: Error {2}a needle in text$/m);
    assert.equal(highlights[0]!.start, '  7: Error  a '.length);
  });

  it('shows the time of the log where the clock was corrected', () => {
    const { text } = resultText(resultsOf([{ ...event, rawMs: timeMs + 3_600_000 }]), words);
    assert.match(text, / {2}#12: 2026-08-20 02:07:58Z \(log: 2026-08-20 03:07:58Z\) {2}Information/);
  });

  it('never cuts in silence', () => {
    const state = { kind: 'done', outcome: { ...outcome, total: 900, shown: 2 } } as const;
    assert.match(resultText(resultsOf([event, line], { state }), words).text, /2 of 900 shown/);
    assert.match(resultText(resultsOf([event], { state: { kind: 'stopped' } }), words).text, /there may be more/);
    assert.match(
      resultText(resultsOf([event], { state: { kind: 'running' } }), words).text,
      /searching….*\n\n.*1 so far/s,
    );
  });

  it('says what is wrong with the query, or with the search', () => {
    const problems = [{ start: 3, end: 6, detail: 'Not a number.' }];
    const state = { kind: 'done', outcome: { ...outcome, problems } } as const;
    assert.match(resultText(resultsOf([], { state, query: 'id:abc' }), words).text, /^# abc: Not a number\.$/m);
    const failed = { kind: 'failed', reason: 'gone' } as const;
    assert.match(resultText(resultsOf([], { state: failed }), words).text, /^# The search failed: gone$/m);
  });
});

describe('exported search results', () => {
  it('are a table with a head', () => {
    const lines = exportText([event, line], 'csv').split('\r\n');
    assert.deepEqual(lines, [
      '\uFEFFpath,record,line,time,rawTime,level,provider,eventId,text',
      '"System.evtx",12,,"2026-08-20T02:07:58.000Z","2026-08-20T02:07:58.000Z",4,"User32",1074,"Information  User32 1074  param1 = needle"',
      '"a/setupact.log",,7,,,4,"User32",1074,"a needle in text"',
      '',
    ]);
  });

  for (const preview of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '|cmd', '%x']) {
    it(`never hold a formula: ${JSON.stringify(preview)}`, () => {
      const [, row] = exportText([{ ...line, preview }], 'csv').split('\r\n');
      assert.ok(row!.endsWith(`,"'${preview}"`), row);
    });
  }

  it('keep quotation marks and commas apart', () => {
    const [, row] = exportText([{ ...line, preview: 'a "b", c' }], 'csv').split('\r\n');
    assert.ok(row!.endsWith(',"a ""b"", c"'), row);
  });

  it('are one object a line as JSON', () => {
    const lines = exportText([event, line], 'jsonl').split('\n');
    assert.equal(lines.length, 3);
    assert.deepEqual(JSON.parse(lines[1]!), {
      path: 'a/setupact.log',
      record: null,
      line: 7,
      time: null,
      rawTime: null,
      level: 4,
      provider: 'User32',
      eventId: 1074,
      text: 'a needle in text',
    });
  });
});
