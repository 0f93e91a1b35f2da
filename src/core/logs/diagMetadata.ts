/** Facts of `MdmDiagLogMetadata.json` by their own names, e.g. `CurrentBuild`, `UBR`, `AutoLogonSID`. */
export type DiagMetadata = ReadonlyMap<string, string>;

/** Does the text look like the metadata file? */
export function isDiagMetadataText(head: string): boolean {
  return /"?MdmDiagVersion"?\s*:/.test(head);
}

/**
 * Reads the metadata file as flat `name : value` lines rather than as JSON, because the 2020 form of the tool does
 * not quote its names.
 */
export function parseDiagMetadata(text: string): DiagMetadata {
  const facts = new Map<string, string>();
  const pair = /^\s*"?([A-Za-z][\w ]*?)"?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^",\s][^,\r\n]*))\s*,?\s*$/gm;
  for (const [, name, quoted, bare] of text.matchAll(pair)) {
    facts.set(name!, quoted === undefined ? bare!.trim() : quoted.replace(/\\(.)/g, '$1'));
  }
  return facts;
}
