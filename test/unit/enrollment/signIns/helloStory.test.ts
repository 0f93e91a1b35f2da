import assert from 'node:assert/strict';
import { tellHello } from '../../../../src/core/enrollment/signIns/helloStory';
import type { LastLogon } from '../../../../src/core/enrollment/signIns/credentialStory';
import type { HelloFacts, HelloPatternId, SignIn, SignInClass } from '../../../../src/core/enrollment/document/signIns';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import type { HelloWizardStep } from '../../../../src/core/enrollment/signals/identitySignals';
import { parseDsregStatus } from '../../../../src/core/logs/dsregStatus';
import { isoTime } from '../../../../src/core/enrollment/clock/isoTime';
import { day, inOrder, sign, start } from '../signals';
import { adele, bert, bootsOf, helloCheck, logoff, logon, rebootsInto } from './people';

const log = 'User Device Registration';
const join = sign(1, { kind: 'joined', rolledBack: false }, log);
const rolledBack = sign(2, { kind: 'joined', rolledBack: true }, log);

function registered(minutes: number, sid: string | null = adele): Signal {
  return sign(minutes, { kind: 'helloKeyRegistered', sid }, log);
}

function created(minutes: number, what: 'container' | 'key'): Signal {
  return sign(minutes, { kind: 'helloKeyCreated', sid: adele, what }, log);
}

function removed(minutes: number, done = true): Signal {
  return sign(minutes, { kind: 'helloKeyRemoved', done }, log);
}

function wizard(minutes: number, step: HelloWizardStep): Signal {
  return sign(minutes, { kind: 'helloWizard', step, error: null }, 'HelloForBusiness');
}

function signIn(minutes: number, kind: SignInClass = 'afterEnrollment'): SignIn {
  return {
    id: `signin-at-${minutes}`,
    time: isoTime(day + minutes * 60_000),
    user: { class: 'entra', name: null, sid: adele },
    class: kind,
    credential: 'unknown',
    credentialStrength: null,
    credentialWhy: '',
    waitMs: null,
    afterReboot: null,
    confidence: 'high',
    evidence: [{ path: 'system.evtx', recordId: minutes }],
  };
}

function lastLogon(provider: string, more: Partial<LastLogon> = {}): LastLogon {
  return {
    path: 'LogonUI export.reg',
    provider: { name: 'LastLoggedOnProvider', type: 'REG_SZ', data: provider, line: 4 },
    userSid: adele,
    selectedSid: adele,
    user: 'AzureAD\\Adele',
    ...more,
  };
}

const web = '{C5D7540A-CD51-453B-B22B-05305BA03F07}';
const pin = '{D6886603-9D2F-4EB2-B667-1971041FA96B}';

function tell(
  signals: readonly (Signal | readonly Signal[])[],
  more: {
    readonly signIns?: readonly SignIn[];
    readonly lastLogon?: LastLogon;
    readonly end?: number;
    readonly dsreg?: string;
  } = {},
): HelloFacts {
  const ordered = inOrder(...signals);
  const text = `| Device State |

 AzureAdJoined : YES

| User State |

 NgcSet : YES

| Diagnostic Data |

 User Context : ${more.dsreg}
`;
  return tellHello({
    signals: ordered,
    signIns: more.signIns ?? [signIn(20)],
    reboots: rebootsInto(bootsOf(ordered), 'deviceSetup'),
    stages: [],
    lastLogon: more.lastLogon ?? null,
    dsreg: more.dsreg === undefined ? [] : [{ path: 'dsregcmd.txt', content: parseDsregStatus(text) }],
    bundleEnd: day + (more.end ?? 600) * 60_000,
  });
}

function has(facts: HelloFacts, id: HelloPatternId): string | null {
  return facts.patterns.find((pattern) => pattern.id === id)?.confidence ?? null;
}

describe('the state of Windows Hello', () => {
  it('a registered key or a completed wizard is done', () => {
    assert.deepEqual(
      [tell([join, registered(30)]).state, tell([join, registered(30)]).confidence],
      ['provisioned', 'high'],
    );
    assert.equal(tell([join, wizard(29, 'started'), wizard(30, 'completed')]).state, 'provisioned');
  });

  it('H10: offered is not done, and a check that says no is no failure', () => {
    assert.equal(tell([join, helloCheck(20, true)]).state, 'incomplete');
    assert.equal(tell([join, helloCheck(20, false, { policy: true })]).state, 'unknown');
  });

  it('an offer of minutes before the bundle was taken may still be under way', () => {
    assert.equal(tell([join, helloCheck(20, true)], { end: 22 }).state, 'unknown');
  });

  it('H11: where the log begins after the join, an offer without a key means nothing', () => {
    const facts = tell([helloCheck(20, true)]);
    assert.equal(facts.state, 'unknown');
    assert.match(facts.why, /begins after the join/);
    assert.equal(tell([helloCheck(20, true), wizard(21, 'left')]).state, 'incomplete');
  });

  it('a policy that is off at the last check is not configured, one that came late is', () => {
    const off = helloCheck(20, false, { policy: false });
    assert.equal(tell([join, off]).state, 'notConfigured');
    assert.equal(tell([join, off, helloCheck(40, false, { policy: true })]).state, 'unknown');
    assert.equal(has(tell([join, off, helloCheck(40, true, { policy: true })]), 'policyArrivedLate'), 'medium');
  });

  it('H19: what was before the last join does not count, nor does a join that was rolled back', () => {
    assert.equal(tell([registered(0.5), join]).state, 'unknown');
    assert.equal(tell([join, rolledBack, helloCheck(20, true)]).state, 'unknown');
  });

  it('H14: the key of another user is not this one’s', () => {
    assert.equal(tell([join, helloCheck(20, true), registered(30, bert)]).state, 'incomplete');
  });

  it('H9: a key that dsregcmd shows the user is there; run by SYSTEM it tells nothing', () => {
    assert.equal(tell([join], { dsreg: 'UN-ELEVATED User' }).state, 'provisioned');
    assert.equal(tell([join], { dsreg: 'SYSTEM' }).state, 'unknown');
  });
});

describe('why the lock screen asks for a PIN that is not there', () => {
  it('a key that was made on the device and never registered', () => {
    const facts = tell([join, created(20, 'container'), created(20, 'key')]);
    assert.deepEqual(
      [facts.state, facts.lockScreenProblem, has(facts, 'keyNotRegistered')],
      ['incomplete', true, 'high'],
    );
    assert.equal(has(tell([join, created(20, 'key'), registered(21)]), 'keyNotRegistered'), null);
    assert.equal(tell([join, created(20, 'container')]).state, 'unknown');
  });

  it('a container that was deleted after it had been set up', () => {
    const facts = tell([join, registered(20), removed(30)]);
    assert.deepEqual(
      [facts.state, facts.lockScreenProblem, has(facts, 'containerRemoved')],
      ['incomplete', true, 'high'],
    );
    assert.equal(tell([join, removed(10), registered(20)]).state, 'provisioned');
  });

  it('a deletion that failed has deleted nothing', () => {
    const facts = tell([join, registered(20), removed(30, false)]);
    assert.deepEqual([facts.state, has(facts, 'containerRemoved')], ['provisioned', 'low']);
  });

  it('a wizard that was left or failed, unless it came to its end later', () => {
    for (const step of ['left', 'failed'] as const) {
      const facts = tell([join, wizard(20, 'started'), wizard(21, step)]);
      assert.deepEqual(
        [facts.state, facts.confidence, has(facts, 'wizardNotFinished')],
        ['incomplete', 'high', 'high'],
      );
    }
    const finished = tell([join, wizard(21, 'left'), wizard(30, 'completed')]);
    assert.deepEqual([finished.state, has(finished, 'wizardNotFinished')], ['provisioned', null]);
  });

  it('a wizard that was begun and never ended', () => {
    assert.equal(tell([join, wizard(20, 'started')]).state, 'incomplete');
    assert.equal(tell([join, wizard(20, 'started')], { end: 21 }).state, 'unknown');
  });

  it('a sign-in without a token after a restart, not one before it', () => {
    const tokenless = helloCheck(30, false, { prt: false });
    assert.equal(has(tell([join, start(20), tokenless]), 'noTokenAtSignIn'), 'high');
    assert.equal(has(tell([join, tokenless, start(40)]), 'noTokenAtSignIn'), null);
  });

  it('two sign-ins since the enrollment without a key in between', () => {
    const signIns = [signIn(20, 'automatic'), signIn(60), signIn(90)];
    const facts = tell([join, helloCheck(21, true)], { signIns });
    assert.deepEqual([facts.confidence, has(facts, 'signedInAgainWithoutKey')], ['high', 'high']);
    assert.equal(has(tell([join, helloCheck(21, true), registered(70)], { signIns }), 'signedInAgainWithoutKey'), null);
  });

  it('web sign-in although Hello is set up', () => {
    const facts = tell([join, registered(20)], { lastLogon: lastLogon(web) });
    assert.deepEqual(
      [facts.state, facts.lockScreenProblem, has(facts, 'webSignInDespiteKey')],
      ['provisioned', null, 'medium'],
    );
    assert.equal(tell([join, registered(20)], { lastLogon: lastLogon(pin) }).lockScreenProblem, false);
  });

  it('a container that is broken', () => {
    const broken = sign(40, { kind: 'helloContainerBroken' }, log);
    const facts = tell([join, registered(20), broken]);
    assert.deepEqual([facts.lockScreenProblem, has(facts, 'containerBroken')], [true, 'medium']);
  });

  it('a wrong PIN before a sign-in with it', () => {
    const wrong = sign(40, { kind: 'helloWrongPin' }, 'HelloForBusiness');
    assert.equal(has(tell([join, registered(20), wrong], { lastLogon: lastLogon(pin) }), 'wrongPin'), 'medium');
    assert.equal(has(tell([join, registered(20), wrong], { lastLogon: lastLogon(web) }), 'wrongPin'), null);
  });

  it('a tile of somebody else', () => {
    assert.equal(has(tell([join], { lastLogon: lastLogon(web, { selectedSid: bert }) }), 'oddTile'), 'low');
    assert.equal(has(tell([join], { lastLogon: lastLogon(web, { user: 'PC\\WsiAccount' }) }), 'oddTile'), 'low');
    assert.equal(has(tell([join], { lastLogon: lastLogon(web) }), 'oddTile'), null);
  });

  it('a sign-out within seconds of the sign-in, and a restart', () => {
    const flash = [logon(30, adele), logoff(30.3, adele)];
    assert.equal(has(tell([join, flash, start(31.5)]), 'signedOutAtOnce'), 'low');
    assert.equal(has(tell([join, flash, start(60)]), 'signedOutAtOnce'), null);
  });
});
