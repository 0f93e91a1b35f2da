import { noUserRules, type UserRules } from '../core/enrollment/findings/userRules/readUserRules';
import { triage } from '../core/enrollment/triage';
import { ticketText } from '../core/report/ticketText';
import { summarize } from '../core/report/summary';
import type { TriageDocument } from '../core/enrollment/document/triageDocument';
import type { Target, TriageArguments } from './arguments';
import { checkLocked } from './lockedMembers';
import { withBundle } from './openPath';
import { write } from './output';
import { redaction } from './redaction';
import { loadRules } from './rulesCommand';

/** `<bundle> [--json | --markdown] [--rules <folder>] [--tap-…]`: the triage document, or what it says in words. */
export async function runTriage(target: Target & TriageArguments): Promise<void> {
  // A mistake in the rules is said before a large bundle is read.
  const rules = target.rules === undefined ? noUserRules : await rulesOf(target.rules);
  await withBundle(target, async (bundle) => {
    checkLocked(bundle, target);
    const stated = target.pass === null ? null : { temporaryAccessPass: target.pass };
    const told = triage(bundle, stated, rules);
    const redacted = target.redaction === null ? null : await redaction(bundle, told, target.redaction);
    const text = printed((redacted?.told ?? told).document, target.form);
    await write(redacted === null ? text : await redacted.checked(text));
  });
}

async function rulesOf(folder: string): Promise<UserRules> {
  const rules = await loadRules(folder);
  for (const { detail } of rules.problems) {
    process.stderr.write(`autopilot-triage: ${detail}\n`);
  }
  return rules;
}

function printed(document: TriageDocument, form: TriageArguments['form']): string {
  switch (form) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'markdown':
      return ticketText(document);
    case 'words':
      return summarize(document);
  }
}
