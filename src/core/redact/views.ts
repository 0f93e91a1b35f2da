import * as l10n from '@vscode/l10n';
import { decodeWindows1252 } from '../bytes/windows1252';

/*
 * The finished export, read back in every way that somebody may read it: made by other means than the replacing, so
 * that a mistake there is not repeated here.
 */

/** One way to read the export. */
export interface View {
  /** `UTF-8`, `UTF-16 little-endian`, `base64`, … */
  readonly encoding: string;
  readonly text: string;
}

/** All ways to read some bytes; those that show nothing new are left out. */
export function* viewsOf(bytes: Uint8Array): Generator<View> {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  yield { encoding: 'UTF-8', text: utf8 };
  yield* unescapedViews('UTF-8', utf8);
  yield* encodedViews(utf8);
  if (utf8.includes('\uFFFD')) {
    yield { encoding: l10n.t('single bytes'), text: decodeWindows1252(bytes) };
  }
  if (utf8.includes('\0') || utf8.includes('\uFFFD')) {
    for (const start of [0, 1]) {
      for (const [label, name] of [
        ['utf-16le', 'UTF-16 little-endian'],
        ['utf-16be', 'UTF-16 big-endian'],
      ] as const) {
        const text = new TextDecoder(label).decode(bytes.subarray(start));
        yield { encoding: name, text };
        yield* unescapedViews(name, text);
      }
    }
  }
}

/** Escapes within escapes: as often as it changes something, but not for ever. */
const mostRounds = 4;

function* unescapedViews(within: string, text: string): Generator<View> {
  let before = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const after = withoutXml(withoutJson(withoutPercent(before)));
    if (after === before) {
      return;
    }
    yield {
      encoding:
        round === 0
          ? l10n.t('{0}, escapes taken back', within)
          : l10n.t('{0}, escapes taken back {1} times', within, round + 1),
      text: after,
    };
    before = after;
  }
}

function withoutPercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2}){1,400}/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16));
    return new TextDecoder('utf-8').decode(bytes);
  });
}

function withoutJson(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\([\\/"])/g, '$1');
}

function withoutXml(text: string): string {
  return text
    .replace(/&#x0{0,8}([0-9a-f]{1,4});/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/&#0{0,8}(\d{1,5});/g, (_, digits: string) => String.fromCharCode(Number(digits)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'");
}

function* encodedViews(text: string): Generator<View> {
  for (const run of text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []) {
    if (/[a-z]/.test(run) && /[A-Z]/.test(run)) {
      for (let shift = 0; shift < 4; shift += 1) {
        yield { encoding: 'base64', text: bytesAsText(fromBase64(run.slice(shift))) };
      }
    }
  }
  for (const run of text.match(/(?:[0-9a-f]{2}(?:[-,: ](?:\\\s{1,8})?)?){6,}/gi) ?? []) {
    const digits = run.replace(/[^0-9a-f]/gi, '');
    for (const shift of [0, 1]) {
      yield { encoding: 'hexadecimal', text: bytesAsText(fromHex(digits.slice(shift))) };
    }
  }
}

const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base64Values = new Map(Array.from(base64Letters, (letter, value) => [letter, value]));
base64Values.set('-', 62).set('_', 63);

function fromBase64(run: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of run) {
    bits = ((bits << 6) | base64Values.get(letter)!) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  return bytes;
}

function fromHex(digits: string): number[] {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

/** Each byte as a character, without zeros: then UTF-16 and binary ids look like what is searched for. */
function bytesAsText(bytes: readonly number[]): string {
  let text = '';
  for (const byte of bytes) {
    text += byte === 0 ? '' : String.fromCharCode(byte);
  }
  return text;
}
