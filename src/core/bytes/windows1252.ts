/** What windows-1252 has at 0x80 … 0x9F; the five unassigned bytes stay control characters, as the web does it. */
const upperControls = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const decoder = new TextDecoder('windows-1252');

/**
 * Decodes windows-1252, in which every byte is a character. Node 20 takes the encoding for ISO 8859-1, so that the
 * characters where the two differ are put right here.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return decoder.decode(bytes).replace(/[\x80-\x9f]/g, (control) => upperControls[control.charCodeAt(0) - 0x80]!);
}
