import assert from 'node:assert/strict';
import { noLogs } from '../../../../src/core/bundle/noLogs';
import { tellLatentReboots, type LatentSources } from '../../../../src/core/enrollment/policies/latentReboots';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import { inOrder, phaseStart, sign } from '../signals';
import { boot, cause, policiesOf, reboot, starts, systemLog, uris, withReport } from './policyFakes';

function latent(changes: Partial<LatentSources>) {
  return tellLatentReboots({
    catalog: Object.values(uris),
    policies: policiesOf(noLogs),
    signals: [],
    stages: [],
    reboots: [],
    starts: starts([], null),
    ...changes,
  });
}

const flag = (minutes: number, uri: string) => sign(minutes, { kind: 'policyFlag', uri }, 'Admin');
const lsaIsSet = policiesOf(withReport([{ area: 'DeviceGuard', name: 'LSACFGFLAGS' }]));

describe('latent reboots', () => {
  it('a setting that is flagged in account setup and not answered is one, and waits', () => {
    const signals = inOrder(phaseStart(10, 'AccountSetup'), flag(20, uris.lsa), flag(30, uris.lsa));
    const [told, ...more] = latent({
      signals,
      stages: findStages(signals),
      starts: starts([boot(5)], systemLog(1, 1000)),
    });
    assert.deepEqual(more, []);
    assert.equal(told?.state, 'flaggedNoRestart');
    assert.equal(told.inForce, false);
    assert.match(told.why, /account setup/);
  });

  it('a start after the flag has put it in force; without a log that would show one nothing is said', () => {
    const signals = [flag(20, uris.lsa)];
    assert.equal(latent({ signals, starts: starts([boot(500)], systemLog(1, 1000)) })[0]?.inForce, true);
    assert.equal(latent({ signals })[0]?.inForce, null);
  });

  it('a fast startup puts nothing in force', () => {
    const told = latent({
      signals: [flag(20, uris.lsa)],
      starts: starts([boot(500, 'fastStartup')], systemLog(1, 1000)),
    });
    assert.equal(told[0]?.inForce, false);
  });

  it('a setting that is blamed for a restart, or may have caused one, is none', () => {
    for (const verdict of ['confirmed', 'likely', 'possible'] as const) {
      const reboots = [reboot({ causes: [cause(uris.lsa, verdict)] })];
      assert.deepEqual(latent({ signals: [flag(20, uris.lsa)], reboots, policies: lsaIsSet }), []);
    }
    const refuted = [reboot({ causes: [cause(uris.lsa, 'refuted'), cause(uris.dma, 'likely')] })];
    assert.equal(latent({ signals: [flag(20, uris.lsa)], reboots: refuted }).length, 1);
  });

  it('a listed setting that is set and never flagged is one, whatever the case of its name', () => {
    const told = latent({ policies: lsaIsSet });
    assert.deepEqual(
      told.map(({ uri, state, mayHaveCaused }) => ({ uri, state, mayHaveCaused })),
      [{ uri: uris.lsa, state: 'assigned', mayHaveCaused: [] }],
    );
  });

  it('where a policy restart has no known URI, a setting that is only set may have caused it', () => {
    const [told] = latent({ policies: lsaIsSet, reboots: [reboot()] });
    assert.deepEqual(told?.mayHaveCaused, ['reboot-1']);
  });

  it('a value in force that no source has set is none', () => {
    const policies = policiesOf(withReport([{ area: 'DeviceGuard', name: 'LsaCfgFlags', winningProvider: null }]));
    assert.deepEqual(latent({ policies }), []);
  });

  it('a name that only resembles a listed one is none, and neither is a listed one that nobody sets', () => {
    assert.deepEqual(latent({ policies: policiesOf(withReport([{ area: 'DeviceGuard', name: 'LsaCfgFlags2' }])) }), []);
    assert.deepEqual(latent({}), []);
  });
});
