import type * as vscode from 'vscode';
import type { TriageDocument } from '../../core/enrollment/triageDocument';
import type { ChannelSeries, MemberInfo, OpenedBundle } from '../../protocol/bundleService';
import { LogLines } from '../documents/logLines';
import type { BundleClient } from './bundleClient';
import { bundleKey } from './bundleKey';
import { MemberFolder } from './memberTree';

/** A member as the editor shows it. */
export interface MemberText {
  /** UTF-8 with byte order mark: the mark keeps the user's `files.encoding` from reading it as anything else. */
  readonly bytes: Uint8Array;
  readonly languageId: string;
  readonly lines: LogLines;
}

/** Why a member has no content to show, in words for people. */
export class MemberUnreadableError extends Error {
  override readonly name = 'MemberUnreadableError';
}

/** How many rendered texts stay in memory: enough for a few visible editors, stat and read of each. */
const textsKept = 6;

/** One open bundle: its story, its members, and their content on demand. */
export class OpenBundle implements vscode.Disposable {
  /** Identifies the content, wherever it was opened from. */
  readonly key: string;
  readonly tree: MemberFolder;
  private readonly membersByPath: ReadonlyMap<string, MemberInfo>;
  private readonly texts = new Map<string, Promise<MemberText>>();

  constructor(
    readonly source: vscode.Uri,
    /** Milliseconds since 1970 UTC; stands in for members without a time of their own. */
    readonly openedAt: number,
    private readonly opened: OpenedBundle,
    private readonly client: BundleClient,
  ) {
    this.key = bundleKey(opened.document.bundle.sha256);
    this.tree = MemberFolder.of(opened.members);
    this.membersByPath = new Map(opened.members.map((member) => [member.path, member]));
  }

  get name(): string {
    return this.opened.document.bundle.name;
  }

  get document(): TriageDocument {
    return this.opened.document;
  }

  get members(): readonly MemberInfo[] {
    return this.opened.members;
  }

  get problems(): OpenedBundle['problems'] {
    return this.opened.problems;
  }

  member(path: string): MemberInfo | undefined {
    return this.membersByPath.get(path);
  }

  /** The member's own bytes. Throws {@link MemberUnreadableError}. */
  async bytes(path: string): Promise<Uint8Array> {
    const answer = await this.client.read(path);
    if ('reason' in answer) {
      throw new MemberUnreadableError(answer.reason);
    }
    return answer.bytes;
  }

  /** The member as readable text; where it cannot be read, the text says why. */
  text(path: string): Promise<MemberText> {
    const known = this.texts.get(path);
    this.texts.delete(path);
    const text = known ?? this.render(path);
    this.texts.set(path, text);
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= textsKept) {
        break;
      }
      this.texts.delete(oldest);
    }
    return text;
  }

  series(): Promise<readonly ChannelSeries[]> {
    return this.client.series();
  }

  dispose(): void {
    this.texts.clear();
    this.client.dispose();
  }

  private async render(path: string): Promise<MemberText> {
    try {
      const answer = await this.client.render(path);
      return 'reason' in answer
        ? memberText(`# ${path}\n\n${answer.reason}\n`, 'mdmlog', new LogLines(null, null))
        : memberText(answer.text, answer.languageId, new LogLines(answer.recordLines, answer.recordIds));
    } catch (error) {
      this.texts.delete(path);
      throw error;
    }
  }
}

function memberText(text: string, languageId: string, lines: LogLines): MemberText {
  return { bytes: new TextEncoder().encode(`\uFEFF${text}`), languageId, lines };
}
