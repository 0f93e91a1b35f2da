import assert from 'node:assert/strict';
import { attemptAt, findAttempts } from '../../../../src/core/enrollment/phases/attempts';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, marker, phaseStart, sign, signInText } from '../signals';
import { assertLinear } from '../../linearTime';

const registration = 'User Device Registration';
const joins = (minutes: number): Signal => sign(minutes, { kind: 'joined', rolledBack: false }, registration);
const rollsBack = (minutes: number): Signal => sign(minutes, { kind: 'joined', rolledBack: true }, registration);
const page = (minutes: number, node: string): Signal => sign(minutes, { kind: 'oobeNode', node }, 'Shell-Core');

function ends(...signals: readonly (Signal | readonly Signal[])[]): readonly (string | null)[] {
  return findAttempts(inOrder(...signals)).map(({ ended }) => ended?.by ?? null);
}

describe('the attempts of an enrollment', () => {
  it('are none where nothing is enrolled', () => {
    assert.deepEqual(findAttempts([sign(1, { kind: 'kernelStart' }), page(2, 'OobeRegion')]), []);
  });

  it('are one where nothing goes wrong', () => {
    assert.deepEqual(ends(page(1, 'OobeAAD'), joins(2), phaseStart(3, 'DeviceSetup')), [null]);
  });

  it('are two when the join is taken back and the person signs in again', () => {
    const signals = inOrder(page(1, 'OobeAAD'), joins(2), rollsBack(3), page(5, 'OobeAAD'), joins(6));
    const [first, second] = findAttempts(signals);
    assert.equal(first?.ended?.by, 'joinRolledBack');
    assert.equal(second?.ended, null);
    assert.equal(second.from, page(5, 'OobeAAD').at);
    assert.equal(first.until, second.from);
  });

  it('are still one when nobody signs in after the join was taken back', () => {
    assert.deepEqual(ends(page(1, 'OobeAAD'), joins(2), rollsBack(3), page(5, 'OobeAAD')), ['joinRolledBack']);
  });

  it('do not begin with what a page that is being left still writes', () => {
    const leaving = [
      marker(3.1, 'ESPProgress_Category_Failed', 'DevicePreparationCategory'),
      marker(3.2, 'ESP_ExitPage'),
    ];
    assert.deepEqual(ends(joins(2), rollsBack(3), leaving), ['joinRolledBack']);
  });

  it('do not begin with what the page writes while the reset is prepared', () => {
    const leaving = marker(10.1, 'ESPProgress_DeviceResetInitiation_Succeeded');
    const resets = [sign(10, { kind: 'deviceReset' }), sign(12, { kind: 'deviceReset' })];
    assert.deepEqual(ends(joins(1), resets, leaving, joins(20)), ['deviceReset', null]);
  });

  it('are parted by a reset of the device', () => {
    const again = joins(20);
    assert.deepEqual(ends(joins(1), sign(10, { kind: 'deviceReset' }), sign(12, { kind: 'deviceReset' }), again), [
      'deviceReset',
      null,
    ]);
  });

  it('are none that a reset ends where nothing was enrolled before', () => {
    assert.deepEqual(ends(sign(1, { kind: 'deviceReset' }), joins(5)), [null]);
  });

  it('begin anew with the button of the page', () => {
    const signals = inOrder(
      phaseStart(1, 'DeviceSetup'),
      marker(9, 'ESPProgress_TryAgain_Started'),
      phaseStart(10, 'DeviceSetup'),
    );
    assert.deepEqual(ends(signals), ['tryAgain', null]);
    assert.equal(findAttempts(signals)[1]?.from, day + 9 * 60_000);
  });

  it('are two when a person joins again at the sign-in page', () => {
    assert.deepEqual(ends(page(1, 'OobeAAD'), joins(2), page(600, 'OobeAAD'), joins(601)), ['newJoin', null]);
  });

  it('are one when a second registration comes without a sign-in page', () => {
    assert.deepEqual(ends(page(1, 'OobeAAD'), joins(2), joins(40)), [null]);
  });

  it('are one in pre-provisioning, where technician and person both join', () => {
    const technician = marker(1, 'WhiteGlove_TechnicianFlow_Started');
    assert.deepEqual(ends(technician, joins(2), page(600, 'OobeAAD'), joins(601)), [null]);
  });

  it('are found by time, what came before the first belongs to it', () => {
    const attempts = findAttempts(inOrder(joins(2), rollsBack(3), joins(6)));
    const idAt = (minutes: number): string | undefined => attemptAt(attempts, day + minutes * 60_000)?.id;
    assert.deepEqual([idAt(0), idAt(4), idAt(6), idAt(9)], ['attempt-1', 'attempt-1', 'attempt-2', 'attempt-2']);
  });

  it('hold their own signals, each in one attempt', () => {
    const signals = inOrder(
      joins(2),
      rollsBack(3),
      sign(4, { kind: 'kernelStart' }),
      joins(6),
      phaseStart(7, 'DeviceSetup'),
    );
    const attempts = findAttempts(signals);
    assert.deepEqual(
      attempts.flatMap((attempt) => attempt.signals),
      signals,
    );
    assert.deepEqual(
      attempts.map((attempt) => attempt.signals.length),
      [3, 2],
    );
  });

  it('stay linear in a log that asks to try again without end', () => {
    const signals = Array.from({ length: 100_000 }, (_, index) => marker(index, 'ESPProgress_TryAgain_Started'));
    assertLinear(2_000, () => {
      assert.equal(findAttempts(signals).length, signals.length + 1);
    });
  });
});

describe('the stages of a second attempt', () => {
  it('owe nothing to how far the first one came', () => {
    const done = signInText(9, { kind: 'userEspDone' });
    const again = phaseStart(30, 'DeviceSetup');
    const signals = inOrder(joins(1), phaseStart(3, 'AccountSetup'), done, sign(20, { kind: 'deviceReset' }), again);
    assert.deepEqual(
      findStages(signals).map(({ stage }) => stage),
      ['devicePreparation', 'accountSetup', 'afterEnrollment', 'setup', 'deviceSetup'],
    );
  });

  it('end with the page that is left for good in account setup, not with the one of device setup', () => {
    const left = (minutes: number): Signal => marker(minutes, 'ESP_RebootResumption_Unset');
    assert.deepEqual(
      findStages(inOrder(phaseStart(1, 'DeviceSetup'), left(2), phaseStart(3, 'AccountSetup'), left(4))).map(
        ({ stage }) => stage,
      ),
      ['deviceSetup', 'accountSetup', 'afterEnrollment'],
    );
  });
});
