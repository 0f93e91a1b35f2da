import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Identifier } from '../../../src/core/redact/identifier';
import { keepPseudonyms, keptPseudonyms, pseudonymFile } from '../../../src/files/pseudonymFile';

const adele: Identifier = { kind: 'user', pseudonym: 'USER-1', values: ['adele@contoso.example'] };

describe('the file of pseudonyms', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pseudonyms-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is made with its folder, and holds what was put into it', async () => {
    const file = pseudonymFile(path.join(folder, 'new'), 'abc');
    assert.deepEqual(await keptPseudonyms(file), []);
    await keepPseudonyms(file, [adele]);
    assert.deepEqual(await keptPseudonyms(file), [adele]);
    assert.deepEqual(readdirSync(path.join(folder, 'new')), ['abc.json']);
  });

  it('is whole after two exports at the same time', async () => {
    const file = pseudonymFile(folder, 'abc');
    const grace: Identifier = { kind: 'user', pseudonym: 'USER-1', values: ['grace@contoso.example'] };
    await Promise.all([keepPseudonyms(file, [adele]), keepPseudonyms(file, [grace])]);
    assert.equal((await keptPseudonyms(file)).length, 1);
    assert.deepEqual(readdirSync(folder), ['abc.json']);
  });

  it('is not taken for empty when it is something else', async () => {
    const file = pseudonymFile(folder, 'abc');
    for (const text of ['{}', '{"version":2,"pseudonyms":[]}', 'x', '{"version":1,"pseudonyms":[{"kind":"user"}]}']) {
      writeFileSync(file, text);
      await assert.rejects(keptPseudonyms(file), /no file of pseudonyms/);
      assert.equal(readFileSync(file, 'utf8'), text);
    }
  });
});
