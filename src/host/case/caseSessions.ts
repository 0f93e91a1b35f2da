import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Problem } from '../../core/bytes/problem';
import { emptyCase, type CaseDocument } from '../../core/case/caseDocument';
import type { FoundConflict } from '../../core/case/mergeCases';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable, type Disposing } from '../disposable';
import { engine } from '../engine';
import { caseAuthor } from './caseAuthor';
import type { CaseHome } from './caseHome';
import { CaseSession } from './caseSession';

/** Another window's write is a short series of changes to the folder, milliseconds. */
const restTime = 300;

/** What happened to a case, for those who show it. */
export interface CaseConflicts {
  readonly bundle: OpenBundle;
  readonly conflicts: readonly FoundConflict[];
}

export interface CaseTrouble {
  readonly bundle: OpenBundle;
  readonly session: CaseSession;
  readonly problem: Problem;
}

interface Held {
  readonly opening: Promise<CaseSession>;
  session: CaseSession | undefined;
  /** While names are hidden: the case as it was shown last, and what it was shown of. */
  hidden: { readonly shown: CaseDocument; readonly of: CaseDocument } | undefined;
  isHiding: boolean;
  watcher: Disposing | undefined;
}

/** The cases of the open bundles. A case is read when its bundle opens, and follows what other windows write. */
export class CaseSessions extends Disposable {
  private readonly held = new Map<OpenBundle, Held>();
  private readonly changed = this.register(new vscode.EventEmitter<OpenBundle>());
  private readonly conflicted = this.register(new vscode.EventEmitter<CaseConflicts>());
  private readonly troubled = this.register(new vscode.EventEmitter<CaseTrouble>());

  readonly onDidChange = this.changed.event;
  readonly onDidConflict = this.conflicted.event;
  readonly onTrouble = this.troubled.event;

  constructor(
    bundles: OpenBundles,
    private readonly home: CaseHome,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.register(
      bundles.onDidChange(() => {
        for (const bundle of bundles.all) {
          this.openQuietly(bundle);
        }
      }),
    );
    this.register(
      bundles.onDidLeave((bundle) => {
        void this.close(bundle);
      }),
    );
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          // Shares often report no changes.
          [...this.held.values()].forEach(({ session }) => void session?.refresh());
        }
      }),
    );
  }

  /** The case of a bundle as it is now; an empty one until it has been read. */
  caseOf(bundle: OpenBundle): CaseDocument {
    return this.held.get(bundle)?.session?.document ?? emptyCase;
  }

  /** The same as it may be shown: with pseudonyms while names are hidden. */
  shownOf(bundle: OpenBundle): CaseDocument {
    return bundle.redaction === null ? this.caseOf(bundle) : (this.held.get(bundle)?.hidden?.shown ?? emptyCase);
  }

  /** The entry of the case behind the first one that is shown and `fits`; its names may be hidden there. */
  behind<List extends 'verdicts' | 'stars'>(
    bundle: OpenBundle,
    list: List,
    fits: (shown: CaseDocument[List][number]) => boolean,
  ): CaseDocument[List][number] | undefined {
    const shown: readonly CaseDocument[List][number][] = this.shownOf(bundle)[list];
    const of = bundle.redaction === null ? this.caseOf(bundle) : this.held.get(bundle)?.hidden?.of;
    return of?.[list][shown.findIndex(fits)];
  }

  /** Each tag of the case as it is, and as it may be shown. */
  tagsOf(bundle: OpenBundle): ReadonlyMap<string, string> {
    const of = this.held.get(bundle)?.hidden?.of;
    const shown = this.shownOf(bundle).annotations;
    const real = bundle.redaction === null ? shown : (of?.annotations ?? []);
    return new Map(real.flatMap(({ tags }, index) => tags.map((tag, at) => [tag, shown[index]!.tags[at]!] as const)));
  }

  /** The session of a bundle that is open in this window. */
  async of(bundle: OpenBundle): Promise<CaseSession> {
    const known = this.held.get(bundle);
    if (known !== undefined) {
      return known.opening;
    }
    const held: Held = {
      opening: this.open(bundle),
      session: undefined,
      hidden: undefined,
      isHiding: false,
      watcher: undefined,
    };
    this.held.set(bundle, held);
    const session = await held.opening;
    if (this.held.get(bundle) === held) {
      held.session = session;
      held.watcher = this.watch(session);
      this.announce(bundle);
    }
    return session;
  }

  /** Keeps the case of a bundle in that folder from now on. */
  async moveTo(bundle: OpenBundle, folder: string): Promise<boolean> {
    const session = await this.of(bundle);
    await mkdir(folder, { recursive: true });
    const isSaved = await session.moveTo(await this.home.choose(bundle, folder));
    const held = this.held.get(bundle);
    if (held !== undefined) {
      held.watcher?.dispose();
      held.watcher = this.watch(session);
    }
    return isSaved;
  }

  /** Writes what is not written yet, when the window goes. */
  async flush(): Promise<void> {
    await Promise.all([...this.held.keys()].map((bundle) => this.close(bundle)));
  }

  override dispose(): void {
    for (const { session, watcher } of this.held.values()) {
      watcher?.dispose();
      session?.dispose();
    }
    this.held.clear();
    super.dispose();
  }

  private announce(bundle: OpenBundle): void {
    if (bundle.redaction === null) {
      this.changed.fire(bundle);
      return;
    }
    this.hideNames(bundle).catch((error: unknown) => {
      this.log.error(`Case of ${bundle.name} under pseudonyms: ${String(error)}`);
    });
  }

  /** One look at a time, and after it one at all that has changed meanwhile: each goes through the whole case. */
  private async hideNames(bundle: OpenBundle): Promise<void> {
    const held = this.held.get(bundle);
    if (held === undefined || held.isHiding) {
      return;
    }
    held.isHiding = true;
    try {
      while (this.held.get(bundle) === held && held.hidden?.of !== this.caseOf(bundle)) {
        const of = this.caseOf(bundle);
        const shown = engine().withKnownNotes(await bundle.shownCase(of), held.hidden?.shown ?? emptyCase);
        held.hidden = { shown, of };
        this.changed.fire(bundle);
      }
    } finally {
      held.isHiding = false;
    }
  }

  private openQuietly(bundle: OpenBundle): void {
    this.of(bundle).catch((error: unknown) => {
      this.log.error(`Case of ${bundle.name}: ${String(error)}`);
    });
  }

  private async open(bundle: OpenBundle): Promise<CaseSession> {
    const file = this.home.fileOf(bundle);
    const { journalFolder } = this.home;
    if (file.startsWith(path.dirname(journalFolder))) {
      await mkdir(path.dirname(file), { recursive: true });
    }
    const opened = await engine().CaseFile.open({ file, bundle: await bundle.caseIdentity(), journalFolder });
    // Problems of reading are told before the session is known to anybody.
    const early: Problem[] = [];
    let tell = (problem: Problem): void => void early.push(problem);
    const session: CaseSession = new CaseSession(
      opened,
      {
        changed: () => {
          this.announce(bundle);
        },
        conflicted: (conflicts) => {
          this.conflicted.fire({ bundle, conflicts });
        },
        troubled: (problem) => {
          tell(problem);
        },
      },
      { by: caseAuthor },
    );
    tell = (problem) => {
      this.log.warn(`Case of ${bundle.name}: ${problem.where}: ${problem.detail} (${problem.code})`);
      this.troubled.fire({ bundle, session, problem });
    };
    early.forEach(tell);
    return session;
  }

  private async close(bundle: OpenBundle): Promise<void> {
    const held = this.held.get(bundle);
    this.held.delete(bundle);
    held?.watcher?.dispose();
    await (await held?.opening.catch(() => undefined))?.close();
  }

  private watch(session: CaseSession): Disposing {
    const { dir, base } = path.parse(session.path);
    const pattern = new vscode.RelativePattern(vscode.Uri.file(dir), base.replace(/[[\]{}*?]/g, '?'));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    let timer: NodeJS.Timeout | undefined;
    const refreshSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void session.refresh(), restTime);
    };
    watcher.onDidChange(refreshSoon);
    watcher.onDidCreate(refreshSoon);
    return {
      dispose: () => {
        clearTimeout(timer);
        watcher.dispose();
      },
    };
  }
}
