import * as vscode from 'vscode';
import { setContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import type { OpenBundle } from './openBundle';

/** The bundles that are open in this window, and the one that views and commands speak of. */
export class OpenBundles extends Disposable {
  private readonly byKey = new Map<string, OpenBundle>();
  private activeBundle: OpenBundle | undefined;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  private readonly left = this.register(new vscode.EventEmitter<OpenBundle>());
  private readonly closed = this.register(new vscode.EventEmitter<OpenBundle>());
  /** Taken out to be read again, by key. */
  private readonly awaited = new Map<string, OpenBundle>();

  /** A bundle was opened, closed or told again, or another one became the active one. */
  readonly onDidChange = this.changed.event;
  /** A bundle can be asked nothing any more: it was closed, or is read again. */
  readonly onDidLeave = this.left.event;
  /** A bundle was closed for good: what shows it goes with it. */
  readonly onDidClose = this.closed.event;

  get all(): readonly OpenBundle[] {
    return [...this.byKey.values()];
  }

  get active(): OpenBundle | undefined {
    return this.activeBundle;
  }

  find(key: string): OpenBundle | undefined {
    return this.byKey.get(key);
  }

  /**
   * Takes `bundle` over. Where the same content is open already, that one is kept.
   *
   * @param inFront whether it becomes the active one even if another is
   */
  add(bundle: OpenBundle, inFront = true): OpenBundle {
    const known = this.byKey.get(bundle.key);
    this.awaited.delete(bundle.key);
    if (known === undefined) {
      this.byKey.set(bundle.key, bundle);
    } else if (known !== bundle) {
      bundle.dispose();
    }
    const kept = known ?? bundle;
    this.activeBundle = inFront ? kept : (this.activeBundle ?? kept);
    this.announce();
    return kept;
  }

  activate(bundle: OpenBundle): void {
    if (this.activeBundle !== bundle && this.byKey.get(bundle.key) === bundle) {
      this.activeBundle = bundle;
      this.announce();
    }
  }

  /** To be called when the story of a bundle was told again. */
  announceRetold(bundle: OpenBundle): void {
    if (this.byKey.get(bundle.key) === bundle) {
      this.announce();
    }
  }

  close(bundle: OpenBundle): void {
    if (this.remove(bundle) || this.awaited.get(bundle.key) === bundle) {
      this.awaited.delete(bundle.key);
      this.closed.fire(bundle);
      this.announce();
    }
  }

  /** Lets go of `bundle` until the same content is added again; what shows it may wait for that. */
  takeOut(bundle: OpenBundle): void {
    if (this.remove(bundle)) {
      this.awaited.set(bundle.key, bundle);
      this.announce();
    }
  }

  override dispose(): void {
    super.dispose();
    for (const bundle of this.byKey.values()) {
      bundle.dispose();
    }
    this.byKey.clear();
    this.activeBundle = undefined;
  }

  private remove(bundle: OpenBundle): boolean {
    if (this.byKey.get(bundle.key) !== bundle) {
      return false;
    }
    this.byKey.delete(bundle.key);
    if (this.activeBundle === bundle) {
      this.activeBundle = this.all.at(-1);
    }
    bundle.dispose();
    this.left.fire(bundle);
    return true;
  }

  private announce(): void {
    setContextKey('autopilotTriage.hasBundle', this.activeBundle !== undefined);
    setContextKey('autopilotTriage.hasReboots', (this.activeBundle?.document.reboots.length ?? 0) > 0);
    this.changed.fire();
  }
}
