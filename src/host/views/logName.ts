/**
 * The name of a log without what every such name carries: `(16) Events System Events.evtx` of Collect diagnostics is
 * `System.evtx`, `microsoft-windows-aad-operational.evtx` is `aad-operational.evtx`.
 *
 * @param path of a member
 */
export function shortLogName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/^\(\d+\) (?:Events|RegistryKey|Command|FoldersFiles) (?=.)/, '')
    .replace(/^microsoft-windows-(?=.)/i, '')
    .replace(/ (?:Events|export|output)(?=\.\w+$)/, '');
}
