import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allEvents, eventMeaning } from '../../../src/core/catalog/events/eventCatalog';
import { fieldsOf, fillEventText, type EventValues } from '../../../src/core/catalog/events/fillEventText';
import { providers } from '../../../src/core/catalog/providers';
import { isSecretField } from '../../../src/core/catalog/secretFields';
import { requireData } from '../testData';

function filled(provider: string, eventId: number, fields: Readonly<Record<string, string>>): string {
  const entry = eventMeaning(provider, eventId);
  assert.ok(entry !== null, `${provider} ${eventId} is in the catalogue`);
  const values: EventValues = {
    provider,
    eventId,
    data: Object.entries(fields).map(([name, value]) => ({ name, value })),
    userData: [],
  };
  return fillEventText(entry, values);
}

/** Field names by provider and id, over all versions of the event in the templates of one build. */
function readTemplates(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const templates = new Map<string, Set<string>>();
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n').slice(1)) {
      const [provider = '', id = '', , event = ''] = line.split('\t');
      const key = `${provider} ${id}`.toLowerCase();
      const fields = templates.get(key) ?? new Set<string>();
      templates.set(key, fields);
      for (const field of event.slice(event.indexOf('(') + 1, event.lastIndexOf(')')).split(', ')) {
        fields.add(field.slice(field.indexOf(' ') + 1));
      }
    }
  }
  return templates;
}

describe('the catalogue of events', () => {
  it('puts at least 250 events of at least 16 providers into words', () => {
    const entries = allEvents();
    assert.ok(entries.length >= 600, `${entries.length} events`);
    assert.ok(new Set(entries.map(({ provider }) => provider)).size >= 25);
  });

  it('names no event twice', () => {
    const names = allEvents().map(({ provider, eventId }) => `${provider} ${eventId}`);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
    assert.ok(allEvents().every(({ eventId }) => Number.isInteger(eventId) && eventId > 0));
  });

  it('has a topic for every event: a misspelt one would fall to diagnostics', () => {
    const astray = allEvents().filter(
      ({ topic, text }) => topic === 'diagnostics' && !/diagnosis|log|history|error|up for/i.test(text),
    );
    assert.deepEqual(astray, []);
  });

  it('says everything in one line of its own style', () => {
    for (const { provider, eventId, text, proves, doesNotProve, doc } of allEvents()) {
      const where = `${provider} ${eventId}`;
      assert.match(text, /^[A-Z{]/, `${where} begins with a capital or a value`);
      for (const line of [text, proves, doesNotProve]) {
        assert.ok(line === null || (line.length > 0 && line.length <= 160 && !line.includes('\n')), where);
        assert.ok(!line?.endsWith('.'), `${where} ends without a full stop`);
      }
      assert.ok(doc === null || doc.startsWith('https://learn.microsoft.com/'), where);
      assert.equal(text.split('{').length, text.split('}').length, where);
      assert.equal(text.split('[').length, text.split(']').length, where);
    }
  });

  it('takes placeholders only from fields that the event has', function () {
    const templates = readTemplates(requireData(this, '..', 'domain', 'event-templates', '24H2'));
    let checked = 0;
    const wrong: string[] = [];
    for (const entry of allEvents()) {
      const known = templates.get(`${entry.provider} ${entry.eventId}`.toLowerCase());
      for (const field of known === undefined ? [] : fieldsOf(entry)) {
        checked += 1;
        if (known?.has(field) === false) {
          wrong.push(`${entry.provider} ${entry.eventId} has no ${field}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(checked > 300, `${checked} placeholders`);
  });

  it('knows every event that tells the story', () => {
    const needed: readonly (readonly [string, readonly number[]])[] = [
      [providers.kernelGeneral, [1, 12, 13, 22, 24]],
      [providers.kernelBoot, [20, 27, 153]],
      [providers.kernelPower, [41, 42, 107, 109]],
      [providers.eventLog, [6005, 6006, 6008, 6009, 6013]],
      [providers.user32, [1074]],
      [providers.winlogon, [7001, 7002]],
      [providers.shellCore, [62400, 62401, 62402, 62403, 62404, 62405, 62406, 62407, 62460]],
      [providers.deviceManagement, [71, 72, 75, 76, 404, 800, 813, 814, 2545, 2800, 3012, 4000, 4009, 4019]],
      [providers.modernDeployment, [153, 161, 299, 751, 753, 807, 809, 815, 908]],
      [providers.deviceRegistration, [105, 107, 110, 300, 324, 325, 358, 360, 361, 362]],
      [providers.aad, [1081, 1094, 1096, 1097, 1098, 1104, 1250]],
      [providers.helloForBusiness, [3045, 5001, 6045, 7001, 7045, 8045, 8510]],
      ['Microsoft-Windows-Security-Auditing', [4624, 4625, 4634, 4648, 4672, 4720]],
      ['Microsoft-Windows-HAL', [20]],
      ['Microsoft-Windows-AppXDeployment-Server', [10001]],
    ];
    for (const [provider, ids] of needed) {
      for (const id of ids) {
        assert.notEqual(eventMeaning(provider, id), null, `${provider} ${id}`);
      }
    }
  });

  it('says of a flag that it is no restart, and of an offer that it is no success', () => {
    assert.match(eventMeaning(providers.deviceManagement, 2800)?.doesNotProve ?? '', /restart followed/);
    assert.match(eventMeaning(providers.deviceRegistration, 358)?.doesNotProve ?? '', /only 300/);
  });

  it('finds providers in any case, and nothing for others', () => {
    assert.equal(eventMeaning('eventlog', 6005), eventMeaning('EventLog', 6005));
    assert.equal(eventMeaning('Contoso', 6005), null);
    assert.equal(eventMeaning('EventLog', 1), null);
  });
});

describe('the sentence of an event', () => {
  it('is filled from the fields of the record', () => {
    assert.equal(
      filled('User32', 1074, {
        param1: 'C:\\Windows\\System32\\CloudExperienceHostBroker.exe (PC-1)',
        param3: 'Operating System: Reconfiguration (Unplanned)',
        param4: '0x20004',
        param5: 'restart',
        param7: 'NT AUTHORITY\\SYSTEM',
      }),
      'CloudExperienceHostBroker.exe asked for: restart (Operating System: Reconfiguration (Unplanned)), code 0x20004, as NT AUTHORITY\\SYSTEM',
    );
    assert.equal(filled(providers.kernelBoot, 27, { BootType: '1' }), 'Kind of start: fast startup');
    assert.equal(
      filled(providers.deviceManagement, 71, { HRESULT: '0x80180014' }),
      'MDM enrollment failed: 0x80180014 MENROLL_E_DEVICENOTSUPPORTED',
    );
    assert.equal(
      filled(providers.deviceManagement, 2800, { Message1: './Device/Vendor/MSFT/Uefi/Identity/Apply' }),
      './Device/Vendor/MSFT/Uefi/Identity/Apply asks for a restart',
    );
    assert.equal(
      filled(providers.aad, 1081, { Error: 'invalid_grant', ErrorDescription: 'AADSTS50126: Error validating…' }),
      'The token service refused: invalid_grant AADSTS50126 InvalidUserNameOrPassword',
    );
    assert.equal(
      filled(providers.shellCore, 62407, {
        Name: 'CommercialOOBE_ESPProgress_Category_Started',
        Value: '{"message":"Starting category DeviceSetupCategory...","errorCode":0}',
      }),
      'Page event: ESP phase began (Starting category DeviceSetupCategory...)',
    );
  });

  it('leaves out what is missing, and marks what it cannot do without', () => {
    assert.equal(filled(providers.kernelGeneral, 12, {}), 'Windows started');
    assert.equal(filled(providers.kernelGeneral, 22, { NewBias: '60' }), 'The time zone changed from … to UTC-01:00');
  });

  it('ends in no lone mark: a clause whose value is missing is left out', () => {
    assert.equal(filled(providers.aad, 1007, {}), 'Getting the primary token ended');
    assert.equal(filled(providers.aad, 1202, { ErrorMessage: 'x' }), 'Browser single sign-on failed: x');
    assert.equal(
      filled(providers.deviceManagement, 809, { Message1: 'a', Message2: 'b' }),
      'The policy b/a could not be set',
    );
    assert.equal(filled(providers.aad, 1022, {}), 'The token service is asked');
    for (const entry of allEvents()) {
      const text = fillEventText(entry, { provider: entry.provider, eventId: entry.eventId, data: [], userData: [] });
      assert.doesNotMatch(text, /…$|: …|^$/, `${entry.provider} ${entry.eventId}`);
    }
  });

  it('names a code in decimal by the hexadecimal number that people look up', () => {
    assert.equal(
      filled(providers.aad, 1098, { Error: '3399614467', ErrorMessage: 'AADSTS50034: no user' }),
      'Token broker error 0xCAA20003 ERROR_ADAL_SERVER_ERROR_INVALID_GRANT: AADSTS50034 UserAccountNotFound',
    );
  });

  it('tells a zone as people write it, and that nobody had to type', () => {
    assert.equal(filled(providers.kernelGeneral, 24, { CurrentBias: '-60' }), 'Time zone in force: UTC+01:00');
    assert.equal(filled(providers.kernelGeneral, 24, { CurrentBias: '210' }), 'Time zone in force: UTC-03:30');
    assert.equal(
      filled(providers.kernelBoot, 32, { BitlockerUserInputTime: '0' }),
      'Before the start nothing had to be typed',
    );
    assert.match(
      filled(providers.kernelBoot, 32, { BitlockerUserInputTime: '4200' }),
      /BitLocker PIN or recovery key; that took 4\.2 s/,
    );
    assert.match(
      filled(providers.kernelBoot, 153, { Status: '0', EnableDisableReason: '0', VsmPolicy: '0' }),
      /policy none: nothing asked for it, status 0, reason 0$/,
    );
  });

  it('stays one bounded line whatever the values are', () => {
    const text = filled(providers.deviceManagement, 52, {
      Message1: `a\r\nb${'x'.repeat(5_000)}`,
      Message2: '\t😀'.repeat(500),
    });
    assert.ok(text.length <= 240);
    assert.doesNotMatch(text, /[\r\n\t]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('is filled from values alone: braces and brackets in them stay as they are', () => {
    assert.equal(
      filled(providers.modernDeployment, 103, { Message1: '{Message2}', Message2: '[x] $& {#1}' }),
      'Autopilot setting {Message2} = [x] $& {#1}',
    );
  });
});

describe('secret fields', () => {
  it('are tokens wherever they occur, also those that lost their name', () => {
    assert.equal(isSecretField(providers.deviceRegistration, 103, 'AuthToken'), true);
    assert.equal(isSecretField('Contoso', 1, 'authtoken'), true);
    for (const id of [103, 270, 271, 272, 273, 302, 303, 348, 349, 374, 375, 376, 377, 380, 381]) {
      assert.equal(isSecretField(providers.deviceRegistration, id, ''), true);
    }
    assert.equal(isSecretField(providers.deviceRegistration, 104, ''), false);
    assert.equal(isSecretField(providers.deviceRegistration, 103, 'Domain'), false);
  });
});
