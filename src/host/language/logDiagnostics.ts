import * as vscode from 'vscode';
import type { LogMark } from '../../core/language/marks';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { bundlePlace, isNamedOpenly, logScheme } from '../documents/bundleUri';
import type { OpenLogs } from './openLogs';

/** Under this name the marks stand in the list of problems. */
export const diagnosticSource = 'Autopilot Triage';

/** Findings and what readers found wrong, in the list of problems, for the logs that are open. */
export class LogDiagnostics extends Disposable {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('autopilotTriage'));

  constructor(
    private readonly logs: OpenLogs,
    private readonly bundles: OpenBundles,
  ) {
    super();
    this.register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.markQuietly(document);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.collection.delete(uri);
      }),
    );
    this.register(
      bundles.onDidChange(() => {
        this.markAll();
      }),
    );
    this.markAll();
  }

  private markAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.markQuietly(document);
    }
  }

  private markQuietly(document: vscode.TextDocument): void {
    if (document.uri.scheme === logScheme) {
      // A bundle that was closed meanwhile has no findings to show.
      this.mark(document).catch(() => undefined);
    }
  }

  private async mark(document: vscode.TextDocument): Promise<void> {
    const place = bundlePlace(document.uri);
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    const problems = (place && bundle?.member(place.path)?.problems) ?? [];
    const paths = new Set(place === null ? [] : [place.path, ...(bundle?.copies.of(place.path) ?? [])]);
    const concerned =
      problems.length > 0 ||
      bundle?.document.findings.some(({ evidence: [first] }) => first !== undefined && paths.has(first.path)) === true;
    // Most logs have nothing to tell here, and need not be read for it.
    const isShown = place !== null && bundle !== undefined && concerned && !isNamedOpenly(place, bundle);
    const log = isShown ? await this.logs.of(document) : null;
    if (log === null || document.isClosed) {
      this.collection.delete(document.uri);
      return;
    }
    this.collection.set(document.uri, log.text.marks(problems).map(diagnostic));
  }
}

function diagnostic({ line, start, end, severity, code, message }: LogMark): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, start, line, end), message, severityOf(severity));
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  return diagnostic;
}

function severityOf(severity: LogMark['severity']): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'info':
      return vscode.DiagnosticSeverity.Information;
  }
}
