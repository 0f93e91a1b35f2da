import assert from 'node:assert/strict';
import { Chunk } from '../../../src/core/evtx/chunk';
import { Damage } from '../../../src/core/evtx/damage';
import { NameList } from '../../../src/core/evtx/nameList';
import { TextPool } from '../../../src/core/evtx/textPool';
import { ValueTable } from '../../../src/core/evtx/valueTable';
import { ValueType } from '../../../src/core/evtx/valueType';
import type { Content } from '../../../src/core/evtx/xmlTree';

const slot: Content = [{ kind: 'slot', index: 0, optional: false }];

/** Positions of `texts` as the only value of one record each, one after the other in the same chunk. */
function positions(list: NameList, texts: readonly string[], type: number = ValueType.String): number[] {
  const bytes = new Uint8Array(65_536);
  const view = new DataView(bytes.buffer);
  const chunk = new Chunk(bytes, 0, new TextPool());
  const values = new ValueTable(chunk);
  let at = 512;
  return texts.map((text) => {
    view.setUint32(at, 1, true);
    view.setUint16(at + 4, 2 * text.length, true);
    view.setUint8(at + 6, type);
    for (let index = 0; index < text.length; index++) {
      view.setUint16(at + 8 + 2 * index, text.charCodeAt(index), true);
    }
    // An odd distance, as in real records: values are not aligned.
    at = values.load(chunk, at, bytes.length) + 1;
    view.setUint8(at - 1, 0xff);
    return list.indexIn(chunk, values, slot);
  });
}

describe('the list of names', () => {
  it('numbers names in the order of their first use', () => {
    const list = new NameList();
    assert.deepEqual(positions(list, ['System', 'Security', 'System', 'Setup', 'Security']), [0, 1, 0, 2, 1]);
    assert.deepEqual(list.names, ['System', 'Security', 'Setup']);
  });

  it('tells names apart that differ in any single character', () => {
    const name = 'Microsoft-Windows-A';
    const changed = Array.from(name, (_, index) => `${name.slice(0, index)}_${name.slice(index + 1)}`);
    const texts = [name, ...changed, ...[name, ...changed].reverse()];
    const list = new NameList();
    const expected = [...Array(name.length + 1).keys()];
    assert.deepEqual(positions(list, texts), [...expected, ...expected.reverse()]);
  });

  it('takes a name for the same with and without NULs at its end, and as a constant of the template', () => {
    const list = new NameList();
    assert.deepEqual(positions(list, ['System', 'System\0', 'System\0\0', 'System']), [0, 0, 0, 0]);
    assert.equal(list.indexOf('System'), 0);
  });

  it('knows names from one chunk in the next', () => {
    const list = new NameList();
    assert.deepEqual(positions(list, ['System', '']), [0, 1]);
    assert.deepEqual(positions(list, ['', 'System']), [1, 0]);
  });

  it('lists no value under the text of the same bytes with another type', () => {
    const list = new NameList();
    positions(list, ['ab']);
    positions(list, ['ab'], ValueType.Binary);
    assert.deepEqual(list.names, ['ab', '61006200']);
  });

  it('refuses more names than its column has numbers for, but not the empty one', () => {
    const list = new NameList();
    for (let index = 0; index < 0xffff; index++) {
      list.indexOf(`name ${index}`);
    }
    assert.throws(() => list.indexOf('one more'), Damage);
    assert.equal(list.indexOf('name 7'), 7);
    assert.equal(list.indexOf(''), 0xffff);
  });
});
