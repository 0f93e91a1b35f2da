import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import { logScheme } from '../documents/bundleUri';
import { FindingActions } from './findingActions';
import { LogDiagnostics } from './logDiagnostics';
import { LogHovers } from './logHovers';
import { LogOutline } from './logOutline';
import { LogReferences } from './logReferences';
import type { OpenLogs } from './openLogs';
import { SelectionStatus } from './selectionStatus';
import { StoryLenses } from './storyLenses';
import { TimeInlays } from './timeInlays';

/** Members of bundles and files alike. */
const selector: vscode.DocumentSelector = { language: 'mdmlog' };

/** Members that VS Code shows in a language of its own: codes, ids and settings in them are explained all the same. */
const hoverSelector: vscode.DocumentSelector = [
  { language: 'mdmlog' },
  ...['json', 'xml', 'plaintext'].map((language) => ({ scheme: logScheme, language })),
];

/** Registers what the log language offers. Its own bundle is loaded when a log is first asked about. */
export function registerLogFeatures(logs: OpenLogs, bundles: OpenBundles): vscode.Disposable {
  const { languages } = vscode;
  const outline = new LogOutline(logs);
  const references = new LogReferences(logs);
  const lenses = new StoryLenses(logs, bundles);
  const inlays = new TimeInlays(logs);
  return vscode.Disposable.from(
    lenses,
    inlays,
    new SelectionStatus(logs),
    new LogDiagnostics(logs, bundles),
    languages.registerHoverProvider(hoverSelector, new LogHovers(logs)),
    languages.registerCodeActionsProvider({ scheme: logScheme }, new FindingActions(bundles), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    languages.registerDocumentSymbolProvider(selector, outline, { label: 'Autopilot Triage' }),
    languages.registerFoldingRangeProvider(selector, outline),
    languages.registerDefinitionProvider(selector, references),
    languages.registerReferenceProvider(selector, references),
    languages.registerDocumentLinkProvider(selector, references),
    languages.registerCodeLensProvider(selector, lenses),
    languages.registerInlayHintsProvider(selector, inlays),
  );
}
