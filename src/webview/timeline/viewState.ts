/*
 * What a reload or a move to another window must not lose.
 */
import type { TimelineView } from '../../core/timeline/view/timelineView';
import { readView, viewVersion } from '../../core/timeline/view/timelineView';
import { keptContentOf, type KeptContent } from '../../protocol/timelineMessages';
import type { PanelState } from './panels';
import type { VsCodeApi } from './vscodeApi';

export interface PageState {
  /** For the host, which shows the same again. */
  readonly content: KeptContent;
  /** Hash of the bundle that it belongs to: another bundle starts afresh. */
  readonly bundle: string;
  readonly view: TimelineView;
  readonly scrollTop: number;
  /** See `selectionKey`; `null` without selection. */
  readonly selection: string | null;
  /** Rows of the list. */
  readonly collapsedRows: readonly string[];
  readonly panels: PanelState;
}

/** The state saved for this bundle, or `null` when there is none that can be used. */
export function loadPageState(api: VsCodeApi, bundle: string): PageState | null {
  const saved = api.getState() as (Partial<PageState> & { readonly version?: unknown }) | null | undefined;
  if (saved?.version !== viewVersion || saved.bundle !== bundle) {
    return null;
  }
  const view = readView(saved.view);
  return view !== null && isPageState(saved) ? { ...saved, view } : null;
}

export function savePageState(api: VsCodeApi, state: PageState): void {
  api.setState({ version: viewVersion, ...state });
}

/** All but the view, which is read piece by piece. */
function isPageState(state: Partial<PageState>): state is PageState {
  return (
    keptContentOf(state) !== null &&
    typeof state.scrollTop === 'number' &&
    (state.selection === null || typeof state.selection === 'string') &&
    Array.isArray(state.collapsedRows) &&
    state.collapsedRows.every((id) => typeof id === 'string') &&
    isPanelState(state.panels)
  );
}

function isPanelState(state: Partial<PanelState> | null | undefined): boolean {
  return (
    typeof state?.list === 'boolean' &&
    typeof state.legend === 'boolean' &&
    isShare(state.split?.below) &&
    isShare(state.split?.beside)
  );
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
