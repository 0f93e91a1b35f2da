import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { writeEmptyEvtx, writeEvtx } from '../../bundles/evtxWriter';
import { SeededRandom } from '../../bundles/seededRandom';
import { dataPath } from '../testData';
import { literalEvent, literalFragment, rawLog } from './rawLog';
import { sampleRecords } from './sampleRecords';

const rounds = 1000;
const slowestMs = 5000;

/** Small logs of all kinds, real ones among them where they are at hand. */
function smallLogs(): [Uint8Array, ...Uint8Array[]] {
  const real = ['velocidex-CAPI2_EventID70.evtx', 'ormasoftchile-AAD-Operational.evtx', 'Security_short_selected.evtx']
    .map((name) => dataPath('evtx', name))
    .filter((file) => file !== null)
    .map((file) => new Uint8Array(readFileSync(file)));
  const literal = literalFragment(
    literalEvent(5, { name: 'UserData', children: [{ name: 'A', children: [{ name: 'B', children: ['text'] }] }] }),
  );
  return [
    writeEvtx(sampleRecords(60)),
    writeEmptyEvtx(sampleRecords(60)),
    rawLog([{ firstId: 1, bodies: Array.from({ length: 50 }, () => literal) }], true),
    ...real,
  ];
}

/** Overwrites bytes and runs of bytes, moves pieces, and cuts the end off; mostly where the records are. */
function mutate(original: Uint8Array, random: SeededRandom): Uint8Array {
  const file = original.slice();
  const used = Math.min(file.length, 4096 + 30_000);
  const changes = 1 + random.below(random.below(10) === 0 ? 500 : 12);
  for (let change = 0; change < changes; change++) {
    const at = random.below(8) === 0 ? random.below(used) : 4096 + random.below(used - 4096);
    switch (random.below(5)) {
      case 0:
        file[at] = random.below(256);
        break;
      case 1:
        file[at]! ^= 1 << random.below(8);
        break;
      case 2:
        file.fill(random.below(2) * 255, at, at + random.below(9));
        break;
      case 3:
        file.copyWithin(at, 4096 + random.below(used - 4096), 4096 + random.below(used - 4096) + random.below(400));
        break;
      default:
        file[at] = random.pick([0, 1, 2, 6, 0x0c, 0x0d, 0x0f, 0x21, 0x41, 0x81, 0xff]);
    }
  }
  return random.below(6) === 0 ? file.subarray(0, random.below(file.length)) : file;
}

describe('damaged logs', () => {
  it(`never make the decoder throw or take long (${rounds} mutations)`, function () {
    this.timeout(120_000);
    const random = new SeededRandom(20_241_125);
    const logs = smallLogs();
    let read = 0;
    let damaged = 0;
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      const bytes = mutate(random.pick(logs), random);
      const start = performance.now();
      const log = openEvtx(bytes, 'mutation');
      for (let index = 0; index < log.count; index++) {
        const record = log.record(index);
        const xml = log.xml(index);
        if (record === null || xml === null) {
          damaged += 1;
        } else {
          read += 1;
        }
      }
      const ms = performance.now() - start;
      slowest = Math.max(slowest, ms);
      assert.ok(ms < slowestMs, `round ${round} took ${ms} ms`);
      for (const { detail } of log.problems) {
        assert.doesNotMatch(detail, /contradict/, `round ${round}: a bound that was not checked`);
      }
    }
    // Both must happen a lot, or the mutations are too harsh or too mild to prove anything.
    assert.ok(read > 1000 && damaged > 1000, `${read} read, ${damaged} damaged, slowest ${slowest} ms`);
  });
});
