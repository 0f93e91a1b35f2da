import assert from 'node:assert/strict';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { foldsOf } from '../../../src/core/language/folding';
import { inlaysIn } from '../../../src/core/language/inlays';
import { lensesOf } from '../../../src/core/language/lenses';
import { marksOf } from '../../../src/core/language/marks';
import { entryLimit, outlineOf, type OutlineEntry } from '../../../src/core/language/outline';
import { assertQuick } from '../logs/assertQuick';
import { onTheDay, phase, reboot, record, signIn, story, systemLog } from '../host/storyBuilder';
import { contextOf, copyContextOf, header, title } from './fakeLog';

const told: TriageDocument = {
  ...story({
    boots: [
      { id: 'b1', start: onTheDay('02:00'), kind: 'firstBoot', evidence: record(1) },
      { id: 'b2', start: onTheDay('02:06'), kind: 'restart', evidence: record(3) },
    ],
    phases: [phase('deviceSetup', '02:01', { end: onTheDay('02:07') })],
    reboots: [reboot('r1', '02:05', { evidence: record(2) })],
    signIns: [signIn('s1', '02:08', { evidence: [{ path: systemLog, recordId: 99 }] })],
  }),
  clock: {
    steps: [],
    localOffsets: [{ from: onTheDay('00:00'), minutesEastOfUtc: 120, evidence: record(1) }],
    localLogs: [],
  },
  findings: [
    {
      id: 'reboot.x',
      title: 'A restart',
      severity: 'warning',
      confidence: 'high',
      about: [],
      advice: 'Move it.',
      links: [],
      evidence: record(2),
      source: 'builtIn',
      confidenceWhy: [],
      gap: null,
      wouldDecide: [],
    },
    {
      id: 'elsewhere',
      title: 'Not here',
      severity: 'error',
      confidence: 'high',
      about: [],
      advice: '',
      links: [],
      evidence: [{ path: 'other.evtx', recordId: 2 }],
      source: 'builtIn',
      confidenceWhy: [],
      gap: null,
      wouldDecide: [],
    },
  ],
};

const events = [
  title,
  '',
  header(1, '02:00:10.0000000'),
  '    Data = a',
  '        goes on',
  '',
  header(2, '02:05:00.0000000', 'User32 1074', 'asked'),
  '    Data = b',
  '',
  header(3, '02:06:30.0000000'),
  '',
].join('\n');

function names(entries: readonly OutlineEntry[], depth = 0): string[] {
  return entries.flatMap(({ name, children }) => [`${'  '.repeat(depth)}${name}`, ...names(children, depth + 1)]);
}

/** Each entry inside its parent, after its sibling, never ending before it begins. */
function assertNested(entries: readonly OutlineEntry[], first: number, last: number): void {
  let before = first - 1;
  for (const { firstLine, lastLine, children } of entries) {
    assert.ok(firstLine > before && firstLine <= lastLine && lastLine <= last, `${firstLine}-${lastLine}`);
    assertNested(children, firstLine, lastLine);
    before = lastLine;
  }
}

function ime(clock: string, message: string, type = 1): string {
  return `<![LOG[${message}]LOG]!><time="${clock}.0000000" date="8-20-2026" component="IntuneManagementExtension" context="" type="${type}" thread="4" file="">`;
}

describe('the outline', () => {
  it('of an event log goes from starts over phases to records', () => {
    const outline = outlineOf(contextOf(events, told));
    assert.deepEqual(names(outline), [
      'Start 1 of 2',
      '  User32 1074',
      '  Device setup',
      '    User32 1074',
      'Start 2 of 2',
      '  Device setup',
      '    User32 1074',
    ]);
    assertNested(outline, 0, 10);
  });

  it('of an event log without a story has groups between silences', () => {
    const lines = [title, ''];
    for (let record = 0; record < 40; record += 1) {
      const second = record < 20 ? record : record + 35;
      lines.push(header(record, `02:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}.0000000`), '');
    }
    const outline = outlineOf(contextOf(lines.join('\n')));
    assert.deepEqual(
      outline.map(({ name }) => name),
      ['02:00:00', '02:00:55'],
    );
    assertNested(outline, 0, lines.length);
  });

  it('of an agent log goes from starts over phases to errors', () => {
    const text = [
      ime('02:00:00', 'before'),
      ime('02:00:01', 'EMS Agent Started'),
      ime('02:00:02', '[Win32App] In EspPhase: DeviceSetup'),
      ime('02:00:03', 'it\nfailed', 3),
      ime('02:00:04', '[Win32App] In EspPhase: DeviceSetup'),
      ime('02:00:05', '[Win32App] In EspPhase: AccountSetup'),
      ime('02:00:06', 'EMS Agent Started'),
    ].join('\n');
    const outline = outlineOf(contextOf(text));
    assert.deepEqual(names(outline), ['Agent start 1', '  Device setup', '    it', '  Account setup', 'Agent start 2']);
    assertNested(outline, 0, 20);
  });

  it('of a registry dump puts each key below the one that it lies in', () => {
    const text =
      '[HKEY_LOCAL_MACHINE\\a]\n    "x"=""\n\n[HKEY_LOCAL_MACHINE\\a\\b c]\n\n[HKEY_LOCAL_MACHINE\\ab]\n    "y"=""\n';
    const outline = outlineOf(contextOf(text));
    assert.deepEqual(names(outline), ['HKEY_LOCAL_MACHINE\\a', '  b c', 'HKEY_LOCAL_MACHINE\\ab']);
    assertNested(outline, 0, 7);
  });

  it('stays small and quick for 300,000 lines', () => {
    const lines = [title, ''];
    for (let record = 0; record < 100_000; record += 1) {
      lines.push(
        header(
          record,
          `02:${String(Math.floor(record / 60) % 60).padStart(2, '0')}:${String(record % 60).padStart(2, '0')}.0000000`,
        ),
        '    a = b',
        '',
      );
    }
    assertQuick('300,000 lines', () => {
      const context = contextOf(lines.join('\n'), told);
      const outline = outlineOf(context);
      assertNested(outline, 0, lines.length);
      assert.ok(names(outline).length < 3 * entryLimit);
      foldsOf(context, outline);
    });
  });

  it('of a hostile registry dump is neither deep nor slow', () => {
    const keys = Array.from({ length: 3000 }, (_, depth) => `[HKEY_LOCAL_MACHINE${'\\a'.repeat(depth % 1500)}]`);
    assertQuick('nested keys', () => {
      assertNested(outlineOf(contextOf(keys.join('\n'))), 0, keys.length);
    });
  });
});

describe('folding', () => {
  it('covers sections, records, and values of several lines', () => {
    const folds = foldsOf(contextOf(events, told)).map(({ firstLine, lastLine }) => [firstLine, lastLine]);
    for (const expected of [
      [2, 7],
      [2, 4],
      [3, 4],
      [6, 7],
    ]) {
      assert.ok(
        folds.some((fold) => String(fold) === String(expected)),
        String(expected),
      );
    }
  });
});

describe('lenses, inlays and marks', () => {
  it('tell restarts, sign-ins and phases at their first record in this log', () => {
    const lenses = lensesOf(contextOf(events, told)).map(({ line, item }) => [line, item.kind]);
    assert.deepEqual(lenses, [
      [6, 'reboot'],
      [9, 'phase'],
    ]);
  });

  it('show the time on the device and since the record before, behind the time and equally wide', () => {
    const inlays = inlaysIn(contextOf(events, told), 0, 8);
    assert.deepEqual(
      inlays.map(({ line, text }) => [line, text.replaceAll('\u00A0', ' ')]),
      [
        [2, '04:00:10             '],
        [6, '04:05:00 +4 min 50 s'.replace(' ', '  ')],
      ],
    );
    assert.equal(new Set(inlays.map(({ text }) => text.length)).size, 1);
    assert.equal(events.split('\n')[6]!.slice(0, inlays[1]!.column), '2026-08-20 02:05:00.0000000Z');
    assert.deepEqual(inlaysIn(contextOf(events, told), 7, 9), []);
  });

  it('show UTC behind the wall clock of a setup log, and no distance of nothing', () => {
    const lines = ['02:00:00', '02:00:00', '02:00:07'].map((clock) => `2026-08-20 ${clock}, Info       MOUPG  step`);
    const inlays = inlaysIn(contextOf(lines.join('\n'), told), 0, 3);
    assert.deepEqual(
      inlays.map(({ text }) => text.replaceAll('\u00A0', ' ')),
      ['00:00:00Z             ', '00:00:00Z             ', '00:00:07Z         +7 s'],
    );
    assert.ok(inlays.every(({ line, column }) => lines[line]!.slice(column).startsWith(' Info')));
  });

  it('stand behind the last line of an agent record, whose time stands there', () => {
    const lines = `${ime('02:00:00', 'one')}\n${ime('02:00:05', 'two\nlines')}`.split('\n');
    const inlays = inlaysIn(contextOf(lines.join('\n')), 0, 3);
    assert.deepEqual(
      inlays.map(({ line, column, text }) => [line, column, text]),
      [[2, lines[2]!.length, '+5\u00A0s']],
    );
  });

  it('mark only findings that begin here and what the reader found wrong', () => {
    const problem = {
      severity: 'warning',
      code: 'evtx.crc',
      where: `${systemLog}#3`,
      detail: 'A checksum is wrong.',
    } as const;
    const whole = { ...problem, where: systemLog };
    const marks = marksOf(contextOf(events, told), [problem, whole]);
    assert.deepEqual(
      marks.map(({ line, code }) => [line, code]),
      [
        [6, 'reboot.x'],
        [9, 'evtx.crc'],
        [0, 'evtx.crc'],
      ],
    );
    assert.equal(marks[0]!.message, 'A restart\nMove it.');
  });

  it('are the same in a copy of the log, each at its place in the copy', () => {
    const copy = copyContextOf(events, told);
    assert.deepEqual(
      lensesOf(copy).map(({ line, itemId, evidence }) => [line, itemId, evidence]),
      [
        [6, 'r1', { path: 'copy of system.evtx', recordId: 2 }],
        [9, 'deviceSetup', { path: 'copy of system.evtx', recordId: 3 }],
      ],
    );
    assert.deepEqual(
      marksOf(copy, []).map(({ line, code }) => [line, code]),
      [[6, 'reboot.x']],
    );
    assert.deepEqual(lensesOf({ ...copy, copies: [] }), []);
  });

  it('take nothing that is told of a line from another file', () => {
    const byLine = { ...told, reboots: [reboot('r1', '02:05', { evidence: [{ path: systemLog, line: 3 }] })] };
    assert.deepEqual(
      lensesOf(copyContextOf(events, byLine)).map(({ itemId }) => itemId),
      ['deviceSetup'],
    );
  });

  it('begin at the first evidence that this text holds', () => {
    const elsewhere = [{ path: systemLog, recordId: 77 }, ...record(2)] as const;
    const lenses = lensesOf(contextOf(events, { ...told, reboots: [reboot('r1', '02:05', { evidence: elsewhere })] }));
    assert.equal(lenses[0]!.line, 6);
  });

  it('have nothing to tell about a file without a bundle', () => {
    const context = contextOf(events);
    assert.deepEqual([...lensesOf(context), ...marksOf(context, [])], []);
  });
});
