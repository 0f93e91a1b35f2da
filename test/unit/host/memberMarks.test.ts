import assert from 'node:assert/strict';
import { RecordCopies } from '../../../src/core/bundle/recordCopies';
import { memberMarks } from '../../../src/host/views/memberMarks';
import { reboot, record, signIn, story, systemLog } from './storyBuilder';

const told = {
  ...story({
    reboots: [
      reboot('r1', '02:05', { evidence: record(5), expected: true }),
      reboot('r2', '02:10', { evidence: record(50), expected: false }),
    ],
    signIns: [
      signIn('s1', '02:20', { class: 'rePrompt', evidence: [{ path: 'setupact.log', line: 4 }] }),
      signIn('s2', '02:30', { class: 'first', evidence: [{ path: 'other.evtx', recordId: 1 }] }),
    ],
  }),
};

describe('the marks of members', () => {
  it('count what has its main evidence there', () => {
    const marks = memberMarks(told, new RecordCopies([]));
    assert.deepEqual(
      [...marks],
      [
        [systemLog, { reboots: 2, unexpected: 1, rePrompts: 0, errors: 0 }],
        ['setupact.log', { reboots: 0, unexpected: 0, rePrompts: 1, errors: 0 }],
      ],
    );
  });

  it('are on a copy as far as it holds the same records', () => {
    const copies = new RecordCopies([
      [
        { path: systemLog, firstRecordId: 1, lastRecordId: 90 },
        { path: 'early copy', firstRecordId: 1, lastRecordId: 9 },
      ],
      [
        { path: 'setupact.log', firstRecordId: 1, lastRecordId: 9 },
        { path: 'copy by lines', firstRecordId: 1, lastRecordId: 9 },
      ],
    ]);
    const marks = memberMarks(told, copies);
    assert.deepEqual(marks.get('early copy'), { reboots: 1, unexpected: 0, rePrompts: 0, errors: 0 });
    assert.equal(marks.get('copy by lines'), undefined);
  });
});
