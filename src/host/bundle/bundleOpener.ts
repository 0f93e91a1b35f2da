import path from 'node:path';
import * as vscode from 'vscode';
import type { OpenProgress } from '../../protocol/bundleService';
import { setContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import type { RedactionSettings } from '../redaction/redactionSettings';
import { BundleClient } from './bundleClient';
import { locateBundle, sourceName } from './bundleSource';
import { RequestCancelledError, type WorkerProgram } from './bundleWorker';
import { longestPart, OpenBundle } from './openBundle';
import type { OpenBundles } from './openBundles';
import { showReaderStopped } from './openingErrors';
import { askPassword } from './passwordPrompt';
import type { RememberedBundles } from './rememberedBundles';

/** What the views say while a bundle is being opened. */
export interface OpeningState {
  readonly name: string;
  /** `null` until the reader has reported for the first time. */
  readonly progress: OpenProgress | null;
}

interface Opening {
  readonly bundle: Promise<OpenBundle>;
  readonly cancellation: AbortController;
}

/** Length that the setting allows a text before it opens in parts, UTF-16 units. */
function partLength(): number {
  const mebi = vscode.workspace.getConfiguration('autopilotTriage').get<unknown>('partSize');
  return typeof mebi === 'number' && mebi >= 1 ? Math.min(longestPart, mebi * 1024 * 1024) : longestPart;
}

/** The folder with rules of one's own, where the setting names one; a relative path would mean another folder in each window. */
function rulesFolder(): { readonly rulesFolder?: string } {
  const folder = vscode.workspace.getConfiguration('autopilotTriage').get<unknown>('rulesFolder');
  return typeof folder === 'string' && path.isAbsolute(folder) ? { rulesFolder: folder } : {};
}

/** Views in which the progress bar runs. */
const progressView = 'autopilotTriage.phases';

/** Opens bundles, once each, with progress in the view and a way to cancel. */
export class BundleOpener extends Disposable {
  private readonly openings = new Map<string, Opening>();
  private readonly stateChanged = this.register(new vscode.EventEmitter<OpeningState | null>());

  private readonly openedNew = this.register(new vscode.EventEmitter<OpenBundle>());

  /** Somebody has opened a bundle that this window did not have before. */
  readonly onDidOpenNew = this.openedNew.event;

  private readonly opened = this.register(new vscode.EventEmitter<OpenBundle>());

  /** A bundle was read, for the first time or again. */
  readonly onDidOpen = this.opened.event;

  /** Fires with every step of an opening, and with `null` when nothing is being opened any more. */
  readonly onDidChangeState = this.stateChanged.event;

  constructor(
    private readonly reader: WorkerProgram,
    private readonly bundles: OpenBundles,
    private readonly remembered: RememberedBundles,
    private readonly redaction: RedactionSettings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.register(
      bundles.onDidClose((bundle) => {
        remembered.forget(bundle.key);
      }),
    );
    this.register(
      bundles.onDidChange(() => {
        if (bundles.active !== undefined) {
          remembered.rememberFront(bundles.active.key);
        }
      }),
    );
  }

  /**
   * Opens the bundle at `source`, or finds it among the open ones, and makes it active. Rejects with
   * {@link RequestCancelledError}, or an error whose message is for people.
   */
  async open(source: vscode.Uri): Promise<OpenBundle> {
    const bundle = await this.find(source, true);
    this.bundles.activate(bundle);
    return bundle;
  }

  /** @param isAsked nobody has asked for what is only restored: no dialog asks for a password, what is in front stays there */
  private find(source: vscode.Uri, isAsked: boolean): Promise<OpenBundle> {
    const id = source.toString();
    const known = this.bundles.all.find((bundle) => bundle.source.toString() === id);
    if (known !== undefined) {
      return Promise.resolve(known);
    }
    const running = this.openings.get(id);
    if (running !== undefined) {
      return running.bundle;
    }
    const cancellation = new AbortController();
    const bundle = this.openWithProgress(source, isAsked, cancellation.signal).finally(() => {
      this.openings.delete(id);
      this.announceEnd();
    });
    this.openings.set(id, { bundle, cancellation });
    return bundle;
  }

  /** The bundle of that key: open already, or opened again from where it was last; `null` when it is unknown. */
  async byKey(key: string): Promise<OpenBundle | null> {
    const open = this.bundles.find(key);
    if (open !== undefined) {
      return open;
    }
    const source = this.remembered.sourceOf(key);
    const bundle = source === undefined ? null : await this.find(source, false);
    // The file at that place may have been replaced since.
    return bundle?.key === key ? bundle : null;
  }

  /** Gives up everything that is being opened. */
  cancel(): void {
    for (const { cancellation } of this.openings.values()) {
      cancellation.abort();
    }
  }

  override dispose(): void {
    this.cancel();
    super.dispose();
  }

  private async openWithProgress(source: vscode.Uri, isAsked: boolean, signal: AbortSignal): Promise<OpenBundle> {
    const name = sourceName(source);
    this.log.info(`Opening ${source.toString(true)}`);
    setContextKey('autopilotTriage.opening', true);
    this.stateChanged.fire({ name, progress: null });
    try {
      return await vscode.window.withProgress({ location: { viewId: progressView } }, () =>
        this.openNow(source, name, isAsked, signal),
      );
    } catch (error) {
      if (!(error instanceof RequestCancelledError)) {
        this.log.error(`${name}: ${String(error)}`);
      }
      throw error;
    }
  }

  private async openNow(source: vscode.Uri, name: string, isAsked: boolean, signal: AbortSignal): Promise<OpenBundle> {
    const started = Date.now();
    const redaction = this.redaction.isOnScreen ? this.redaction.request : null;
    let isOpen = false;
    const client = new BundleClient(
      this.reader,
      async () => ({
        ...(await locateBundle(source)),
        ...rulesFolder(),
        ...(redaction !== null && { redaction }),
      }),
      (error) => {
        this.log.error(`The reader of ${name} stopped: ${error.message}`);
        if (isOpen) {
          void showReaderStopped(name, error);
        }
      },
    );
    const options = {
      signal,
      onProgress: (progress: OpenProgress) => {
        this.stateChanged.fire({ name, progress });
      },
    };
    try {
      let opened = await client.open(undefined, options);
      for (let attempt = 0; opened.needsPassword && isAsked; attempt++) {
        const password = await askPassword(name, attempt > 0);
        if (password === undefined) {
          break;
        }
        opened = await client.open(password, options);
      }
      for (const problem of opened.problems) {
        this.log.warn(`${name}: ${problem.where}: ${problem.detail} (${problem.code})`);
      }
      this.log.info(`Opened ${name}: ${opened.members.length} members in ${Date.now() - started} ms`);
      isOpen = true;
      const bundle = this.bundles.add(
        new OpenBundle(source, started, opened, client, partLength(), redaction),
        isAsked,
      );
      // What is remembered is only opened again, by an editor that the window has restored.
      const isNew = this.remembered.sourceOf(bundle.key) === undefined;
      this.remembered.remember(bundle.key, bundle.source);
      this.opened.fire(bundle);
      if (isNew) {
        this.openedNew.fire(bundle);
      }
      return bundle;
    } catch (error) {
      client.dispose();
      throw error;
    }
  }

  private announceEnd(): void {
    if (this.openings.size === 0) {
      setContextKey('autopilotTriage.opening', false);
      this.stateChanged.fire(null);
    }
  }
}
