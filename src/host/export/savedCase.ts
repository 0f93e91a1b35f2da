import * as vscode from 'vscode';
import { belonging, contentKey } from '../../core/case/bundleIdentity';
import type { CaseDocument } from '../../core/case/caseDocument';
import { readCase } from '../../core/case/readCase';
import type { OpenBundle } from '../bundle/openBundle';
import { exists } from './saveMember';

/** What lies beside a bundle. */
export interface SavedCase {
  readonly case: CaseDocument | null;
  /** Why the case that is there cannot be used, as one sentence; `null` where it can, or there is none. */
  readonly whyNot: string | null;
}

/** The case in `<bundle>.triage.json`. */
export async function savedCase({ source, document }: OpenBundle): Promise<SavedCase> {
  const file = source.with({ path: `${source.path.replace(/\/+$/, '')}.triage.json` });
  if (!(await exists(file))) {
    return { case: null, whyNot: null };
  }
  const { name, sha256, members } = document.bundle;
  const reading = readCase(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), file.path);
  if (!reading.ok) {
    const whyNot = vscode.l10n.t('The case beside {0} is not in the report: {1}', name, reading.problem.detail);
    return { case: null, whyNot };
  }
  const identity = { sha256, names: [name], content: await contentKey(members) };
  return belonging(reading.case, identity) === 'other'
    ? {
        case: null,
        whyNot: vscode.l10n.t('The case beside {0} is about another bundle: it is not in the report.', name),
      }
    : { case: reading.case, whyNot: null };
}

/** Is there anything that a report of what is starred could show? */
export function hasStars({ stars, annotations }: CaseDocument): boolean {
  return stars.length > 0 || annotations.some(({ star }) => star);
}
