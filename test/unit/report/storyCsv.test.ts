import assert from 'node:assert/strict';
import { cause, reboot, signIn } from '../enrollment/findings/storyFragments';
import { documentOf, reportOf } from './reportSample';

/** Reads CSV as RFC 4180 has it, every cell in quotes. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  assert.ok(csv.startsWith('\uFEFF'), 'spreadsheets see that it is UTF-8');
  return csv
    .slice(1)
    .split('\r\n')
    .slice(1, -1)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
}

describe('the story as CSV', () => {
  it('is in the order of time, a policy before the restart it asked for, with verdict and evidence', () => {
    const document = documentOf({ reboots: [reboot({ causes: [cause('A/B', 'likely')] })], signIns: [signIn()] });
    const rows = rowsOf(reportOf('csv', document));
    assert.deepEqual(
      rows.map(([time, kind, id, , verdict]) => [time, kind, id, verdict]),
      [
        ['2026-02-17T12:30:00.000Z', 'flag', '', 'likely'],
        ['2026-02-17T13:14:27.000Z', 'reboot', 'reboot-1', ''],
        ['2026-02-17T13:22:00.000Z', 'signIn', 'signin-2', ''],
      ],
    );
    assert.equal(rows[0]?.at(-1), 'admin.evtx #7');
  });

  it('never begins a cell like a formula, whatever a log says, and keeps quotes in their cell', () => {
    for (const name of ['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1+1']) {
      const document = documentOf({
        signInProblems: [
          {
            code: name,
            category: 'tap',
            meaning: 'a "quoted", one',
            time: '2026-02-17T13:00:00.000Z',
            lastTime: null,
            count: 1,
            evidence: [{ path: 'x.evtx', recordId: 1 }],
          },
        ],
      });
      const [row] = rowsOf(reportOf('csv', document));
      assert.equal(row?.[3], `'${name}: a "quoted", one`);
    }
  });
});
