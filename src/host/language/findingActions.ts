import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { bundlePlace } from '../documents/bundleUri';
import { pageTitle } from '../views/pageTitle';
import { findingOfMark, leadOfFinding } from './findingOfMark';
import { diagnosticSource } from './logDiagnostics';

/** What can be done about a finding where it stands in a log: see its cause, copy the advice, read on, see all of it. */
export class FindingActions implements vscode.CodeActionProvider {
  constructor(private readonly bundles: OpenBundles) {}

  provideCodeActions(
    { uri }: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const place = bundlePlace(uri);
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    return bundle === undefined
      ? []
      : marksOnLines(uri, range, context).flatMap((diagnostic) => actionsFor(bundle, diagnostic));
  }
}

/** A jump puts the cursor at the start of a record, beside the words that are marked: the whole line counts. */
function marksOnLines(
  uri: vscode.Uri,
  { start, end }: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): readonly vscode.Diagnostic[] {
  return diagnostics.length > 0
    ? diagnostics
    : vscode.languages
        .getDiagnostics(uri)
        .filter((mark) => mark.range.end.line >= start.line && mark.range.start.line <= end.line);
}

function actionsFor(bundle: OpenBundle, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const { findings } = bundle.document;
  const index =
    diagnostic.source === diagnosticSource && typeof diagnostic.code === 'string'
      ? findingOfMark(findings, diagnostic.code, diagnostic.message)
      : null;
  const finding = index === null ? undefined : findings[index];
  if (finding === undefined) {
    return [];
  }
  const lead = leadOfFinding(bundle.document, finding);
  const actions = [
    ...(lead === null
      ? []
      : [
          action(
            lead.kind === 'cause' ? vscode.l10n.t('Open cause') : vscode.l10n.t('Open evidence'),
            'autopilotTriage.openEvidence',
            [bundle.key, lead.place],
          ),
        ]),
    action(vscode.l10n.t('Mark as not a cause…'), 'autopilotTriage.judgeFinding', [
      bundle.key,
      index,
      'differentCause',
    ]),
    action(vscode.l10n.t('Copy advice'), 'autopilotTriage.copyAdvice', [finding.advice]),
    ...finding.links.map((link) =>
      action(vscode.l10n.t('Open documentation: {0}', pageTitle(link)), 'vscode.open', [vscode.Uri.parse(link, true)]),
    ),
    action(vscode.l10n.t('Show in Findings'), 'autopilotTriage.showInFindings', [bundle.key, index]),
  ];
  for (const one of actions) {
    one.diagnostics = [diagnostic];
  }
  return actions;
}

function action(title: string, command: string, args: readonly unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, arguments: [...args] };
  return made;
}
