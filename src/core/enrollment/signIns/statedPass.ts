import * as l10n from '@vscode/l10n';
import { sentences } from '../../words/language';
import { isoTime, parseIsoTime } from '../clock/isoTime';
import type { PassAtRePrompt, PassOverlay, SignIn, StatedPass } from '../document/signIns';

/** What a person adds to what the bundle says. */
export interface StatedFacts {
  readonly temporaryAccessPass: StatedPass | null;
}

/** The longest lifetime that Entra allows for a pass, minutes. */
const longestMinutes = 43_200;

/**
 * Lays the stated pass over the sign-ins that restarts called for. Nothing of it is measured: no client log holds the
 * lifetime of a pass.
 */
export function overlayPass(stated: StatedPass | null, signIns: readonly SignIn[]): PassOverlay | null {
  if (stated === null) {
    return null;
  }
  const expiredAt = expiryOf(stated);
  return {
    basis: 'stated, not measured',
    stated,
    expiredAt: expiredAt === null ? null : isoTime(expiredAt),
    atRePrompts: signIns
      .filter((signIn) => signIn.class === 'rePrompt')
      .map((signIn) => passAt(signIn, stated.oneTime, expiredAt)),
  };
}

function expiryOf({ issuedAt, lifetimeMinutes }: StatedPass): number | null {
  const issued = issuedAt === null ? null : parseIsoTime(issuedAt);
  const isPossible = lifetimeMinutes !== null && lifetimeMinutes > 0 && lifetimeMinutes <= longestMinutes;
  return issued === null || !isPossible ? null : issued + lifetimeMinutes * 60_000;
}

function passAt({ id, time }: SignIn, oneTime: boolean | null, expiredAt: number | null): PassAtRePrompt {
  const expired = expiredAt === null ? null : Date.parse(time) >= expiredAt;
  const age =
    expired === null
      ? l10n.t('Whether the pass had expired cannot be told without its issue time and lifetime.')
      : expired
        ? l10n.t('As stated, the pass had expired when the user had to sign in again.')
        : l10n.t('As stated, the pass had not expired yet when the user had to sign in again.');
  const use = oneTime === true ? l10n.t('It was for one use, which the first sign-in took.') : '';
  return { signIn: id, expired, usedUp: oneTime, why: sentences(age, use) };
}
