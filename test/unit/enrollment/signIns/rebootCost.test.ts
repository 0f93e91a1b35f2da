import assert from 'node:assert/strict';
import { tellAutoLogonClearings, withClearings } from '../../../../src/core/enrollment/signIns/autoLogonStory';
import { withUserCost } from '../../../../src/core/enrollment/signIns/rebootCost';
import { overlayPass } from '../../../../src/core/enrollment/signIns/statedPass';
import type { SignIn, SignInClass } from '../../../../src/core/enrollment/document/signIns';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { isoTime } from '../../../../src/core/enrollment/clock/isoTime';
import { day, inOrder, sign, start } from '../signals';
import { adele, bootsOf, rebootsInto } from './people';

function signIn(
  minutes: number,
  kind: SignInClass,
  afterReboot: string | null,
  waitMs: number | null = 60_000,
): SignIn {
  return {
    id: `signin-at-${minutes}`,
    time: isoTime(day + minutes * 60_000),
    user: { class: 'entra', name: null, sid: adele },
    class: kind,
    credential: 'unknown',
    credentialStrength: null,
    credentialWhy: '',
    waitMs,
    afterReboot,
    confidence: 'high',
    evidence: [{ path: 'system.evtx', recordId: 1 }],
  };
}

const twoStarts = bootsOf([...start(20), ...start(60)]);
const told = rebootsInto(twoStarts, 'deviceSetup');

function costs(...signIns: readonly SignIn[]): readonly unknown[] {
  return withUserCost(told, signIns).map(({ cost }) => [cost.prompts, cost.waitMs]);
}

describe('what a restart cost the user', () => {
  it('a re-prompt and its wait are the cost of the restart that it follows', () => {
    assert.deepEqual(costs(signIn(25, 'rePrompt', 'reboot-1', 300_000), signIn(61, 'automatic', 'reboot-2')), [
      [1, 300_000],
      [0, 0],
    ]);
  });

  it('the time that the device slept at the lock screen is no cost', () => {
    const signedIn = { ...signIn(25, 'rePrompt', 'reboot-1', 300_000), asleepMs: 180_000 };
    assert.deepEqual(costs(signedIn)[0], [1, 120_000]);
  });

  it('without a sign-in after it the cost is not known', () => {
    assert.deepEqual(costs(), [
      [null, null],
      [null, null],
    ]);
  });

  it('a sign-in of unknown class, or one after the enrollment, says nothing about the cost', () => {
    assert.deepEqual(costs(signIn(25, 'unknown', 'reboot-1'), signIn(900, 'afterEnrollment', null)), [
      [null, null],
      [null, null],
    ]);
  });

  it('a wait that is not known stays so', () => {
    assert.deepEqual(costs(signIn(25, 'rePrompt', 'reboot-1', null))[0], [1, null]);
  });

  it('nor is the cost of a restart that no stage of an enrollment is known for', () => {
    const [first] = withUserCost(rebootsInto(twoStarts, 'unknown'), [signIn(25, 'first', 'reboot-1')]);
    assert.deepEqual(first?.cost, { prompts: null, waitMs: null });
  });

  it('H2: before the join a restart costs nobody anything', () => {
    const [first] = withUserCost(rebootsInto(twoStarts, 'preJoin'), []);
    assert.deepEqual(first?.cost, { prompts: 0, waitMs: 0 });
  });
});

describe('credentials kept for the automatic sign-in', () => {
  const cleared = (minutes: number, by: 'restart' | 'statusPage'): Signal =>
    sign(minutes, { kind: 'autoLogonCleared', by }, 'Shell-Core');
  const diagnostics = (minutes: number): Signal => sign(minutes, { kind: 'oobeNode', node: 'OobeDiagnostics' });

  it('are erased for certain by a restart of OOBE and by the page that is loaded after a restart', () => {
    const signals = inOrder(cleared(19.3, 'restart'), cleared(61, 'statusPage'));
    assert.deepEqual(
      tellAutoLogonClearings(signals, told).map(({ by, certainty, afterReboot }) => [by, certainty, afterReboot]),
      [
        ['beforeRestart', 'certain', 'reboot-1'],
        ['pageReload', 'certain', 'reboot-2'],
      ],
    );
  });

  it('are only possibly erased on the way back from the diagnostics page, which is no restart', () => {
    const clearings = tellAutoLogonClearings(inOrder(diagnostics(40), cleared(42, 'statusPage')), told);
    assert.deepEqual(
      clearings.map(({ by, certainty, afterReboot }) => [by, certainty, afterReboot]),
      [['diagnosticsPage', 'possible', null]],
    );
    assert.equal(withClearings(told, clearings)[0]?.reboot.autoLogonCleared, null);
  });

  it('a clearing at the reload belongs to the restart before it, with its record', () => {
    const clearings = tellAutoLogonClearings([cleared(21, 'statusPage')], told);
    const [first, second] = withClearings(told, clearings).map(({ reboot }) => reboot);
    assert.deepEqual([first?.autoLogonCleared, second?.autoLogonCleared], [true, null]);
    assert.match(first?.evidence.at(-1)?.note ?? '', /erased/);
  });
});

describe('a pass that somebody has told of', () => {
  const prompts = [
    signIn(30, 'rePrompt', 'reboot-1'),
    signIn(120, 'rePrompt', 'reboot-2'),
    signIn(130, 'automatic', null),
  ];
  const hour = { issuedAt: isoTime(day), lifetimeMinutes: 60, oneTime: false };

  it('had expired at the re-prompts after its end', () => {
    const overlay = overlayPass(hour, prompts);
    assert.equal(overlay?.basis, 'stated, not measured');
    assert.equal(overlay.expiredAt, '2026-02-17T01:00:00.000Z');
    assert.deepEqual(
      overlay.atRePrompts.map(({ expired }) => expired),
      [false, true],
    );
  });

  it('without issue time or with an impossible lifetime nothing follows', () => {
    assert.equal(overlayPass({ ...hour, issuedAt: null }, prompts)?.atRePrompts[0]?.expired, null);
    assert.equal(overlayPass({ ...hour, issuedAt: 'yesterday' }, prompts)?.expiredAt, null);
    assert.equal(overlayPass({ ...hour, lifetimeMinutes: -5 }, prompts)?.expiredAt, null);
    assert.equal(overlayPass({ ...hour, lifetimeMinutes: 1e9 }, prompts)?.expiredAt, null);
  });

  it('for one use was used up by the first sign-in', () => {
    assert.equal(overlayPass({ ...hour, oneTime: true }, prompts)?.atRePrompts[0]?.usedUp, true);
  });

  it('is not there when nothing was stated', () => {
    assert.equal(overlayPass(null, prompts), null);
  });
});
