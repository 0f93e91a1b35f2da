import * as vscode from 'vscode';
import { findingKey } from '../../core/case/anchorSource';
import type { Finding } from '../../core/enrollment/document/findings';
import type { Verdict, VerdictKind } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { CaseVerdictNode } from '../views/caseNodes';
import { FindingNode } from '../views/findingNodes';
import { caseAuthor } from './caseAuthor';
import type { CaseSessions } from './caseSessions';
import { doDeed } from './deeds';
import { caseVerdictLabel } from './noteLabels';

const verdicts: readonly VerdictKind[] = ['agree', 'disagree', 'differentCause'];

/** What a verdict is about. */
interface Judged {
  readonly bundle: OpenBundle;
  /** Its key in the case. */
  readonly finding: string;
  /** As it may be shown. */
  readonly title: string;
}

/** What people think of the findings. */
export class VerdictCommands {
  constructor(
    private readonly bundles: OpenBundles,
    private readonly cases: CaseSessions,
  ) {}

  /**
   * Asks for a verdict and a note on it.
   * @param source a row, or the key of a bundle
   * @param index of the finding in the document, where `source` is a key
   * @param given the verdict, where it is known already; then `note`, where that is
   */
  async judge(source: unknown, index: unknown, given: unknown, note: unknown): Promise<void> {
    const judged = await this.judged(source, index);
    if (judged === null) {
      return;
    }
    const own = this.ownVerdict(judged);
    const known = verdicts.find((candidate) => candidate === given);
    const chosen = known ?? (await pickVerdict(judged.title, own));
    if (chosen === undefined) {
      return;
    }
    const { bundle, finding } = judged;
    if (chosen === 'withdraw') {
      await doDeed(this.cases, bundle, { kind: 'withdraw', finding });
      return;
    }
    const why = typeof note === 'string' ? note : await askWhy(chosen, judged.title, own?.note ?? '');
    if (why !== undefined) {
      await doDeed(this.cases, bundle, { kind: 'verdict', finding, verdict: chosen, note: why });
    }
  }

  private async judged(source: unknown, index: unknown): Promise<Judged | null> {
    if (source instanceof CaseVerdictNode) {
      const { bundle, verdict } = source;
      const { finding, by } = verdict;
      const real = this.cases.behind(bundle, 'verdicts', (shown) => shown.finding === finding && shown.by === by);
      return real === undefined ? null : { bundle, finding: real.finding, title: titleOf(bundle, finding) };
    }
    const bundle =
      source instanceof FindingNode
        ? source.bundle
        : typeof source === 'string'
          ? this.bundles.find(source)
          : undefined;
    const finding =
      source instanceof FindingNode
        ? source.finding
        : typeof index === 'number'
          ? bundle?.document.findings[index]
          : undefined;
    return bundle === undefined || finding === undefined
      ? null
      : { bundle, finding: await keyInCase(bundle, finding), title: finding.title };
  }

  private ownVerdict({ bundle, finding }: Judged): Verdict | undefined {
    const me = caseAuthor();
    return this.cases.caseOf(bundle).verdicts.find((verdict) => verdict.finding === finding && verdict.by === me);
  }
}

async function keyInCase(bundle: OpenBundle, finding: Finding): Promise<string> {
  const item = findingKey(finding);
  const anchor = await bundle.anchorInCase({ kind: 'finding', item, place: null });
  return anchor.kind === 'finding' ? anchor.item : item;
}

function titleOf(bundle: OpenBundle, key: string): string {
  return bundle.document.findings.find((finding) => findingKey(finding) === key)?.title ?? key;
}

async function pickVerdict(title: string, own: Verdict | undefined): Promise<VerdictKind | 'withdraw' | undefined> {
  const rows = verdicts.map((verdict) => ({
    label: caseVerdictLabel(verdict),
    description: verdict === own?.verdict ? vscode.l10n.t('now') : '',
    detail: verdictDetail(verdict),
    verdict,
  }));
  const withdraw = { label: vscode.l10n.t('Withdraw'), description: '', detail: '', verdict: 'withdraw' as const };
  const picked = await vscode.window.showQuickPick([...rows, ...(own === undefined ? [] : [withdraw])], {
    title: vscode.l10n.t('Verdict on "{0}"', title),
  });
  return picked?.verdict;
}

function verdictDetail(verdict: VerdictKind): string {
  switch (verdict) {
    case 'agree':
      return vscode.l10n.t('It happened, and for this reason.');
    case 'disagree':
      return vscode.l10n.t('It did not happen, or does not matter here.');
    case 'differentCause':
      return vscode.l10n.t('It happened, but for another reason.');
  }
}

function askWhy(verdict: VerdictKind, title: string, value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('{0}: {1}', caseVerdictLabel(verdict), title),
    value,
    prompt: vscode.l10n.t('Why? Leave it empty where it needs no reason.'),
    ignoreFocusOut: true,
  });
}
