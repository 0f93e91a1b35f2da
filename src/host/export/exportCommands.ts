import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { bundlePlace } from '../documents/bundleUri';
import { FileNode } from '../views/fileNode';
import { BundleNode, FolderNode } from '../views/fileNodes';
import { extractBundle, type Extraction } from './extractBundle';
import { exportRedactedBundle } from './exportRedactedBundle';
import type { RedactionSettings } from '../redaction/redactionSettings';
import { saveMember } from './saveMember';
import { telling } from './telling';

/** What takes something out of a bundle. The arguments come from rows, menus and other extensions. */
export class ExportCommands {
  constructor(
    private readonly bundles: OpenBundles,
    private readonly redaction: RedactionSettings,
  ) {}

  /**
   * Saves the member of a row, or of a log's editor.
   *
   * @param target where to write; asked for unless it is given
   */
  async saveMember(place: unknown, target: unknown): Promise<vscode.Uri | undefined> {
    const member = this.memberOf(place);
    if (member === null) {
      return undefined;
    }
    const { bundle, path } = member;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return telling(vscode.l10n.t('{0} was not saved', name), () => saveMember(bundle, path, uriOrNothing(target)));
  }

  /** @param parent where to make the folder; asked for unless it is given */
  async extractBundle(row: unknown, parent: unknown): Promise<Extraction | undefined> {
    const bundle = row instanceof BundleNode ? row.bundle : this.bundles.active;
    return (
      bundle &&
      telling(vscode.l10n.t('{0} was not extracted', bundle.name), () => extractBundle(bundle, uriOrNothing(parent)))
    );
  }

  /** @param target where to write the zip; asked for unless it is given */
  async exportRedactedBundle(row: unknown, target: unknown): Promise<vscode.Uri | undefined> {
    const bundle = row instanceof BundleNode ? row.bundle : this.bundles.active;
    return (
      bundle &&
      telling(vscode.l10n.t('{0} was not redacted', bundle.name), () =>
        exportRedactedBundle(bundle, this.redaction.request, uriOrNothing(target)),
      )
    );
  }

  private memberOf(place: unknown): { readonly bundle: OpenBundle; readonly path: string } | null {
    if (place instanceof FileNode || place instanceof FolderNode) {
      return place.bundle.member(place.path) === undefined ? null : place;
    }
    const uri = place instanceof vscode.Uri ? place : vscode.window.activeTextEditor?.document.uri;
    const named = uri === undefined ? null : bundlePlace(uri);
    const bundle = named === null ? undefined : this.bundles.find(named.key);
    return named === null || bundle?.member(named.path) === undefined ? null : { bundle, path: named.path };
  }
}

function uriOrNothing(value: unknown): vscode.Uri | undefined {
  return value instanceof vscode.Uri ? value : undefined;
}
