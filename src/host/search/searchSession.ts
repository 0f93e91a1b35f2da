import type { MemberCount, SearchLimits, SearchMatch } from '../../core/search/searchResult';
import type { OpenBundle } from '../bundle/openBundle';
import { RequestCancelledError } from '../bundle/bundleWorker';
import type { SearchResults, SearchState } from './resultText';

/** Enough to read through and little enough for an editor to take on while it streams. */
export const shownLimits: SearchLimits = { total: 5_000, perMember: 5_000 };

/** One search in one bundle: runs, stops, runs again, and holds what it found. */
export class SearchSession {
  private state: SearchState = { kind: 'running' };
  private matches: SearchMatch[] = [];
  private counts = new Map<string, MemberCount>();
  private cancellation = new AbortController();

  constructor(
    readonly bundle: OpenBundle,
    readonly query: string,
    /** Told whenever there is something new to show. */
    private readonly onDidChange: () => void,
  ) {}

  get results(): SearchResults {
    const { bundle, query, state, matches, counts } = this;
    return { bundleName: bundle.name, query, state, matches, counts };
  }

  get isRunning(): boolean {
    return this.state.kind === 'running';
  }

  /** Searches, from the beginning where it was done before. Never rejects: what went wrong is in the results. */
  async run(): Promise<void> {
    this.cancellation.abort();
    const cancellation = new AbortController();
    this.cancellation = cancellation;
    this.matches = [];
    this.counts = new Map();
    this.enter({ kind: 'running' });
    const isCurrent = (): boolean => this.cancellation === cancellation;
    try {
      const request = { query: this.query, limits: shownLimits, uniqueEvents: false };
      const outcome = await this.bundle.search(request, cancellation.signal, (part) => {
        if (!isCurrent() || cancellation.signal.aborted) {
          return;
        }
        if (part.kind === 'matches') {
          this.matches.push(...part.matches);
        } else {
          this.counts.set(part.count.path, part.count);
        }
        this.onDidChange();
      });
      if (isCurrent()) {
        this.enter({ kind: 'done', outcome });
      }
    } catch (error) {
      if (isCurrent()) {
        this.enter(
          error instanceof RequestCancelledError
            ? { kind: 'stopped' }
            : { kind: 'failed', reason: error instanceof Error ? error.message : String(error) },
        );
      }
    }
  }

  stop(): void {
    this.cancellation.abort();
  }

  private enter(state: SearchState): void {
    this.state = state;
    this.onDidChange();
  }
}
