import assert from 'node:assert/strict';
import { logTailStart } from '../../../src/core/language/logTail';
import { assertQuick } from '../logs/assertQuick';

const tail =
  ']LOG]!><time="01:40:27.1916417" date="8-4-2025" component="IntuneManagementExtension" context="" type="1" thread="4" file="">';

describe('the tail of an agent record', () => {
  it('begins where its message ends', () => {
    assert.equal(logTailStart(`<![LOG[EMS Agent Started${tail}`), '<![LOG[EMS Agent Started'.length);
    assert.equal(logTailStart(tail), 0);
  });

  it('is the last one where a message quotes another record', () => {
    const message = `<![LOG[it said ${tail} and more`;
    assert.equal(logTailStart(`${message}${tail}`), message.length);
  });

  it('is not in lines that do not end with one', () => {
    for (const line of ['', 'plain text', '<![LOG[the first of two lines', `${tail} and more`, ']LOG]!><time="x">']) {
      assert.equal(logTailStart(line), null, line);
    }
  });

  it('is found quickly in long lines', () => {
    assertQuick('a line of a megabyte', () => {
      assert.equal(logTailStart(']LOG]!><time="'.repeat(80_000) + '>'), null);
    });
  });
});
