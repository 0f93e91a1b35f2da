import assert from 'node:assert/strict';
import { isBundleFileName } from '../../../src/host/timeline/timelineViewTypes';

describe('a file in front', () => {
  it('is a bundle under any name that a zip, a cabinet or an event log may have', () => {
    for (const name of ['DiagLogs-A.zip', 'renamed by the help desk.ZIP', 'a.cab', 'System.evtx']) {
      assert.ok(isBundleFileName(name), name);
    }
  });

  it('is none where people edit it: a script, a report, a log of its own', () => {
    for (const name of ['setup.log', 'report.html', 'zip.ts', 'archive.zip.txt']) {
      assert.ok(!isBundleFileName(name), name);
    }
  });
});
