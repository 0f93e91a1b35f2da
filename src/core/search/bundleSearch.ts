import type { Bundle, BundleMember } from '../bundle/bundle';
import type { EventFile } from '../bundle/eventStore';
import { linesOf } from '../bytes/lines';
import { Pace } from '../bytes/pace';
import type { Triage } from '../enrollment/triage';
import { ContentTest } from './contentTest';
import { EventSearch, type RecordTimes } from './eventSearch';
import { lineFacts, type LineFacts } from './lineFacts';
import { excludesLines, LineSearch } from './lineSearch';
import { MatchCounter } from './matchCounter';
import { MemberTexts } from './memberTexts';
import { parseQuery } from './parseQuery';
import { planSearch, type SearchPlan } from './searchPlan';
import type { MemberCount, SearchLimits, SearchUpdate, UnsearchedMember } from './searchResult';

export interface SearchOptions {
  readonly limits?: SearchLimits | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Event records only, and each only once, however many files of the bundle hold it. */
  readonly uniqueEvents?: boolean | undefined;
}

/** Enough to read through and little enough to show. */
const defaultLimits: SearchLimits = { total: 5_000, perMember: 5_000 };

/** Records or lines between two looks at the clock: a few tenths of a millisecond. */
const stride = 64;

/** Searches one bundle, again and again; keeps what the next search can use. */
export class BundleSearch {
  private readonly texts: MemberTexts;
  private readonly files: ReadonlyMap<string, EventFile>;
  private recordTimes: ReadonlyMap<EventFile, RecordTimes> | undefined;
  private readonly facts = new Map<string, LineFacts | null>();

  constructor(
    private readonly bundle: Bundle,
    private readonly told: Triage,
  ) {
    this.texts = new MemberTexts(bundle);
    this.files = new Map(bundle.logs.events.files.map((file) => [file.path, file]));
  }

  /**
   * Looks for what `queryText` asks for, file by file in the order of the bundle. Hands out matches as they are found
   * and, last, the outcome. Matches beyond the limits are counted. Throws the signal's reason when aborted.
   */
  async *search(queryText: string, options: SearchOptions = {}): AsyncGenerator<SearchUpdate, void, undefined> {
    const startedAt = Date.now();
    const { limits = defaultLimits, signal, uniqueEvents = false } = options;
    const { plan, problems } = planSearch(parseQuery(queryText), this.told.document);
    const content = new ContentTest(plan);
    const pace = new Pace();
    const members: MemberCount[] = [];
    const notSearched: UnsearchedMember[] = [];
    let searched = 0;
    let shown = 0;
    let total = 0;
    for (const member of problems.length > 0 ? [] : this.bundle.members) {
      await pace.breathe(signal);
      if (!plan.member.every(({ fits, negated }) => fits(member.path) !== negated)) {
        continue;
      }
      const room = Math.min(limits.perMember, limits.total - shown);
      const counter = new MatchCounter(member.path, room);
      const file = this.files.get(member.path);
      if (file !== undefined) {
        searched += 1;
        yield* this.searchEvents(new EventSearch(file, this.timesOf(file), plan, content), file, counter, {
          pace,
          signal,
          uniqueEvents,
        });
      } else if (!uniqueEvents && !excludesLines(plan)) {
        const read = await this.texts.read(member, signal);
        if ('reason' in read) {
          notSearched.push({ path: member.path, reason: read.reason });
          continue;
        }
        searched += 1;
        if (content.mayFit(read.text)) {
          yield* this.searchLines(read.text, this.lineSearch(member, plan, content), counter, { pace, signal });
        }
      } else {
        continue;
      }
      const { count } = counter;
      shown += count.shown;
      total += count.total;
      if (count.total > 0) {
        members.push(count);
        yield { kind: 'member', count };
      }
    }
    const elapsedMs = Date.now() - startedAt;
    yield { kind: 'end', outcome: { problems, members, searched, notSearched, total, shown, elapsedMs } };
  }

  private async *searchEvents(
    search: EventSearch,
    { log, path }: EventFile,
    counter: MatchCounter,
    { pace, signal, uniqueEvents }: { pace: Pace; signal: AbortSignal | undefined; uniqueEvents: boolean },
  ): AsyncGenerator<SearchUpdate, void, undefined> {
    const { isCopy } = this.timesOf(this.files.get(path)!);
    for (let index = 0; index < log.count; index += 1) {
      if (!(uniqueEvents && isCopy[index] === 1) && search.fits(index)) {
        counter.add(() => search.match(index));
      }
      if (index % stride === 0) {
        await pace.breathe(signal);
        yield* counter.takeBatch(false);
      }
    }
    yield* counter.takeBatch(true);
  }

  private async *searchLines(
    text: string,
    search: LineSearch,
    counter: MatchCounter,
    { pace, signal }: { pace: Pace; signal: AbortSignal | undefined },
  ): AsyncGenerator<SearchUpdate, void, undefined> {
    for (const { number, text: line } of linesOf(text)) {
      if (search.fits(number, line)) {
        counter.add(() => search.match(number, line));
      }
      if (number % stride === 0) {
        await pace.breathe(signal);
        yield* counter.takeBatch(false);
      }
    }
    yield* counter.takeBatch(true);
  }

  private lineSearch({ path }: BundleMember, plan: SearchPlan, content: ContentTest): LineSearch {
    let facts = this.facts.get(path);
    if (facts === undefined) {
      facts = lineFacts(this.bundle, this.told.clock, path);
      this.facts.set(path, facts);
    }
    return new LineSearch(path, facts, plan, content);
  }

  private timesOf(file: EventFile): RecordTimes {
    this.recordTimes ??= recordTimes(this.bundle, this.told);
    return this.recordTimes.get(file)!;
  }
}

/** The tracks of the channels, laid out by file. What no channel took is a copy and keeps its own time. */
function recordTimes({ logs }: Bundle, { clock }: Triage): ReadonlyMap<EventFile, RecordTimes> {
  const { files, channels } = logs.events;
  const times = new Map(
    files.map((file) => [
      file,
      { timeMs: file.log.columns.timeMs.slice(), isCopy: new Uint8Array(file.log.count).fill(1) },
    ]),
  );
  for (const channel of channels) {
    const track = clock.ofChannel(channel);
    const ofFiles = channel.files.map((file) => times.get(file)!);
    for (let position = 0; position < channel.count; position += 1) {
      const { timeMs, isCopy } = ofFiles[channel.fileOf[position]!]!;
      const index = channel.indexOf[position]!;
      timeMs[index] = track[position]!;
      isCopy[index] = 0;
    }
  }
  return times;
}
