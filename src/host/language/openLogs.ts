import type * as vscode from 'vscode';
import type { ChannelTimes } from '../../core/language/logIndex';
import type { LogSurroundings, LogText } from '../../core/language/logText';
import type { TextLines } from '../../core/language/textLines';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { bundlePlace, logScheme, type BundlePlace } from '../documents/bundleUri';
import { engine } from '../engine';

/** Above this many lines an editor has enough to do with the text alone. */
const mostLines = 600_000;

/** A log in an editor, and the bundle that it belongs to. */
export interface OpenLog {
  readonly text: LogText;
  /** `null` for a file that belongs to no open bundle. */
  readonly bundle: OpenBundle | null;
  readonly path: string | null;
}

interface Held {
  readonly version: number;
  readonly story: TriageDocument | null;
  readonly log: Promise<OpenLog | null>;
}

/** What the language knows about each log that is open: read when first asked for, again when the text or its bundle changes. */
export class OpenLogs {
  private readonly held = new WeakMap<vscode.TextDocument, Held>();
  private readonly channels = new WeakMap<OpenBundle, Promise<ReadonlyMap<string, ChannelTimes>>>();

  constructor(private readonly bundles: OpenBundles) {}

  /** `null` for giants, and for members of a bundle that is not open. */
  of(document: vscode.TextDocument): Promise<OpenLog | null> {
    const place = document.uri.scheme === logScheme ? bundlePlace(document.uri) : null;
    const bundle = place === null ? null : (this.bundles.find(place.key) ?? null);
    const known = this.held.get(document);
    const story = bundle?.document ?? null;
    if (known?.version === document.version && known.story === story) {
      return known.log;
    }
    const log = document.lineCount > mostLines ? Promise.resolve(null) : this.read(document, bundle, place);
    this.held.set(document, { version: document.version, story, log });
    return log;
  }

  private async read(
    document: vscode.TextDocument,
    bundle: OpenBundle | null,
    place: BundlePlace | null,
  ): Promise<OpenLog | null> {
    const { LogText: Text } = engine();
    const text = new Text(linesOfDocument(document), await this.surroundings(document, bundle, place));
    return { text, bundle, path: place?.path ?? null };
  }

  private async surroundings(
    document: vscode.TextDocument,
    bundle: OpenBundle | null,
    place: BundlePlace | null,
  ): Promise<LogSurroundings> {
    if (bundle === null || place === null) {
      return { path: null, copies: [], story: null, recordLines: null, channel: null, lineShift: 0 };
    }
    const { path } = place;
    const known = { path, copies: bundle.copies.of(path), story: bundle.document };
    try {
      const { lines, part } = await bundle.text(path, place.part);
      const recordLines = lines.recordStarts;
      const channel =
        recordLines === null ? null : await this.channelTimes(bundle, document.lineAt(part?.contentStart ?? 0).text);
      return { ...known, recordLines, channel, lineShift: part === null ? 0 : part.contentStart - part.firstLine };
    } catch {
      // The reader stopped, and has said so: the text itself still tells the most.
      return { ...known, recordLines: null, channel: null, lineShift: 0 };
    }
  }

  /** Corrected times of the channel that the title line of a rendered event log names last. */
  private async channelTimes(bundle: OpenBundle, title: string): Promise<ChannelTimes | null> {
    let times = this.channels.get(bundle);
    if (times === undefined) {
      times = bundle.series().then((series) => new Map(series.map((channel) => [channel.log.toLowerCase(), channel])));
      this.channels.set(bundle, times);
    }
    return (await times).get(title.slice(title.lastIndexOf(' · ') + 3).toLowerCase()) ?? null;
  }
}

function linesOfDocument(document: vscode.TextDocument): TextLines {
  return {
    lineCount: document.lineCount,
    line: (number) => (number >= 0 && number < document.lineCount ? document.lineAt(number).text : ''),
    text: () => document.getText(),
  };
}
