import assert from 'node:assert/strict';
import type { Phase } from '../../../../src/core/enrollment/document/phases';
import { findEnrollment } from '../../../../src/core/enrollment/policies/enrolledAt';
import { day, sign } from '../signals';
import { at } from './policyFakes';

const minute = (minutes: number): number => day + minutes * 60_000;
const userDriven = { joinType: 'entra', scenario: 'userDriven' } as const;
const page = sign(40, { kind: 'oobeNode', node: 'OobeAAD' }, 'Shell-Core');
const joined = sign(50, { kind: 'joined', rolledBack: false }, 'User Device Registration');
const enrolled = sign(60, { kind: 'mdmEnrolled', succeeded: true }, 'Admin');
const deviceSetup: Phase = {
  id: 'deviceSetup',
  state: 'succeeded',
  start: at(70),
  end: null,
  subcategories: [],
  evidence: [{ path: 'shell-core.evtx', recordId: 9 }],
};

describe('the moment of the enrollment', () => {
  it('is told by the MDM client', () => {
    const found = findEnrollment([page, joined, enrolled], [], [deviceSetup], userDriven);
    assert.deepEqual([found?.notBefore, found?.notAfter, found?.confidence], [minute(60), minute(60), 'high']);
  });

  it('lies between the sign-in page and device setup where the log of the MDM client is missing', () => {
    const found = findEnrollment([page, joined], [], [deviceSetup], userDriven);
    assert.deepEqual([found?.notBefore, found?.notAfter, found?.confidence], [minute(40), minute(70), 'medium']);
  });

  it('may be any time after the join where no phase is seen', () => {
    const found = findEnrollment([joined], [], [], userDriven);
    assert.deepEqual([found?.notBefore, found?.notAfter], [minute(50), Infinity]);
  });

  it('may be any time before device setup where a technician or a domain had a part in it', () => {
    for (const way of [
      { joinType: 'hybrid', scenario: 'userDriven' },
      { joinType: 'entra', scenario: 'preProvisioning' },
    ] as const) {
      const found = findEnrollment([joined], [], [deviceSetup], way);
      assert.deepEqual([found?.notBefore, found?.notAfter], [-Infinity, minute(70)], way.joinType);
    }
  });

  it('is not known where nothing of it is seen', () => {
    assert.equal(findEnrollment([], [], [], userDriven), null);
  });
});
