import type { TimeRange } from '../../core/timeline/timeScale';
import type { PanelState } from './panels';
import type { VsCodeApi } from './vscodeApi';

/** What a reload or a move to another window must not lose. */
export interface ViewState {
  /** Hash of the bundle that it belongs to: another bundle starts afresh. */
  readonly bundle: string;
  readonly range: TimeRange;
  readonly scrollTop: number;
  /** See `selectionKey`; `null` without selection. */
  readonly selection: string | null;
  readonly collapsed: readonly string[];
  readonly panels: PanelState;
}

/** The state saved for this bundle, or `null` when there is none that can be used. */
export function loadViewState(api: VsCodeApi, bundle: string): ViewState | null {
  const state = api.getState();
  return isViewState(state) && state.bundle === bundle ? state : null;
}

export function saveViewState(api: VsCodeApi, state: ViewState): void {
  api.setState(state);
}

/** Older versions of the page may have saved something else. */
function isViewState(value: unknown): value is ViewState {
  const state = value as Partial<ViewState> | null | undefined;
  return (
    typeof state === 'object' &&
    state !== null &&
    typeof state.bundle === 'string' &&
    isRange(state.range) &&
    typeof state.scrollTop === 'number' &&
    (state.selection === null || typeof state.selection === 'string') &&
    Array.isArray(state.collapsed) &&
    state.collapsed.every((id) => typeof id === 'string') &&
    isPanelState(state.panels)
  );
}

function isPanelState(state: Partial<PanelState> | null | undefined): boolean {
  return (
    [state?.list, state?.legend, state?.keys].every((shown) => typeof shown === 'boolean') &&
    isShare(state?.split?.below) &&
    isShare(state?.split?.beside)
  );
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isRange(value: Partial<TimeRange> | undefined): boolean {
  return Number.isFinite(value?.start) && Number.isFinite(value?.end) && value!.start! < value!.end!;
}
