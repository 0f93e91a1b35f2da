import assert from 'node:assert/strict';
import { tellSignIns, type SignInSources } from '../../../../src/core/enrollment/signIns/signInStory';
import { CredentialTraces } from '../../../../src/core/enrollment/signIns/credentialStory';
import type { Stage } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Reboot, RebootDuring } from '../../../../src/core/enrollment/document/reboots';
import type { SignIn } from '../../../../src/core/enrollment/document/signIns';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { isoTime } from '../../../../src/core/enrollment/clock/isoTime';
import { day, inOrder, sign, signInText, start } from '../signals';
import {
  adele,
  agentUser,
  bert,
  bootsOf,
  domainUser,
  helloCheck,
  logoff,
  logon,
  nobody,
  oobeUser,
  rebootsInto,
  webUser,
} from './people';
import { assertLinear } from '../../linearTime';

function at(minutes: number, stage: RebootDuring): Stage {
  return { stage, from: day + minutes * 60_000, because: sign(minutes, { kind: 'oobeBegan' }) };
}

/** Device setup from the first minute, account setup from the hundredth. */
const inEsp = [at(1, 'deviceSetup'), at(100, 'accountSetup')];

function tell(
  signals: readonly Signal[],
  more: Partial<SignInSources> & { readonly during?: RebootDuring; readonly reboot?: Partial<Reboot> } = {},
): readonly SignIn[] {
  const boots = bootsOf(signals);
  const { during = 'deviceSetup', reboot, ...sources } = more;
  return tellSignIns({
    signals,
    boots,
    reboots: rebootsInto(boots, during, reboot),
    stages: inEsp,
    clockSteps: [],
    device: { joinType: 'entra', scenario: 'userDriven' },
    credentials: new CredentialTraces(signals, null, [], 'unknown'),
    ...sources,
  });
}

function classes(signIns: readonly SignIn[]): readonly string[] {
  return signIns.map((signIn) => signIn.class);
}

describe('a sign-in that the logs place badly', () => {
  const late = (signal: Signal): Signal => ({ ...signal, mayBeOffMs: 14 * 3_600_000 });

  it('is of low confidence, and says how far it may be off', () => {
    const [signIn] = tell(inOrder(start(20), late(agentUser(120))), { stages: [at(100, 'afterEnrollment')] });
    assert.deepEqual(
      [signIn?.class, signIn?.confidence, signIn?.timeUncertaintyMs],
      ['afterEnrollment', 'low', 14 * 3_600_000],
    );
    const [exact] = tell(inOrder(start(20), logon(120, adele)), { stages: [at(100, 'afterEnrollment')] });
    assert.deepEqual([exact?.confidence, exact?.timeUncertaintyMs], ['high', undefined]);
  });

  it('is no planned one for sure where nobody knows how long the screen stood', () => {
    const device = { joinType: 'entra', scenario: 'preProvisioning' } as const;
    const [unseen] = tell(inOrder(start(20), helloCheck(120, true)).slice(2), { device });
    assert.deepEqual([unseen?.class, unseen?.confidence], ['planned', 'low']);
  });

  it('has no wait since a start that the setup log tells, for OOBE’s own account may have been there', () => {
    const monitor = signInText(20, { kind: 'oobeMonitorStart' }, 'setupact.log');
    const boots = [{ start: monitor.at, kind: 'unknown', starts: [monitor], stops: [], confidence: 'medium' }] as const;
    const wait = (...more: readonly Signal[]) =>
      tell(inOrder(monitor, more, agentUser(30)), { boots, reboots: rebootsInto(boots, 'deviceSetup') })[0]?.waitMs;
    assert.equal(wait(), null);
    assert.equal(wait(agentUser(25, 'PC\\defaultuser0')), null);
    const [proven] = tell(inOrder(monitor, nobody(21), nobody(29), agentUser(30)), {
      boots,
      reboots: rebootsInto(boots, 'deviceSetup'),
    });
    assert.equal(proven?.class, 'rePrompt');
  });
});

describe('the class of a sign-in', () => {
  it('ten seconds after the start is automatic, a minute is typed, half a minute is undecided', () => {
    const after = (seconds: number) => tell(inOrder(start(20), logon(20.25 + seconds / 60, adele)));
    assert.deepEqual(classes(after(9)), ['automatic']);
    assert.deepEqual(classes(after(30)), ['unknown']);
    assert.deepEqual(classes(after(60)), ['rePrompt']);
  });

  it('time alone makes a re-prompt likely, a session without a user makes it certain', () => {
    const quick = [start(20), logon(22, adele)];
    assert.equal(tell(inOrder(...quick))[0]?.confidence, 'medium');
    const [proven] = tell(inOrder(...quick, nobody(21)));
    assert.deepEqual([proven?.class, proven?.confidence], ['rePrompt', 'high']);
    assert.match(proven?.evidence.map(({ note }) => note).join() ?? '', /sign-in screen is waiting/);
  });

  it('a local time that is not sure makes it doubtful', () => {
    const unsure: Signal = { ...logon(22, adele), mayBeOffMs: 3_600_000 };
    assert.equal(tell(inOrder(start(20), nobody(21), unsure))[0]?.confidence, 'low');
  });

  it('cleared credentials and a missing token raise the confidence, a power loss lowers it', () => {
    const signals = inOrder(start(20), logon(22, adele));
    assert.equal(tell(signals, { reboot: { autoLogonCleared: true } })[0]?.confidence, 'high');
    assert.equal(tell(signals, { reboot: { class: 'user' } })[0]?.confidence, 'low');
    const withoutToken = inOrder(signals, helloCheck(22.5, false, { prt: false }));
    assert.equal(tell(withoutToken, { reboot: { class: 'unexpected' } })[0]?.confidence, 'medium');
  });

  it('a session without a user shows a wait that is shorter than typing takes', () => {
    const [signIn] = tell(inOrder(start(20), nobody(20.3), logon(20.6, adele)));
    assert.equal(signIn?.class, 'rePrompt');
  });

  it('after the enrollment nothing is a re-prompt', () => {
    const signals = inOrder(start(20), logon(22, adele));
    assert.deepEqual(classes(tell(signals, { stages: [at(1, 'afterEnrollment')] })), ['afterEnrollment']);
  });

  it('without any sign of an enrollment only a user of Entra can have made a first sign-in', () => {
    const stages: readonly Stage[] = [];
    const ofLocal = tell(inOrder(start(20), logon(22, webUser)), { stages, during: 'unknown' });
    const ofEntra = tell(inOrder(start(20), logon(22, adele)), { stages, during: 'unknown' });
    assert.deepEqual([classes(ofLocal), classes(ofEntra), ofEntra[0]?.confidence], [['unknown'], ['first'], 'low']);
  });

  it('a restart before the join does not make a re-prompt', () => {
    const signals = inOrder(start(20), logon(22, adele));
    assert.deepEqual(classes(tell(signals, { during: 'preJoin' })), ['unknown']);
  });

  it('the hand-over to the account session follows from no restart', () => {
    const signals = inOrder(start(20), logon(20.3, oobeUser), logoff(60, oobeUser), logon(60.1, adele, 2));
    const [signIn] = tell(signals);
    assert.deepEqual([signIn?.class, signIn?.afterReboot], ['automatic', null]);
  });

  it('a hand-over that had to be typed follows from the restart before it', () => {
    const signals = inOrder(start(20), logon(20.3, oobeUser), logoff(60, oobeUser), logon(63, adele, 2));
    const [signIn] = tell(signals);
    assert.deepEqual([signIn?.class, signIn?.afterReboot, signIn?.waitMs], ['rePrompt', 'reboot-1', 180_000]);
  });
});

describe('false positives of sign-ins', () => {
  it('H3: defaultuser0 is nobody', () => {
    const signals = inOrder(start(20), logon(20.3, oobeUser), logoff(60, oobeUser), logon(60.1, adele));
    assert.equal(tell(signals).length, 1);
  });

  it('H3: where only defaultuser0 was ever there, he is listed as what he is', () => {
    const [signIn, ...others] = tell(inOrder(start(20), logon(20.3, oobeUser)));
    assert.deepEqual([signIn?.user.class, signIn?.class, others.length], ['oobe', 'automatic', 0]);
    const onDesktop = { stages: [at(1, 'afterEnrollment')] };
    assert.deepEqual(tell(inOrder(start(20), logon(20.3, oobeUser)), onDesktop), []);
  });

  it('H4: lock and unlock are no sign-in', () => {
    const signals = inOrder(
      start(20),
      logon(20.3, adele),
      signInText(30, { kind: 'imeSession', change: 'lock' }),
      sign(40, { kind: 'helloGesture' }, 'HelloForBusiness'),
      signInText(40, { kind: 'imeSession', change: 'unlock' }),
      agentUser(40.5),
    );
    assert.deepEqual(classes(tell(signals)), ['automatic']);
  });

  it('H5: a sign-in that Windows itself does after an update restart is automatic', () => {
    const signals = inOrder(start(20), logon(20.27, adele), signInText(20.3, { kind: 'imeSession', change: 'lock' }));
    const [signIn] = tell(signals, { reboot: { class: 'windowsUpdate' } });
    assert.deepEqual([signIn?.class, signIn?.credential], ['automatic', 'autoLogon']);
    assert.match(signIn?.credentialWhy ?? '', /after an update/);
  });

  it('H12: a step of the clock between two logs is not read as a wait', () => {
    const signals = inOrder(start(20), signInText(320, { kind: 'imeSession', change: 'logon' }), agentUser(320.5));
    const step = {
      at: isoTime(day + 100 * 60_000),
      deltaMs: 300 * 60_000,
      reason: 'unknown',
      evidence: [{ path: 'system.evtx', recordId: 1 }],
    } as const;
    const [without] = tell(signals);
    assert.deepEqual([without?.class, without?.waitMs], ['rePrompt', 299.75 * 60_000]);
    const [stepped] = tell(signals, { clockSteps: [step] });
    assert.deepEqual([stepped?.class, stepped?.waitMs], ['unknown', null]);
  });

  it('H12: within one log a step that was corrected does not matter', () => {
    const signals = inOrder(start(20), logon(22, adele));
    const step = {
      at: isoTime(day + 21 * 60_000),
      deltaMs: -60_000,
      reason: 'timeSync',
      evidence: [{ path: 'system.evtx', recordId: 1 }],
    } as const;
    assert.equal(tell(signals, { clockSteps: [step] })[0]?.waitMs, 105_000);
  });

  it('H14: another user is somebody new, not the same person again', () => {
    const signals = inOrder(start(20), logon(20.3, adele), logoff(30, adele), start(40), logon(42, bert));
    assert.deepEqual(classes(tell(signals)), ['automatic', 'first']);
  });

  it('H14: two users who are signed in at once are told apart', () => {
    const signals = inOrder(start(20), logon(20.3, adele, 1), logon(30, bert, 2), agentUser(40, 'AzureAD\\Adele'));
    assert.deepEqual(
      tell(signals).map(({ user }) => user.sid),
      [adele, bert],
    );
  });

  it('H14: a remote session is no prompt at the lock screen', () => {
    const signals = inOrder(start(20), logon(22, adele), helloCheck(22.5, false, { remote: true }));
    assert.deepEqual(classes(tell(signals)), ['unknown']);
  });

  it('several sessions of one user in one boot are one sign-in, unless he signed out', () => {
    const signals = [...start(20), logon(20.3, adele, 1), logon(30, adele, 2), logon(40, adele, 3)];
    assert.equal(tell(inOrder(signals)).length, 1);
    assert.equal(tell(inOrder(signals, logoff(35, adele, 2))).length, 2);
  });

  it('H15: the second sign-in of a hybrid join is planned, the third after a restart is not', () => {
    const signals = inOrder(logon(5, oobeUser), start(20), logon(24, domainUser), start(40), logon(44, domainUser));
    const told = tell(signals, { device: { joinType: 'hybrid', scenario: 'userDriven' } });
    assert.deepEqual(classes(told), ['planned', 'rePrompt']);
    assert.equal(told[0]?.user.class, 'domain');
  });

  it('H15: the first sign-in to a domain is planned, even where no log tells the kind of join', () => {
    const signals = inOrder(logon(5, oobeUser), start(20), logon(24, domainUser));
    assert.deepEqual(classes(tell(signals, { device: { joinType: null, scenario: null } })), ['planned']);
  });

  it('H1: a fast startup is no restart that could be blamed', () => {
    const [boot] = bootsOf(start(20));
    assert.ok(boot !== undefined);
    const signals = inOrder(start(20), logon(22, adele));
    const told = tell(signals, { boots: [{ ...boot, kind: 'fastStartup' }], reboots: [] });
    assert.deepEqual([told[0]?.class, told[0]?.afterReboot], ['unknown', null]);
  });

  it('H16: the first user of a prepared device signs in as planned', () => {
    const signals = inOrder(start(20), logon(24, adele));
    for (const scenario of ['preProvisioning', 'selfDeploying'] as const) {
      assert.deepEqual(classes(tell(signals, { device: { joinType: 'entra', scenario } })), ['planned']);
    }
  });

  it('H17: a restart of the agent is no new sign-in of the user whom it then works for', () => {
    const signals = inOrder(
      start(20),
      logon(20.3, adele),
      agentUser(22),
      signInText(60, { kind: 'imeStart', version: '2', silenceMs: 3_000 }),
      agentUser(61),
    );
    assert.equal(tell(signals).length, 1);
  });

  it('H18: a user who was there before the agent listened may have come by himself', () => {
    const signals = inOrder(
      start(20),
      signInText(21, { kind: 'imeStart', version: '1', silenceMs: null }),
      agentUser(22.5),
    );
    const [signIn] = tell(signals);
    assert.deepEqual([signIn?.class, signIn?.waitMs], ['unknown', null]);
  });

  it('H18: unless a session without a user was seen before', () => {
    const signals = inOrder(
      start(20),
      signInText(21, { kind: 'imeStart', version: '1', silenceMs: null }),
      nobody(21.5),
      agentUser(22.5),
    );
    assert.deepEqual(classes(tell(signals)), ['rePrompt']);
  });

  it('H19: a new join is a new enrollment, in which nobody has signed in yet', () => {
    const join = (minutes: number) => sign(minutes, { kind: 'joined', rolledBack: false }, 'User Device Registration');
    const signals = inOrder(start(2), logon(6, domainUser), join(10), start(20), logon(24, adele));
    const device = { joinType: 'hybrid', scenario: 'userDriven' } as const;
    assert.deepEqual(classes(tell(signals, { device })), ['planned', 'planned']);
  });

  it('the account of the web sign-in page is not a user, and its coming and going does not end the wait', () => {
    const signals = inOrder(
      sign(1, { kind: 'logon', sid: oobeUser, session: 1 }),
      start(20),
      logon(24, webUser),
      logoff(24.9, webUser),
      logon(25, adele),
    );
    const [signIn, ...others] = tell(signals);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [signIn?.class, signIn?.credential, signIn?.credentialStrength, signIn?.waitMs],
      ['rePrompt', 'webSignIn', 'strong', 285_000],
    );
  });

  it('a broker that starts in a new profile, and a desktop that loads, belong to the sign-in before them', () => {
    const signals = inOrder(
      start(20),
      logon(20.3, adele),
      sign(20.4, { kind: 'brokerStart', sid: adele }, 'AAD'),
      sign(20.5, { kind: 'desktopLoading', sid: adele }, 'Shell-Core'),
      agentUser(22),
    );
    assert.equal(tell(signals).length, 1);
  });

  it('without a System log the first start of the broker tells that somebody has signed in', () => {
    const boots = bootsOf(start(20));
    const told = tell([sign(30, { kind: 'brokerStart', sid: adele }, 'AAD')], {
      boots,
      reboots: rebootsInto(boots, 'deviceSetup'),
    });
    assert.deepEqual([told.length, told[0]?.user.sid], [1, adele]);
  });

  it('thirty thousand sign-ins are told in time that grows with their number', () => {
    const signals = inOrder(
      start(0),
      Array.from({ length: 30_000 }, (_, index) => logon(1 + index / 100, `S-1-12-1-${index}-2-3-4`)),
    );
    assertLinear(5_000, () => {
      assert.equal(tell(signals).length, 30_000);
    });
  });
});
