import assert from 'node:assert/strict';
import { sightText } from '../../../src/core/redact/evidenceOfIdentity';
import { linkPeople } from '../../../src/core/redact/linkPeople';
import { Sightings } from '../../../src/core/redact/sightings';

function valuesIn(text: string): readonly (readonly string[])[] {
  const sightings = new Sightings();
  sightText(sightings, text, [text]);
  linkPeople(sightings);
  return sightings.identifiers().identifiers.map(({ values }) => values);
}

describe('people in one block of a log', () => {
  it('are one person where an Entra SID stands beside a name', () => {
    assert.deepEqual(valuesIn('UserSid : S-1-12-1-1-2-3-4\r\nUPN : quill@zarnath.example'), [
      ['S-1-12-1-1-2-3-4', '00000001-0002-0000-0300-000004000000', 'quill@zarnath.example', 'quill'],
      ['zarnath.example'],
    ]);
  });

  it('are named beside the SID of an account of the device or a domain, which is no name of theirs', () => {
    const sid = 'S-1-5-21-3123456781-2234567892-1345678903';
    assert.deepEqual(valuesIn(`UserSid : ${sid}-1105\r\nUPN : quill@zarnath.example`), [
      [sid],
      ['zarnath.example'],
      ['quill@zarnath.example', 'quill'],
    ]);
  });
});
