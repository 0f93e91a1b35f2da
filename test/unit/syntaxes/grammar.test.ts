import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { renderEventLog } from '../../../src/core/logs/eventText';
import { writeEvtx } from '../../bundles/evtxWriter';
import { sampleRecords } from '../evtx/sampleRecords';
import { logGrammar, tokenizeLines, type ScopedToken } from './tokenizer';
import { assertLinear } from '../linearTime';

const samples = path.resolve('test', 'unit', 'syntaxes', 'samples');
const snapshots = path.resolve('test', 'unit', 'syntaxes', 'snapshots');

/** `UPDATE_SNAPSHOTS=1 npm run test:unit` writes what the grammar gives now; the diff is then for people to judge. */
const update = process.env.UPDATE_SNAPSHOTS === '1';

/** A line, and below it what each coloured piece of it is. */
function snapshotOf(line: string, tokens: readonly ScopedToken[]): string {
  const scoped = tokens.filter(({ scopes }) => scopes.length > 0);
  return [`>${line}`, ...scoped.map(({ text, scopes }) => `  ${scopes.join(' ')} | ${text}`)].join('\n');
}

describe('the grammar of the log language', () => {
  for (const name of readdirSync(samples).sort()) {
    it(`scopes ${name} as its snapshot says`, async () => {
      const lines = readFileSync(path.join(samples, name), 'utf8').replace(/\n$/, '').split('\n');
      const tokens = tokenizeLines(await logGrammar(), lines);
      const actual = `${lines.map((line, index) => snapshotOf(line, tokens[index]!)).join('\n')}\n`;
      const file = path.join(snapshots, `${name}.snap`);
      if (update) {
        writeFileSync(file, actual);
      }
      assert.ok(existsSync(file), 'no snapshot: run with UPDATE_SNAPSHOTS=1');
      assert.equal(actual, readFileSync(file, 'utf8'));
    });
  }

  it('has a snapshot for each sample and no other', () => {
    assert.deepEqual(
      readdirSync(snapshots).sort(),
      readdirSync(samples)
        .map((name) => `${name}.snap`)
        .sort(),
    );
  });

  it('reads a line after a message that was cut short like any other', async () => {
    const grammar = await logGrammar();
    const line =
      '<![LOG[whole]LOG]!><time="01:40:27.19" date="8-4-2025" component="A" context="" type="1" thread="4" file="">';
    const [alone] = tokenizeLines(grammar, [line]);
    const [, afterCut] = tokenizeLines(grammar, ['<![LOG[cut', line]);
    assert.deepEqual(afterCut, alone);
  });
});

describe('the text of an event log', () => {
  it('has its time, level, provider, id and field names scoped in each record', async () => {
    const { text, recordLines } = renderEventLog(openEvtx(writeEvtx(sampleRecords(20)), 'a.evtx'), 'a.evtx');
    const lines = text.split('\n');
    const tokens = tokenizeLines(await logGrammar(), lines);
    for (const line of recordLines) {
      const scopes = tokens[line]!.flatMap((token) => token.scopes).join(' ');
      assert.match(scopes, /time.*severity.*provider.*event-id.*record-id/, lines[line]);
    }
    lines.forEach((line, index) => {
      if (/^ {4}\S/.test(line)) {
        assert.match(tokens[index]![1]!.scopes.join(' '), /variable\.other\.property/, line);
      }
    });
  });
});

describe('a line of 100,000 characters', () => {
  const length = 100_000;
  const header = '2026-08-20 02:07:58.1234567Z  Information  ';
  const pieces: Readonly<Record<string, readonly [start: string, piece: string]>> = {
    'one word': ['', 'a'],
    'a long value': ['    Data = ', 'x  (y'],
    'open brackets': ['    Data = ', '  (('],
    'notes that do not end': ['    Data = ', '  (a(b)'],
    'messages that begin': ['', '<![LOG['],
    'messages that end': ['<![LOG[', ']LOG]!><type='],
    'quoted attributes': ['<![LOG[a]LOG]!><', 'time="1" type="2" component="x" '],
    'a header that goes on': [header, '1 2 '],
    digits: [header, '1'],
    drives: ['', 'C:\\'],
    'folders with spaces': ['C:\\', 'a b c d '],
    folders: ['C:\\', 'a\\'],
    shares: ['', '\\\\a\\'],
    'registry paths': ['', 'HKLM\\a b\\'],
    'registry data': ['    "a"=hex(3):', '00,'],
    'continued registry data': ['  ', '00,'],
    'a registry name that does not end': ['"', 'a\\"'],
    'texts of the registry': ['    "a"="', '\\\\'],
    'hexadecimal digits': ['', '0x'],
    'half identifiers': ['', '12345678-1234-'],
    'half security identifiers': ['S-1', '-1'],
    symbols: ['', 'A_'],
    'capital letters': ['', 'A'],
    URIs: ['', './Device/'],
    apps: ['', 'app id '],
    'setup components': ['2026-08-20 02:07:58, Info ', ' [a'],
    spaces: ['    ', ' '],
    'brackets of an agent': ['<![LOG[', '[a]'],
  };
  for (const [what, [start, piece]] of Object.entries(pieces)) {
    it(`is done in no time when it holds ${what}`, async () => {
      const grammar = await logGrammar();
      const line = start + piece.repeat(length / piece.length);
      assertLinear(2500, () => {
        assert.equal(grammar.tokenizeLine(line, null).stoppedEarly, false);
      });
    });
  }
});
