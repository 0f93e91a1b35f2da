import type * as vscode from 'vscode';

const storageKey = 'searchHistory';
const entriesKept = 20;

/** What was searched for in this workspace, the latest first. */
export class SearchHistory {
  constructor(private readonly storage: vscode.Memento) {}

  get entries(): readonly string[] {
    return this.storage.get<readonly string[]>(storageKey, []);
  }

  add(query: string): void {
    const others = this.entries.filter((known) => known !== query);
    void this.storage.update(storageKey, [query, ...others].slice(0, entriesKept));
  }
}
