import assert from 'node:assert/strict';
import { findEpisodes as find, type Episode } from '../../../../src/core/enrollment/signIns/signInEpisodes';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { inOrder, sign, signInText, start } from '../signals';
import { adele, bootsOf, oobeUser } from './people';

function findEpisodes(signals: readonly Signal[]): readonly Episode[] {
  return find(signals, bootsOf(signals));
}

describe('sign-ins of people', () => {
  it('the account that OOBE makes for itself is nobody', () => {
    const signals = [
      sign(1, { kind: 'logon', sid: oobeUser, session: 1 }),
      signInText(2, { kind: 'imeUser', account: 'PC\\defaultuser0' }),
    ];
    assert.deepEqual(findEpisodes(signals), []);
  });

  it('pages of OOBE are shown in a session: the sign-in screen does not stand meanwhile', () => {
    const desktop = sign(20, { kind: 'logon', sid: adele, session: 2 });
    assert.notEqual(findEpisodes(inOrder(start(10), desktop))[0]?.screen, null);
    const page = sign(12, { kind: 'oobeNode', node: 'MDMProgressAfterAAD' }, 'Shell-Core');
    assert.equal(findEpisodes(inOrder(start(10), page, desktop))[0]?.screen, null);
    const web = sign(12, { kind: 'oobeNode', node: 'AadWebAuth' }, 'Shell-Core');
    assert.notEqual(findEpisodes(inOrder(start(10), web, desktop))[0]?.screen, null);
  });

  it('Winlogon, the agent’s session change and the account it works for are one sign-in', () => {
    const episodes = findEpisodes([
      sign(10, { kind: 'logon', sid: adele, session: 2 }),
      signInText(10.05, { kind: 'imeSession', change: 'logon' }),
      signInText(12.5, { kind: 'imeUser', account: 'AzureAD\\Adele' }),
    ]);
    assert.equal(episodes.length, 1);
    assert.deepEqual([episodes[0]?.sid, episodes[0]?.account], [adele, 'AzureAD\\Adele']);
  });

  it('a session change becomes a sign-in when its user is known', () => {
    const change = signInText(10, { kind: 'imeSession', change: 'logon' });
    assert.deepEqual(findEpisodes([change]), []);
    const known = findEpisodes([change, signInText(10.5, { kind: 'imeUser', account: 'AzureAD\\Adele' })]);
    assert.deepEqual([known.length, known[0]?.at], [1, change.at]);
  });

  it('a user who was there before the agent listened counts from when she is seen', () => {
    const seen = signInText(11, { kind: 'imeUser', account: 'AzureAD\\Adele' });
    assert.equal(
      findEpisodes([signInText(10, { kind: 'imeStart', version: '1', silenceMs: null }), seen])[0]?.at,
      seen.at,
    );
  });

  it('working for the same user again and again is no new sign-in', () => {
    const seen = [1, 5, 30, 90].map((minutes) => signInText(minutes, { kind: 'imeUser', account: 'AzureAD\\Adele' }));
    assert.equal(findEpisodes(seen).length, 1);
  });

  it('after a restart the same user signs in anew', () => {
    const signals = inOrder(
      sign(10, { kind: 'logon', sid: adele, session: 2 }),
      start(20),
      sign(26, { kind: 'logon', sid: adele, session: 1 }),
    );
    assert.equal(findEpisodes(signals).length, 2);
  });

  it('a Hello check of an Entra user tells a sign-in where nothing better does', () => {
    const check = sign(
      10,
      { kind: 'helloCheck', sid: adele, willLaunch: false, prt: false, policy: null, remote: null },
      'User Device Registration',
    );
    assert.equal(findEpisodes([check]).length, 1);
    const ofLocalUser = { ...check, sid: 'S-1-5-21-1-2-3-1001' };
    assert.equal(findEpisodes([ofLocalUser]).length, 0);
  });
});
