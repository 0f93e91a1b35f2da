/** What a stretch of a line is. */
export type Emphasis = 'strong' | 'em' | 's';

/** How the parts of a line are written. */
export interface InlineStyle {
  readonly text: (text: string) => string;
  readonly code: (code: string) => string;
  /** The same at both ends, but for what tells them apart. */
  readonly mark: (emphasis: Emphasis, end: 'begin' | 'end') => string;
  /** An address, and what it was called where that is something else. */
  readonly address: (url: string, name: string | null) => string;
}

/** What marks a stretch, the longer ones first, and what it becomes. */
const emphases: readonly (readonly [mark: string, emphasis: Emphasis])[] = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 's'],
  ['*', 'em'],
  ['_', 'em'],
];

const link = /\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,2000})\)/y;
const address = /<(https?:\/\/[^\s<>]{1,2000})>/y;
const escaped = /\\([!-/:-@[-`{-~])/y;
const backticks = /`+/y;

/**
 * One line of a note: emphasis, code and addresses; everything else is text. Nothing leads anywhere: an address is shown,
 * so that a reader sees where it would lead before they go there. Time is linear in the line.
 */
export function writeInline(line: string, style: InlineStyle): string {
  return new InlineWriter(line, style).write();
}

/** A mark that may begin a stretch: it stays text until another one ends it. */
interface Opened {
  readonly mark: string;
  /** Where it stands among the parts. */
  readonly part: number;
}

class InlineWriter {
  private readonly parts: string[] = [];
  /** Of each mark one at most. */
  private readonly open: Opened[] = [];
  /** Runs of backticks of these lengths have no end in the rest of the line. */
  private readonly endless = new Set<number>();
  private at = 0;
  private textFrom = 0;

  constructor(
    private readonly line: string,
    private readonly style: InlineStyle,
  ) {}

  write(): string {
    while (this.at < this.line.length) {
      if (!(this.code() || this.shown() || this.emphasis())) {
        this.at += 1;
      }
    }
    this.flush(this.at);
    return this.parts.join('');
  }

  /** Puts what was passed as text; what comes next begins at `next`. */
  private flush(next: number): void {
    if (this.textFrom < this.at) {
      this.parts.push(this.style.text(this.line.slice(this.textFrom, this.at)));
    }
    this.at = next;
    this.textFrom = next;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.line);
  }

  private code(): boolean {
    const run = this.match(backticks)?.[0];
    if (run === undefined) {
      return false;
    }
    const end = this.endless.has(run.length) ? -1 : this.endOf(run);
    if (end < 0) {
      this.endless.add(run.length);
      this.at += run.length;
      return true;
    }
    const code = this.line.slice(this.at + run.length, end);
    this.flush(end + run.length);
    // One blank on either side only keeps backticks apart.
    this.parts.push(this.style.code(/^ .* $/.test(code) ? code.slice(1, -1) : code));
    return true;
  }

  /** Where the next run of just as many backticks is. */
  private endOf(run: string): number {
    const runs = /`+/g;
    runs.lastIndex = this.at + run.length;
    for (let found = runs.exec(this.line); found !== null; found = runs.exec(this.line)) {
      if (found[0].length === run.length) {
        return found.index;
      }
    }
    return -1;
  }

  private shown(): boolean {
    const [found, part] =
      this.replaced(escaped, ([, character = '']) => this.style.text(character)) ??
      this.replaced(link, ([, name = '', url = '']) => this.style.address(url, name === url ? null : name)) ??
      this.replaced(address, ([, url = '']) => this.style.address(url, null)) ??
      [];
    if (found === undefined || part === undefined) {
      return false;
    }
    this.flush(this.at + found.length);
    this.parts.push(part);
    return true;
  }

  private replaced(pattern: RegExp, by: (found: RegExpExecArray) => string): readonly [string, string] | null {
    const found = this.match(pattern);
    return found === null ? null : [found[0], by(found)];
  }

  private emphasis(): boolean {
    const before = this.line[this.at - 1] ?? ' ';
    const afterOf = (mark: string): string => this.line[this.at + mark.length] ?? ' ';
    const isHere = (mark: string): boolean => this.line.startsWith(mark, this.at);
    // Of `***` that mark ends first which was opened last.
    const last = this.open.at(-1)?.mark;
    const isEnd = last !== undefined && isHere(last) && canEnd(last, before, afterOf(last));
    const [mark, emphasis] = emphases.find(([known]) => (isEnd ? known === last : isHere(known))) ?? [];
    if (mark === undefined || emphasis === undefined) {
      return false;
    }
    const after = afterOf(mark);
    const opened = this.open.findIndex((candidate) => candidate.mark === mark);
    if (opened >= 0 && canEnd(mark, before, after)) {
      this.flush(this.at + mark.length);
      const { part } = this.open[opened]!;
      // What was opened in between and not ended is text.
      this.open.splice(opened);
      this.parts[part] = this.style.mark(emphasis, 'begin');
      this.parts.push(this.style.mark(emphasis, 'end'));
      return true;
    }
    if (opened < 0 && canEnd(mark, after, before)) {
      this.flush(this.at + mark.length);
      this.open.push({ mark, part: this.parts.length });
      this.parts.push(this.style.text(mark));
    } else {
      this.at += mark.length;
    }
    return true;
  }
}

/** A stretch has no blank at its ends, and an underscore inside a word is part of a name. */
function canEnd(mark: string, inside: string, outside: string): boolean {
  return !/\s/.test(inside) && !(mark.startsWith('_') && /[\p{L}\p{N}_]/u.test(outside));
}
