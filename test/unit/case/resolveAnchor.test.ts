import assert from 'node:assert/strict';
import type { Anchor } from '../../../src/core/case/anchor';
import type { AnchorSource, StoryItem } from '../../../src/core/case/anchorSource';
import { HashedLines } from '../../../src/core/case/hashedLines';
import { MemberPaths } from '../../../src/core/case/memberPaths';
import { resolveAnchor, type ResolvedAnchor } from '../../../src/core/case/resolveAnchor';

const logPath = 'cab/logs/agent.log';
const eventPath = 'cab/System.evtx';
const log = ['start', 'heartbeat', 'policy a', 'heartbeat', 'policy b', 'heartbeat', 'end', 'heartbeat'];
const bootTime = '2026-08-20T02:07:58.123Z';

interface Contents {
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  readonly records?: Readonly<Record<string, { readonly path: string; readonly time: string }>>;
  readonly reboots?: readonly StoryItem[];
}

function source({ texts = {}, records = {}, reboots = [] }: Contents): AnchorSource {
  return {
    members: new MemberPaths([...Object.keys(texts), ...Object.values(records).map(({ path }) => path)]),
    lines: (path) => (texts[path] === undefined ? null : new HashedLines(texts[path])),
    record: (channel, recordId) => {
      const record = records[`${channel}#${recordId}`];
      return record === undefined ? null : { path: record.path, rawMs: Date.parse(record.time) };
    },
    items: (kind) => (kind === 'reboot' ? reboots : []),
  };
}

function onLine(line: number): Anchor {
  return { kind: 'line', place: new HashedLines(log).place(logPath, line) };
}

const recordPlace = { path: eventPath, channel: 'System', recordId: 247, time: bootTime };
const onRecord: Anchor = { kind: 'record', place: recordPlace };

/** Outcome, place and reason in one text. */
function told(resolved: ResolvedAnchor): string {
  if (resolved.outcome === 'lost') {
    return `lost: ${resolved.why}`;
  }
  const refs = resolved.refs.map((ref) => ('line' in ref ? `${ref.path}:${ref.line}` : `${ref.path}#${ref.recordId}`));
  return [resolved.outcome, resolved.item, resolved.path, ...refs, resolved.why].filter((part) => part).join(' ');
}

const lineIn = (texts: Readonly<Record<string, readonly string[]>>, line = 3): string =>
  told(resolveAnchor(onLine(line), source({ texts })));

describe('the place of a note on a line', () => {
  it('is where it was', () => {
    assert.equal(lineIn({ [logPath]: log }), 'exact cab/logs/agent.log:3');
  });

  it('is found in a bundle that was extracted elsewhere', () => {
    assert.equal(lineIn({ 'agent.log': log }), 'moved agent.log:3 It was in cab/logs/agent.log.');
  });

  it('is found by the nearest folder among files of the same name, but an exact line beats a likely folder', () => {
    const other = log.map((line) => `other ${line}`);
    assert.match(lineIn({ 'old/agent.log': log, 'x/logs/agent.log': log }), /^moved x\/logs\/agent\.log:3/);
    assert.match(lineIn({ 'old/agent.log': log, 'x/logs/agent.log': other }), /^moved old\/agent\.log:3/);
    assert.match(lineIn({ 'old/agent.log': log, 'x/logs/agent.log': ['', ...log] }), /^moved old\/agent\.log:3/);
  });

  it('moves along when lines come in above', () => {
    assert.equal(lineIn({ [logPath]: ['new', 'new', ...log] }), 'moved cab/logs/agent.log:5 It was line 3.');
  });

  it('is told from lines that read the same by what stands around it', () => {
    assert.equal(lineIn({ [logPath]: ['new', ...log] }, 4), 'moved cab/logs/agent.log:5 It was line 4.');
    assert.equal(lineIn({ [logPath]: ['new', ...log] }, 8), 'moved cab/logs/agent.log:9 It was line 8.');
  });

  it('is lost where the same line stands several times, and nowhere as it stood', () => {
    const texts = { [logPath]: ['heartbeat', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'heartbeat'] };
    assert.match(lineIn(texts, 4), /^lost: agent\.log, line 4: the line occurs 2 times/);
  });

  it('is the nearest one where several stand alike, and says how many there are', () => {
    const pulse = Array.from({ length: 40 }, (_, at) => (at % 4 === 0 ? 'beat' : `rest ${at % 4}`));
    const anchor: Anchor = { kind: 'line', place: new HashedLines(pulse).place(logPath, 21) };
    const resolved = told(resolveAnchor(anchor, source({ texts: { [logPath]: ['new', ...pulse] } })));
    assert.match(resolved, /agent\.log:22 It was line 21, and is the nearest of 9 lines that read the same\.$/);
  });

  it('is found by its neighbours when the line itself reads differently', () => {
    const masked = log.map((line) => (line === 'policy a' ? 'policy ****' : line));
    assert.match(
      lineIn({ [logPath]: ['new', ...masked] }),
      /^moved cab\/logs\/agent\.log:4 The line reads differently/,
    );
  });

  it('does not care for blanks at the end of a line', () => {
    assert.match(lineIn({ [logPath]: log.map((line) => `${line}  `) }), /^exact/);
  });

  it('is lost with the reason where the line or the file is gone', () => {
    assert.equal(lineIn({ [logPath]: ['a', 'b'] }), 'lost: agent.log, line 3: the line is not there any more.');
    assert.equal(lineIn({ 'b.log': log }), 'lost: There is no agent.log in this bundle.');
  });

  it('keeps a quote of the line, and never all of a long one', () => {
    const place = new HashedLines([`  ${'x'.repeat(5000)}`]).place('a.log', 1);
    assert.equal(place.quote, 'x'.repeat(160));
  });
});

describe('the place of a note on a record', () => {
  const records = { 'System#247': { path: eventPath, time: bootTime } };

  it('is its channel and record id, wherever the log lies', () => {
    assert.equal(told(resolveAnchor(onRecord, source({ records }))), 'exact cab/System.evtx#247');
    const moved = { 'System#247': { path: 'x/(12) System.evtx', time: bootTime } };
    assert.equal(
      told(resolveAnchor(onRecord, source({ records: moved }))),
      'moved x/(12) System.evtx#247 It was in cab/System.evtx.',
    );
  });

  it('is lost when that record is another one, or not there', () => {
    const other = { 'System#247': { path: eventPath, time: '2026-08-21T00:00:00Z' } };
    assert.match(
      told(resolveAnchor(onRecord, source({ records: other }))),
      /^lost: Record #247 of System is another one/,
    );
    assert.match(told(resolveAnchor(onRecord, source({}))), /^lost: There is no record #247 of System/);
  });
});

describe('the place of a note on the story', () => {
  const records = { 'System#247': { path: eventPath, time: bootTime } };
  const evidence = [{ path: eventPath, recordId: 247 }];
  const anchor: Anchor = { kind: 'reboot', item: 'reboot-2', place: recordPlace };

  it('is the same reboot while it rests on the same record', () => {
    const resolved = resolveAnchor(anchor, source({ records, reboots: [{ id: 'reboot-2', evidence }] }));
    assert.equal(told(resolved), 'exact reboot-2 cab/System.evtx#247');
  });

  it('follows the record, not the number, when reboots are counted anew', () => {
    const reboots = [
      { id: 'reboot-2', evidence: [] },
      { id: 'reboot-3', evidence },
    ];
    assert.equal(
      told(resolveAnchor(anchor, source({ records, reboots }))),
      'moved reboot-3 cab/System.evtx#247 It was reboot-2.',
    );
  });

  it('keeps the record when the story does not tell the reboot any more', () => {
    const resolved = resolveAnchor(anchor, source({ records, reboots: [{ id: 'reboot-2', evidence: [] }] }));
    assert.match(told(resolved), /^moved cab\/System\.evtx#247 The story does not tell reboot-2/);
  });

  it('goes by the id alone where there is no record', () => {
    const bare: Anchor = { kind: 'finding', item: 'coverage.gap', place: null };
    assert.match(told(resolveAnchor(bare, source({}))), /^lost: The story has no coverage\.gap/);
  });
});

describe('the place of other notes', () => {
  it('is two places for a link, and lost with one of them', () => {
    const records = { 'System#247': { path: eventPath, time: bootTime } };
    const { place } = onLine(3) as Extract<Anchor, { kind: 'line' }>;
    const link: Anchor = { kind: 'link', from: recordPlace, to: place };
    const whole = resolveAnchor(link, source({ records, texts: { [logPath]: log } }));
    assert.equal(told(whole), 'exact cab/System.evtx#247 cab/logs/agent.log:3');
    assert.match(told(resolveAnchor(link, source({ records }))), /^lost: There is no agent\.log/);
  });

  it('is the member by its name, unless several have it', () => {
    const anchor: Anchor = { kind: 'member', path: logPath };
    const inTexts = (...paths: readonly string[]): string =>
      told(resolveAnchor(anchor, source({ texts: Object.fromEntries(paths.map((path) => [path, []])) })));
    assert.equal(inTexts('CAB/logs/Agent.log'), 'exact CAB/logs/Agent.log');
    assert.equal(inTexts('agent.log'), 'moved agent.log It was cab/logs/agent.log.');
    assert.match(inTexts('a/agent.log', 'b/agent.log'), /^lost: There are several files called agent\.log/);
  });

  it('is nowhere in the logs for the case and for a time range', () => {
    assert.equal(told(resolveAnchor({ kind: 'case' }, source({}))), 'exact');
    const range: Anchor = { kind: 'timeRange', start: bootTime, end: bootTime };
    assert.equal(told(resolveAnchor(range, source({}))), 'exact');
  });
});
