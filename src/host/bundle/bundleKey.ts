/** Hex digits of the SHA-256 that name a bundle in URIs: 64 bits, so that two bundles on one desk never meet. */
const keyLength = 16;

/** Short identity of a bundle, from its SHA-256. */
export function bundleKey(sha256: string): string {
  return sha256.slice(0, keyLength).toLowerCase();
}

export function isBundleKey(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}
