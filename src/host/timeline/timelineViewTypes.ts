/** Custom editor for files that can hardly be anything else: they open with it. */
export const bundleViewType = 'autopilotTriage.bundle';
/** The same editor for any zip: offered under "Reopen Editor With…". */
export const archiveViewType = 'autopilotTriage.archive';

/** Several bundles on one timeline. */
export const comparisonViewType = 'autopilotTriage.comparison';

/**
 * The names that the manifest gives to {@link bundleViewType}: zips under the names that the collectors use, with
 * whatever people put around them; cabinets and event logs of any name, which nothing else in VS Code opens.
 */
const unmistakableName = /^(?:.*\.(?:cab|evtx)|.*mdmdiag.*\.zip|.*DiagLogs-.*\.zip)$/i;

/** The type with which VS Code itself would open a file of that name, so that one bundle has one kind of tab. */
export function viewTypeFor(fileName: string): string {
  return unmistakableName.test(fileName) ? bundleViewType : archiveViewType;
}

/** Is a file of that name one that people open as a bundle, under whatever name they have given it? */
export function isBundleFileName(fileName: string): boolean {
  return unmistakableName.test(fileName) || /\.zip$/i.test(fileName);
}

/** Tabs may prefix the type with words of the workbench. */
export function isTimelineViewType(viewType: string): boolean {
  return [bundleViewType, archiveViewType, comparisonViewType].some((own) => viewType.endsWith(own));
}
