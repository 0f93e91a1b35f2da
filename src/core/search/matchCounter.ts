import type { MemberCount, SearchMatch, SearchUpdate } from './searchResult';

/** Matches that are handed out together; fewer when they have waited long enough. */
const batchSize = 200;
/** Milliseconds. */
const longestWait = 50;

/** Counts the matches in one file, and gathers those that there is room for. */
export class MatchCounter {
  private total = 0;
  private shown = 0;
  private waiting: SearchMatch[] = [];
  private lastBatch = Date.now();

  constructor(
    private readonly path: string,
    private readonly room: number,
  ) {}

  /** Counts one match; `build` makes it, if there is room to show it. */
  add(build: () => SearchMatch): void {
    this.total += 1;
    if (this.shown < this.room) {
      this.shown += 1;
      this.waiting.push(build());
    }
  }

  get count(): MemberCount {
    const { path, total, shown } = this;
    return { path, total, shown };
  }

  /** Hands out what waits, when it is worth it or `all` is asked for. */
  *takeBatch(all: boolean): Generator<SearchUpdate, void, undefined> {
    const isDue = this.waiting.length >= batchSize || Date.now() - this.lastBatch > longestWait;
    if (this.waiting.length > 0 && (all || isDue)) {
      const matches = this.waiting;
      this.waiting = [];
      this.lastBatch = Date.now();
      yield { kind: 'matches', path: this.path, matches };
    }
  }
}
