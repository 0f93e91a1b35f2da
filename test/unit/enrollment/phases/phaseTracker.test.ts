import assert from 'node:assert/strict';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { phaseStart, sign, signInText, start } from '../signals';

function stages(...signals: readonly Signal[]): readonly string[] {
  return findStages(signals).map(({ stage }) => stage);
}

const agentSays = (minutes: number, phase: 'deviceSetup' | 'accountSetup' | 'notInEsp'): Signal =>
  signInText(minutes, { kind: 'imePhase', phase });

describe('the stages of an enrollment', () => {
  it('follow the categories that the status page names', () => {
    assert.deepEqual(
      stages(phaseStart(1, 'DevicePreparation'), phaseStart(2, 'DeviceSetup'), phaseStart(3, 'AccountSetup')),
      ['devicePreparation', 'deviceSetup', 'accountSetup'],
    );
  });

  it('do not go back when a page is loaded again after a restart', () => {
    const again = sign(3, { kind: 'oobeNode', node: 'MDMProgressAfterAADRefactored' }, 'Shell-Core');
    assert.deepEqual(stages(phaseStart(1, 'DevicePreparation'), phaseStart(2, 'DeviceSetup'), again), [
      'devicePreparation',
      'deviceSetup',
    ]);
  });

  it('go back to before the join when the join is rolled back', () => {
    assert.deepEqual(
      stages(sign(1, { kind: 'joined', rolledBack: false }), sign(2, { kind: 'joined', rolledBack: true })),
      ['devicePreparation', 'preJoin'],
    );
  });

  it('believe the agent’s "not in ESP" after the page, not before it', () => {
    assert.deepEqual(
      stages(
        agentSays(1, 'notInEsp'),
        agentSays(2, 'deviceSetup'),
        agentSays(3, 'accountSetup'),
        agentSays(4, 'notInEsp'),
      ),
      ['deviceSetup', 'accountSetup', 'afterEnrollment'],
    );
  });

  it('end a run of setup with the restart it asked for, where no other log tells what came next', () => {
    const bySetup = sign(1, {
      kind: 'restartRequest',
      process: 'winlogon.exe',
      reasonCode: '0x80020003',
      type: 'restart',
    });
    assert.deepEqual(stages(bySetup, ...start(2)), ['setup', 'unknown']);
  });
});
