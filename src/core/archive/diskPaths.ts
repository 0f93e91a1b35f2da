import { safeEntryPaths, UniquePaths } from './entryName';

/** What Windows does not take in a name; other systems take it, but the folder may be copied there. */
const forbiddenOnDisk = /[<>:"|?*]/g;
/** Windows drops these from the end of a name, so that it would not be found again. */
const droppedAtEnd = /[. ]+$/;
/** Names of devices, with any extension ("Naming Files, Paths, and Namespaces" of the Windows documentation). */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/**
 * Where to write files below a folder of their own, on any system: relative paths with `/`, harmless as
 * {@link safeEntryPaths} makes them, unique without regard to case; a file that is called like a folder gets a number.
 * @returns one path for each of `paths`, in the same order.
 */
export function diskPaths(paths: readonly string[]): readonly string[] {
  const wanted = safeEntryPaths(paths, '').map(({ path }) => path.split('/').map(nameOnDisk).join('/'));
  const taken = new UniquePaths();
  foldersAmong(wanted).forEach((folder) => taken.claim(folder));
  return wanted.map((path) => (taken.claim(path) ? path : taken.claimNumbered(path)));
}

function nameOnDisk(name: string): string {
  const allowed = name.replace(forbiddenOnDisk, '_').replace(droppedAtEnd, '_');
  return deviceName.test(allowed) ? `_${allowed}` : allowed;
}

/** Those of the paths that another path lies in. Sorted by its folders, a path stands before what is in it. */
function foldersAmong(paths: readonly string[]): readonly string[] {
  const separator = '\0';
  const keys = [...new Set(paths.map((path) => path.toLowerCase().replaceAll('/', separator)))].sort();
  return keys
    .filter((key, at) => keys[at + 1]?.startsWith(`${key}${separator}`) === true)
    .map((key) => key.replaceAll(separator, '/'));
}
