import assert from 'node:assert/strict';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { anchorOfPlace } from '../../../src/core/case/anchor';
import { BundlePlaces } from '../../../src/core/case/bundlePlaces';
import { triage } from '../../../src/core/enrollment/triage';
import { writeEvtx } from '../../bundles/evtxWriter';
import { writeZip } from '../../bundles/zipWriter';
import { sampleRecords } from '../evtx/sampleRecords';

const lines = ['first', 'second', 'third', 'fourth'];

async function open(folder: string, text = lines.join('\r\n')) {
  const bytes = writeZip([
    { name: `${folder}agent.log`, content: text },
    { name: `${folder}system.evtx`, content: writeEvtx(sampleRecords(20)) },
  ]);
  const opened = await openBundle({ kind: 'file', name: 'b.zip', source: new MemorySource(bytes) });
  assert.ok(opened.ok);
  const { bundle } = opened;
  return { bundle, places: new BundlePlaces(bundle), story: triage(bundle).document };
}

describe('the places of a bundle', () => {
  it('are found again in the same files elsewhere', async () => {
    const before = await open('');
    const [log] = before.bundle.logs.events.files;
    const recordId = log!.log.columns.recordId[7]!;
    const refs = [
      { path: 'agent.log', line: 3 },
      { path: 'system.evtx', recordId },
    ];
    const found = await Promise.all(refs.map((ref) => before.places.placeOf(ref)));
    const anchors = found.map((place) => anchorOfPlace(place!));
    const after = await open('packed again/', ['new line', ...lines].join('\n'));
    const resolved = await after.places.resolve(anchors, after.story);
    assert.deepEqual(
      resolved.map((place) => (place.outcome === 'lost' ? place.why : place.refs)),
      [[{ path: 'packed again/agent.log', line: 4 }], [{ path: 'packed again/system.evtx', recordId }]],
    );
  });

  it('name the channel and the recorded time of a record', async () => {
    const { bundle, places } = await open('');
    const { channels, columns } = bundle.logs.events.files[0]!.log;
    const place = await places.placeOf({ path: 'system.evtx', recordId: columns.recordId[0]! });
    assert.ok(place !== null && 'recordId' in place);
    assert.equal(place.channel, channels[columns.channel[0]!]);
    assert.equal(Date.parse(place.time ?? ''), columns.timeMs[0]);
  });

  it('are none where the bundle has no such record, line or member', async () => {
    const { places } = await open('');
    assert.equal(await places.placeOf({ path: 'system.evtx', recordId: 999_999 }), null);
    assert.equal(await places.placeOf({ path: 'other.log', line: 1 }), null);
    assert.equal(await places.placeOf({ path: 'agent.log', line: 99 }), null);
  });
});
