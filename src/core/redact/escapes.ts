import type { Units } from './automaton';
import { isDigit } from './letters';

/** A text with its escapes taken back, and where each of its units came from. */
export interface Layer extends Units {
  /** Of unit i: offsets `[startOf(i), endOf(i))` in the text that was escaped. */
  startOf(index: number): number;
  endOf(index: number): number;
}

/** Escapes can be escaped again: a URL in JSON in XML. More layers than this nobody writes. */
const maxLayers = 4;

/** Could there be an escape at all? */
const anyEscape = /%[0-9a-f]{2}|\\[\\/"ux]|&[#a-z]|_x[0-9a-f]{4}_/i;

/** A line as it is, then with one layer of escapes after another taken back. */
export function layersOf(line: string): readonly Layer[] {
  const layers: Layer[] = [plainLayer(line)];
  if (!anyEscape.test(line)) {
    return layers;
  }
  for (let layer: Layer | null = layers[0]!; layer !== null && layers.length <= maxLayers;) {
    layer = unescaped(layer);
    if (layer !== null) {
      layers.push(layer);
    }
  }
  return layers;
}

function plainLayer(line: string): Layer {
  return {
    length: line.length,
    at: (index) => line.charCodeAt(index),
    startOf: (index) => index,
    endOf: (index) => index + 1,
  };
}

/** What an escape stands for, and how many units it takes. */
interface Escape {
  readonly unit: number;
  readonly length: number;
}

/** `null` when nothing is escaped. */
function unescaped(layer: Layer): Layer | null {
  const units = new Uint16Array(layer.length);
  const starts = new Uint32Array(layer.length);
  const ends = new Uint32Array(layer.length);
  let count = 0;
  for (let index = 0; index < layer.length;) {
    const escape = escapeAt(layer, index);
    const length = escape?.length ?? 1;
    units[count] = escape?.unit ?? layer.at(index);
    starts[count] = layer.startOf(index);
    ends[count] = layer.endOf(index + length - 1);
    count += 1;
    index += length;
  }
  return count === layer.length
    ? null
    : {
        length: count,
        at: (index) => units[index]!,
        startOf: (index) => starts[index]!,
        endOf: (index) => ends[index]!,
      };
}

function escapeAt(units: Units, index: number): Escape | null {
  switch (units.at(index)) {
    case 0x25: // %
      return percentAt(units, index);
    case 0x5c: // \
      return backslashAt(units, index);
    case 0x26: // &
      return entityAt(units, index);
    case 0x5f: // _
      return cliXmlAt(units, index);
    default:
      return null;
  }
}

/** `%40`, and characters beyond ASCII as the percent signs of their UTF-8 bytes. */
function percentAt(units: Units, index: number): Escape | null {
  const first = percentByte(units, index);
  if (first === null) {
    return null;
  }
  const extra = first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
  let unit = extra === 2 ? first & 0x0f : extra === 1 ? first & 0x1f : first;
  for (let more = 1; more <= extra; more += 1) {
    const byte = percentByte(units, index + 3 * more);
    if (byte === null || (byte & 0xc0) !== 0x80) {
      return { unit: first, length: 3 };
    }
    unit = (unit << 6) | (byte & 0x3f);
  }
  return { unit, length: 3 + 3 * extra };
}

function percentByte(units: Units, index: number): number | null {
  return index < units.length && units.at(index) === 0x25 ? hexAt(units, index + 1, 2) : null;
}

/** `\\`, `\/`, `\"`, `\u0040`, `\x40`. No other: in `C:\Users\nora` the `\n` is part of a path. */
function backslashAt(units: Units, index: number): Escape | null {
  const next = index + 1 < units.length ? units.at(index + 1) : 0;
  if (next === 0x5c || next === 0x2f || next === 0x22) {
    return { unit: next, length: 2 };
  }
  const digits = next === 0x75 ? 4 : next === 0x78 ? 2 : 0;
  const unit = digits === 0 ? null : hexAt(units, index + 2, digits);
  return unit === null ? null : { unit, length: 2 + digits };
}

const namedEntities: readonly (readonly [name: string, unit: number])[] = [
  ['amp;', 0x26],
  ['lt;', 0x3c],
  ['gt;', 0x3e],
  ['quot;', 0x22],
  ['apos;', 0x27],
  ['nbsp;', 0x20],
];

function entityAt(units: Units, index: number): Escape | null {
  if (index + 1 < units.length && units.at(index + 1) === 0x23) {
    return numberedEntityAt(units, index);
  }
  const named = namedEntities.find(([name]) => standsAt(units, index + 1, name));
  return named === undefined ? null : { unit: named[1], length: 1 + named[0].length };
}

/** `&#64;` and `&#x40;`, with as many zeros in front as a hostile writer likes, within reason. */
function numberedEntityAt(units: Units, index: number): Escape | null {
  const isHex = standsAt(units, index + 2, 'x') || standsAt(units, index + 2, 'X');
  const base = isHex ? 16 : 10;
  let at = index + (isHex ? 3 : 2);
  const from = at;
  let unit = 0;
  while (at < units.length && at - from < 10 && (isHex ? hexDigit(units.at(at)) >= 0 : isDigit(units.at(at)))) {
    unit = unit * base + hexDigit(units.at(at));
    at += 1;
  }
  const isWhole = at > from && unit <= 0xffff && standsAt(units, at, ';');
  return isWhole ? { unit, length: at + 1 - index } : null;
}

/** `_x0040_`, as .NET writes names in XML. */
function cliXmlAt(units: Units, index: number): Escape | null {
  const unit = standsAt(units, index + 1, 'x') && standsAt(units, index + 6, '_') ? hexAt(units, index + 2, 4) : null;
  return unit === null ? null : { unit, length: 7 };
}

function standsAt(units: Units, index: number, text: string): boolean {
  if (index + text.length > units.length) {
    return false;
  }
  for (let at = 0; at < text.length; at += 1) {
    if (units.at(index + at) !== text.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}

/** The number in so many hexadecimal digits; `null` where there are not as many. */
export function hexAt(units: Units, index: number, digits: number): number | null {
  if (index + digits > units.length) {
    return null;
  }
  let value = 0;
  for (let at = index; at < index + digits; at += 1) {
    const digit = hexDigit(units.at(at));
    if (digit < 0) {
      return null;
    }
    value = value * 16 + digit;
  }
  return value;
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(unit: number): number {
  if (isDigit(unit)) {
    return unit - 0x30;
  }
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
