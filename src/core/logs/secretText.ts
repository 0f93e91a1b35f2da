import { maskedSecret } from '../catalog/secretFields';

/** A kind of secret by what stands before it, what it is made of and how long it is at least. */
interface SecretShape {
  /** What stands before the secret and stays; one group per shape in {@link openings}. */
  readonly opening: string;
  readonly letters: ReadonlySet<number>;
  readonly shortest: number;
}

const base64 = lettersOf(/[\w.~+/%=-]/);
/** JSON writes `/` as `\/` at times; no other escape is part of a token. */
const backslash = 0x5c;
const slash = 0x2f;

const shapes: readonly SecretShape[] = [
  // JSON web tokens: `{"` in base64 is `eyJ`.
  { opening: String.raw`(?<![\w-])(?=eyJ)`, letters: lettersOf(/[\w.-]/), shortest: 16 },
  // Shorter words behind it are words, as in "Bearer authentication".
  { opening: String.raw`\b[Bb]earer[ \t]{1,4}`, letters: base64, shortest: 16 },
  // "refresh_token":"…" also escaped or with doubled quotes, AuthToken = …, <Data Name="AuthToken">…
  {
    opening: String.raw`(?:_[Tt]oken|[Aa]uth[Tt]oken|[Cc]lient_[Ss]ecret)(?:["'\\]{0,6}[ \t]{0,4}[:=][ \t]{0,4}["'\\]{0,6}|["']?>)`,
    letters: lettersOf(/[^\s"'\\&,;<>(){}[\]|]/),
    shortest: 8,
  },
  // Channel URIs of the Windows push service: whoever has one can write to the device.
  { opening: String.raw`(?:[?&;]|%3[Ff]|%26)token(?:=|%3[Dd])`, letters: base64, shortest: 8 },
];

const openings = shapes.map(({ opening }) => `(${opening})`).join('|');

/**
 * A log as it may be shown: tokens and push channels are replaced by `(masked)`, the names before them stay. No line
 * break is added or lost and no line grows, so that line numbers are those of the file. Time is linear in the text.
 */
export function maskSecrets(text: string): string {
  const opening = new RegExp(openings, 'g');
  let masked = '';
  let copied = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index + match[0].length;
    const { letters, shortest } = shapes.find((_, group) => match[group + 1] !== undefined)!;
    const end = endOfSecret(text, start, letters);
    if (end - start >= shortest) {
      masked += text.slice(copied, start) + maskedSecret;
      copied = end;
    }
    // A look-ahead alone matches nothing, and the search would stay where it is.
    opening.lastIndex = Math.max(end, match.index + 1);
  }
  return copied === 0 ? text : masked + text.slice(copied);
}

function endOfSecret(text: string, start: number, letters: ReadonlySet<number>): number {
  let end = start;
  while (end < text.length) {
    const letter = text.charCodeAt(end);
    if (letter === backslash && text.charCodeAt(end + 1) === slash) {
      end += 2;
    } else if (letters.has(letter)) {
      end += 1;
    } else {
      break;
    }
  }
  return end;
}

/** The ASCII letters that a class of characters has; tokens hold no others. */
function lettersOf(shape: RegExp): ReadonlySet<number> {
  return new Set(
    Array.from({ length: 128 }, (_, code) => code).filter((code) => shape.test(String.fromCharCode(code))),
  );
}
