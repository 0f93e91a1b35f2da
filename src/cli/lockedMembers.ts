import * as l10n from '@vscode/l10n';
import type { Bundle } from '../core/bundle/bundle';
import type { Target } from './arguments';
import { UserError } from './userError';

/**
 * Says so where members are encrypted and the password for them is missing or wrong: what is told without them lacks
 * them silently. Throws a {@link UserError} when that leaves nothing at all.
 */
export function checkLocked({ members }: Bundle, { location, password }: Target): void {
  const locked = members.filter(({ unreadable }) => unreadable === 'encrypted').length;
  if (locked === 0) {
    return;
  }
  const all = members.length;
  const advice =
    password === undefined ? l10n.t('give the password with --password') : l10n.t('the password does not fit');
  const what =
    locked === all ? l10n.t('every member is encrypted') : l10n.t('{0} of {1} members are encrypted', locked, all);
  const message = `${location}: ${what}: ${advice}`;
  if (locked === all) {
    throw new UserError(message);
  }
  process.stderr.write(`autopilot-triage: ${message}\n`);
}
