import assert from 'node:assert/strict';
import { dsregValue, parseDsregStatus } from '../../../src/core/logs/dsregStatus';
import { dsregcmdText } from '../../bundles/dsregcmd';
import { exampleDevice } from '../../bundles/scenarios/exampleDevice';
import { assertQuick } from './assertQuick';

const bySystem = dsregcmdText(exampleDevice({ seed: 1 }), Date.UTC(2026, 1, 17, 12));
const byUser = bySystem
  .replace('User Context : SYSTEM', 'User Context : UN-ELEVATED User')
  .replace(/Executing Account Name : .*/, 'Executing Account Name : AzureAD\\ada, ada@example.com')
  .replace('AzureAdPrt : NO', 'AzureAdPrt : YES');

describe('dsregcmd /status', () => {
  it('is understood to its last line', () => {
    const { understood, facts } = parseDsregStatus(bySystem);
    assert.equal(understood.lines, understood.of);
    assert.ok(understood.of > 50);
    const join = facts.find(({ name }) => name === 'AzureAdJoined');
    assert.deepEqual([join?.section, join?.value], ['Device State', 'YES']);
    assert.equal(bySystem.split('\r\n')[join!.line - 1]?.trim(), 'AzureAdJoined : YES');
  });

  it('run as SYSTEM says nothing about the user', () => {
    const status = parseDsregStatus(bySystem);
    assert.equal(status.context, 'system');
    for (const name of ['AzureAdPrt', 'NgcSet', 'IsUserAzureAD', 'PreReqResult', 'WamDefaultSet']) {
      assert.ok(
        status.facts.some((fact) => fact.name === name && fact.value !== ''),
        name,
      );
      assert.equal(dsregValue(status, name), null, name);
    }
    assert.equal(dsregValue(status, 'AzureAdJoined'), 'YES');
  });

  it('run by the user tells of the token', () => {
    const status = parseDsregStatus(byUser);
    assert.equal(status.context, 'user');
    assert.equal(dsregValue(status, 'AzureAdPrt'), 'YES');
    assert.equal(dsregValue(status, 'AzureAdPrtAuthority'), null, 'an empty value is none');
  });

  it('keeps quiet about the user where nobody says who ran it', () => {
    const status = parseDsregStatus(bySystem.replace(/^.*(?:User Context|Executing Account).*$/gm, ''));
    assert.equal(status.context, 'unknown');
    assert.equal(dsregValue(status, 'AzureAdPrt'), null);
  });

  it('may have localised titles, values and notes of several lines', () => {
    const { facts, understood } = parseDsregStatus(
      [
        '+----------------------------------------------------------------------+',
        "| État de l'appareil                                                   |",
        '+----------------------------------------------------------------------+',
        '',
        '             AzureAdJoined : OUI',
        '   Server Error Description : AADSTS50126: invalid',
        'Trace ID without a blank before the colon',
        '',
        'Pour plus d’informations : https://www.microsoft.com/aadjerrors',
        'stray',
      ].join('\r\n'),
    );
    assert.equal(facts[0]?.section, "État de l'appareil");
    assert.equal(facts[1]?.value, 'AADSTS50126: invalid\nTrace ID without a blank before the colon');
    assert.deepEqual(understood, { lines: 9, of: 10 });
  });

  it('takes time in proportion to its length', () => {
    for (const text of [' '.repeat(2_000_000), `| t |\n${'a '.repeat(1_000_000)}`, `|${' '.repeat(2_000_000)}x`]) {
      assertQuick(text.slice(0, 8), () => parseDsregStatus(text));
    }
  });
});
