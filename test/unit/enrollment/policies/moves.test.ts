import assert from 'node:assert/strict';
import type { LatentReboot } from '../../../../src/core/enrollment/document/policies';
import type { OtherCause } from '../../../../src/core/enrollment/document/reboots';
import { tellMoves, type MoveSources } from '../../../../src/core/enrollment/policies/moves';
import { day } from '../signals';
import { boot, cause, reboot, starts, systemLog, uris } from './policyFakes';

const enrolled = {
  notBefore: day + 100 * 60_000,
  notAfter: day + 100 * 60_000,
  confidence: 'high',
  ref: { path: 'admin.evtx', recordId: 72 },
} as const;
const both = reboot({ causes: [cause(uris.lsa, 'confirmed'), cause(uris.dma, 'likely'), cause(uris.lock, 'refuted')] });

function moves(changes: Partial<MoveSources>) {
  return tellMoves({
    reboots: [],
    latent: [],
    phases: [],
    starts: starts([boot(50), boot(201)], systemLog(1, 1000)),
    enrolled,
    ...changes,
  });
}

function areas(changes: Partial<MoveSources>): readonly string[] {
  return (moves(changes)[0]?.price ?? []).map(({ area }) => area);
}

describe('moving what is blamed for a restart', () => {
  it('saves it only together with all that may have asked for it', () => {
    assert.deepEqual(
      moves({ reboots: [both] }).map(({ subject, kind, now, saves }) => ({ subject, kind, now, saves })),
      [
        {
          subject: uris.lsa,
          kind: 'policy',
          now: 'restarts',
          saves: { reboots: 1, prompts: 1, waitMs: 60_000, onlyTogetherWith: [uris.dma] },
        },
        {
          subject: uris.dma,
          kind: 'policy',
          now: 'restarts',
          saves: { reboots: 1, prompts: 1, waitMs: 60_000, onlyTogetherWith: [uris.lsa] },
        },
      ],
    );
  });

  it('a possible cause is no move of its own, but has to move as well', () => {
    const [move, ...more] = moves({
      reboots: [reboot({ causes: [cause(uris.lsa, 'likely'), cause(uris.dma, 'possible')] })],
    });
    assert.deepEqual(move?.saves.onlyTogetherWith, [uris.dma]);
    assert.deepEqual(more, []);
  });

  it('adds up what several restarts cost, and an unknown part makes the sum unknown', () => {
    const second = { id: 'reboot-2', boot: 'boot-300', cost: { prompts: 1, waitMs: null } };
    const causes = [cause(uris.lsa, 'likely')];
    const [move] = moves({ reboots: [reboot({ causes }), reboot({ causes, ...second })] });
    assert.deepEqual(move?.saves, { reboots: 2, prompts: 2, waitMs: null, onlyTogetherWith: [] });
  });

  it('has the price of the setting, and that of a start that is not measured', () => {
    const all = ['deviceHealthAttestation', 'bitLocker', 'secureBoot', 'codeIntegrity'];
    assert.deepEqual(areas({ reboots: [both] }), ['deviceGuard', 'virtualizationBasedSecurity', ...all]);
    assert.deepEqual(areas({ reboots: [reboot({ causes: [cause(uris.lock, 'likely')] })] }), all);
  });

  it('leaves the start measured where another one follows the enrollment anyway', () => {
    const twice = starts([boot(50), boot(201), boot(400)], systemLog(1, 1000));
    assert.deepEqual(areas({ reboots: [both], starts: twice }), ['deviceGuard', 'virtualizationBasedSecurity']);
    const earlier = starts([boot(50), boot(201)], systemLog(1, 1000));
    assert.equal(areas({ reboots: [both], starts: earlier }).includes('secureBoot'), true);
  });

  it('knows whom a setting reaches', () => {
    const name = './Device/Vendor/MSFT/Accounts/Domain/ComputerName';
    const [move] = moves({ reboots: [reboot({ causes: [cause(name, 'likely')] })] });
    assert.match(move?.scopeNote ?? '', /cannot be reached through users/);
    assert.match(moves({ reboots: [both] })[0]?.scopeNote ?? '', /can be assigned to users/);
  });
});

describe('moving an app', () => {
  const app = (verdict: OtherCause['verdict'], name: string | null): OtherCause => ({
    kind: 'application',
    name,
    verdict,
    why: '',
    evidence: [{ path: 'agent.log', line: 7 }],
  });

  it('is told for one that is blamed, with the policies whose restart would come instead', () => {
    const [move] = moves({
      reboots: [
        reboot({
          class: 'application',
          otherCauses: [app('confirmed', 'app-1')],
          causes: [cause(uris.dma, 'possible')],
        }),
      ],
    });
    assert.deepEqual([move?.subject, move?.kind, move?.saves.onlyTogetherWith], ['app-1', 'app', [uris.dma]]);
  });

  it('is not told for one without a name, or that is only possible', () => {
    assert.deepEqual(moves({ reboots: [reboot({ otherCauses: [app('confirmed', null)] })] }), []);
    assert.deepEqual(moves({ reboots: [reboot({ otherCauses: [app('possible', 'app-1')] })] }), []);
  });
});

describe('a setting that did not restart', () => {
  const latent: LatentReboot = {
    uri: uris.lsa,
    state: 'flaggedNoRestart',
    why: 'It asked.',
    mayHaveCaused: [],
    inForce: false,
    evidence: [{ path: 'admin.evtx', recordId: 1 }],
  };

  it('pays its price as it is, and saves nothing', () => {
    const [move] = moves({ latent: [latent], starts: starts([boot(50)], systemLog(1, 1000)) });
    assert.equal(move?.now, 'pricePaid');
    assert.deepEqual(move.saves, { reboots: 0, prompts: 0, waitMs: 0, onlyTogetherWith: [] });
    assert.deepEqual(
      move.price.map(({ area }) => area),
      [
        'deviceGuard',
        'virtualizationBasedSecurity',
        'deviceHealthAttestation',
        'bitLocker',
        'secureBoot',
        'codeIntegrity',
      ],
    );
  });

  it('that may be the unnamed cause of a restart is not told', () => {
    assert.deepEqual(moves({ latent: [{ ...latent, mayHaveCaused: ['reboot-1'] }] }), []);
  });

  it('that is in force has nothing left to pay', () => {
    assert.deepEqual(moves({ latent: [{ ...latent, inForce: true }] })[0]?.price, []);
  });
});
