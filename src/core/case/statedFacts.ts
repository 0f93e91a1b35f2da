import * as l10n from '@vscode/l10n';
import type { StatedPass } from '../enrollment/document/signIns';
import type { CaseDocument, StatedFact } from './caseDocument';
import { isTime } from './guards';

/** What was stated about the pass, as the engine takes it; `null` where nothing is. */
export function statedPass({ stated }: Pick<CaseDocument, 'stated'>): StatedPass | null {
  const issuedAt = stated.issuedAt?.value ?? null;
  const lifetimeMinutes = stated.lifetimeMinutes?.value ?? null;
  const oneTime = stated.oneTime?.value ?? null;
  return issuedAt === null && lifetimeMinutes === null && oneTime === null
    ? null
    : { issuedAt, lifetimeMinutes, oneTime };
}

/** Entra ID issues passes for 10 minutes to 30 days (Microsoft Learn, "Configure Temporary Access Pass"). */
const longestLifetimeMinutes = 30 * 24 * 60;

/** Whether a value can be the statement of that fact; `null` takes it back. */
export function fits(fact: StatedFact, value: unknown): boolean {
  if (value === null) {
    return true;
  }
  switch (fact) {
    case 'issuedAt':
      return isTime(value);
    case 'lifetimeMinutes':
      return typeof value === 'number' && value > 0 && value <= longestLifetimeMinutes;
    case 'oneTime':
      return typeof value === 'boolean';
  }
}

/** Why a value that does not fit cannot be stated. */
export function whyNotStated(fact: StatedFact, value: string): string {
  switch (fact) {
    case 'issuedAt':
      return l10n.t('{0} does not say when a pass was issued (ISO 8601).', value);
    case 'lifetimeMinutes':
      return l10n.t(
        '{0} does not say how many minutes a pass was good for (up to {1}).',
        value,
        longestLifetimeMinutes,
      );
    case 'oneTime':
      return l10n.t('{0} does not say whether a pass was good for one sign-in only.', value);
  }
}
