import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { Bundle, BundleMember } from '../bundle/bundle';
import { kindOfContent, type MemberKind } from '../bundle/memberKind';
import { shownText } from '../bundle/shownBytes';
import { ByteCache } from '../bytes/byteCache';

/** A member's text, or why it has none, for people. */
export type MemberText = { readonly text: string } | { readonly reason: string };

/** Texts that are kept between searches, bytes. */
const cacheBytes = 64 * 1024 * 1024;
/** Larger members are not decoded at once, bytes. */
const largestText = 256 * 1024 * 1024;

/** Kinds that have no lines to search, and what to say about them. */
const withoutText: Partial<Readonly<Record<MemberKind, string>>> = spoken({
  evtx: phrase('event log that could not be opened'),
  evtLegacy: phrase('event log of Windows XP times'),
  etl: phrase('event trace'),
  archive: phrase('archive'),
  binary: phrase('not text'),
  empty: phrase('empty'),
  noResult: phrase('no result from the device'),
});

/** Kinds that are settled by their name or size: reading such a member would only confirm it. */
const settledKinds: ReadonlySet<MemberKind> = new Set(['etl', 'archive', 'evtLegacy', 'empty', 'noResult']);

/** The texts of the members of one bundle, decoded when they are asked for. */
export class MemberTexts {
  private readonly kept = new ByteCache<string, string>(cacheBytes);

  constructor(private readonly bundle: Pick<Bundle, 'read'>) {}

  async read(member: BundleMember, signal: AbortSignal | undefined): Promise<MemberText> {
    const { path, kind, size, unreadable } = member;
    const cached = this.kept.get(path);
    if (cached !== undefined) {
      return { text: cached };
    }
    if (unreadable !== null) {
      return { reason: l10n.t('unreadable: {0}', unreadable) };
    }
    if (settledKinds.has(kind)) {
      return { reason: withoutText[kind] ?? kind };
    }
    if (size > largestText) {
      return { reason: l10n.t('larger than {0} MiB', largestText / 1024 / 1024) };
    }
    const content = await this.bundle.read(path, { signal });
    if (!content.ok) {
      return { reason: content.problem.detail };
    }
    const found = kindOfContent(path, content.bytes);
    const reason = withoutText[found];
    if (reason !== undefined) {
      return { reason };
    }
    const text = shownText(found, content.bytes);
    this.kept.set(path, text, 2 * text.length);
    return { text };
  }
}
