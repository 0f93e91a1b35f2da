import * as vscode from 'vscode';
import type { Reference } from '../../core/language/tokens';
import { findPlaces, nextPlace } from './occurrenceSearch';
import type { OpenLog, OpenLogs } from './openLogs';

/** Links are made for this many lines; further down, Go to Definition and Find References still work. */
const linkedLines = 100_000;
const linksAtMost = 10_000;

class ReferenceLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly document: vscode.TextDocument,
    readonly log: OpenLog,
    readonly reference: Reference,
  ) {
    super(range);
  }
}

/** From a URI, GUID, app or SID to its other places in the bundle. */
export class LogReferences implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentLinkProvider {
  constructor(private readonly logs: OpenLogs) {}

  /** Where it is first told. */
  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location | null> {
    return (await this.places(document, position, token))[0] ?? null;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    return [...(await this.places(document, position, token))];
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const log = await this.logs.of(document);
    const links: vscode.DocumentLink[] = [];
    const lineCount = log === null ? 0 : Math.min(document.lineCount, linkedLines);
    for (let line = 0; log !== null && line < lineCount && links.length < linksAtMost; line += 1) {
      for (const reference of log.text.referencesIn(line)) {
        const link = new ReferenceLink(
          new vscode.Range(line, reference.start, line, reference.end),
          document,
          log,
          reference,
        );
        link.tooltip = vscode.l10n.t('Go to the next place');
        links.push(link);
      }
    }
    return links;
  }

  /** Asked when the link is followed: the next place may be in any member. */
  async resolveDocumentLink(link: vscode.DocumentLink, token: vscode.CancellationToken): Promise<vscode.DocumentLink> {
    if (link instanceof ReferenceLink) {
      const places = await findPlaces(link.log, link.document, link.reference, token);
      const next = nextPlace(places, link.document, link.range.start);
      if (next !== undefined) {
        const { line, character } = next.range.start;
        link.target = next.uri.with({ fragment: `L${line + 1},${character + 1}` });
      }
    }
    return link;
  }

  private async places(
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<readonly vscode.Location[]> {
    const log = await this.logs.of(document);
    const reference = log?.text.referenceAt(line, character) ?? null;
    return log === null || reference === null ? [] : findPlaces(log, document, reference, token);
  }
}
