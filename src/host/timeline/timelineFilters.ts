import type * as vscode from 'vscode';
import type { SavedFilter } from '../../core/timeline/view/savedFilters';
import { engine } from '../engine';

const key = 'timelineFilters';

/** The filters that people keep under a name: for all bundles and all windows. */
export class TimelineFilters {
  constructor(private readonly state: vscode.Memento) {}

  get all(): readonly SavedFilter[] {
    return engine().readSavedFilters(this.state.get(key));
  }

  /** What comes from the page is checked as well as what comes from the disk. */
  async replace(filters: readonly SavedFilter[]): Promise<void> {
    await this.state.update(key, engine().readSavedFilters(filters));
  }
}
