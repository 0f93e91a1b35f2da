import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openBundle } from '../../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../../src/core/bytes/byteSource';
import { triage } from '../../../../src/core/enrollment/triage';
import type { LocalLog } from '../../../../src/core/enrollment/document/clockFacts';
import { requireData } from '../../testData';

async function localLogsOf(file: string): Promise<readonly LocalLog[]> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const source = new MemorySource(new Uint8Array(await readFile(file)));
  const opened = await openBundle({ kind: 'file', name, source });
  assert.ok(opened.ok);
  return triage(opened.bundle).document.clock.localLogs;
}

describe('the local time of real logs', () => {
  it('of the agent is UTC+1, by the UTC stamps inside its lines', async function () {
    const [log, ...rest] = await localLogsOf(requireData(this, 'logs', 'IntuneManagementExtension.log'));
    assert.deepEqual([log?.source, log?.minutesEast, log?.certain, rest.length], ['utcStamp', 60, true, 0]);
  });

  it('of setup moves from the zone of the factory to the one that it names', async function () {
    const logs = await localLogsOf(requireData(this, 'bundles', 'win11-23h2.cab'));
    assert.deepEqual(
      logs.map(({ minutesEast, certain }) => [minutesEast, certain]),
      [
        [-480, true],
        [-300, true],
      ],
    );
  });
});
