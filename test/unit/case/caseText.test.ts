import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import { emptyCase } from '../../../src/core/case/caseDocument';
import { mergeCases } from '../../../src/core/case/mergeCases';
import { readCase } from '../../../src/core/case/readCase';
import { trailDeeds } from '../../../src/core/case/trail';
import { writeCase } from '../../../src/core/case/writeCase';
import { SeededRandom } from '../../bundles/seededRandom';
import { randomlyChanged } from './randomCase';
import { addNote, after, blankCase, onLine, onRecord } from './sampleCase';
import { schemaErrors, type Schema } from './schemaCheck';

/** The case a text holds; the reading must succeed. */
function read(text: string): { readonly case: CaseDocument; readonly codes: readonly string[] } {
  const reading = readCase(text, 'case.json');
  assert.ok(reading.ok, reading.ok ? '' : reading.problem.detail);
  return { case: reading.case, codes: reading.problems.map(({ code }) => code) };
}

function refusal(text: string): string {
  const reading = readCase(text, 'case.json');
  return reading.ok ? 'read' : reading.problem.code;
}

/** A case with one of everything. */
const fullCase = after(
  blankCase,
  'ada',
  0,
  addNote('one', 'first\nsecond *line*'),
  addNote('two', 'range', { kind: 'timeRange', start: '2026-08-20T08:00:00Z', end: '2026-08-20T08:06:36Z' }),
  addNote('three', 'reboot', { kind: 'reboot', item: 'reboot-2', place: null }),
  addNote('four', 'link', {
    kind: 'link',
    from: { path: 'a.evtx', channel: 'A', recordId: 1, time: '2026-08-20T08:00:00.5Z' },
    to: { path: 'b.log', line: 3, lines: 1, hash: '0badcafe', quote: 'q', before: [], after: ['00000001'] },
  }),
  addNote('five', 'member', { kind: 'member', path: 'a.evtx' }),
  addNote('six', 'case', { kind: 'case' }),
  { kind: 'reply', id: 'one', reply: { id: 'r1', text: 'why?' } },
  { kind: 'react', id: 'one', reply: 'r1', reaction: '👍' },
  { kind: 'tag', id: 'one', tag: 'tap' },
  { kind: 'star', id: 'one' },
  { kind: 'status', id: 'one', status: 'confirmed' },
  { kind: 'resolve', id: 'one' },
  { kind: 'edit', id: 'one', reply: null, text: 'edited' },
  { kind: 'verdict', finding: 'reboot.extra reboot-2', verdict: 'differentCause', note: 'it was DmaGuard' },
  { kind: 'starItem', anchor: { kind: 'signIn', item: 'sign-in-1', place: null } },
  { kind: 'state', fact: 'issuedAt', value: '2026-08-20T07:00:00Z' },
  { kind: 'state', fact: 'lifetimeMinutes', value: 60 },
  { kind: 'state', fact: 'oneTime', value: true },
);

describe('the text of a case', () => {
  it('reads as it was written, and is written as it was read', () => {
    assert.deepEqual(read(writeCase(fullCase)).case, fullCase);
    assert.equal(writeCase(read(writeCase(fullCase)).case), writeCase(fullCase));
  });

  it('shows a note in a few lines', () => {
    const { stated, ...plain } = after(blankCase, 'ada', 0, addNote('one', 'two\nlines'));
    assert.equal(
      writeCase({ ...plain, stated }),
      `{
  "version": 1,
  "bundles": [
    { "sha256": "${'ab'.repeat(32)}", "names": ["DiagLogs.zip"] }
  ],
  "annotations": [
    {
      "id": "one",
      "anchor": { "kind": "record", "place": { "path": "system.evtx", "channel": "System", "recordId": 247, "time": null } },
      "text": "two\\nlines",
      "created": { "by": "ada", "at": "2026-08-20T08:00:00.000Z" }
    }
  ],
  "verdicts": [],
  "stars": [],
  "trail": [
    { "did": "add", "on": "one", "by": "ada", "at": "2026-08-20T08:00:00.000Z" }
  ]
}
`,
    );
  });

  it('does not depend on who wrote first: a note stands where its place is', () => {
    const left = after(blankCase, 'ada', 0, addNote('z', 'z', onRecord(1)), addNote('a', 'a', onRecord(2)));
    const ids = left.annotations.map(({ id }) => id);
    assert.deepEqual(ids, ['z', 'a']);
    const others = after(blankCase, 'ada', 0, addNote('a', 'a', onRecord(2)), addNote('z', 'z', onRecord(1)));
    assert.deepEqual(
      others.annotations.map(({ id }) => id),
      ids,
    );
  });

  it('changes in a line of the note and two of the trail when one thing changes', () => {
    const many = Array.from({ length: 50 }, (_, at) => addNote(`n${at}`, 'text', onLine(at)));
    const before = after(blankCase, 'ada', 0, ...many);
    const lines = new Set(writeCase(before).split('\n'));
    const changed = writeCase(after(before, 'ada', 100, { kind: 'tag', id: 'n25', tag: 'tap' }));
    const fresh = changed.split('\n').filter((line) => !lines.has(line));
    assert.deepEqual(
      fresh.map((line) => line.trim().slice(0, 12)),
      ['"tags": ["ta', '{ "did": "ad', '{ "did": "ta'],
    );
  });

  it('keeps unknown properties at every level through reading, changing and writing', () => {
    const text = writeCase(fullCase).replace(/\{(?=[ \n])/g, '{ "later": { "x": [1] },');
    const known = read(text);
    assert.deepEqual(known.codes, []);
    const count = (written: string): number => written.split('"later":').length - 1;
    const written = writeCase(after(known.case, 'ada', 500, { kind: 'unstar', id: 'one' }));
    assert.ok(count(text) > 30);
    assert.equal(count(written), count(text));
    assert.equal(count(writeCase(mergeCases(known.case, fullCase).case)), count(text));
    assert.equal(count(writeCase(mergeCases(fullCase, known.case).case)), count(text));
  });

  it('keeps entries that do not read, and says so', () => {
    const odd = { id: 7, note: 'by hand' };
    const text = JSON.stringify({
      version: 1,
      annotations: [odd, 'x', { ...fullCase.annotations[0] }, { ...fullCase.annotations[0], text: 'twin' }],
      trail: [{ did: 'juggle', on: 'one', by: 'ada', at: '2026-08-20T08:00:00Z' }],
    });
    const known = read(text);
    assert.deepEqual(known.codes, ['case.entry-unread', 'case.entry-unread']);
    assert.equal(known.case.annotations.length, 1);
    const again = read(writeCase(known.case)).case;
    assert.deepEqual(again.unread.annotations.slice(0, 2), [odd, 'x']);
    assert.equal(again.unread.annotations.length, 3);
    assert.equal(again.unread.trail.length, 1);
  });

  it('reads with a byte order mark, with CRLF, and with nothing but a version', () => {
    assert.deepEqual(read(`\uFEFF${writeCase(fullCase).replaceAll('\n', '\r\n')}`).case, fullCase);
    assert.deepEqual(read('{"version":1}').case, emptyCase);
  });

  it('is refused, with the reason, when it is no case', () => {
    assert.equal(refusal(''), 'case.not-json');
    assert.equal(refusal('[]'), 'case.not-json');
    assert.equal(refusal('{ "version": 1, <<<<<<< HEAD'), 'case.not-json');
    assert.equal(refusal('{\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n}'), 'case.git-conflict');
    assert.equal(refusal('{ "version": 2 }'), 'case.later-version');
    assert.equal(refusal('{ "version": "1" }'), 'case.no-case');
    assert.equal(refusal('{ "version": 1, "annotations": {} }'), 'case.wrong-list');
    const stated = { lifetimeMinutes: { value: 'an hour', by: 'ada', at: '2026-08-20T08:00:00Z' } };
    assert.equal(refusal(JSON.stringify({ version: 1, stated })), 'case.wrong-statement');
    assert.equal(refusal(`{ "version": 1, "x": ${'['.repeat(100_000)}${']'.repeat(100_000)} }`), 'case.too-deep');
  });

  it('survives any damage without throwing', () => {
    const text = writeCase(fullCase);
    const random = new SeededRandom(3);
    for (let round = 0; round < 2000; round += 1) {
      const at = random.below(text.length);
      const cut = random.pick(['', '0', '"', '{', 'null', ',', '[]', '\u0000']);
      const reading = readCase(text.slice(0, at) + cut + text.slice(at + random.below(30)), 'case.json');
      if (reading.ok) {
        writeCase(mergeCases(reading.case, fullCase).case);
      }
    }
  });

  it('is what the shipped JSON schema says, and the schema knows every property and deed', async () => {
    const file = path.join(process.cwd(), 'media', 'schemas', 'case.schema.json');
    const schema = JSON.parse(await readFile(file, 'utf8')) as Schema;
    const random = new SeededRandom(11);
    const cases = [
      fullCase,
      ...Array.from({ length: 20 }, () => {
        const base = randomlyChanged(blankCase, 10, random);
        return mergeCases(randomlyChanged(base, 20, random, ['ada']), randomlyChanged(base, 20, random, ['ken'])).case;
      }),
    ];
    for (const document of cases) {
      assert.deepEqual(schemaErrors(schema, JSON.parse(writeCase(document))), []);
    }
    assert.notDeepEqual(schemaErrors(schema, { version: 1, annotations: [{ id: 'x' }] }), []);
    assert.deepEqual(schema.definitions?.trailEntry?.properties?.did?.enum, trailDeeds);
  });
});
