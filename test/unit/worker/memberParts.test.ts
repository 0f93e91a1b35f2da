import assert from 'node:assert/strict';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { renderEventLog } from '../../../src/core/logs/eventText';
import { LogLines } from '../../../src/host/documents/logLines';
import type { RenderedMember } from '../../../src/protocol/bundleService';
import { MemberParts } from '../../../src/worker/memberParts';
import { writeEvtx } from '../../bundles/evtxWriter';
import { sampleRecords } from '../evtx/sampleRecords';

const path = 'logs/system.evtx';
const maxLength = 4000;

/** The content of a part, without its notes. */
function contentOf({ text, part }: Pick<RenderedMember, 'text' | 'part'>): string {
  const lines = text.split('\n');
  return part === null ? text : `${lines.slice(part.contentStart, part.contentEnd).join('\n')}\n`;
}

describe('the parts of an event log', () => {
  const log = openEvtx(writeEvtx(sampleRecords(300)), path);
  const whole = renderEventLog(log, path);
  const parts = new MemberParts();
  const title = whole.text.slice(0, whole.text.indexOf('\n') + 2);
  const first = parts.renderEvents(log, path, { number: 1, maxLength });
  const count = first.part?.count ?? 0;
  const all = Array.from({ length: count }, (_, index) =>
    parts.renderEvents(log, path, { number: index + 1, maxLength }),
  );

  it('are together the whole log', () => {
    assert.ok(count > 3, String(count));
    const together = all.map((part) => contentOf(part).slice(title.length)).join('');
    assert.equal(title + together, whole.text);
    assert.deepEqual(
      all.flatMap(({ recordIds }) => [...recordIds!]),
      [...log.columns.recordId],
    );
  });

  it('are no longer than asked for, notes aside', () => {
    for (const part of all) {
      assert.ok(contentOf(part).length - title.length <= maxLength);
    }
  });

  it('say which they are, what they hold and where the rest is', () => {
    const { end } = renderEventLog(log, path, { first: 0, maxLength });
    const [top, next] = [all[0]!.text.split('\n'), all[1]!.text.split('\n')];
    assert.equal(top[0], `# part 1 of ${count} · records 1–${end} of 300 · next part`);
    assert.equal(top.at(-2), `# part 1 of ${count} ends here · next part`);
    assert.match(
      next[0]!,
      new RegExp(`^# part 2 of ${count} · records ${end + 1}–\\d+ of 300 · previous part · next part$`),
    );
    const last = all.at(-1)!.text.split('\n');
    assert.match(last[0]!, new RegExp(`^# part ${count} of ${count} · records \\d+–300 of 300 · previous part$`));
    assert.doesNotMatch(last.at(-2)!, /ends here/);
  });

  it('map each record to its own lines', () => {
    for (const { text, recordLines, recordIds, part } of all) {
      const lines = text.split('\n');
      const map = new LogLines(recordLines, recordIds, part);
      for (const recordId of recordIds!) {
        const span = map.spanOf({ path, recordId }, lines.length);
        assert.ok(span);
        assert.match(lines[span.first]!, new RegExp(`  #${recordId}(  |$)`));
        assert.ok(lines.slice(span.first, span.last + 1).every((line) => line !== '' && !line.startsWith('#')));
        assert.deepEqual(map.evidenceAt(path, span.last), { path, recordId });
      }
      assert.equal(map.evidenceAt(path, 0), null);
      assert.equal(map.evidenceAt(path, part!.contentEnd), null);
    }
  });

  it('are found by record', () => {
    all.forEach(({ recordIds }, index) => {
      assert.equal(parts.partOfRecord(log, path, recordIds![0]!, maxLength), index + 1);
      assert.equal(parts.partOfRecord(log, path, recordIds!.at(-1)!, maxLength), index + 1);
    });
    assert.equal(parts.partOfRecord(log, path, 999_999, maxLength), 1);
  });

  it('are found by record before any was rendered', () => {
    assert.equal(new MemberParts().partOfRecord(log, path, log.columns.recordId.at(-1)!, maxLength), count);
  });

  it('end with the last one, whatever number is asked for', () => {
    assert.deepEqual(parts.renderEvents(log, path, { number: 99, maxLength }), all.at(-1));
  });

  it('are not there when the log fits', () => {
    const { text, part } = parts.renderEvents(log, path, { number: 1, maxLength: whole.text.length });
    assert.equal(part, null);
    assert.equal(text, whole.text);
  });

  it('hold a record that is longer than a part all the same', () => {
    const { part, recordIds } = parts.renderEvents(log, path, { number: 2, maxLength: 1 });
    assert.equal(part?.count, 300);
    assert.deepEqual([...recordIds!], [log.columns.recordId[1]]);
  });
});

describe('the parts of a text', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `line ${index + 1} grün`);
  const text = lines.join('\r\n');
  const encodings: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': new TextEncoder().encode(text),
    'UTF-8 with a mark': new TextEncoder().encode(`\uFEFF${text}`),
    'UTF-16 LE': new Uint8Array(Buffer.from(text, 'utf16le')),
    'UTF-16 LE with a mark': new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    'UTF-16 BE with a mark': new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
    'windows-1252': new Uint8Array(Buffer.from(text, 'latin1')),
  };

  it('hold no tokens', () => {
    const secret = new TextEncoder().encode(`got\r\nBearer ${'aB3.'.repeat(10)}\r\nend`);
    const { text: shown } = new MemberParts().renderText(secret, 'a.log', { number: 1, maxLength: 1500 });
    assert.equal(shown, 'got\r\nBearer (masked)\r\nend');
  });

  for (const [name, bytes] of Object.entries(encodings)) {
    it(`in ${name} hold each line once and know where`, () => {
      const parts = new MemberParts();
      const count = parts.renderText(bytes, 'a.log', { number: 1, maxLength: 1500 }).part?.count ?? 0;
      assert.ok(count > 3);
      lines.forEach((line, index) => {
        const evidence = { path: 'a.log', line: index + 1 };
        const number = parts.partOfLine(bytes, 'a.log', evidence.line, 1500);
        const { text: shown, part } = parts.renderText(bytes, 'a.log', { number, maxLength: 1500 });
        const shownLines = shown.split(/\r?\n/);
        const map = new LogLines(null, null, part);
        const span = map.spanOf(evidence, shownLines.length);
        assert.ok(span, `line ${evidence.line} is not in part ${number}`);
        assert.equal(shownLines[span.first], line);
        assert.deepEqual(map.evidenceAt('a.log', span.first), evidence);
      });
    });
  }

  it('say so where they cut a line', () => {
    const bytes = new TextEncoder().encode(`short\n${'x'.repeat(2500)}\nlast`);
    const parts = new MemberParts();
    const shown = [1, 2, 3, 4].map((number) => parts.renderText(bytes, 'a.log', { number, maxLength: 1000 }).text);
    assert.deepEqual(
      shown.map((part) => part.split('\n')[0]),
      [
        '# part 1 of 4 · lines 1–1 of 3 · next part',
        '# part 2 of 4 · lines 2–2 of 3, line 2 goes on in the next part · previous part · next part',
        '# part 3 of 4 · lines 2–2 of 3, goes on inside line 2, line 2 goes on in the next part · previous part · next part',
        '# part 4 of 4 · lines 2–3 of 3, goes on inside line 2 · previous part',
      ],
    );
    const content = shown.map((part) => part.replace(/^# .*\n/, '').replace(/\n?# .*\n$/, ''));
    assert.equal(content.join('').replaceAll('\n', ''), `short${'x'.repeat(2500)}last`);
    assert.deepEqual(
      [1, 2, 3].map((line) => parts.partOfLine(bytes, 'a.log', line, 1000)),
      [1, 2, 4],
    );
  });

  it('leave a line of many megabytes whole where it fits', () => {
    const bytes = new Uint8Array(8 * 1024 * 1024).fill(0x78);
    const { text: shown, part } = new MemberParts().renderText(bytes, 'a.log', { number: 1, maxLength: 48 << 20 });
    assert.equal(part, null);
    assert.equal(shown.length, bytes.length);
  });
});
