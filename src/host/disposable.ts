/** Anything that gives something back when it is no longer needed; `vscode.Disposable` fits. */
export interface Disposing {
  dispose(): unknown;
}

/** Base of everything that registers something: what was registered is given back in reverse order, once. */
export abstract class Disposable implements Disposing {
  private readonly registered: Disposing[] = [];
  private disposed = false;

  protected get isDisposed(): boolean {
    return this.disposed;
  }

  dispose(): void {
    if (this.disposed) {
      return;
    }
    this.disposed = true;
    for (const disposing of this.registered.reverse()) {
      disposing.dispose();
    }
    this.registered.length = 0;
  }

  /** Keeps `disposing` until this object goes; returns it for use in an initialiser. */
  protected register<T extends Disposing>(disposing: T): T {
    if (this.disposed) {
      disposing.dispose();
    } else {
      this.registered.push(disposing);
    }
    return disposing;
  }
}
