import assert from 'node:assert/strict';
import type { Anchor } from '../../../src/core/case/anchor';
import { applyCommand } from '../../../src/core/case/applyCommand';
import { newCase, type CaseDocument } from '../../../src/core/case/caseDocument';
import type { Command } from '../../../src/core/case/command';

export const sampleBundle = { sha256: 'ab'.repeat(32), names: ['DiagLogs.zip'], content: null };

export const blankCase = newCase(sampleBundle);

/** Minute `minutes` of the day on which the samples happen. */
export function minute(minutes: number): string {
  return new Date(Date.parse('2026-08-20T08:00:00.000Z') + minutes * 60_000).toISOString();
}

/** An anchor on a record of the System log. */
export function onRecord(recordId: number): Anchor {
  return { kind: 'record', place: { path: 'system.evtx', channel: 'System', recordId, time: null } };
}

/** An anchor on a line of a log. */
export function onLine(line: number, path = 'agent.log'): Anchor {
  const place = { path, line, lines: 1, hash: '0badcafe', quote: 'a line', before: [], after: [] };
  return { kind: 'line', place };
}

/** Adds a note. */
export function addNote(id: string, text = `text of ${id}`, anchor = onRecord(247)): Command {
  return { kind: 'add', annotation: { id, anchor, text } };
}

/** The case after some commands of one person, a minute each from `from` on. None may be refused. */
export function after(before: CaseDocument, by: string, from: number, ...commands: readonly Command[]): CaseDocument {
  return commands.reduce((document, command, index) => {
    const applied = applyCommand(document, command, by, minute(from + index));
    assert.ok(applied.ok, applied.ok ? '' : applied.why);
    return applied.case;
  }, before);
}
