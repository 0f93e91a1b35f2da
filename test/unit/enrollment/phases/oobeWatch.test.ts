import assert from 'node:assert/strict';
import { findStages, stageAt } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, phaseStart, sign, signInText } from '../signals';

const began = signInText(1, { kind: 'oobeBegan' }, 'setupact.log');

function stageIn(signals: readonly Signal[], minutes: number): string | null {
  return stageAt(findStages(signals), day + minutes * 60_000)?.stage ?? null;
}

describe('the time before the join', () => {
  it('lasts while OOBE shows itself, and an hour longer', () => {
    const monitor = signInText(300, { kind: 'oobeMonitorStart' }, 'setupact.log');
    assert.equal(stageIn(inOrder(began, monitor), 250), 'preJoin');
    assert.equal(stageIn(inOrder(began, monitor), 355), 'preJoin');
  });

  it('is over on a device that has been in use since, though no log tells when it ended', () => {
    assert.equal(stageIn([began], 30 * 24 * 60), null);
    const synced = signInText(30 * 24 * 60, { kind: 'userEspDone' });
    assert.equal(stageIn(inOrder(began, synced), 20 * 24 * 60), null);
  });

  it('lasts until the next stage where that is one of the enrollment', () => {
    assert.equal(stageIn(inOrder(began, phaseStart(600, 'DevicePreparation')), 590), 'preJoin');
  });

  it('is the same for Windows setup', () => {
    assert.equal(stageIn([sign(1, { kind: 'setupStart' })], 3000), null);
  });
});
