import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { isDiagMetadataText, parseDiagMetadata } from '../../../src/core/logs/diagMetadata';
import { diagMetadataText } from '../../bundles/diagMetadata';
import { exampleDevice } from '../../bundles/scenarios/exampleDevice';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

describe('the metadata of the collector', () => {
  it('gives back numbers and text by name', () => {
    const device = exampleDevice({ seed: 1 });
    const text = diagMetadataText(device, 'autopilot;', Date.UTC(2026, 0, 1), { AutoLogonSID: 'S-1-5-21-1' });
    assert.equal(isDiagMetadataText(text), true);
    const facts = parseDiagMetadata(text);
    assert.equal(facts.get('SystemRoot'), 'C:\\Windows');
    assert.equal(facts.get('UBR'), String(device.revision));
    assert.equal(facts.get('InstallDate'), String(Date.UTC(2026, 0, 1) / 1000));
    assert.equal(facts.get('AutoLogonSID'), 'S-1-5-21-1');
    assert.equal(facts.get('AutoAdminLogon'), undefined);
  });

  it('is read in the form of 2020, which is no JSON', () => {
    const text = [
      '{',
      '  MdmDiagVersion:"1.0",',
      '  AreaName : "Autopilot;TPM",',
      '  CurrentBuild : 18363 ,',
      '  "SystemRoot":"C:\\Windows",',
      '  "Said":"he said \\"no\\": twice",',
      '  ProductName:Windows 10 Pro',
      '}',
    ].join('\r\n');
    assert.equal(isDiagMetadataText(text), true);
    assert.deepEqual(Object.fromEntries(parseDiagMetadata(text)), {
      MdmDiagVersion: '1.0',
      AreaName: 'Autopilot;TPM',
      CurrentBuild: '18363',
      SystemRoot: 'C:\\Windows',
      Said: 'he said "no": twice',
      ProductName: 'Windows 10 Pro',
    });
  });

  it('is read as far as it goes when it was cut short, and in one line', () => {
    assert.deepEqual(
      [...parseDiagMetadata('{\n "MdmDiagVersion":"1.0",\n "UBR":12,\n "Curr')],
      [
        ['MdmDiagVersion', '1.0'],
        ['UBR', '12'],
      ],
    );
    assert.deepEqual(
      [...parseDiagMetadata('{"MdmDiagVersion":"1.0","UBR":12}')],
      [
        ['MdmDiagVersion', '1.0'],
        ['UBR', '12'],
      ],
    );
  });

  it('takes any name for a plain one', () => {
    const facts = parseDiagMetadata('{"MdmDiagVersion":"1","__proto__":"x","constructor":"y","list":[1]}');
    assert.deepEqual([...facts.keys()], ['MdmDiagVersion', '__proto__', 'constructor']);
  });

  it('takes time in proportion to its length, whatever is in it', () => {
    for (const [name, text] of [
      ['empty lines', `{ MdmDiagVersion:\n${'\n'.repeat(2_000_000)}x`],
      ['blanks', `{ MdmDiagVersion${' '.repeat(2_000_000)}`],
      ['quotes', `{ MdmDiagVersion\n${'a:"\n'.repeat(500_000)}`],
      ['depth', '{"MdmDiagVersion":'.repeat(200_000)],
    ] as const) {
      assertQuick(name, () => parseDiagMetadata(text));
    }
  });

  it('tells the build of a real device', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2.cab')));
    const opened = await openBundle({ kind: 'file', name: 'a.cab', source: new MemorySource(bytes) });
    assert.ok(opened.ok);
    const [{ content: facts } = { content: null }] = opened.bundle.logs.metadata;
    assert.equal(facts?.size, 23);
    assert.equal(facts.get('CurrentBuild'), '22631');
    assert.equal(facts.get('InstallTime'), 'REG_QWORD: 0x1da384b30c5f7af');
  });
});
