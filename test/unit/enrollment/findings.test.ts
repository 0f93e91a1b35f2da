import assert from 'node:assert/strict';
import { errorProblem } from '../../../src/core/bytes/problem';
import { cause, coverage, findingsIn, idsIn, quietStory, reboot, signIn } from './findings/storyFragments';
import { assertLinear } from '../linearTime';

describe('findings', () => {
  it('a policy reboot without a known URI asks for the log that would tell, and advises no move', () => {
    const [finding] = findingsIn({ story: { reboots: [reboot()] } });
    assert.equal(finding?.id, 'reboot.policy-in-device-setup');
    assert.doesNotMatch(finding.advice, /user groups|price/);
    assert.match(finding.wouldDecide.join(), /2800/);
  });

  it('a policy reboot names the URIs that are blamed, and not the refuted ones', () => {
    const causes = [cause('Policy/Config/Area/Confirmed'), cause('Policy/Config/Area/Refuted', 'refuted')];
    const [finding] = findingsIn({ story: { reboots: [reboot({ causes })] } });
    assert.match(finding?.title ?? '', /Area\/Confirmed$/);
    assert.match(finding?.advice ?? '', /The price: .*health attestation/);
  });

  it('causes that are only likely make the finding less sure, and it says why', () => {
    const story = { reboots: [reboot({ confidence: 'high', causes: [cause('Policy/Config/Area/Likely', 'likely')] })] };
    const [finding] = findingsIn({ story });
    assert.equal(finding?.confidence, 'medium');
    assert.equal(finding.confidenceWhy.length, 1);
  });

  it('a re-prompt is surer where the automatic sign-in was erased, and less sure where the clock jumped', () => {
    const told = (story: object): readonly unknown[] => {
      const signIns = [signIn({ credential: 'password', confidence: 'medium' })];
      const found = findingsIn({ story: { signIns, ...story } }).find(
        ({ id }) => id === 'signin.re-prompt-after-reboot',
      );
      return [found?.confidence, found?.confidenceWhy.length];
    };
    const steps = [{ at: reboot().time, deltaMs: -900_000, reason: 'unknown', evidence: [{ path: 'x', recordId: 2 }] }];
    assert.deepEqual(told({}), ['medium', 0]);
    assert.deepEqual(told({ reboots: [reboot({ autoLogonCleared: true })] }), ['high', 1]);
    assert.deepEqual(told({ clock: { steps, localOffsets: [] } }), ['low', 1]);
  });

  it('an app, a power loss and a restart out of the blue are told apart', () => {
    const boots = [
      { id: 'boot-2', start: reboot().time, kind: 'powerLoss', evidence: [{ path: 'x', recordId: 2 }] },
    ] as const;
    const idsOf = (story: Parameters<typeof idsIn>[0]['story']): readonly string[] => idsIn({ story: { ...story } });
    assert.deepEqual(idsOf({ reboots: [reboot({ class: 'application' })] }), ['reboot.application-in-device-setup']);
    assert.deepEqual(idsOf({ reboots: [reboot({ class: 'unexpected' })] }), ['reboot.unexpected']);
    assert.deepEqual(idsOf({ boots, reboots: [reboot({ class: 'unexpected' })] }), ['reboot.power-loss']);
  });

  it('an expected reboot before the join is no finding', () => {
    const story = { reboots: [reboot({ class: 'oobeUpdate', during: 'preJoin', expected: true })] };
    assert.deepEqual(idsIn({ story }), []);
  });

  it('what would tell is not asked for where it is in the bundle', () => {
    const reboots = [reboot({ class: 'unexpected' })];
    const asked = (state: 'present' | 'absent'): string =>
      findingsIn({ story: { reboots, coverage: [coverage('System', state)] } })
        .flatMap(({ wouldDecide }) => wouldDecide)
        .join();
    assert.match(asked('absent'), /System event log/);
    assert.doesNotMatch(asked('present'), /System event log/);
  });

  it('a missing log is a gap with a name, and an entry of the collector that shows it is its evidence', () => {
    const [finding] = findingsIn({
      story: { coverage: [coverage('System', 'notCollected', { path: 'footprint.txt' })] },
    });
    assert.deepEqual(finding?.gap, { kind: 'channel', name: 'System', why: 'not collected' });
    assert.deepEqual(finding.evidence, [{ path: 'footprint.txt', line: 1 }]);
  });

  it('a single log is told once, not channel by channel', () => {
    const bundle = { ...quietStory.bundle, kind: 'singleLog' } as const;
    const logs = [coverage('System', 'notCollected'), coverage('Microsoft-Windows-AAD/Operational', 'absent')];
    assert.deepEqual(idsIn({ story: { bundle, coverage: logs } }), ['coverage.single-log']);
  });

  it('the most severe comes first', () => {
    const bundle = { ...quietStory.bundle, problems: [errorProblem('zip.truncated', 'x.zip', 'It is cut off.')] };
    const order = ['error', 'warning', 'info'];
    const found = findingsIn({ story: { bundle, reboots: [reboot()], signIns: [signIn()] } });
    const severities = found.map(({ severity }) => order.indexOf(severity));
    assert.deepEqual(new Set(severities).size, 3);
    assert.deepEqual([...severities].sort(), severities);
  });

  it('a password is asked for only where something is encrypted', () => {
    const advice = (reason: 'encrypted' | 'damaged'): string =>
      findingsIn({ story: { bundle: { ...quietStory.bundle, unreadable: [{ path: 'a/b.evtx', reason }] } } })[0]!
        .advice;
    assert.match(advice('encrypted'), /password/);
    assert.doesNotMatch(advice('damaged'), /password/);
  });

  it('ten thousand restarts and flags are told in linear time', () => {
    const reboots = Array.from({ length: 10_000 }, (_, index) => reboot({ id: `reboot-${index}`, class: 'script' }));
    assertLinear(2_000, () => {
      assert.ok(findingsIn({ story: { reboots } }).length >= reboots.length);
    });
  });
});
