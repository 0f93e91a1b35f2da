import { decodeText } from '../bytes/text';
import { maskDeviceHash } from '../logs/deviceHash';
import type { MemberKind } from './memberKind';

/** A member as it may be shown and searched: hardware hashes and the serial numbers beside them are masked. */
export function shownBytes(kind: MemberKind, bytes: Uint8Array): Uint8Array {
  return kind === 'deviceHash' ? new TextEncoder().encode(maskDeviceHash(decodeText(bytes).text)) : bytes;
}
