import assert from 'node:assert/strict';
import { trailText } from '../../../src/core/case/trailText';
import { addNote, after, blankCase, onLine } from './sampleCase';

describe('the audit trail as a text', () => {
  it('has one line for each deed: when, who, what, on what', () => {
    const document = after(
      blankCase,
      'ada',
      0,
      addNote('one', 'text', onLine(12)),
      { kind: 'tag', id: 'one', tag: 'vpn' },
      { kind: 'state', fact: 'lifetimeMinutes', value: 60 },
    );
    assert.deepEqual(trailText(document).split('\n'), [
      '# Audit trail of DiagLogs.zip · 3 entries',
      '2026-08-20T08:00:00.000Z  ada  added the note on agent.log:12',
      '2026-08-20T08:01:00.000Z  ada  tagged the note on agent.log:12: vpn',
      '2026-08-20T08:02:00.000Z  ada  stated: lifetimeMinutes 60',
      '',
    ]);
  });

  it('still tells of a note that is gone', () => {
    const document = after(blankCase, 'ada', 0, addNote('one'), { kind: 'delete', id: 'one', reply: null });
    assert.match(trailText(document), /ada {2}deleted a note that is gone \(one\)/);
  });
});
