import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { isFootprintText, parseFootprint } from '../../../src/core/logs/collectorFootprint';
import { footprintText } from '../../bundles/collectorFootprint';
import { requireData } from '../testData';

describe('a collector footprint', () => {
  it('separates what was collected from what is not on the device', () => {
    const text = footprintText({
      areas: 'deviceenrollment;autopilot;',
      collectedAt: Date.UTC(2026, 7, 20, 7, 59, 11),
      channels: ['Microsoft-Windows-AAD/Operational'],
      missingChannels: ['Microsoft-Windows-LAPS/Operational'],
      copiedFiles: [{ from: 'c:\\Windows\\Panther\\setupact.log', name: 'setupact.log' }],
      missingFiles: ['c:\\windows\\a, to: b\\*.log'],
      dumpedRoots: ['software\\microsoft\\enrollments'],
      missingRoots: ['software\\microsoft\\cdndownload'],
    });
    assert.equal(isFootprintText(text), true);
    assert.deepEqual(parseFootprint(text), {
      start: '2026-08-20T07:59:11',
      areas: ['deviceenrollment', 'autopilot'],
      channels: [
        { name: 'microsoft-windows-aad/operational', failure: null, line: 3 },
        { name: 'microsoft-windows-laps/operational', failure: '0x80073a9f', line: 4 },
      ],
      files: [
        { name: 'c:\\windows\\panther\\setupact.log', failure: null, line: 6 },
        { name: 'c:\\windows\\a, to: b\\*.log', failure: '0x80070002', line: 7 },
      ],
      registryRoots: [
        { name: 'hklm\\software\\microsoft\\enrollments', failure: null, line: 9 },
        { name: 'hklm\\software\\microsoft\\cdndownload', failure: '0x80070002', line: 10 },
      ],
      understood: { lines: 13, of: 13 },
    });
  });

  it('does not mix up the roots of the machine and of the user', () => {
    const { registryRoots } = parseFootprint(
      'Failed (HResult:0x80070002) to dump HKCU registry:software\\a\nSucceeded to dump HKLM registry:software\\a\n',
    );
    assert.deepEqual(
      registryRoots.map(({ name, failure }) => [name, failure]),
      [
        ['hkcu\\software\\a', '0x80070002'],
        ['hklm\\software\\a', null],
      ],
    );
  });

  it('is read in the form of 2020, and with a blank before the HRESULT', () => {
    const footprint = parseFootprint(
      [
        '--- Start at:2020-05-06T07:08:09',
        'AreaName : Autopilot; TPM ',
        'Failed (HResult: 0x80073a9f) to collect EventViewer Entry: x/admin',
        'Failed (HResult:0x80070003) to CollectFileEntry:c:\\y',
      ].join('\r\n'),
    );
    assert.deepEqual(footprint.areas, ['Autopilot', 'TPM']);
    assert.deepEqual(footprint.channels, [{ name: 'x/admin', failure: '0x80073a9f', line: 3 }]);
    assert.deepEqual(footprint.files, [{ name: 'c:\\y', failure: '0x80070003', line: 4 }]);
  });

  it('says nothing where the text says nothing', () => {
    const nothing = { start: null, areas: [], channels: [], files: [], registryRoots: [] };
    assert.deepEqual(parseFootprint(''), { ...nothing, understood: { lines: 0, of: 0 } });
    assert.deepEqual(parseFootprint('--- 3 EventViewer entries are collected\nCollected EventViewer Entry:'), {
      ...nothing,
      understood: { lines: 1, of: 2 },
    });
  });

  it('of a real device has 18 channels, 31 files and 19 registry roots', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2.cab')));
    const opened = await openBundle({ kind: 'file', name: 'a.cab', source: new MemorySource(bytes) });
    assert.ok(opened.ok);
    const [{ content } = { content: null }] = opened.bundle.logs.footprints;
    assert.ok(content !== null);
    const { start, areas, channels, files, registryRoots } = content;
    assert.equal(start, '2024-08-06T01:23:09');
    assert.deepEqual(areas, ['deviceenrollment', 'deviceprovisioning', 'autopilot']);
    assert.equal(channels.length, 18);
    assert.ok(channels.every(({ failure }) => failure === null));
    assert.equal(files.length, 31);
    assert.equal(files.filter(({ failure }) => failure === null).length, 18);
    assert.equal(registryRoots.length, 19);
    assert.equal(registryRoots.filter(({ failure }) => failure === null).length, 12);
  });
});
