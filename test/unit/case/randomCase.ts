import { applyCommand } from '../../../src/core/case/applyCommand';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import type { Command } from '../../../src/core/case/command';
import { conflictsIn } from '../../../src/core/case/mergeCases';
import type { SeededRandom } from '../../bundles/seededRandom';
import { addNote, minute, onLine, onRecord } from './sampleCase';

/** Something that a person might do to this case. */
export function randomCommand(document: CaseDocument, random: SeededRandom): Command {
  const [first, ...others] = document.annotations;
  const fresh = `note-${random.below(1e9)}`;
  const anchor = random.pick([onRecord(random.below(5)), onLine(random.below(5)), { kind: 'case' } as const]);
  if (first === undefined) {
    return addNote(fresh, 'first', anchor);
  }
  const { id, replies } = random.pick([first, ...others]);
  const reply = random.pick([null, ...replies.map((known) => known.id)]);
  const text = `text ${random.below(1000)}`;
  const tag = random.pick(['tap', 'hello', 'policy']);
  const reaction = random.pick(['👍', '👀']);
  const finding = random.pick(['reboot.extra', 'token.gone']);
  const conflict = conflictsIn(document)[0];
  return random.pick<Command>([
    addNote(fresh, text, anchor),
    { kind: 'reply', id, reply: { id: `reply-${random.below(1e9)}`, text } },
    { kind: 'edit', id, reply, text },
    { kind: 'edit', id, reply: null, text },
    { kind: 'delete', id, reply },
    { kind: 'tag', id, tag },
    { kind: 'untag', id, tag },
    { kind: random.pick(['star', 'unstar', 'resolve', 'reopen']), id },
    { kind: 'status', id, status: random.pick(['open', 'confirmed', 'notRelevant']) },
    { kind: random.pick(['react', 'unreact']), id, reply, reaction },
    { kind: 'verdict', finding, verdict: random.pick(['agree', 'disagree', 'differentCause']), note: text },
    { kind: 'withdraw', finding },
    { kind: random.pick(['starItem', 'unstarItem']), anchor },
    { kind: 'state', fact: 'lifetimeMinutes', value: random.pick([null, 60, 480]) },
    conflict === undefined
      ? { kind: 'star', id }
      : { kind: 'settle', id: conflict.annotation, reply: conflict.reply, conflict: conflict.conflict },
  ]);
}

/** The case after `count` deeds of some people; those that make no sense are left out. */
export function randomlyChanged(
  before: CaseDocument,
  count: number,
  random: SeededRandom,
  people: readonly [string, ...string[]] = ['ada', 'grace', 'linus'],
  may: (command: Command) => boolean = () => true,
): CaseDocument {
  let document = before;
  for (let done = 0; done < count; done += 1) {
    const command = randomCommand(document, random);
    const applied = applyCommand(document, command, random.pick(people), minute(random.below(500)));
    document = applied.ok && may(command) ? applied.case : document;
  }
  return document;
}
