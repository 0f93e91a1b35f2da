import * as vscode from 'vscode';
import { isoTime } from '../../core/enrollment/clock/isoTime';
import type { StatedFact } from '../../core/case/caseDocument';
import { fits } from '../../core/case/statedFacts';
import type { OpenBundle } from '../bundle/openBundle';
import { readTime } from '../navigation/timeInput';
import type { CaseSessions } from './caseSessions';
import { doDeed } from './deeds';
import { statedLines } from './statedLines';

type FactValue = string | number | boolean | null;

const facts: readonly StatedFact[] = ['lifetimeMinutes', 'oneTime', 'issuedAt'];

/**
 * Asks for what no log can tell about the Temporary Access Pass, fact by fact, until the person has said all they know.
 */
export async function statePass(cases: CaseSessions, bundle: OpenBundle): Promise<void> {
  for (let fact = await pickFact(cases, bundle); fact !== undefined; fact = await pickFact(cases, bundle)) {
    const value = await askValue(bundle, fact);
    if (value !== undefined) {
      await doDeed(cases, bundle, { kind: 'state', fact, value });
    }
  }
}

async function pickFact(cases: CaseSessions, bundle: OpenBundle): Promise<StatedFact | undefined> {
  const stated = statedLines(bundle, cases.caseOf(bundle).stated);
  const rows = facts.map((fact) => ({
    label: factLabel(fact),
    description: stated.find((line) => line.fact === fact)?.text ?? vscode.l10n.t('not stated'),
    fact,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('What is known about the Temporary Access Pass'),
    placeHolder: vscode.l10n.t('Stated, not measured: no log of the device holds any of it'),
  });
  return picked?.fact;
}

function factLabel(fact: StatedFact): string {
  switch (fact) {
    case 'lifetimeMinutes':
      return vscode.l10n.t('Lifetime');
    case 'oneTime':
      return vscode.l10n.t('One-time use');
    case 'issuedAt':
      return vscode.l10n.t('Issued at');
  }
}

/** `null` takes the statement back; `undefined` leaves all as it is. */
async function askValue(bundle: OpenBundle, fact: StatedFact): Promise<FactValue | undefined> {
  switch (fact) {
    case 'oneTime':
      return pickOneTime();
    case 'lifetimeMinutes':
      return askText(fact, vscode.l10n.t('Minutes, for example 60; empty where it is not known'), minutesOf);
    case 'issuedAt':
      return askText(
        fact,
        vscode.l10n.t('2026-02-17 12:00 is UTC; 2026-02-17 12:00 local is the device; empty where it is not known'),
        (text) => timeOf(bundle, text),
      );
  }
}

async function pickOneTime(): Promise<boolean | null | undefined> {
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('For one sign-in only'), value: true },
      { label: vscode.l10n.t('For several sign-ins'), value: false },
      { label: vscode.l10n.t('Not known'), value: null },
    ],
    { title: factLabel('oneTime') },
  );
  return picked?.value;
}

/** @param read the value that a text means; `undefined` where it means none */
async function askText(
  fact: StatedFact,
  prompt: string,
  read: (text: string) => string | number | undefined,
): Promise<string | number | null | undefined> {
  const text = await vscode.window.showInputBox({
    title: factLabel(fact),
    prompt,
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' || read(typed) !== undefined ? null : prompt),
  });
  return text === undefined ? undefined : text.trim() === '' ? null : read(text);
}

function minutesOf(text: string): number | undefined {
  const minutes = Number(text);
  return fits('lifetimeMinutes', minutes) ? minutes : undefined;
}

function timeOf(bundle: OpenBundle, text: string): string | undefined {
  const answer = readTime(text, bundle.document, { here: null });
  return 'problem' in answer ? undefined : isoTime(answer.time);
}
