import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pace } from '../core/bytes/pace';
import { errorProblem, warningProblem, type Problem } from '../core/bytes/problem';
import { belonging, withBundle } from '../core/case/bundleIdentity';
import { newCase, type BundleIdentity, type CaseDocument } from '../core/case/caseDocument';
import { excerptOf } from '../core/case/excerpt';
import { mergeCases, type FoundConflict } from '../core/case/mergeCases';
import { readCase } from '../core/case/readCase';
import { sameValue } from '../core/case/sameValue';
import { printAhead, writeCase } from '../core/case/writeCase';
import { CaseJournal, type Recovered } from './caseJournal';
import { journalPrefix } from './casePlace';
import { caseProblem } from './caseProblem';
import { removeLeftovers, replaceFile } from './caseWrite';
import { holds, noFile, seeFile, type SeenFile } from './seenFile';

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
  readonly file: SeenFile;
  readonly case: CaseDocument;
}

/** A case as the content of its file. */
interface Printed {
  readonly case: CaseDocument;
  readonly bytes: Uint8Array;
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
  private printed: Printed | null = null;

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
    const known = reading.ok ? reading.known : { file: noFile, case: newCase(bundle) };
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
    this.known = { file: noFile, case: newCase(this.options.bundle) };
    this.blocked = null;
  }

  /**
   * Makes room for a new case where the present file is none, or that of another bundle: it gets another name.
   * Resolves with its new path; rejects with the system's error.
   */
  setAside(): Promise<string> {
    return this.inTurn(async () => {
      const { dir, name, ext } = path.parse(this.file);
      const hash = createHash('sha256')
        .update(await readFile(this.file))
        .digest('hex');
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
        const { bytes } = await this.printedLatest();
        if (holds(this.known.file, bytes)) {
          await this.forgetSaved();
          return { ok: true, case: this.latest, conflicts };
        }
        if (await replaceFile(this.file, bytes, this.known.file)) {
          this.known = { file: { bytes, stamp: null }, case: this.latest };
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

  /** The file as it has to be now. A save looks twice, and mostly nothing has changed between. */
  private async printedLatest(): Promise<Printed> {
    if (this.printed?.case !== this.latest) {
      await printAhead(this.latest, new Pace());
      this.printed = { case: this.latest, bytes: Buffer.from(writeCase(this.latest)) };
    }
    return this.printed;
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
    const isNews = known.file.bytes !== null && known.file.bytes !== this.known.file.bytes;
    const { case: latest, conflicts } = isNews
      ? mergeCases(this.latest, known.case, this.known.case)
      : { case: this.latest, conflicts: [] };
    this.latest = latest;
    this.known = known;
    return { ok: true, case: latest, conflicts };
  }

  private async forgetSaved(): Promise<void> {
    this.printed = null;
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
    const seen = await seeFile(file, before?.file ?? null, largestCase, (size) => {
      return new Error(l10n.t('its {0} bytes are more than any case has', String(size)));
    });
    const { bytes } = seen;
    if (bytes === null) {
      return {
        ok: true,
        known: before?.file.bytes === null ? before : { file: seen, case: newCase(bundle) },
        problems: [],
      };
    }
    if (before?.file.bytes === bytes) {
      return { ok: true, known: { ...before, file: seen }, problems: [] };
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
    return { ok: true, known: { file: seen, case: reading.case }, problems: reading.problems };
  } catch (error) {
    return { ok: false, problem: unreadable(error, file) };
  }
}

function unreadable(error: unknown, file: string): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return errorProblem('case.unreadable', file, l10n.t('The case cannot be read: {0}. It is left as it is.', reason));
}
