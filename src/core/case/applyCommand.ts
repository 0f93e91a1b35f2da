import { applyToStory } from './applyToStory';
import { applyToThread } from './applyToThread';
import { withBundle } from './bundleIdentity';
import type { CaseDocument } from './caseDocument';
import type { Applied, Command } from './command';

/**
 * Does what a person asks for, and says how to take it back. Pure.
 * @param by who asks
 * @param at when, ISO 8601 UTC; moved behind what was last done to the same thing, should a clock be slow
 */
export function applyCommand(before: CaseDocument, command: Command, by: string, at: string): Applied {
  switch (command.kind) {
    case 'verdict':
    case 'withdraw':
    case 'starItem':
    case 'unstarItem':
    case 'state':
      return applyToStory(before, command, by, at);
    case 'seen':
      return { ok: true, case: withBundle(before, command.bundle), undo: null, subjects: [] };
    case 'batch':
      return applyAll(before, command.commands, by, at);
    default:
      return applyToThread(before, command, by, at);
  }
}

function applyAll(before: CaseDocument, commands: readonly Command[], by: string, at: string): Applied {
  let after = before;
  const undos: Command[] = [];
  const subjects = new Set<string>();
  for (const command of commands) {
    const applied = applyCommand(after, command, by, at);
    if (!applied.ok) {
      return applied;
    }
    after = applied.case;
    for (const touched of applied.subjects) {
      subjects.add(touched);
    }
    if (applied.undo !== null) {
      undos.push(applied.undo);
    }
  }
  const undo = undos.length === 0 ? null : ({ kind: 'batch', commands: undos.reverse() } as const);
  return { ok: true, case: after, undo, subjects: [...subjects] };
}
