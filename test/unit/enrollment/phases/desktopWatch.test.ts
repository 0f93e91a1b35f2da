import assert from 'node:assert/strict';
import { findStages, stageAt } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, phaseStart, sign, signInText } from '../signals';

const adele = 'S-1-12-1-1-2-3-4';
const signedIn = sign(40, { kind: 'logon', sid: adele, session: 2 });
const agent = (minutes: number): Signal => signInText(minutes, { kind: 'imePhase', phase: 'deviceSetup' });

function stageIn(signals: readonly Signal[], minutes: number): string | null {
  return stageAt(findStages(signals), day + minutes * 60_000)?.stage ?? null;
}

describe('device setup', () => {
  it('is over minutes after a person has signed in, though the agent still waits for its apps', () => {
    const signals = inOrder(agent(20), signedIn, agent(90));
    assert.equal(stageIn(signals, 42), 'deviceSetup');
    assert.equal(stageIn(signals, 60), null);
  });

  it('hands over to account setup where that follows at once', () => {
    const signals = inOrder(agent(20), signedIn, phaseStart(41, 'AccountSetup'));
    assert.deepEqual([stageIn(signals, 40.5), stageIn(signals, 60)], ['deviceSetup', 'accountSetup']);
  });

  it('goes on while only the account of OOBE is there', () => {
    const oobe = sign(40, { kind: 'logon', sid: 'S-1-5-21-1-2-3-1000', session: 1 });
    assert.equal(stageIn(inOrder(agent(20), oobe), 60), 'deviceSetup');
  });
});
