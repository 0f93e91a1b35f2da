import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { momentsFrom } from '../../../../src/core/enrollment/findings/userRules/moments';
import { readUserRules, type UserRules } from '../../../../src/core/enrollment/findings/userRules/readUserRules';
import { tellUserFindings } from '../../../../src/core/enrollment/findings/userRules/tellUserFindings';
import { testUserRules } from '../../../../src/core/enrollment/findings/userRules/testUserRules';
import type { RuleEvent } from '../../../../src/core/enrollment/findings/userRules/userRuleEvents';
import { userRuleSchema } from '../../../../src/core/enrollment/findings/userRules/userRuleShape';
import type { Finding } from '../../../../src/core/enrollment/document/findings';

const minute = 60_000;
const noon = Date.UTC(2026, 1, 17, 12);

const rule = {
  id: 'contoso.vpn-restart',
  title: 'The VPN driver asked for a restart: {param1}',
  severity: 'warning',
  advice: 'Update the driver; {param3}',
  match: { provider: 'User32', eventId: 1074, fields: { param1: { contains: 'VPNSETUP.exe' } } },
};

/** A file with the rule, changed so. */
function file(changes: object = {}, name = 'contoso.json'): { name: string; text: string } {
  return { name, text: JSON.stringify({ rules: [{ ...rule, ...changes }] }) };
}

function restartRequest(minutes: number, param1 = 'C:\\vpnsetup.exe', eventId = 1074): RuleEvent {
  return {
    provider: 'user32',
    eventId,
    channel: 'System',
    fields: [{ name: 'param1', value: param1 }],
    at: noon + minutes * minute,
    ref: { path: 'system.evtx', recordId: minutes + 1 },
  };
}

const moments = momentsFrom(
  [{ id: 'deviceSetup', from: noon, to: noon + 60 * minute }],
  [{ id: 'reboot-2', from: noon + 30 * minute, to: noon + 31 * minute }],
);

function found(rules: UserRules, ...events: readonly RuleEvent[]): readonly Finding[] {
  return tellUserFindings(rules, events, moments);
}

function problemsOf(...files: readonly { name: string; text: string }[]): string {
  return readUserRules(files)
    .problems.map(({ detail }) => detail)
    .join('\n');
}

describe('rules of one’s own', () => {
  it('find the events whose provider, id and fields fit, in whatever case they are written', () => {
    const rules = readUserRules([file()]);
    const [finding, ...others] = found(
      rules,
      restartRequest(5),
      restartRequest(6, 'x.exe'),
      restartRequest(7, 'vpnsetup.exe', 6008),
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.title, 'The VPN driver asked for a restart: C:\\vpnsetup.exe');
    assert.deepEqual([finding.id, finding.source, finding.severity], ['contoso.vpn-restart', 'user', 'warning']);
    assert.deepEqual(finding.evidence, [{ path: 'system.evtx', recordId: 6 }]);
  });

  it('keep a placeholder that the record has no field for', () => {
    assert.match(found(readUserRules([file()]), restartRequest(5))[0]?.advice ?? '', /\{param3\}/);
  });

  it('never show a token', () => {
    const match = { provider: 'Any', eventId: 1 };
    const rules = readUserRules([file({ title: 'Token {AuthToken}', match })]);
    const event = {
      ...restartRequest(1),
      provider: 'Any',
      eventId: 1,
      fields: [{ name: 'AuthToken', value: 'secret' }],
    };
    assert.equal(found(rules, event)[0]?.title, 'Token (masked)');
  });

  it('tell what reads alike once, with a count, and never more than a page of it', () => {
    const rules = readUserRules([file()]);
    const alike = Array.from({ length: 1000 }, (_, index) => restartRequest(index));
    assert.deepEqual(
      found(rules, ...alike).map(({ title, evidence }) => [title.slice(-14), evidence.length]),
      [['(1,000 times)'.padStart(14), 20]],
    );
    const different = Array.from({ length: 1000 }, (_, index) => restartRequest(index, `vpnsetup.exe ${index}`));
    const titles = found(rules, ...different).map(({ title }) => title);
    assert.equal(titles.length, 51);
    assert.match(titles.at(-1) ?? '', /\(with other values\) \(950 times\)$/);
  });

  it('can ask for a phase and for the minutes around a restart, which the finding is then about', () => {
    const at = (match: object, minutes: number): readonly string[] | undefined =>
      found(readUserRules([file({ match: { ...rule.match, ...match } })]), restartRequest(minutes))[0]?.about;
    assert.deepEqual(at({ during: ['deviceSetup'] }, 5), ['deviceSetup']);
    assert.equal(at({ during: ['accountSetup'] }, 5), undefined);
    assert.equal(at({ during: ['deviceSetup'] }, 61), undefined);
    assert.deepEqual(at({ beforeRebootMinutes: 10 }, 25), ['reboot-2']);
    assert.equal(at({ beforeRebootMinutes: 10 }, 19), undefined);
    assert.equal(at({ beforeRebootMinutes: 10 }, 31), undefined);
    assert.deepEqual(at({ afterRebootMinutes: 10 }, 35), ['reboot-2']);
    assert.equal(at({ afterRebootMinutes: 10 }, 30), undefined);
    assert.equal(at({ during: ['deviceSetup'], afterRebootMinutes: 10 }, 50), undefined);
  });

  it('with a mistake are not used, and the place of the mistake is said', () => {
    assert.match(problemsOf({ name: 'a.json', text: '{' }), /^a\.json: this is not JSON/);
    assert.match(problemsOf({ name: 'a.json', text: '[]' }), /^a\.json: the file is not an object$/);
    assert.match(problemsOf(file({ severity: 'bad' })), /rules\[0\]\.severity is not one of error, warning, info/);
    assert.match(problemsOf(file({ advice: undefined })), /rules\[0\]\.advice is missing/);
    assert.match(problemsOf(file({ advise: 'x' })), /rules\[0\]\.advise is not known here/);
    assert.match(problemsOf(file({ id: 'No Dots' })), /rules\[0\]\.id does not have the form/);
    assert.match(
      problemsOf(file({ match: { ...rule.match, eventId: '1074' } })),
      /match\.eventId is not a whole number/,
    );
    assert.match(problemsOf(file({ match: { ...rule.match, fields: { a: {} } } })), /fields\.a is empty/);
    assert.match(problemsOf(file({ links: ['http://x'] })), /links\[0\] does not have the form/);
    assert.match(
      problemsOf({ name: 'a.json', text: '{"rules":[],"__proto__":{"polluted":1}}' }),
      /__proto__ is not known here/,
    );
    assert.equal(problemsOf(file()), '');
  });

  it('cannot take the id of another rule', () => {
    assert.match(problemsOf(file({ id: 'reboot.unexpected' })), /taken by another rule/);
    const twice = readUserRules([file(), file({}, 'again.json')]);
    assert.equal(twice.rules.length, 1);
    assert.match(twice.problems[0]?.detail ?? '', /^again\.json: .*taken/);
  });

  it('that could not be used are a finding with a gap', () => {
    const [finding] = found(readUserRules([{ name: 'a.json', text: '{' }]));
    assert.equal(finding?.id, 'rules.not-used');
    assert.deepEqual(finding.gap, { kind: 'ruleFile', name: 'a.json', why: 'could not be used' });
  });

  it('bring their tests along', () => {
    const event = {
      provider: 'User32',
      eventId: 1074,
      time: '2026-02-17T12:25:00Z',
      fields: { param1: 'vpnsetup.exe' },
    };
    const reboots = [{ start: '2026-02-17T12:30:00Z', end: '2026-02-17T12:31:00Z' }];
    const tests = [
      { name: 'before it', finds: true, events: [event], reboots },
      { name: 'no restart', finds: false, events: [event] },
      { name: 'wrongly hopeful', finds: true, events: [] },
      { name: 'wrongly quiet', finds: false, events: [event], reboots },
      { name: 'other title', finds: true, title: 'Else', events: [event], reboots },
    ];
    const rules = readUserRules([file({ match: { ...rule.match, beforeRebootMinutes: 10 }, tests })]);
    assert.deepEqual(rules.problems, []);
    assert.deepEqual(
      testUserRules(rules).map(({ test, passed }) => [test, passed]),
      [
        ['before it', true],
        ['no restart', true],
        ['wrongly hopeful', false],
        ['wrongly quiet', false],
        ['other title', false],
      ],
    );
  });

  it('are described by the schema that ships', () => {
    const shipped = JSON.parse(readFileSync('media/schemas/userRules.schema.json', 'utf8')) as unknown;
    assert.deepEqual(shipped, JSON.parse(JSON.stringify(userRuleSchema())));
  });
});
