import { decodeText } from '../bytes/text';
import { maskDeviceHash } from '../logs/deviceHash';
import { laidOutJson } from '../logs/jsonLayout';
import { maskSecrets } from '../logs/secretText';
import type { MemberKind } from './memberKind';

/**
 * A member by the lines in which it is shown and searched: hardware hashes and the serial numbers beside them are
 * masked, JSON in one line is laid out. All line numbers count these lines.
 */
export function shownBytes(kind: MemberKind, bytes: Uint8Array): Uint8Array {
  switch (kind) {
    case 'deviceHash':
      return new TextEncoder().encode(maskDeviceHash(decodeText(bytes).text));
    case 'json':
    case 'autopilotProfile':
    case 'frameworkData':
    case 'diagMetadata':
      return asLaidOut(bytes);
    default:
      return bytes;
  }
}

/** The text of a member as it may be shown and searched: with its secrets masked. */
export function shownText(kind: MemberKind, bytes: Uint8Array): string {
  return maskSecrets(decodeText(shownBytes(kind, bytes)).text);
}

function asLaidOut(bytes: Uint8Array): Uint8Array {
  const { text } = decodeText(bytes);
  const laidOut = laidOutJson(text);
  // The mark keeps what was read as one encoding from being taken for another.
  return laidOut === text ? bytes : new TextEncoder().encode(`\uFEFF${laidOut}`);
}
