import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { isCollectionResultsText, parseCollectionResults } from '../../../src/core/logs/collectionResults';
import { resultsXmlText } from '../../bundles/resultsXml';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

const one = '<Events HRESULT="0">System</Events>';

function inCollection(inner: string): string {
  return `<Collection HRESULT="0">${inner}</Collection>`;
}

describe('results.xml', () => {
  it('gives back what was asked for, in its order and without quotes', () => {
    const text = resultsXmlText([
      { kind: 'RegistryKey', source: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\A', hresult: 0x80070003 },
      { kind: 'Command', source: '%windir%\\system32\\Dsregcmd.exe /status', hresult: 0 },
      { kind: 'Events', source: 'System', hresult: 0 },
      { kind: 'FoldersFiles', source: '%temp%\\*.log', hresult: 0x8000ffff },
    ]);
    assert.equal(isCollectionResultsText(text), true);
    assert.deepEqual(parseCollectionResults(text), [
      { kind: 'registryKey', target: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\A', hresult: 0x80070003, position: 1 },
      { kind: 'command', target: '%windir%\\system32\\Dsregcmd.exe /status', hresult: 0, position: 2 },
      { kind: 'events', target: 'System', hresult: 0, position: 3 },
      { kind: 'foldersFiles', target: '%temp%\\*.log', hresult: 0x8000ffff, position: 4 },
    ]);
  });

  it('does not call a result good that it cannot read', () => {
    const items = parseCollectionResults(
      inCollection('<Events>a</Events><Events HRESULT="">b</Events><Events HRESULT="fine">c</Events>'),
    );
    assert.deepEqual(
      items.map(({ hresult }) => hresult),
      [null, null, null],
    );
  });

  it('may have a declaration, entities, comments and CDATA', () => {
    const text = `<?xml version="1.0"?>\r\n${inCollection('<!-- x --><Command HRESULT="0">a &amp; &#98; <![CDATA[<c>]]></Command>')}`;
    assert.equal(isCollectionResultsText(text), true);
    assert.equal(parseCollectionResults(text)[0]?.target, 'a & b <c>');
  });

  it('knows items only where they stand', () => {
    assert.deepEqual(parseCollectionResults(one), []);
    assert.deepEqual(parseCollectionResults(inCollection(`<Group>${one}</Group>`)), []);
    assert.deepEqual(parseCollectionResults(''), []);
    assert.deepEqual(parseCollectionResults('no XML at all'), []);
  });

  it('is read up to where it was cut short', () => {
    const items = parseCollectionResults(`<Collection HRESULT="0">${one}${one}<Events HRES`);
    assert.ok(items.length <= 2);
  });

  describe('that wants to hurt', () => {
    const entities = Array.from(
      { length: 30 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    ).join('');
    const hostile: readonly [string, string][] = [
      [
        'an entity bomb',
        `<!DOCTYPE a [<!ENTITY e0 "x">${entities}]>${inCollection('<Events HRESULT="0">&e30;</Events>')}`,
      ],
      [
        'an external entity',
        `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${inCollection('<Events HRESULT="0">&e;</Events>')}`,
      ],
      ['many references', inCollection(`<Events HRESULT="0">${'&amp;'.repeat(150_000)}</Events>`)],
      ['depth', inCollection('<a>'.repeat(200_000))],
      ['balanced depth', inCollection('<a>'.repeat(50_000) + '</a>'.repeat(50_000))],
      [
        'names of the language',
        inCollection('<__proto__ HRESULT="0">x</__proto__><constructor/><Events __proto__="x"/>'),
      ],
      ['open tags', inCollection('<a '.repeat(300_000))],
      ['open quotes', inCollection('<a b="'.repeat(150_000))],
      ['many attributes', inCollection(`<Events ${'a="1" '.repeat(150_000)}/>`)],
      ['an open comment', inCollection('<!--'.repeat(250_000))],
      ['many megabytes', inCollection(one.repeat(500_000))],
    ];
    for (const [name, text] of hostile) {
      it(`does no harm: ${name}`, () => {
        assertQuick(name, () => {
          const items = parseCollectionResults(text);
          assert.ok(items.every(({ target }) => target.length < 1_000_000 && !target.includes('root:')));
        });
      });
    }

    it('leaves objects alone', () => {
      parseCollectionResults(inCollection('<__proto__ polluted="yes">x</__proto__>'));
      assert.equal('polluted' in {}, false);
    });
  });

  it('of a real collection numbers its files', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'collect-diagnostics.zip')));
    const opened = await openBundle({ kind: 'file', name: 'a.zip', source: new MemorySource(bytes) });
    assert.ok(opened.ok);
    const [{ content: items } = { content: [] }] = opened.bundle.logs.collectionResults;
    assert.ok(items.length > 80);
    const positionOf = (part: string): number | undefined =>
      items.find(({ target }) => target.toLowerCase().includes(part))?.position;
    assert.equal(positionOf('authentication\\logonui'), 8);
    assert.equal(positionOf('dsregcmd'), 29);
    assert.equal(positionOf('intunemanagementextension\\logs'), 62);
    assert.equal(items[0]?.hresult, 0x80070003);
  });
});
