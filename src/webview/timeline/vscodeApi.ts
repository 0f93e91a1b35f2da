import type { FromTimeline } from '../../protocol/timelineMessages';

/** What VS Code gives a page: one channel to the host, and a place for state that survives a reload. */
export interface VsCodeApi {
  postMessage(message: FromTimeline): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** May be called once per page load: VS Code refuses a second call. */
export function connect(): VsCodeApi {
  return acquireVsCodeApi();
}
