import assert from 'node:assert/strict';
import { conversionHint } from '../../../src/core/bundle/foreignFormats';

describe('the way to convert a file that is not read', () => {
  it('names that very file', () => {
    assert.match(
      conversionHint('etl', 'in.cab/AutoPilot Trace (2).etl')!,
      /tracerpt "AutoPilot Trace \(2\)\.etl" -of XML -o "AutoPilot Trace \(2\)\.xml"/,
    );
    assert.match(conversionHint('etl', 'a.etl.001')!, /-o "a\.xml"/);
    assert.match(conversionHint('evtLegacy', 'old/SysEvent.Evt')!, /epl "SysEvent\.Evt" "SysEvent\.evtx"/);
  });

  it('takes no name into a command that would be more than a name there', () => {
    for (const name of [
      'a" & calc & ".etl',
      '$(calc).etl',
      '`calc`.etl',
      '%TEMP%.etl',
      '-config x.etl',
      'a\u201Cb.etl',
    ]) {
      assert.match(conversionHint('etl', name)!, /tracerpt "file\.etl" -of XML -o "file\.xml"/, name);
    }
  });

  it('is not told of files that are read, or hold no events', () => {
    assert.equal(conversionHint('evtx', 'a.evtx'), null);
    assert.equal(conversionHint('binary', 'a.bin'), null);
  });
});
