/** A file of a bundle, or a bundle. */
export interface BundleFile {
  /** As the tool writes it: flat names, or with `\` below a folder of Collect diagnostics. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export function textBytes(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
