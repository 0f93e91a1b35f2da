import assert from 'node:assert/strict';
import { MemberFolder } from '../../../src/host/bundle/memberTree';
import type { MemberInfo } from '../../../src/protocol/bundleService';

function member(path: string, kind: MemberInfo['kind'] = 'text'): MemberInfo {
  return {
    path,
    kind,
    size: 1,
    modified: null,
    unreadable: null,
    problems: [],
    records: null,
    channel: null,
    understood: null,
  };
}

describe('the folders of a bundle', () => {
  const root = MemberFolder.of([
    member('setupact.log'),
    member('(10) b.txt'),
    member('(2) a.txt'),
    member('inner.cab', 'archive'),
    member('inner.cab/system.evtx', 'evtx'),
    member('inner.cab/deeper/one.log'),
    member('empty.zip', 'archive'),
  ]);

  it('come before the files, and names with numbers are in the order of the numbers', () => {
    assert.deepEqual(
      root.children.map(({ kind, name }) => `${kind} ${name}`),
      ['folder inner.cab', 'file (2) a.txt', 'file (10) b.txt', 'file empty.zip', 'file setupact.log'],
    );
  });

  it('show an archive with content as a folder that knows its archive', () => {
    const inner = root.find('inner.cab');
    assert.ok(inner?.kind === 'folder');
    assert.equal(inner.archive?.kind, 'archive');
    assert.deepEqual(
      inner.children.map(({ name }) => name),
      ['deeper', 'system.evtx'],
    );
  });

  it('find files and folders by path', () => {
    assert.equal(root.find(''), root);
    assert.equal(root.find('inner.cab/system.evtx')?.kind, 'file');
    assert.equal(root.find('inner.cab/deeper')?.kind, 'folder');
    assert.equal(root.find('inner.cab/nothing.log'), null);
    assert.equal(root.find('setupact.log/inside'), null);
  });

  it('survive a path that is deeper than any stack', () => {
    const path = Array.from({ length: 50_000 }, () => 'a').join('/');
    const deep = MemberFolder.of([member(path)]);
    assert.equal(deep.find(path)?.kind, 'file');
  });
});
