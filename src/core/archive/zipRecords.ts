/*
 * The fixed parts of the records of a zip file (PKWARE APPNOTE.TXT 6.3.10, section 4.3), as far as the scan for
 * local headers and the sniffing of a container need them. Everything else is the business of the zip library.
 */

export const zipSignature = {
  localHeader: 0x04034b50,
  centralHeader: 0x02014b50,
  endOfDirectory: 0x06054b50,
  dataDescriptor: 0x08074b50,
  zip64EndOfDirectory: 0x06064b50,
  zip64EndLocator: 0x07064b50,
} as const;

/** Lengths in bytes, without the variable parts that follow. */
export const zipLength = {
  localHeader: 30,
  centralHeader: 46,
  endOfDirectory: 22,
  zip64EndOfDirectory: 56,
  zip64EndLocator: 20,
  /** The comment behind the end record. */
  longestComment: 0xffff,
} as const;

/** General purpose bits, APPNOTE 4.4.4. */
export const zipFlag = {
  dataDescriptor: 0x0008,
} as const;

/** A view on exactly the bytes of `bytes`, which may itself be a view. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
