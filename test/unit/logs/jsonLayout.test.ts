import assert from 'node:assert/strict';
import { laidOutJson } from '../../../src/core/logs/jsonLayout';
import { assertQuick } from './assertQuick';

describe('JSON in one line', () => {
  it('gets a line for each property and element', () => {
    assert.equal(
      laidOutJson('{"a":1,"b":[true,{"c":null}],"d":{},"e":[ ]}\r\n'),
      [
        '{',
        '  "a": 1,',
        '  "b": [',
        '    true,',
        '    {',
        '      "c": null',
        '    }',
        '  ],',
        '  "d": {},',
        '  "e": [ ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('says the same as before, to the letter', () => {
    const text = String.raw`{"n":12345678901234567890,"s":"a, {b}: \"[c]\" \\","u":"\u00e9","f":1.0e+2}`;
    const laidOut = laidOutJson(text);
    assert.deepEqual(JSON.parse(laidOut), JSON.parse(text));
    assert.match(laidOut, /12345678901234567890,\n/);
    assert.match(laidOut, /1\.0e\+2\n/);
    assert.ok(laidOut.includes(String.raw`"a, {b}: \"[c]\" \\"`));
  });

  it('stays as it is where it has lines of its own', () => {
    const text = '{\n"a":1,"b":2}';
    assert.equal(laidOutJson(text), text);
  });

  it('is laid out as far as it goes where it is not valid', () => {
    assert.equal(laidOutJson('{"a":"x'), '{\n  "a": "x\n');
    assert.equal(laidOutJson(']]}'), '\n]\n]\n}\n');
  });

  it('costs no more than it is long', () => {
    assertQuick('laying out', () => {
      for (const piece of ['[', ']', '"', '\\', '{"a":', ',', 'x']) {
        laidOutJson(piece.repeat(1_000_000 / piece.length));
      }
    });
  });
});
