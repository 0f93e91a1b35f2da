import type { Problem } from '../../core/bytes/problem';
import type { CaseDocument } from '../../core/case/caseDocument';
import type { Command } from '../../core/case/command';
import type { FoundConflict } from '../../core/case/mergeCases';
import type { CaseFile, OpenedCase, SaveOutcome } from '../../files/caseFile';
import type { Disposing } from '../disposable';
import { engine } from '../engine';

/** How long the case rests before it is written: a person who types a series of notes costs one write, milliseconds. */
const defaultSaveDelay = 800;
/** Deeds that can be taken back, one after the other. */
const undosKept = 200;

/** Who is told what happens to a case. */
export interface CaseListener {
  /** The case is another one now. */
  changed(): void;
  /** Somebody else changed the same thing at the same time. */
  conflicted(conflicts: readonly FoundConflict[]): void;
  /** The case cannot be read or saved where it is; told once for each reason, until a save gets through. */
  troubled(problem: Problem): void;
}

export interface CaseSessionOptions {
  /** Who acts. */
  readonly by: () => string;
  readonly saveDelay?: number;
}

/** What came of a deed. */
export type Deed = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** The case of one open bundle: shown as it is now, confirmed in its journal, saved soon after, merged with what others write. */
export class CaseSession implements Disposing {
  private current: CaseDocument;
  private readonly file: CaseFile;
  private readonly undos: Command[] = [];
  private work: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private toldTrouble: string | null = null;
  private isClosed = false;

  constructor(
    opened: OpenedCase,
    private readonly listener: CaseListener,
    private readonly options: CaseSessionOptions,
  ) {
    this.file = opened.file;
    this.current = opened.case;
    if (opened.isRecovered) {
      this.saveSoon();
    }
    for (const problem of opened.problems) {
      this.tell(problem);
    }
  }

  get document(): CaseDocument {
    return this.current;
  }

  get path(): string {
    return this.file.path;
  }

  get canUndo(): boolean {
    return this.undos.length > 0;
  }

  get conflicts(): readonly FoundConflict[] {
    return engine().conflictsIn(this.current);
  }

  /** Does what a person asks for. Resolves when it is confirmed: no crash can lose it then. Never rejects. */
  async apply(command: Command): Promise<Deed> {
    return this.carryOut(command, true);
  }

  /** Takes the last deed of this window back. */
  async undo(): Promise<Deed> {
    const undo = this.undos.pop();
    return undo === undefined ? { ok: true } : this.carryOut(undo, false);
  }

  /** Takes over what a colleague's case says. */
  async merge(theirs: CaseDocument): Promise<readonly FoundConflict[]> {
    const { case: merged, conflicts } = engine().mergeCases(this.current, theirs);
    const subjects = [...new Set([...theirs.annotations.map(({ id }) => id), ...theirs.trail.map(({ on }) => on)])];
    this.become(merged);
    await this.confirm(subjects);
    return conflicts;
  }

  /** Writes all that was done. Resolves with whether it got through. */
  save(): Promise<boolean> {
    clearTimeout(this.timer);
    return this.inTurn(async () => this.absorb(await this.file.save()));
  }

  /** Looks what others have written. */
  refresh(): Promise<boolean> {
    return this.inTurn(async () => this.absorb(await this.file.refresh()));
  }

  /** Keeps the case elsewhere from now on. */
  async moveTo(path: string): Promise<boolean> {
    this.toldTrouble = null;
    await this.inTurn(() => {
      this.file.moveTo(path);
      return Promise.resolve();
    });
    return this.save();
  }

  /** Begins a new case where the present file is none; resolves with the new name of that file. */
  async setAside(): Promise<string> {
    const aside = await this.inTurn(() => this.file.setAside());
    await this.save();
    return aside;
  }

  /** Writes what is not written yet, and says no more. */
  async close(): Promise<void> {
    const isWaiting = this.timer !== undefined;
    this.dispose();
    if (isWaiting) {
      await this.save();
    } else {
      await this.work;
    }
  }

  dispose(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private async carryOut(command: Command, canBeUndone: boolean): Promise<Deed> {
    const applied = engine().applyCommand(this.current, command, this.options.by(), new Date().toISOString());
    if (!applied.ok) {
      return applied;
    }
    if (canBeUndone && applied.undo !== null) {
      this.undos.splice(0, Math.max(0, this.undos.length + 1 - undosKept));
      this.undos.push(applied.undo);
    }
    if (applied.subjects.length > 0) {
      this.become(applied.case);
      await this.confirm(applied.subjects);
    }
    return { ok: true };
  }

  /**
   * What is committed is what is current when its turn comes: by then all that earlier turns have brought from the file
   * is part of it, and is not written over.
   */
  private async confirm(subjects: readonly string[]): Promise<void> {
    await this.inTurn(async () => {
      const committed = this.current;
      const outcome = await this.file.commit(committed, subjects);
      if (!outcome.ok || outcome.case !== committed) {
        this.absorb(outcome);
      }
    });
    this.saveSoon();
  }

  private absorb(outcome: SaveOutcome): boolean {
    if (!outcome.ok) {
      this.tell(outcome.problem);
      return false;
    }
    this.toldTrouble = null;
    if (outcome.case !== this.current) {
      this.become(engine().mergeCases(this.current, outcome.case).case);
    }
    if (outcome.conflicts.length > 0 && !this.isClosed) {
      this.listener.conflicted(outcome.conflicts);
    }
    return true;
  }

  private become(document: CaseDocument): void {
    if (document !== this.current) {
      this.current = document;
      if (!this.isClosed) {
        this.listener.changed();
      }
    }
  }

  private tell(problem: Problem): void {
    if (this.toldTrouble !== problem.code && !this.isClosed) {
      this.toldTrouble = problem.code;
      this.listener.troubled(problem);
    }
  }

  private saveSoon(): void {
    clearTimeout(this.timer);
    if (this.isClosed) {
      void this.save();
      return;
    }
    this.timer = setTimeout(() => void this.save(), this.options.saveDelay ?? defaultSaveDelay);
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.work.then(task);
    this.work = result.catch(() => undefined);
    return result;
  }
}
