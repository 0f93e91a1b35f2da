import * as l10n from '@vscode/l10n';
import { openArchiveTree } from '../archive/archiveTree';
import { sniffContainer } from '../archive/containerSniff';
import { MemorySource } from '../bytes/byteSource';
import { maskSecrets } from '../logs/secretText';
import { PatternAutomaton } from './automaton';
import { patternsOf } from './forms';
import type { Identifier, Identifiers } from './identifier';
import { viewsOf, type View } from './views';

/** An identifier that is still in an export. */
export interface Leak {
  /** File in a zip; empty for an export that is one file. */
  readonly path: string;
  /** Counted from 1, in the view; `null` in what is not text of lines. */
  readonly line: number | null;
  readonly encoding: string;
  /** Whose it is; `token` for what looks like a secret. */
  readonly pseudonym: string;
  /** What was found, for the person who may see it. */
  readonly found: string;
}

/** More of them help nobody. */
const mostLeaks = 100;

/**
 * Reads a finished export back, in every encoding and with all members of a zip, and looks for every identifier. An
 * export may be saved when nothing is found.
 */
export async function leakCheck(
  bytes: Uint8Array<ArrayBuffer>,
  { identifiers, isComplete }: Identifiers,
): Promise<readonly Leak[]> {
  if (!isComplete) {
    return [unreadable('', l10n.t('there are more identifiers than can be told apart'))];
  }
  const search = new LeakSearch(identifiers);
  const source = new MemorySource(bytes);
  if ((await sniffContainer(source)) === null) {
    search.look('', bytes);
    return search.leaks;
  }
  const opened = await openArchiveTree(source, 'export');
  if (!opened.ok) {
    return [unreadable('', opened.problem.detail)];
  }
  for (const member of opened.tree.members) {
    const content = await member.read();
    search.look(member.path, new TextEncoder().encode(member.rawName));
    if (content.ok) {
      search.look(member.path, content.bytes);
    } else {
      search.leaks.push(unreadable(member.path, content.problem.detail));
    }
  }
  return search.leaks;
}

/** What cannot be read back cannot be called clean. */
function unreadable(path: string, detail: string): Leak {
  return { path, line: null, encoding: 'unreadable', pseudonym: 'unknown', found: detail };
}

class LeakSearch {
  readonly leaks: Leak[] = [];
  private readonly inText: PatternAutomaton;
  private readonly inBytes: PatternAutomaton;

  constructor(private readonly identifiers: readonly Identifier[]) {
    const { text, bytes } = patternsOf(identifiers);
    this.inText = new PatternAutomaton(text);
    this.inBytes = new PatternAutomaton(bytes);
  }

  look(path: string, bytes: Uint8Array): void {
    for (const view of viewsOf(bytes)) {
      const isText = view.encoding !== 'base64' && view.encoding !== 'hexadecimal';
      this.lookIn(path, view, isText ? this.inText : this.inBytes, isText);
    }
  }

  private lookIn(path: string, { encoding, text }: View, automaton: PatternAutomaton, isText: boolean): void {
    for (const { start, end, owner } of automaton.find({ length: text.length, at: (at) => text.charCodeAt(at) })) {
      const found = text.slice(start, end);
      this.note({
        path,
        line: isText ? lineOf(text, start) : null,
        encoding,
        pseudonym: this.identifiers[owner]!.pseudonym,
        found,
      });
    }
    // Tokens are masked by their names as they stand, before any escape is taken back.
    const masked = encoding === 'UTF-8' ? maskSecrets(text) : text;
    if (masked !== text) {
      const start = firstDifference(masked, text);
      this.note({
        path,
        line: lineOf(text, start),
        encoding,
        pseudonym: 'token',
        found: `${text.slice(start, start + 8)}…`,
      });
    }
  }

  private note(leak: Leak): void {
    if (this.leaks.length < mostLeaks) {
      this.leaks.push(leak);
    }
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at += 1;
  }
  return at;
}
