import assert from 'node:assert/strict';
import { referencesIn, searchText, tokenAt } from '../../../src/core/language/tokens';
import { parseRecordHeader } from '../../../src/core/language/recordHeader';
import { assertQuick } from '../logs/assertQuick';
import { header } from './fakeLog';

const app = '0a1b2c3d-0000-4000-8000-00000000abcd';
const lsa = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';

/** The token at the `|` in a line. */
function at(marked: string, format: Parameters<typeof tokenAt>[2] = 'eventLog') {
  return tokenAt(marked.replace('|', ''), marked.indexOf('|'), format);
}

describe('what stands at a place of a log', () => {
  it('is the time, the event and the record of a header', () => {
    const line = header(247, '02:07:58.1234567', 'Microsoft-Windows-User Device Registration 304', 'a meaning');
    const time = tokenAt(line, 5, 'eventLog');
    const event = tokenAt(line, line.indexOf('Device'), 'eventLog');
    const record = tokenAt(line, line.indexOf('#247') + 1, 'eventLog');
    assert.equal(time?.text, '2026-08-20 02:07:58.1234567Z');
    assert.deepEqual(event?.kind === 'event' && [event.provider, event.eventId], [
      'Microsoft-Windows-User Device Registration',
      304,
    ]);
    assert.equal(record?.kind === 'record' && record.recordId, 247);
    for (const token of [time, event, record]) {
      assert.equal(line.slice(token!.start, token!.end), token!.text);
    }
  });

  it('is a CSP URI without the bracket and the full stop behind it', () => {
    const token = at(
      `    Prop = The following URI has triggered a reboot: (./Device/Ven|dor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags).`,
    );
    assert.deepEqual([token?.kind, token?.text], ['uri', lsa]);
  });

  it('is the app behind a tracked id, not only its GUID', () => {
    const token = at(`got trackingApp Win32App_0a1|b2c3d-0000-4000-8000-00000000abcd_1, install: 2`, 'cmTrace');
    assert.equal(token?.kind === 'app' && token.guid, app);
  });

  it('is a GUID with the role that the words before it give', () => {
    const roles = [
      `CorrelationID = {|${app}}`,
      `LastLoggedOnProvider"="{|${app}}`,
      `App |${app} has been`,
      `x |${app}`,
    ].map((line) => {
      const token = at(`    ${line}`);
      return token?.kind === 'guid' ? token.role : token?.kind;
    });
    assert.deepEqual(roles, ['correlation', 'credentialProvider', 'app', 'unknown']);
  });

  it('is a code, in hexadecimal, as a service writes it, or decimal behind a word that says so', () => {
    assert.equal(at('    a 0x8018|002b b')?.text, '0x8018002b');
    assert.equal(at('    AADSTS5|0126: no')?.text, 'AADSTS50126');
    assert.deepEqual(at('    errorCode = 339|9548929')?.text, '3399548929');
    assert.equal(at('    Count = 339|9548929'), null);
  });

  it('is a SID, an account, a subcategory, a setup page', () => {
    assert.equal(at('    User = S-1-5-|18')?.kind, 'sid');
    assert.equal(at('    by NT AUTH|ORITY\\SYSTEM')?.text, 'NT AUTHORITY\\SYSTEM');
    assert.equal(at('After impersonation: AzureAD\\ad|ele', 'cmTrace')?.kind, 'account');
    assert.equal(at('    Name = DeviceSetup.Security|PoliciesSubcategory')?.kind, 'phase');
    assert.equal(at('    CXID=Reboot|Ztd')?.text, 'RebootZtd');
  });

  it('takes no folder of a path for an account', () => {
    assert.notEqual(at('    param1 = C:\\Windows\\Sys|tem32\\x.exe')?.kind, 'account');
  });

  it('is a key with blanks in its name and a value in a registry dump', () => {
    const key = at('[HKEY_LOCAL_MACHINE\\software\\Microsoft\\Windows N|T\\x y]', 'registry');
    assert.equal(key?.text, 'HKEY_LOCAL_MACHINE\\software\\Microsoft\\Windows NT\\x y');
    const value = at('    "Lsa|CfgFlags"=DWORD:00000001', 'registry');
    assert.deepEqual(value?.kind === 'registryValue' && [value.text, value.data], ['LsaCfgFlags', 'DWORD:00000001']);
  });

  it('is found in the middle of a very long line, at its own columns', () => {
    const line = `${'x '.repeat(200_000)}${lsa} ${'y '.repeat(200_000)}`;
    const token = tokenAt(line, 400_010, 'other');
    assert.equal(line.slice(token!.start, token!.end), lsa);
  });

  it('costs no more than the line is long, whatever it holds', () => {
    const hostile = [
      './device/',
      'S-1-5-21-1',
      'a\\',
      '0x',
      'time="',
      'error = ',
      'a.b@c.',
      '2026-08-20 ',
      `{${app}`,
      'AccountSetup.',
      'NT AUTHORITY\\',
    ];
    assertQuick('hostile lines', () => {
      for (const piece of hostile) {
        const line = piece.repeat(300_000);
        tokenAt(line, line.length >> 1, 'eventLog');
        tokenAt(line, 3, 'registry');
        referencesIn(line);
        parseRecordHeader(`2026-08-20 02:07:58Z  Information  ${line}`);
      }
    });
  });
});

describe('the references of a line', () => {
  it('come from left to right, none inside another', () => {
    const line = `S-1-12-1-1-2-3-4 ./Device/x/${app}/y Win32App_${app}_1 {${app}}`;
    assert.deepEqual(
      referencesIn(line).map(({ kind }) => kind),
      ['sid', 'uri', 'app', 'guid'],
    );
  });

  it('leave out what is everywhere', () => {
    assert.deepEqual(referencesIn('S-1-5-18 {00000000-0000-0000-0000-000000000000} S-1-5-19'), []);
  });

  it('are looked for by what all their spellings share', () => {
    const [tracked, braced] = referencesIn(`Win32App_${app}_1 {${app}}`);
    assert.equal(searchText(tracked!), app);
    assert.equal(searchText(braced!), app);
  });
});
