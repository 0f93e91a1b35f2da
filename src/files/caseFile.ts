import * as l10n from '@vscode/l10n';
import { readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorProblem, warningProblem, type Problem } from '../core/bytes/problem';
import { belonging, withBundle } from '../core/case/bundleIdentity';
import { newCase, type BundleIdentity, type CaseDocument } from '../core/case/caseDocument';
import { excerptOf } from '../core/case/excerpt';
import { mergeCases, type FoundConflict } from '../core/case/mergeCases';
import { readCase } from '../core/case/readCase';
import { sameValue } from '../core/case/sameValue';
import { writeCase } from '../core/case/writeCase';
import { CaseJournal, type Recovered } from './caseJournal';
import { journalPrefix } from './casePlace';
import { caseProblem, errorCode } from './caseProblem';
import { contentHash, removeLeftovers, replaceFile, type ContentHash } from './caseWrite';

export interface CaseFileOptions {
  /** Path of the case, see `casePlace.ts`. */
  readonly file: string;
  readonly bundle: BundleIdentity;
  /** A local folder for journals, the same for all windows of a machine. */
  readonly journalFolder: string;
  /** How long a deed stays in its journal after it was saved, milliseconds. */
  readonly settleMs?: number;
}

export interface OpenedCase {
  readonly file: CaseFile;
  readonly case: CaseDocument;
  /** Why the case is not shown, or not as a whole. */
  readonly problems: readonly Problem[];
  /** Journals held something that the file does not have: it should be saved. */
  readonly isRecovered: boolean;
}

/** What came of a save or a commit. */
export type SaveOutcome =
  | {
      readonly ok: true;
      /** With what others have done to the file meanwhile: to be merged into what is shown. */
      readonly case: CaseDocument;
      readonly conflicts: readonly FoundConflict[];
    }
  /** Nothing is lost as long as the journal works: the place can be chosen anew with {@link CaseFile.moveTo}. */
  | { readonly ok: false; readonly problem: Problem };

/** No case is larger; what is, is something else, bytes. */
const largestCase = 256 * 1024 * 1024;
/** How often a save starts anew because somebody else was faster. */
const mostAttempts = 50;
/** After this time a save looks whether it is still there: another one may have looked before and renamed after it, milliseconds. */
const secondLook = 15;
const defaultSettleMs = 60_000;

/** The file as it was last read or written here. */
interface Known {
  readonly hash: ContentHash;
  readonly case: CaseDocument;
}

/**
 * A case on disk. A deed is committed when it is in the journal, which costs one short write; the file itself is written
 * by {@link save}, as a whole and without a lock. Whoever else writes to it at the same time is merged with.
 */
export class CaseFile {
  private readonly journal: CaseJournal;
  private readonly settleMs: number;
  private finishedJournals: readonly string[];
  private work: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly options: CaseFileOptions,
    journal: CaseJournal,
    private file: string,
    private known: Known,
    private latest: CaseDocument,
    /** Why the file must not be written over. */
    private blocked: Problem | null,
    { finished }: Recovered,
  ) {
    this.journal = journal;
    this.settleMs = options.settleMs ?? defaultSettleMs;
    this.finishedJournals = finished;
  }

  /** Reads the case of a bundle, or begins one; with what journals of ended processes hold. Never rejects. */
  static async open(options: CaseFileOptions): Promise<OpenedCase> {
    const { file, bundle, journalFolder } = options;
    const journal = new CaseJournal(journalFolder, journalPrefix(bundle.sha256));
    await removeLeftovers(file);
    const reading = await readKnown(file, bundle);
    const recovered = await journal.recover();
    const read = reading.ok ? withBundle(reading.known.case, bundle) : newCase(bundle);
    const latest = recovered.case === null ? read : mergeCases(read, recovered.case).case;
    const known = reading.ok ? reading.known : { hash: null, case: newCase(bundle) };
    const blocked = reading.ok ? null : reading.problem;
    return {
      file: new CaseFile(options, journal, file, known, latest, blocked, recovered),
      case: latest,
      problems: reading.ok ? reading.problems : [reading.problem],
      isRecovered: !sameValue(latest, read),
    };
  }

  /** Path of the case. */
  get path(): string {
    return this.file;
  }

  /**
   * Makes what was done to `subjects` last, whatever happens to this process. Where the journal cannot be written, the
   * case itself is. Never rejects.
   */
  commit(document: CaseDocument, subjects: readonly string[]): Promise<SaveOutcome> {
    return this.inTurn(async () => {
      this.latest = document;
      try {
        await this.journal.append(excerptOf(document, subjects));
        return { ok: true, case: document, conflicts: [] };
      } catch {
        return this.write();
      }
    });
  }

  /** Writes all that was committed to the file, merged with what others wrote. Never rejects. */
  save(): Promise<SaveOutcome> {
    return this.inTurn(() => this.write());
  }

  /** What others have written meanwhile, merged with what was committed here. Never rejects. */
  refresh(): Promise<SaveOutcome> {
    return this.inTurn(() => this.mergeFile());
  }

  /** Keeps the case elsewhere from now on, merged with what is there; to be followed by {@link save}. */
  moveTo(file: string): void {
    this.file = file;
    this.known = { hash: null, case: newCase(this.options.bundle) };
    this.blocked = null;
  }

  /**
   * Makes room for a new case where the present file is none, or that of another bundle: it gets another name.
   * Resolves with its new path; rejects with the system's error.
   */
  setAside(): Promise<string> {
    return this.inTurn(async () => {
      const { dir, name, ext } = path.parse(this.file);
      const hash = contentHash(await readFile(this.file));
      const aside = path.join(dir, `${name}.aside-${hash.slice(0, 8)}${ext}`);
      await rename(this.file, aside);
      this.moveTo(this.file);
      return aside;
    });
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.work.then(task);
    this.work = result.catch(() => undefined);
    return result;
  }

  private async write(): Promise<SaveOutcome> {
    const conflicts: FoundConflict[] = [];
    try {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const merged = await this.mergeFile();
        if (!merged.ok) {
          return merged;
        }
        conflicts.push(...merged.conflicts);
        const text = writeCase(this.latest);
        const hash = contentHash(text);
        if (hash === this.known.hash) {
          await this.forgetSaved();
          return { ok: true, case: this.latest, conflicts };
        }
        if (await replaceFile(this.file, text, this.known.hash)) {
          this.known = { hash, case: this.latest };
        }
        await pause(secondLook * (1 + Math.random()));
      }
    } catch (error) {
      return { ok: false, problem: caseProblem(error, this.file) };
    }
    const detail = l10n.t(
      'The case cannot be saved: others write to it all the time. It is tried again with the next change.',
    );
    return { ok: false, problem: errorProblem('case.busy', this.file, detail) };
  }

  private async mergeFile(): Promise<SaveOutcome> {
    if (this.blocked !== null) {
      return { ok: false, problem: this.blocked };
    }
    const reading = await readKnown(this.file, this.options.bundle, this.known);
    if (!reading.ok) {
      return reading;
    }
    const { known } = reading;
    const isNews = known.hash !== null && known.hash !== this.known.hash;
    const { case: latest, conflicts } = isNews
      ? mergeCases(this.latest, known.case, this.known.case)
      : { case: this.latest, conflicts: [] };
    this.latest = latest;
    this.known = known;
    return { ok: true, case: latest, conflicts };
  }

  private async forgetSaved(): Promise<void> {
    // A journal that stays costs nothing but its room.
    await this.journal.saved(this.settleMs).catch(() => undefined);
    await this.journal.remove(this.finishedJournals, this.settleMs);
    this.finishedJournals = [];
  }
}

type KnownReading =
  | { readonly ok: true; readonly known: Known; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** @param before is returned as it is where the file has not changed since */
async function readKnown(file: string, bundle: BundleIdentity, before?: Known): Promise<KnownReading> {
  try {
    const { hash, bytes } = await readContent(file);
    if (before?.hash === hash) {
      return { ok: true, known: before, problems: [] };
    }
    if (hash === null) {
      return { ok: true, known: { hash, case: newCase(bundle) }, problems: [] };
    }
    // Text that is not UTF-8 would not come out as it went in.
    const reading = readCase(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file);
    if (!reading.ok) {
      return reading;
    }
    if (belonging(reading.case, bundle) === 'other') {
      const detail = l10n.t('The case that lies here was written about another bundle. It is left as it is.');
      return { ok: false, problem: warningProblem('case.other-bundle', file, detail) };
    }
    return { ok: true, known: { hash, case: reading.case }, problems: reading.problems };
  } catch (error) {
    return { ok: false, problem: unreadable(error, file) };
  }
}

function unreadable(error: unknown, file: string): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return errorProblem('case.unreadable', file, l10n.t('The case cannot be read: {0}. It is left as it is.', reason));
}

async function readContent(file: string): Promise<{ readonly hash: ContentHash; readonly bytes: Uint8Array }> {
  try {
    const { size } = await stat(file);
    if (size > largestCase) {
      throw new Error(l10n.t('its {0} bytes are more than any case has', size));
    }
    const bytes = await readFile(file);
    return { hash: contentHash(bytes), bytes };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return { hash: null, bytes: new Uint8Array() };
    }
    throw error;
  }
}
