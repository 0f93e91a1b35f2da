/** Custom editor for files that can hardly be anything else: they open with it. */
export const bundleViewType = 'autopilotTriage.bundle';
/** The same editor for any archive or event log: offered under "Reopen Editor With…". */
export const archiveViewType = 'autopilotTriage.archive';

/** Tabs may prefix the type with words of the workbench. */
export function isTimelineViewType(viewType: string): boolean {
  return viewType.endsWith(bundleViewType) || viewType.endsWith(archiveViewType);
}
