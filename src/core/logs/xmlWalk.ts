import { SaxesParser } from 'saxes';
import { lineAt, lineStarts } from '../bytes/lines';
import { understoodBefore, understoodWhole, type Understood } from './understood';

/** What is called while a document is walked. Offsets are UTF-16 units of the text, lines count from 1. */
export interface XmlVisitor {
  /** A start tag: where its `<` is, and where its content begins. */
  open(name: string, attributes: Readonly<Record<string, string>>, at: XmlSpan): void;
  /** Text and CDATA, decoded, in pieces. */
  text(text: string): void;
  /** An end tag: where its `<` is, and where what follows it begins. */
  close(name: string, at: XmlSpan): void;
}

export interface XmlSpan {
  readonly start: number;
  readonly end: number;
  /** Of the end. */
  readonly line: number;
}

/** Why a walk ended before the end of its text. */
export type XmlStop = 'doctype' | 'tooDeep' | 'tooManyErrors' | 'enough';

/** How a walk went. */
export interface XmlWalk {
  readonly stop: XmlStop | null;
  /** Places where the text is not well-formed XML; the walk goes on behind them. */
  readonly errors: number;
  /** Line of the first such place, or of the place where the walk stopped. */
  readonly firstErrorLine: number | null;
}

/** How much of the text a walk understood: all of it, or the lines before its first mistake. */
export function understoodOfWalk({ firstErrorLine }: XmlWalk, text: string): Understood {
  return firstErrorLine === null ? understoodWhole(text) : understoodBefore(firstErrorLine, text);
}

/** Deeper than any report or event; the event schema nests five levels. */
const maxDepth = 64;
const maxErrors = 1000;
/** Text is handed on in pieces, so that the parser never holds more than this much of it, UTF-16 units. */
const pieceLength = 1 << 20;

/** An ampersand that begins no reference: writers that do not escape leave such in values. */
export const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/gi;

/**
 * The text with U+FFFD in place of bare ampersands, so that nothing moves; the parser would take everything up to the
 * next semicolon for the name of an entity, tags included. In CDATA they are no mistake.
 */
function withoutBareAmpersands(text: string): { readonly text: string; readonly bareAt: number | null } {
  const bareAt = text.includes('<![CDATA[') ? -1 : text.search(bareAmpersand);
  return bareAt < 0 ? { text, bareAt: null } : { text: text.replace(bareAmpersand, '\ufffd'), bareAt };
}

/** Ends a walk from inside a visitor. */
export class StopWalk extends Error {
  constructor(readonly reason: XmlStop) {
    super(reason);
  }
}

/**
 * Walks XML in one pass and in constant memory. Documents with a DOCTYPE are refused: no log has one, and it is the door
 * to every attack by entities. A text of several root elements is walked through, as `wevtutil` writes such.
 */
export function walkXml(original: string, visitor: XmlVisitor): XmlWalk {
  const { text, bareAt } = withoutBareAmpersands(original);
  const parser = new SaxesParser({ fragment: true, xmlns: false } as const);
  let depth = 0;
  const errorLines = bareAt === null ? [] : [lineAt(lineStarts(original), bareAt)];
  const span = (): XmlSpan => {
    const end = parser.position;
    return { start: text.lastIndexOf('<', end - 1), end, line: parser.line };
  };
  parser.on('error', () => {
    errorLines.push(parser.line);
    if (errorLines.length > maxErrors) {
      throw new StopWalk('tooManyErrors');
    }
  });
  parser.on('doctype', () => {
    throw new StopWalk('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) {
      throw new StopWalk('tooDeep');
    }
    visitor.open(name, attributes, span());
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    visitor.close(name, span());
  });
  parser.on('text', (piece) => {
    visitor.text(piece);
  });
  parser.on('cdata', (piece) => {
    visitor.text(piece);
  });
  try {
    const declaration = /^\s{0,100}<\?xml[^>]{0,400}>/.exec(text)?.[0] ?? '';
    // The parser takes no declaration before a text of several roots: blanks keep the places of what follows.
    parser.write(declaration.replace(/[^\r\n]/g, ' '));
    for (let at = declaration.length; at < text.length; at += pieceLength) {
      parser.write(text.slice(at, at + pieceLength));
    }
    parser.close();
    return { stop: null, errors: errorLines.length, firstErrorLine: errorLines[0] ?? null };
  } catch (error) {
    if (error instanceof StopWalk) {
      return { stop: error.reason, errors: errorLines.length, firstErrorLine: errorLines[0] ?? parser.line };
    }
    throw error;
  }
}
