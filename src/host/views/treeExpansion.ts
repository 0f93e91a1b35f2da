import type * as vscode from 'vscode';

/** As many rows as people open and fold in a few bundles; older ones go back to how rows are by themselves. */
const rowsKept = 400;

/** `[id of the row, whether it is open]`, the one that was touched last at the end. */
type Touched = readonly (readonly [string, boolean])[];

/** Which rows of a view people have opened and folded. VS Code itself forgets that with the window. */
export class TreeExpansion {
  private readonly storageKey: string;
  private readonly touched: Map<string, boolean>;

  constructor(
    private readonly storage: vscode.Memento,
    viewId: string,
  ) {
    this.storageKey = `expansion/${viewId}`;
    this.touched = new Map(storage.get<Touched>(this.storageKey, []));
  }

  /** How `id` was left; `undefined` for a row that nobody has touched. */
  isOpen(id: string): boolean | undefined {
    return this.touched.get(id);
  }

  remember(id: string, isOpen: boolean): void {
    this.touched.delete(id);
    this.touched.set(id, isOpen);
    const rows: Touched = [...this.touched].slice(-rowsKept);
    void this.storage.update(this.storageKey, rows);
  }
}
