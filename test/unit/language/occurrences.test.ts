import assert from 'node:assert/strict';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { findOccurrences, occurrencesInText } from '../../../src/core/language/occurrences';
import { MemberParts } from '../../../src/worker/memberParts';
import { renderMember } from '../../../src/worker/renderMember';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { assertQuick } from '../logs/assertQuick';

const lsa = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';

async function openSample() {
  const { name, bytes } = buildBundle(policyRebootTap);
  const result = await openBundle({ kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) }, {});
  assert.ok(result.ok);
  return result.bundle;
}

describe('the occurrences of a text in a bundle', () => {
  it('stand where the editor shows them, in event logs and in text', async () => {
    const bundle = await openSample();
    const { found, total } = await findOccurrences(bundle, lsa.toUpperCase(), 100);
    assert.equal(found.length, total);
    assert.ok(found.some(({ recordId }) => recordId !== null) && found.some(({ recordId }) => recordId === null));
    const { signal } = new AbortController();
    for (const { path, line, column, preview } of found) {
      const rendered = await renderMember(bundle, path, { number: 1, maxLength: 1e8 }, new MemberParts(), signal);
      assert.ok('text' in rendered);
      const text = rendered.text.split(/\r\n|\n|\r/)[line]!;
      assert.equal(text.slice(column, column + lsa.length).toLowerCase(), lsa.toLowerCase());
      assert.ok(preview.toLowerCase().includes(lsa.toLowerCase()));
    }
  });

  it('are counted beyond the limit', async () => {
    const { found, total } = await findOccurrences(await openSample(), 'S-1-5-18', 3);
    assert.equal(found.length, 3);
    assert.ok(total > 3);
  });

  it('are given up when asked to', async () => {
    const bundle = await openSample();
    await assert.rejects(findOccurrences(bundle, lsa, 10, AbortSignal.abort()));
  });

  it('are whole: not the beginning of a longer path or id', () => {
    const text = 'S-1-5-21-1 S-1-5-21-12 xS-1-5-21-1 S-1-5-21-1-5 (S-1-5-21-1)\nS-1-5-21-1.';
    const { found } = occurrencesInText('a.log', text, 's-1-5-21-1', 10);
    assert.deepEqual(
      found.map(({ line, column }) => [line, column]),
      [
        [0, 0],
        [0, 49],
        [1, 0],
      ],
    );
  });

  it('of nothing are none', () => {
    assert.equal(occurrencesInText('a', 'abc', '', 10).total, 0);
  });

  it('cost no more than the text is long', () => {
    assertQuick('a long line', () => {
      occurrencesInText('a', 'a-'.repeat(2_000_000), 'a', 10);
    });
  });
});
