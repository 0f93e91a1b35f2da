import * as vscode from 'vscode';
import { belonging, contentKey } from '../../core/case/bundleIdentity';
import type { CaseDocument } from '../../core/case/caseDocument';
import { readCase } from '../../core/case/readCase';
import type { OpenBundle } from '../bundle/openBundle';

/** The case that lies beside a bundle; `null` where there is none, or it cannot be read, or is about another bundle. */
export async function savedCase({ source, document }: OpenBundle): Promise<CaseDocument | null> {
  const file = source.with({ path: `${source.path.replace(/\/+$/, '')}.triage.json` });
  const reading = await vscode.workspace.fs.readFile(file).then(
    (bytes) => readCase(new TextDecoder().decode(bytes), file.path),
    () => null,
  );
  if (reading?.ok !== true) {
    return null;
  }
  const { name, sha256, members } = document.bundle;
  const identity = { sha256, names: [name], content: await contentKey(members) };
  return belonging(reading.case, identity) === 'other' ? null : reading.case;
}

/** Is there anything that a report of what is starred could show? */
export function hasStars({ stars, annotations }: CaseDocument): boolean {
  return stars.length > 0 || annotations.some(({ star }) => star);
}
