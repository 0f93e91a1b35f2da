import assert from 'node:assert/strict';
import { maskDeviceHash, parseDeviceHash } from '../../../src/core/logs/deviceHash';
import { frameworkItem, parseFrameworkData } from '../../../src/core/logs/frameworkData';
import { parseTpmInfo } from '../../../src/core/logs/tpmInfo';
import { parseUefiInfo } from '../../../src/core/logs/uefiInfo';

describe('the page of OOBE', () => {
  const event = (status: unknown, startTime: string) => ({ eventId: 'E', eventName: 'e', status, startTime });
  const page = (events: unknown): string =>
    JSON.stringify({
      $schema: [
        {
          tabId: 'configurationInfo',
          categories: [
            { categoryId: 'General', items: [{ propertyId: 'Timezone', value: 'Eastern Standard Time' }], events },
          ],
        },
      ],
    });

  it('has tabs, items and events with their status', () => {
    const data = parseFrameworkData(page([6, 2, 3, 8, 99, 'x'].map((status) => event(status, '<time not available>'))));
    assert.ok(data !== null);
    assert.equal(frameworkItem(data, 'Timezone'), 'Eastern Standard Time');
    assert.equal(frameworkItem(data, 'Domain'), null);
    const events = data.tabs[0]!.categories[0]!.events;
    assert.deepEqual(
      events.map(({ status, statusNumber }) => [status, statusNumber]),
      [
        ['success', 6],
        ['error', 2],
        ['warning', 3],
        ['none', 8],
        ['unknown', 99],
        ['unknown', null],
      ],
    );
    assert.ok(events.every(({ startLocalMs }) => startLocalMs === null));
  });

  it('shows local times of a clock of twelve hours', () => {
    const times = [
      '2023-12-26 6:32:49 PM',
      '2023-12-26 12:00:00 AM',
      '2023-12-26 12:30:00 PM',
      '2023-12-26 13:00:00 PM',
    ];
    const events = parseFrameworkData(page(times.map((time) => event(6, time))))!.tabs[0]!.categories[0]!.events;
    assert.deepEqual(
      events.map(({ startLocalMs }) => startLocalMs),
      [Date.UTC(2023, 11, 26, 18, 32, 49), Date.UTC(2023, 11, 26), Date.UTC(2023, 11, 26, 12, 30), null],
    );
  });

  it('may be anything but what it should be', () => {
    assert.equal(parseFrameworkData('[]'), null);
    assert.equal(parseFrameworkData('{'), null);
    for (const text of ['{}', '{"$schema":7}', '{"$schema":[null,{"categories":{}}]}', page('no list')]) {
      assert.doesNotThrow(() => parseFrameworkData(text), text);
    }
  });
});

describe('the output of the TPM query', () => {
  const text = [
    '2026-02-17T13:14:27',
    'TpmHLI Version: 2.0',
    'Manufacturer: Example Components',
    'TpmHLI IsReady for Storage result: 0x00000000',
    'Ready: True',
    'Bits:  0x0000000000000000',
    'TpmHLI IsReady for Attestation result: 0x00000000',
    'Ready: False',
  ];

  it('says for what the TPM is ready', () => {
    const info = parseTpmInfo(text.join('\r\n'));
    assert.deepEqual(
      [info.takenAt, info.version, info.isReadyForStorage, info.isReadyForAttestation],
      ['2026-02-17T13:14:27', '2.0', true, false],
    );
    assert.deepEqual(info.understood, { lines: 8, of: 8 });
  });

  it('leaves open what it does not say', () => {
    const info = parseTpmInfo(`${text.slice(0, 4).join('\n')}\nno colon here`);
    assert.deepEqual([info.isReadyForStorage, info.isReadyForAttestation], [null, null]);
    assert.deepEqual(info.understood, { lines: 4, of: 5 });
  });
});

describe('the output of the firmware query', () => {
  it('has a value or an error for each variable', () => {
    const namespace = '{616E2EA6-AF89-7EB3-F2EF-4E47368A657B}';
    const { isSupported, variables, understood } = parseUefiInfo(
      [
        'UEFI is supported.',
        `Namespace: ${namespace}, variable name: FORCED_NETWORK_FLAG`,
        'Error: 0x800700CB',
        `Namespace: ${namespace}, variable name: AUTOPILOT_MARKER`,
        'Value: {1}',
        'UEFI query complete.',
      ].join('\r\n'),
    );
    assert.equal(isSupported, true);
    assert.deepEqual(variables, [
      { namespace, name: 'FORCED_NETWORK_FLAG', value: null, error: '0x800700CB', line: 2 },
      { namespace, name: 'AUTOPILOT_MARKER', value: '{1}', error: null, line: 4 },
    ]);
    assert.deepEqual(understood, { lines: 6, of: 6 });
    assert.equal(parseUefiInfo('UEFI is not supported.').isSupported, false);
  });
});

describe('a list of hardware hashes', () => {
  const hash = 'T0EgRkFL'.repeat(20);
  const text = `Device Serial Number,Windows Product ID,Hardware Hash\r\n9FAKE7X,,${hash},ada@example.com\r\n`;

  it('is recognised without keeping what is in it', () => {
    const list = parseDeviceHash(text);
    assert.deepEqual(list, { devices: 1, understood: { lines: 2, of: 2 } });
    assert.equal(JSON.stringify(list).includes('9FAKE7X'), false);
  });

  it('is shown with its lengths only, whatever shape its lines have', () => {
    assert.equal(
      maskDeviceHash(text),
      'Device Serial Number,Windows Product ID,Hardware Hash\n' +
        '<7 characters, not shown>,,<160 characters, not shown>,<15 characters, not shown>\n',
    );
    const broken = maskDeviceHash(`${text}no commas ${hash}\n"quoted, ${hash}"`);
    assert.equal(broken.includes('T0Eg'), false);
    assert.equal(broken.includes('9FAKE7X'), false);
  });
});
