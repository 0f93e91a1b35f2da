import assert from 'node:assert/strict';
import { distinctPlaces } from '../../../src/host/views/distinctPlaces';

describe('the evidence below a row', () => {
  it('has each place once, with what it shows where anything says so', () => {
    assert.deepEqual(
      distinctPlaces([
        { path: 'a.evtx', recordId: 1 },
        { path: 'a.log', line: 1 },
        { path: 'a.evtx', recordId: 1, note: 'asked for the restart' },
        { path: 'a.evtx', recordId: 1, note: 'something else' },
      ]),
      [
        { path: 'a.evtx', recordId: 1, note: 'asked for the restart' },
        { path: 'a.log', line: 1 },
      ],
    );
  });
});
