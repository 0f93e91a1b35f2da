import * as l10n from '@vscode/l10n';
import { parseIsoTime } from '../core/enrollment/clock/isoTime';
import type { StatedPass } from '../core/enrollment/document/signIns';
import { UserError } from './userError';

/** What the command line says about the Temporary Access Pass. */
export interface PassOptions {
  readonly 'tap-issued'?: string;
  readonly 'tap-minutes'?: string;
  readonly 'tap-one-time'?: boolean;
}

/** The pass as the person states it; `null` when they state nothing. Throws a {@link UserError} for what makes no sense. */
export function readPass(options: PassOptions): StatedPass | null {
  const { 'tap-issued': issued, 'tap-minutes': minutes, 'tap-one-time': oneTime } = options;
  if (issued === undefined && minutes === undefined && oneTime === undefined) {
    return null;
  }
  if (issued !== undefined && parseIsoTime(issued) === null) {
    throw new UserError(l10n.t('{0}: "{1}" is no time in UTC such as 2026-02-17T12:00:00Z', '--tap-issued', issued));
  }
  if (minutes !== undefined && !/^[1-9]\d{0,4}$/.test(minutes)) {
    throw new UserError(l10n.t('{0}: "{1}" is not a number of minutes', '--tap-minutes', minutes));
  }
  return {
    issuedAt: issued ?? null,
    lifetimeMinutes: minutes === undefined ? null : Number(minutes),
    oneTime: oneTime ?? null,
  };
}
