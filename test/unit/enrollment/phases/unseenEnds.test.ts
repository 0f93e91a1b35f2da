import assert from 'node:assert/strict';
import { isEndUnseen } from '../../../../src/core/enrollment/document/enrollmentSight';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { inOrder, marker, phaseStart, signInText } from '../signals';
import { agentSays, phase, told } from './toldEnrollment';

const person = (minutes: number): Signal => signInText(minutes, { kind: 'imeUser', account: 'AzureAD\\AdeleExample' });

describe('a phase that was seen to begin', () => {
  const running = [agentSays(1, 'deviceSetup')];

  it('is in progress while nobody is at the desktop', () => {
    assert.equal(phase(told(running), 'deviceSetup').state, 'inProgress');
  });

  it('is of unknown end when somebody has signed in since, though the agent still waits for its apps', () => {
    const setup = phase(told(inOrder(running, person(70), agentSays(90, 'deviceSetup'))), 'deviceSetup');
    assert.deepEqual([setup.state, setup.start, setup.end], ['unknown', '2026-02-17T00:01:00.000Z', null]);
    assert.ok(isEndUnseen(setup));
    assert.notEqual(setup.evidence.length, 0);
  });

  it('is in progress when the page has written after the sign-in', () => {
    const signals = inOrder(phaseStart(1, 'DeviceSetup'), person(70), marker(71, 'ESPProgress_Page_Loaded'));
    assert.equal(phase(told(signals), 'deviceSetup').state, 'inProgress');
  });

  it('is in progress where it is the part that begins with the sign-in', () => {
    const signals = inOrder(agentSays(1, 'accountSetup'), person(2));
    assert.equal(phase(told(signals), 'accountSetup').state, 'inProgress');
  });
});
