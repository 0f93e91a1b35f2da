import assert from 'node:assert/strict';
import { findStages, stageAt } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, marker, phaseStart, sign, signInText, start } from '../signals';

function stages(...signals: readonly Signal[]): readonly string[] {
  return findStages(signals).map(({ stage }) => stage);
}

const agentSays = (minutes: number, phase: 'deviceSetup' | 'accountSetup' | 'notInEsp'): Signal =>
  signInText(minutes, { kind: 'imePhase', phase });

describe('a join alone', () => {
  const joined = sign(10, { kind: 'joined', rolledBack: false }, 'User Device Registration');
  const stageOf = (minutes: number, ...more: readonly Signal[]) =>
    stageAt(findStages(inOrder(joined, more)), day + minutes * 60_000)?.stage ?? null;

  it('tells device preparation up to the next page, and not when it is over', () => {
    assert.equal(stageOf(30), null, 'no page is in the logs');
    assert.equal(stageOf(11), 'devicePreparation', 'right after it');
    assert.equal(stageOf(30, phaseStart(40, 'DeviceSetup')), 'devicePreparation', 'its end is seen');
    assert.equal(stageOf(30, phaseStart(40, 'AccountSetup')), null, 'device setup is not in the logs');
    assert.equal(stageOf(30, marker(32, 'ESP_RebootResumption_Set')), 'devicePreparation', 'the pages go on');
  });

  it('is followed by pages that come only after it', () => {
    const page = sign(12, { kind: 'oobeNode', node: 'AutopilotUpdatePostEnrollment' }, 'Shell-Core');
    assert.equal(stageAt(findStages([page]), day + 13 * 60_000)?.stage, 'devicePreparation');
  });
});

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
