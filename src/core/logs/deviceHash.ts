import { linesOf } from '../bytes/lines';
import type { Understood } from './understood';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash';

/** A list of hardware hashes, `DeviceHash_<host>.csv`. The values themselves are not kept. */
export interface DeviceHashList {
  /** Devices listed. */
  readonly devices: number;
  readonly understood: Understood;
}

/** Does the text begin like a list of hardware hashes? */
export function isDeviceHashText(head: string): boolean {
  return head.startsWith(header);
}

export function parseDeviceHash(text: string): DeviceHashList {
  let devices = 0;
  let strayLines = 0;
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const isDevice = number > 1 && /^[^,]*,[^,]*,[A-Za-z0-9+/=]{4,}(?:,|\s*$)/.test(line);
    devices += isDevice ? 1 : 0;
    strayLines += number === 1 || isDevice || line.trim() === '' ? 0 : 1;
  }
  return { devices, understood: { lines: totalLines - strayLines, of: totalLines } };
}

/**
 * The list as it may be shown. A hardware hash names one device for good, and whoever has it can register that device
 * with a tenant; the serial number is in it too. So every cell below the header is replaced by its length.
 */
export function maskDeviceHash(text: string): string {
  const lines = [...linesOf(text)].map(({ number, text: line }) => (number === 1 ? line : maskLine(line)));
  return lines.map((line) => `${line}\n`).join('');
}

function maskLine(line: string): string {
  return line
    .split(',')
    .map((cell) => (cell.trim() === '' ? cell : `<${cell.length} characters, not shown>`))
    .join(',');
}
