import * as vscode from 'vscode';
import type { CaseDocument, Stated, StatedFact } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { displayedTime } from '../views/timeSetting';

/** Something that a person has stated about the pass. */
export interface StatedLine {
  readonly fact: StatedFact;
  readonly text: string;
  readonly stamp: Stated<unknown>;
}

/** What is stated and not taken back. */
export function statedLines(bundle: OpenBundle, stated: CaseDocument['stated']): readonly StatedLine[] {
  const { issuedAt, lifetimeMinutes, oneTime } = stated;
  return [
    ...line('issuedAt', issuedAt, (time) => vscode.l10n.t('Issued {0}', displayedTime(bundle, time))),
    ...line('lifetimeMinutes', lifetimeMinutes, (minutes) => vscode.l10n.t('Good for {0} minutes', minutes)),
    ...line('oneTime', oneTime, (isOneTime) =>
      isOneTime ? vscode.l10n.t('For one sign-in only') : vscode.l10n.t('For several sign-ins'),
    ),
  ];
}

function line<T>(fact: StatedFact, stamp: Stated<T> | null, text: (value: T) => string): readonly StatedLine[] {
  const value = stamp?.value ?? null;
  return stamp === null || value === null ? [] : [{ fact, text: text(value), stamp }];
}
