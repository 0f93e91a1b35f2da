const stampShape = /\bUtcNow\s*=\s*(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4}) (\d{1,2}):(\d{2}):(\d{2})/;

const quarterMs = 15 * 60_000;
const widestZoneMs = 14 * 3_600_000;

/**
 * Milliseconds east of UTC, if a line in local time holds a UTC stamp that lies a whole number of quarters away. The
 * management extension prints `UtcNow=` into some of its lines.
 */
export function offsetInStamp(line: { readonly localMs: number; readonly message: string }): number | null {
  const match = line.message.includes('UtcNow') ? stampShape.exec(line.message) : null;
  if (match === null) {
    return null;
  }
  const parts = match.slice(1).map(Number) as [number, number, number, number, number, number];
  const [a, b, c, hour, minute, second] = parts;
  // The order of day and month follows the culture of the device: take the one that gives a possible zone.
  const dates: readonly (readonly [number, number, number])[] =
    a > 31
      ? [[a, b, c]]
      : [
          [c, a, b],
          [c, b, a],
        ];
  for (const [year, month, day] of dates) {
    const offset = line.localMs - Date.UTC(year, month - 1, day, hour, minute, second);
    const rounded = Math.round(offset / quarterMs) * quarterMs;
    if (Math.abs(offset - rounded) < 60_000 && Math.abs(rounded) <= widestZoneMs) {
      return rounded;
    }
  }
  return null;
}
