import assert from 'node:assert/strict';
import { tellSignInProblems } from '../../../../src/core/enrollment/signIns/signInProblems';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { eventSignals } from '../../../../src/core/enrollment/signals/eventSignals';
import { providers } from '../../../../src/core/catalog/providers';
import { parseDsregStatus } from '../../../../src/core/logs/dsregStatus';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { fakeStore, type FakeEvent } from '../eventFakes';
import { inOrder, sign, signInText } from '../signals';
import { adele, agentUser, logon, oobeUser } from './people';

/** What the AAD log tells by such events, an hour after Adele has signed in. */
function fromAad(events: readonly Omit<FakeEvent, 'at' | 'provider'>[], signedIn = true): readonly Signal[] {
  const at = '2026-02-17T02:00:00.000Z';
  const store = fakeStore({
    'Microsoft-Windows-AAD/Operational': events.map((event) => ({ at, provider: providers.aad, ...event })),
  });
  return inOrder(signedIn ? [logon(60, adele)] : [], eventSignals(store, new CorrectedClock(store)));
}

function codes(signals: readonly Signal[]): readonly string[] {
  return tellSignInProblems(signals, []).map(({ code, category }) => `${code} ${category}`);
}

const expired = { ErrorDescription: 'AADSTS130504: Temporary Access Pass has expired.\r\nTrace ID: 1' };

describe('sign-ins that were refused', () => {
  it('the errors of the sign-in service are told by what they are about', () => {
    const of = (number: number) =>
      codes([sign(1, { kind: 'signInFailure', code: `AADSTS${number}`, category: null, sid: null }, 'AAD')]);
    assert.deepEqual([130501, 130504, 130507].flatMap(of), [
      'AADSTS130501 tap',
      'AADSTS130504 tap',
      'AADSTS130507 tap',
    ]);
    assert.deepEqual(
      [50072, 50074, 50076, 50078, 50079].flatMap(of).map((text) => text.slice(-3)),
      ['mfa', 'mfa', 'mfa', 'mfa', 'mfa'],
    );
    assert.deepEqual([50126, 53000, 700082, 50155].flatMap(of), [
      'AADSTS50126 password',
      'AADSTS53000 conditionalAccess',
      'AADSTS700082 session',
      'AADSTS50155 device',
    ]);
  });

  it('interrupts that belong to every sign-in, and codes that nobody has described, are not told', () => {
    const signals = [50125, 50140, 50199, 65001, 130502].map((number) =>
      sign(1, { kind: 'signInFailure', code: `AADSTS${number}`, category: null, sid: null }, 'AAD'),
    );
    assert.deepEqual(codes(signals), []);
  });

  it('an expired pass is found wherever the AAD log spells it, and the code explained', () => {
    for (const id of [1081, 1250, 1252]) {
      assert.deepEqual(codes(fromAad([{ id, data: expired }], false)), ['AADSTS130504 tap']);
    }
    for (const id of [1097, 1098]) {
      const data = { Error: '3399614467', ErrorMessage: '', AdditionalInformation: expired.ErrorDescription };
      assert.deepEqual(codes(fromAad([{ id, data }], false)), ['AADSTS130504 tap']);
    }
    const [problem] = tellSignInProblems(fromAad([{ id: 1081, data: expired }]), []);
    assert.match(problem?.meaning ?? '', /Temporary Access Pass has expired/);
    assert.equal(problem?.time, '2026-02-17T02:00:00.000Z');
  });

  it('H6: the burst of 1097 in a new profile and 1104 around the join are noise', () => {
    const burst = { Error: '2326069467', ErrorMessage: 'The cache has been partitioned successfully.' };
    const generic = { API: 'GenericCallPkg', Result: '3221521682' };
    const events = [
      { id: 1097, data: burst, sid: adele },
      { id: 1097, data: { ...burst, AdditionalInformation: 'Logged at a.cpp, line: 35' }, sid: adele },
      { id: 1104, data: generic },
    ];
    assert.deepEqual(codes(fromAad(events)), []);
  });

  it('a refresh token that is gone counts after the sign-in, and not for OOBE’s own account', () => {
    assert.deepEqual(codes(fromAad([{ id: 1096, data: { value: 'x' } }])), ['AAD 1096 session']);
    assert.deepEqual(codes(fromAad([{ id: 1096, data: { value: 'x' } }], false)), []);
    assert.deepEqual(codes(fromAad([{ id: 1094, data: { Status: '0xC000023C' }, sid: oobeUser }])), []);
    assert.deepEqual(codes(fromAad([{ id: 1094, data: { Status: '0xC000023C' } }])), ['0xC000023C network']);
  });

  it('a sign-in that failed by its NT status is told, success is not', () => {
    assert.deepEqual(codes(fromAad([{ id: 1085, data: { Status: '0xC000006D' } }])), ['0xC000006D password']);
    assert.deepEqual(codes(fromAad([{ id: 1084, data: { Result: '-2147012889' } }])), ['0x80072EE7 network']);
    assert.deepEqual(codes(fromAad([{ id: 1084, data: { Result: '0' } }])), []);
  });

  it('the codes of the agent count in the session of the user, H7: not in that of OOBE’s account', () => {
    const failed = signInText(3, { kind: 'userToken', obtained: false, errorCode: '0xCAA2000C' });
    assert.deepEqual(codes([agentUser(1), failed]), ['0xCAA2000C mfa']);
    assert.deepEqual(codes([agentUser(1, 'PC\\defaultuser0'), failed]), []);
  });

  it('repeats are counted together, a later one is told again', () => {
    const again = (minutes: number) =>
      sign(minutes, { kind: 'signInFailure', code: 'AADSTS50076', category: null, sid: null }, 'AAD');
    const problems = tellSignInProblems([again(1), again(2), again(3), again(60)], []);
    assert.deepEqual(
      problems.map(({ count }) => count),
      [3, 1],
    );
    assert.equal(problems[0]?.lastTime, '2026-02-17T00:03:00.000Z');
  });

  it('dsregcmd keeps the last refusal, without a time', () => {
    const text = `| Device State |

 AzureAdJoined : YES

| Diagnostic Data |

 Server Error Description : AADSTS130507: The access pass was not found.
`;
    const [problem] = tellSignInProblems([], [{ path: 'dsregcmd.txt', content: parseDsregStatus(text) }]);
    assert.deepEqual([problem?.code, problem?.time], ['AADSTS130507', null]);
  });
});
