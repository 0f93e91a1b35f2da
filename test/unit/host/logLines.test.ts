import assert from 'node:assert/strict';
import { LogLines } from '../../../src/host/documents/logLines';

const path = 'system.evtx';

describe('the line map of a rendered event log', () => {
  // A title and a blank line, then blocks of 3, 2 and 4 lines, each ended by a blank line.
  const lines = new LogLines(Uint32Array.of(2, 6, 9), Float64Array.of(247, 12, 248));
  const lineCount = 14;

  it('spans the block of a record without its closing blank line', () => {
    assert.deepEqual(lines.spanOf({ path, recordId: 247 }, lineCount), { first: 2, last: 4 });
    assert.deepEqual(lines.spanOf({ path, recordId: 12 }, lineCount), { first: 6, last: 7 });
    assert.deepEqual(lines.spanOf({ path, recordId: 248 }, lineCount), { first: 9, last: 12 });
  });

  it('knows no span for a record that is not there', () => {
    assert.equal(lines.spanOf({ path, recordId: 1 }, lineCount), null);
  });

  it('knows no span for a record below the end of a shortened text', () => {
    assert.equal(lines.spanOf({ path, recordId: 248 }, 8), null);
  });

  it('finds the record of any line of its block', () => {
    const found = [0, 1, 2, 5, 6, 8, 9, 13].map((line) => lines.evidenceAt(path, line));
    const expected = [null, null, 247, 247, 12, 12, 248, 248];
    assert.deepEqual(
      found,
      expected.map((recordId) => (recordId === null ? null : { path, recordId })),
    );
  });
});

describe('the line map of a text log', () => {
  const lines = new LogLines(null, null);

  it('counts evidence from 1 and text from 0', () => {
    assert.deepEqual(lines.spanOf({ path: 'a.log', line: 311 }, 400), { first: 310, last: 310 });
    assert.deepEqual(lines.evidenceAt('a.log', 310), { path: 'a.log', line: 311 });
  });

  it('knows no span outside the text', () => {
    assert.equal(lines.spanOf({ path: 'a.log', line: 0 }, 400), null);
    assert.equal(lines.spanOf({ path: 'a.log', line: 401 }, 400), null);
    assert.equal(lines.spanOf({ path: 'a.log', recordId: 5 }, 400), null);
  });
});
