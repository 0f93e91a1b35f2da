const hashBits = 16;
const shortestMatch = 3;
const longestMatch = 257;
/** How many earlier places are tried; more would pack better and take longer. */
const maxTries = 8;

/** The greedy parse of some data: for each position where a match starts its length, elsewhere 0. */
export interface Matches {
  readonly lengths: Uint16Array;
  readonly offsets: Uint32Array;
}

/**
 * Finds matches that reach back at most `maxOffset` bytes.
 * @param ends Ascending positions that no match crosses; the last one is the end of the data.
 */
export function findMatches(data: Uint8Array, maxOffset: number, ends: readonly number[]): Matches {
  const lengths = new Uint16Array(data.length);
  const offsets = new Uint32Array(data.length);
  const latest = new Int32Array(1 << hashBits).fill(-1);
  const earlier = new Int32Array(data.length);
  const remember = (at: number): void => {
    if (at + shortestMatch <= data.length) {
      const hash = hashAt(data, at);
      earlier[at] = latest[hash]!;
      latest[hash] = at;
    }
  };

  let nextEnd = 0;
  for (let at = 0; at < data.length;) {
    while (ends[nextEnd]! <= at) {
      nextEnd += 1;
    }
    const room = Math.min(longestMatch, ends[nextEnd]! - at);
    let best = 0;
    if (room >= shortestMatch) {
      let candidate = latest[hashAt(data, at)]!;
      for (let tries = 0; tries < maxTries && candidate >= 0 && at - candidate <= maxOffset; tries += 1) {
        const length = commonLength(data, candidate, at, room);
        if (length > best) {
          best = length;
          offsets[at] = at - candidate;
        }
        candidate = earlier[candidate]!;
      }
    }
    const step = best >= shortestMatch ? best : 1;
    lengths[at] = best >= shortestMatch ? best : 0;
    for (let passed = at; passed < at + step; passed += 1) {
      remember(passed);
    }
    at += step;
  }
  return { lengths, offsets };
}

function hashAt(data: Uint8Array, at: number): number {
  const three = data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16);
  return Math.imul(three, 0x9e3779b1) >>> (32 - hashBits);
}

function commonLength(data: Uint8Array, left: number, right: number, max: number): number {
  let length = 0;
  while (length < max && data[left + length] === data[right + length]) {
    length += 1;
  }
  return length;
}
