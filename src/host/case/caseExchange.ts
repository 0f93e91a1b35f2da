import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { belonging } from '../../core/case/bundleIdentity';
import type { CaseDocument } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { sourceName } from '../bundle/bundleSource';
import { engine } from '../engine';
import type { CaseSessions } from './caseSessions';

/**
 * Merges a colleague's case file into the case of a bundle, note by note.
 * @param source asked for where it is left out
 */
export async function importCase(cases: CaseSessions, bundle: OpenBundle, source: unknown): Promise<void> {
  const file = source instanceof vscode.Uri ? source : await pickFile(bundle);
  const theirs = file === undefined ? null : await readTheirs(file);
  const session = await cases.of(bundle);
  if (theirs === null) {
    return;
  }
  const isOther = theirs.bundles.length > 0 && !isAboutSame(theirs, session.document, bundle);
  if (isOther && !(await isWantedAnyway(bundle))) {
    return;
  }
  const before = session.document.annotations.length;
  // A case that is said to be about two bundles would be taken for the case of either.
  const conflicts = await session.merge(isOther ? { ...theirs, bundles: [] } : theirs);
  const added = session.document.annotations.length - before;
  void vscode.window.showInformationMessage(
    conflicts.length === 0
      ? vscode.l10n.t('Case merged: {0} new notes.', added)
      : vscode.l10n.t('Case merged: {0} new notes, {1} with two versions to decide between.', added, conflicts.length),
  );
}

async function pickFile(bundle: OpenBundle): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Merge a Colleague's Case into {0}", bundle.name),
      openLabel: vscode.l10n.t('Merge Case'),
      filters: { [vscode.l10n.t('Case files')]: ['triage.json', 'json'] },
    })) ?? [];
  return file;
}

async function readTheirs(file: vscode.Uri): Promise<CaseDocument | null> {
  try {
    const reading = engine().readCase(await readFile(file.fsPath, 'utf8'), file.fsPath);
    if (reading.ok) {
      return reading.case;
    }
    void vscode.window.showWarningMessage(`${sourceName(file)}: ${reading.problem.detail}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be shown: {1}', sourceName(file), reason));
  }
  return null;
}

function isAboutSame(theirs: CaseDocument, mine: CaseDocument, bundle: OpenBundle): boolean {
  const { sha256 } = bundle.document.bundle;
  const identity = mine.bundles.find((known) => known.sha256 === sha256);
  return identity !== undefined && belonging(theirs, identity) !== 'other';
}

/** Notes on another bundle may still be wanted, but not by accident. */
async function isWantedAnyway(bundle: OpenBundle): Promise<boolean> {
  const merge = vscode.l10n.t('Merge Anyway');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('This case was written about another bundle. Its notes may not be found in {0}.', bundle.name),
    { modal: true },
    merge,
  );
  return answer === merge;
}
