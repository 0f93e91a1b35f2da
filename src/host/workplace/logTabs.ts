import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { bundlePlace, bundleScheme, logScheme, logUri, rawUri, type BundlePlace } from '../documents/bundleUri';
import type { LeftTab, TabKeeper } from './leftTab';
import { sameMember } from './sameMember';

/** A line of a log by what it belongs to: pseudonyms may be longer than names, and a part begin elsewhere. */
interface LinePlace {
  /** `null` above the first record. */
  readonly evidence: EvidenceRef | null;
  /** From the first line of the record, or else of the text. */
  readonly offset: number;
}

/** Where a person was in a log. */
interface Cursor {
  readonly line: LinePlace;
  readonly character: number;
  /** The first line in sight; `null` where the log was behind another tab. */
  readonly top: LinePlace | null;
}

/** The logs and members in tabs, and where the cursor is in each of them, be it in the background. */
export class LogTabs extends Disposable implements TabKeeper {
  /** By URI: VS Code tells the selection of editors in sight only. */
  private readonly positions = new Map<string, vscode.Position>();

  constructor(private readonly bundles: Pick<OpenBundles, 'find'>) {
    super();
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        const { uri } = textEditor.document;
        if (uri.scheme === logScheme && first !== undefined) {
          this.positions.set(uri.toString(), first.active);
        }
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.positions.delete(uri.toString());
      }),
    );
  }

  async leave({ input, group }: vscode.Tab): Promise<LeftTab | null> {
    const uri = input instanceof vscode.TabInputText ? input.uri : null;
    const place = uri && bundlePlace(uri);
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    if (uri === null || place === null || bundle?.member(place.path) === undefined) {
      return null;
    }
    if (uri.scheme === bundleScheme) {
      return { key: place.key, comeBack: (now, isPreview) => showBytes(bundle, place, now, isPreview) };
    }
    const cursor = await this.cursorIn(bundle, place, uri, group.viewColumn).catch(() => null);
    return { key: place.key, comeBack: (now, isPreview) => showLog({ bundle, place, cursor }, now, isPreview) };
  }

  private async cursorIn(
    bundle: OpenBundle,
    { path, part }: BundlePlace,
    uri: vscode.Uri,
    column: vscode.ViewColumn,
  ): Promise<Cursor | null> {
    const editor = vscode.window.visibleTextEditors.find(
      ({ document, viewColumn }) => viewColumn === column && document.uri.toString() === uri.toString(),
    );
    const position = editor?.selection.active ?? this.positions.get(uri.toString());
    if (position === undefined) {
      return null;
    }
    const { lines } = await bundle.text(path, part);
    const placeOf = (line: number): LinePlace => {
      const evidence = lines.evidenceAt(path, line);
      const first = evidence === null ? 0 : (lines.spanOf(evidence, Infinity)?.first ?? line);
      return { evidence, offset: line - first };
    };
    const [visible] = editor?.visibleRanges ?? [];
    return {
      line: placeOf(position.line),
      character: position.character,
      top: visible === undefined ? null : placeOf(visible.start.line),
    };
  }
}

async function showBytes(before: OpenBundle, { path }: BundlePlace, now: OpenBundle, preview: boolean): Promise<void> {
  const samePath = sameMember(before, path, now);
  if (samePath !== null) {
    await vscode.commands.executeCommand('vscode.open', rawUri(now, samePath), { preview });
  }
}

interface LeftLog {
  readonly bundle: OpenBundle;
  readonly place: BundlePlace;
  readonly cursor: Cursor | null;
}

async function showLog({ bundle, place, cursor }: LeftLog, now: OpenBundle, preview: boolean): Promise<void> {
  const path = sameMember(bundle, place.path, now);
  if (path === null) {
    return;
  }
  const evidence = cursor?.line.evidence ?? null;
  const text = evidence === null ? await now.text(path, place.part) : await now.textOf({ ...evidence, path });
  const document = await vscode.workspace.openTextDocument(logUri(now, path, text.part));
  const lineOf = (line: LinePlace): number => {
    const span = line.evidence && text.lines.spanOf({ ...line.evidence, path }, document.lineCount);
    return (span?.first ?? 0) + line.offset;
  };
  const at = cursor && document.validatePosition(new vscode.Position(lineOf(cursor.line), cursor.character));
  const editor = await vscode.window.showTextDocument(document, {
    preview,
    ...(at && { selection: new vscode.Range(at, at) }),
  });
  if (cursor?.top) {
    const top = document.validatePosition(new vscode.Position(lineOf(cursor.top), 0));
    editor.revealRange(new vscode.Range(top, top), vscode.TextEditorRevealType.AtTop);
  }
}
