import * as vscode from 'vscode';

/** What the notes of the Case view are grouped by. */
export const caseArrangements = ['status', 'tag', 'member', 'time'] as const;
export type CaseArrangement = (typeof caseArrangements)[number];

const section = 'autopilotTriage';
const key = 'notesBy';

/** The setting that remembers it. */
export const caseArrangementSetting = `${section}.${key}`;

export function caseArrangement(): CaseArrangement {
  const value = vscode.workspace.getConfiguration(section).get<unknown>(key);
  return caseArrangements.find((arrangement) => arrangement === value) ?? 'status';
}

/** Asks what to group by. */
export async function pickCaseArrangement(): Promise<void> {
  const now = caseArrangement();
  const picked = await vscode.window.showQuickPick(
    caseArrangements.map((arrangement) => ({
      label: arrangementLabel(arrangement),
      description: arrangement === now ? vscode.l10n.t('now') : '',
      arrangement,
    })),
    { title: vscode.l10n.t('Group Notes by') },
  );
  if (picked !== undefined) {
    await vscode.workspace.getConfiguration(section).update(key, picked.arrangement, vscode.ConfigurationTarget.Global);
  }
}

function arrangementLabel(arrangement: CaseArrangement): string {
  switch (arrangement) {
    case 'status':
      return vscode.l10n.t('Status');
    case 'tag':
      return vscode.l10n.t('Tag');
    case 'member':
      return vscode.l10n.t('File');
    case 'time':
      return vscode.l10n.t('Day of the note');
  }
}
