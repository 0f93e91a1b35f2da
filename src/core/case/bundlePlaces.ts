import type { Bundle, BundleMember } from '../bundle/bundle';
import { ByteCache } from '../bytes/byteCache';
import { linesOf } from '../bytes/lines';
import { isoTime } from '../enrollment/clock/isoTime';
import type { EvidenceRef, LineRef, RecordRef } from '../enrollment/document/evidence';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { MemberTexts } from '../search/memberTexts';
import { isRecordPlace, type Anchor, type LinePlace, type Place, type RecordPlace } from './anchor';
import { recordFinder, storyItems, type AnchorSource } from './anchorSource';
import { HashedLines } from './hashedLines';
import { MemberPaths } from './memberPaths';
import { resolveAnchor, type ResolvedAnchor } from './resolveAnchor';

/** Fingerprints that are kept between questions, bytes. */
const cacheBytes = 64 * 1024 * 1024;

/** Pins notes to the records and lines of one open bundle, and finds them again. */
export class BundlePlaces {
  private readonly paths: MemberPaths;
  private readonly members: ReadonlyMap<string, BundleMember>;
  private readonly texts: MemberTexts;
  private readonly hashed = new ByteCache<string, HashedLines>(cacheBytes);
  private readonly record: AnchorSource['record'];

  constructor(private readonly bundle: Bundle) {
    this.paths = new MemberPaths(bundle.members.map(({ path }) => path));
    this.members = new Map(bundle.members.map((member) => [member.path, member]));
    this.texts = new MemberTexts(bundle);
    this.record = recordFinder(bundle.logs.events);
  }

  /**
   * What makes a record or line findable again; `null` where the bundle does not have it.
   * @param count how many lines, from the one that `evidence` names
   */
  async placeOf(evidence: EvidenceRef, count = 1, signal?: AbortSignal): Promise<Place | null> {
    return 'recordId' in evidence ? this.recordPlace(evidence) : this.linePlace(evidence, count, signal);
  }

  /** Where each of the anchors belongs. Reads the texts that their lines may be in. */
  async resolve(
    anchors: readonly Anchor[],
    story: TriageDocument,
    signal?: AbortSignal,
  ): Promise<readonly ResolvedAnchor[]> {
    const known = new Map<string, HashedLines | null>();
    for (const path of this.candidatesFor(anchors)) {
      known.set(path, await this.linesOf(path, signal));
    }
    const source: AnchorSource = {
      members: this.paths,
      record: this.record,
      lines: (path) => known.get(path) ?? null,
      items: (kind) => storyItems(story, kind),
    };
    return anchors.map((anchor) => resolveAnchor(anchor, source));
  }

  private recordPlace({ path, recordId }: RecordRef): RecordPlace | null {
    const log = this.bundle.logs.events.files.find((file) => file.path === path)?.log;
    const index = log?.columns.recordId.indexOf(recordId) ?? -1;
    if (log === undefined || index < 0) {
      return null;
    }
    const { channel, timeMs } = log.columns;
    return { path, channel: log.channels[channel[index]!]!, recordId, time: isoTime(timeMs[index]!) };
  }

  private async linePlace({ path, line }: LineRef, count: number, signal?: AbortSignal): Promise<LinePlace | null> {
    const lines = await this.linesOf(path, signal);
    return lines === null || line > lines.count ? null : lines.place(path, line, count);
  }

  private candidatesFor(anchors: readonly Anchor[]): ReadonlySet<string> {
    const wanted = new Set(anchors.flatMap(placesIn).flatMap((place) => (isRecordPlace(place) ? [] : [place.path])));
    return new Set([...wanted].flatMap((path) => this.paths.candidates(path).map((candidate) => candidate.path)));
  }

  private async linesOf(path: string, signal?: AbortSignal): Promise<HashedLines | null> {
    const kept = this.hashed.get(path);
    const member = this.members.get(path);
    if (kept !== undefined || member === undefined) {
      return kept ?? null;
    }
    const content = await this.texts.read(member, signal);
    if ('reason' in content) {
      return null;
    }
    const lines = new HashedLines(Array.from(linesOf(content.text), ({ text }) => text));
    this.hashed.set(path, lines, 2 * content.text.length);
    return lines;
  }
}

function placesIn(anchor: Anchor): readonly Place[] {
  switch (anchor.kind) {
    case 'line':
    case 'record':
      return [anchor.place];
    case 'reboot':
    case 'signIn':
    case 'finding':
      return anchor.place === null ? [] : [anchor.place];
    case 'link':
      return [anchor.from, anchor.to];
    case 'case':
    case 'member':
    case 'timeRange':
      return [];
  }
}
