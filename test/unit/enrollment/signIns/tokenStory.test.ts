import assert from 'node:assert/strict';
import { tellToken, tokenAfter } from '../../../../src/core/enrollment/signIns/tokenStory';
import { parseDsregStatus } from '../../../../src/core/logs/dsregStatus';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, marker, sign, signInText, start } from '../signals';
import { adele, agentUser, helloCheck, logon, oobeUser } from './people';

function token(minutes: number, obtained: boolean): Signal {
  return signInText(minutes, { kind: 'userToken', obtained, errorCode: obtained ? null : '0xCAA10001' });
}

function phase(minutes: number, name: 'deviceSetup' | 'accountSetup'): Signal {
  return signInText(minutes, { kind: 'imePhase', phase: name });
}

function gone(minutes: number, sid: string | null = null): Signal {
  return sign(minutes, { kind: 'refreshTokenGone', code: 'AAD 1096', sid }, 'AAD');
}

function state(...signals: readonly (Signal | readonly Signal[])[]): string {
  return tellToken(inOrder(...signals), []).state;
}

function dsreg(context: string, prt: string) {
  const text = `| Device State |

 AzureAdJoined : YES

| SSO State |

 AzureAdPrt : ${prt}

| Diagnostic Data |

 User Context : ${context}
`;
  return [{ path: 'dsregcmd.txt', content: parseDsregStatus(text) }];
}

describe('the token of the user', () => {
  it('the last request of the agent decides', () => {
    assert.equal(state(agentUser(1), token(2, false), token(3, true)), 'present');
    assert.equal(state(agentUser(1), token(2, true), token(3, false)), 'missing');
  });

  it('H7: failures while OOBE’s own account owns the session are routine', () => {
    assert.equal(state(agentUser(1, 'PC\\defaultuser0'), token(2, false)), 'unknown');
  });

  it('H7: failures in device setup are routine, even for the user', () => {
    assert.equal(state(phase(1, 'deviceSetup'), agentUser(2), token(3, false)), 'unknown');
    assert.equal(state(phase(1, 'accountSetup'), agentUser(2), token(3, false)), 'missing');
  });

  it('H7: before anybody of Entra has signed in, no failure means anything', () => {
    assert.equal(state(token(2, false)), 'unknown');
    assert.equal(state(token(2, false), logon(10, adele)), 'unknown');
    assert.equal(state(token(9, false), logon(10, adele)), 'missing');
  });

  it('a token that was got without a user of Entra in the session proves nothing', () => {
    assert.equal(state(agentUser(1, 'PC\\local'), token(2, true)), 'unknown');
  });

  it('an expired refresh token is missing for the user, not for OOBE’s account and not before the sign-in', () => {
    assert.equal(state(logon(10, adele), gone(20)), 'missing');
    assert.equal(state(logon(10, adele), gone(20, oobeUser)), 'unknown');
    assert.equal(state(logon(10, adele), gone(5)), 'unknown');
  });

  it('no valid session means no token only while a user of Entra is there', () => {
    const none = signInText(3, { kind: 'userTokenCount', count: 0 });
    assert.equal(state(agentUser(1), none), 'missing');
    assert.equal(state(none), 'unknown');
  });

  it('the token request of account setup counts', () => {
    assert.equal(state(marker(5, 'ESPAccountSetup_AadTokenRequest_Success')), 'present');
  });

  it('that account setup was refused one says nothing of the end, unless nothing had been there before', () => {
    const refused = marker(5, 'ESPAccountSetup_AadTokenRequest_Failed');
    assert.equal(state(refused), 'unknown');
    assert.equal(state(helloCheck(4, false, { prt: true }), refused), 'unknown');
    assert.equal(state(helloCheck(4, false, { prt: false }), refused), 'missing');
    assert.equal(state(refused, helloCheck(6, true, { prt: true })), 'present');
  });

  it('dsregcmd run by the user decides, H9: run by SYSTEM it says nothing', () => {
    const signals = [agentUser(1), token(2, true)];
    assert.equal(tellToken(signals, dsreg('UN-ELEVATED User', 'NO')).state, 'missing');
    assert.equal(tellToken(signals, dsreg('SYSTEM', 'NO')).state, 'present');
    assert.equal(tellToken([], dsreg('SYSTEM', 'NO')).state, 'unknown');
  });

  it('that a restart took and that is there again is told with both times', () => {
    const signals = inOrder(agentUser(1), token(2, true), start(10), agentUser(12), token(13, false), token(21, true));
    const lost = { time: '2026-02-17T00:09:00.000Z', tokenLost: true };
    assert.match(
      tellToken(signals, [], [lost]).why,
      /^It was gone after the restart at 00:09 UTC and seen again at 00:21 UTC\. /,
    );
    assert.doesNotMatch(tellToken(signals, [], [{ ...lost, tokenLost: null }]).why, /gone/);
  });

  it('the first sign after a restart tells whether the token survived it', () => {
    const signals = inOrder(
      helloCheck(5, false, { prt: true }),
      start(10),
      helloCheck(12, false, { prt: false }),
      agentUser(13),
      token(14, true),
    );
    const survived = (from: number, to: number) =>
      tokenAfter(signals, day + from * 60_000, day + to * 60_000)?.present ?? null;
    assert.deepEqual([survived(10, 20), survived(0, 10), survived(20, 30)], [false, true, null]);
  });
});
