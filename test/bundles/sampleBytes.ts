import { SeededRandom } from './seededRandom';

/** Bytes that no packer can shorten. */
export function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const random = new SeededRandom(seed);
  return Uint8Array.from({ length }, () => random.below(256));
}

/** Log-like text: repeats itself near and far, so that matches of all lengths and offsets occur. */
export function logText(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const random = new SeededRandom(seed);
  const words = Array.from({ length: 400 }, () => random.below(36 ** (1 + random.below(9))).toString(36));
  const lines: string[] = [];
  for (let size = 0; size < length; size += lines[lines.length - 1]!.length) {
    const line = Array.from({ length: 4 + random.below(8) }, () => words[random.below(words.length)]!).join(' ');
    lines.push(`2024-08-05 21:${String(random.below(60)).padStart(2, '0')} ${line}\r\n`);
  }
  return new TextEncoder().encode(lines.join('')).slice(0, length);
}

/** Bytes in which every fifteenth or so is the opcode of an x86 call, with near and far targets. */
export function callCode(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const random = new SeededRandom(seed);
  const code = noise(length, seed + 1);
  const view = new DataView(code.buffer);
  for (let at = 0; at < length - 5; at += 5 + random.below(20)) {
    const target = random.below(4) === 0 ? random.below(2 ** 32) : random.below(2 * length) - length;
    code[at] = 0xe8;
    view.setInt32(at + 1, target, true);
  }
  return code;
}
