import assert from 'node:assert/strict';
import type { Identifier } from '../../../src/core/redact/identifier';
import { leakCheck } from '../../../src/core/redact/leakCheck';
import { sightText } from '../../../src/core/redact/evidenceOfIdentity';
import { Sightings } from '../../../src/core/redact/sightings';
import { Redactor } from '../../../src/core/redact/redactor';
import { LinePattern } from '../../../src/core/search/linePattern';
import { planted, spellings } from './plantedIdentity';

const adele: Identifier = {
  kind: 'user',
  pseudonym: 'USER-1',
  values: [
    'adele@contoso.example',
    'AdeleExample',
    'S-1-12-1-1234567890-1122334455-2233445566-3344556677',
    '499602d2-76f7-42e5-beac-1f8585e259c7',
  ],
};
const martin: Identifier = { kind: 'user', pseudonym: 'USER-2', values: ['martin'] };
const host: Identifier = { kind: 'host', pseudonym: 'HOST-1', values: ['PC-12'] };
const tenant: Identifier = { kind: 'tenant', pseudonym: 'TENANT-1', values: ['contoso.example', 'contoso'] };

function redact(text: string, ...identifiers: readonly Identifier[]): string {
  return new Redactor(identifiers).redact(text);
}

describe('redaction', () => {
  it('puts one pseudonym for all names of a person', () => {
    assert.equal(
      redact(
        'adele@contoso.example AzureAD\\ADELEEXAMPLE C:\\Users\\AdeleExample\\x 499602D2-76F7-42E5-BEAC-1F8585E259C7',
        adele,
      ),
      'USER-1 AzureAD\\USER-1 C:\\Users\\USER-1\\x USER-1',
    );
  });

  it('takes the longest name', () => {
    assert.equal(redact('mail adele@contoso.example at contoso', adele, tenant), 'mail USER-1 at TENANT-1');
  });

  it('leaves words that only begin like a name', () => {
    assert.equal(redact('Martinique, Martin, martin_log', martin), 'Martinique, USER-2, USER-2_log');
  });

  it('leaves longer numbers', () => {
    assert.equal(redact('PC-12 PC-123 "pc-12"', host), 'HOST-1 PC-123 "HOST-1"');
  });

  it('does not take the path of a user for an escape', () => {
    assert.equal(
      redact('C:\\Users\\nora\\x', { kind: 'user', pseudonym: 'USER-1', values: ['nora'] }),
      'C:\\Users\\USER-1\\x',
    );
    assert.equal(
      redact('"C:\\\\Users\\\\nora"', { kind: 'user', pseudonym: 'USER-1', values: ['nora'] }),
      '"C:\\\\Users\\\\USER-1"',
    );
  });

  it('finds a SID and its object id as bytes', () => {
    const sid = Buffer.from('010400000000000c01000000d2029649f776e542beac1f8585e259c7', 'hex');
    for (const text of [
      sid.toString('hex'),
      sid.toString('base64'),
      `hex:${sid.toString('hex').replace(/..(?!$)/g, '$&,')}`,
    ]) {
      const redacted = redact(text, adele);
      assert.equal(redacted.length, text.length);
      assert.notEqual(redacted, text);
      assert.equal(redact(redacted, adele), redacted);
    }
  });

  it('writes over base64 without changing its length, and only where the name stands', () => {
    const text = Buffer.from('<user>adele@contoso.example</user>').toString('base64');
    const redacted = redact(text, adele);
    assert.equal(redacted.length, text.length);
    assert.equal(Buffer.from(redacted, 'base64').toString(), '<user>USER-1---------------</user>');
  });

  it('adds and loses no line', () => {
    const text =
      'a\r\nadele@contoso.example\rb\n\n"x"=hex(2):61,00,64,00,65,00,6c,00,65,00,65,00,\\\r\n  78,00,61,00,6d,00,70,00,6c,00,65,00\r\n';
    const redacted = redact(text, adele);
    assert.deepEqual(redacted.match(/\r\n|\r|\n/g), text.match(/\r\n|\r|\n/g));
    assert.notEqual(redacted.split('\r\n').slice(2).join(), text.split('\r\n').slice(2).join());
  });

  it('masks tokens', () => {
    assert.equal(redact('AuthToken = abcdefghijklmnop'), 'AuthToken = (masked)');
  });

  it('replaces what fits a pattern of one’s own, in every encoding', () => {
    const pattern = LinePattern.parse('PRJ-\\d+', true);
    assert.ok(pattern instanceof LinePattern);
    const sightings = new Sightings([pattern]);
    sightText(sightings, 'prj-17 and PRJ-9\nx', []);
    const { identifiers } = sightings.identifiers();
    assert.equal(redact('PRJ-17, prj%2D9 and PRJ-10', ...identifiers), 'CUSTOM-1, CUSTOM-2 and PRJ-10');
  });

  it('gives nobody a pseudonym that is the name of something', () => {
    const sightings = new Sightings();
    sightings.add('host', 'HOST-1');
    assert.equal(sightings.identifiers().identifiers[0]?.pseudonym, 'HOST-2');
  });

  it('cannot call an export clean when there were too many identifiers', async () => {
    const leaks = await leakCheck(new TextEncoder().encode('clean'), { identifiers: [], isComplete: false });
    assert.equal(leaks.length, 1);
  });

  it('names an ordinary word only where a user stands', () => {
    const admin: Identifier = { kind: 'user', pseudonym: 'USER-1', values: ['admin'] };
    assert.equal(redact('Provider/Admin C:\\Users\\admin\\x', admin), 'Provider/Admin C:\\USER-1\\x');
  });

  it('takes a time that grows with the text only', () => {
    const hostile = [
      '%25'.repeat(200_000),
      'YW'.repeat(300_000),
      '\\'.repeat(600_000),
      'a0'.repeat(300_000),
      'pc-1'.repeat(150_000),
    ];
    for (const text of hostile) {
      const began = Date.now();
      redact(text, adele, host, martin);
      assert.ok(Date.now() - began < 4_000, `${text.slice(0, 6)}: ${Date.now() - began} ms`);
    }
  });
});

describe('every encoding', () => {
  const identifiers = planted.map(({ kind, value }, index) => ({ kind, pseudonym: `P-${index + 1}`, values: [value] }));
  const found = { identifiers, isComplete: true };
  const redactor = new Redactor(identifiers);
  for (const [name, spell] of Object.entries(spellings)) {
    it(`hides and gives away identifiers: ${name}`, async () => {
      for (const { value } of planted) {
        const text = `before ${spell(value)} after`;
        const leaks = await leakCheck(new TextEncoder().encode(text), found);
        assert.notEqual(leaks.length, 0, `the check finds ${value} in ${text}`);
        const redacted = redactor.redact(text);
        assert.deepEqual(await leakCheck(new TextEncoder().encode(redacted), found), [], redacted);
        assert.ok(redacted.startsWith('before ') && redacted.endsWith(' after'));
      }
    });
  }

  for (const encoding of ['utf16le', 'utf8'] as const) {
    it(`is looked through by the check: ${encoding}`, async () => {
      for (const { value } of planted) {
        const leaks = await leakCheck(new Uint8Array(Buffer.from(`"${value}"`, encoding)), found);
        assert.ok(
          leaks.some(({ found }) => found.toLowerCase() === value.toLowerCase() || value.startsWith(found)),
          value,
        );
      }
    });
  }

  it('is looked through by the check: UTF-16 big-endian', async () => {
    for (const { value } of planted) {
      const bytes = new Uint8Array(Buffer.from(`"${value}"`, 'utf16le').swap16());
      assert.notEqual((await leakCheck(bytes, found)).length, 0, value);
    }
  });
});
