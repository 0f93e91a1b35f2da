/*
 * What a case costs by its number of notes: opening it, one edit until it is safely on the disk, saving the file, and
 * finding the places of all notes again. Of a save also how long it keeps the thread busy: that is what a person feels, as
 * the thread is that of the extension host.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { applyCommand } from '../../src/core/case/applyCommand';
import { emptyCase, type Annotation, type CaseDocument } from '../../src/core/case/caseDocument';
import { HashedLines } from '../../src/core/case/hashedLines';
import { MemberPaths } from '../../src/core/case/memberPaths';
import { mergeCases } from '../../src/core/case/mergeCases';
import { readCase } from '../../src/core/case/readCase';
import { resolveAnchor } from '../../src/core/case/resolveAnchor';
import type { TrailEntry } from '../../src/core/case/trail';
import { writeCase } from '../../src/core/case/writeCase';
import { CaseFile } from '../../src/files/caseFile';
import { machineLine, median } from './machine';

const bundle = { sha256: 'ab'.repeat(32), names: ['DiagLogs.zip'], content: null };
const logPath = 'logs/agent.log';
const created = { by: 'ada', at: '2026-08-20T08:00:00.000Z' };

/** A log with some lines that repeat, and a note on every tenth line. */
function sample(notes: number): { readonly lines: readonly string[]; readonly document: CaseDocument } {
  const lines = Array.from({ length: notes * 10 }, (_, at) => (at % 10 < 3 ? 'heartbeat' : `line ${at} of the agent`));
  const hashed = new HashedLines(lines);
  const annotations = Array.from({ length: notes }, (_, at): Annotation => {
    const place = hashed.place(logPath, at * 10 + 1 + (at % 10));
    return {
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      anchor: { kind: 'line', place },
      text: `Baseline v24: move DmaGuard only, keep LSA for security (${at}).`,
      created,
      edited: null,
      tags: at % 3 === 0 ? ['policy', 'tap'] : [],
      star: at % 5 === 0,
      status: 'open',
      resolved: null,
      reactions: [],
      replies: [],
      conflicts: [],
    };
  });
  const trail = annotations.map(({ id }): TrailEntry => ({
    did: 'add',
    on: id,
    reply: null,
    detail: null,
    ...created,
  }));
  return { lines, document: { ...emptyCase, bundles: [bundle], annotations, trail } };
}

async function timed(work: () => unknown, rounds = 5): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return median(times);
}

/** Milliseconds in which nothing else could run on this thread. */
async function busy(work: () => unknown, rounds = 5): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // The loop has to have turned once, or it counts as never having been idle.
    await new Promise(setImmediate);
    const begin = performance.eventLoopUtilization();
    await work();
    times.push(performance.eventLoopUtilization(begin).active);
  }
  return median(times);
}

async function measure(notes: number): Promise<readonly number[]> {
  const { lines, document } = sample(notes);
  const folder = await mkdtemp(path.join(tmpdir(), 'case bench '));
  try {
    const options = { file: path.join(folder, 'case.json'), bundle, journalFolder: folder };
    const opened = await CaseFile.open(options);
    await opened.file.commit(document, []);
    await opened.file.save();
    const text = writeCase(document);
    const edited = document.annotations[notes >> 1]!.id;
    let latest = document;
    let number = 0;
    const edit = () => {
      number += 1;
      const command = { kind: 'edit', id: edited, reply: null, text: `edit ${number}` } as const;
      const applied = applyCommand(latest, command, 'grace', new Date().toISOString());
      if (!applied.ok) {
        throw new Error(applied.why);
      }
      latest = applied.case;
      return applied;
    };
    const moved = new HashedLines(['new', ...lines]);
    const source = {
      members: new MemberPaths([logPath]),
      record: () => null,
      lines: () => moved,
      items: () => [],
    };
    const other = readOrThrow(text);
    return [
      text.length / 1e6,
      await timed(() => CaseFile.open(options)),
      await timed(edit),
      await timed(() => opened.file.commit(latest, edit().subjects)),
      await timed(async () => {
        await opened.file.commit(latest, edit().subjects);
        await opened.file.save();
      }),
      await busy(async () => {
        await opened.file.commit(latest, edit().subjects);
        await opened.file.save();
      }),
      await timed(() => mergeCases(latest, other)),
      await timed(() => document.annotations.map(({ anchor }) => resolveAnchor(anchor, source))),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function readOrThrow(text: string): CaseDocument {
  const reading = readCase(text, '');
  if (!reading.ok) {
    throw new Error(reading.problem.detail);
  }
  return reading.case;
}

async function main(): Promise<void> {
  console.log(machineLine());
  await measure(1000);
  console.log(
    'case: MB, then ms for: open, edit, edit + commit, edit + commit + save, busy of it, merge, find all places again',
  );
  for (const notes of [100, 1000, 10_000, 20_000]) {
    const figures = (await measure(notes)).map((figure) => figure.toFixed(1).padStart(8));
    console.log(`  ${notes.toLocaleString('en-US').padStart(6)} notes: ${figures.join('')}`);
  }
}

void main();
