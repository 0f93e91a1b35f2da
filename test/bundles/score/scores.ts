/** What is scored. */
export type Subject = 'reboots' | 'causes' | 're-prompts' | 'hello';

/** One thing that is true, or told, or both. */
interface Judgement {
  /** What the engine says; `null` for nothing. */
  readonly told: string | null;
  /** What is true; `null` for nothing. */
  readonly true: string | null;
  readonly isRight: boolean;
}

interface Count {
  right: number;
  missed: number;
  madeUp: number;
}

/** Counts of right, missed and made-up statements, by subject and by what they say. */
export class Scores {
  private readonly counts = new Map<string, Count>();

  judge(subject: Subject, judgement: Judgement): void {
    if (judgement.isRight) {
      this.count(subject, judgement.true).right += 1;
      return;
    }
    if (judgement.true !== null) {
      this.count(subject, judgement.true).missed += 1;
    }
    if (judgement.told !== null) {
      this.count(subject, judgement.told).madeUp += 1;
    }
  }

  get isPerfect(): boolean {
    return [...this.counts.values()].every(({ missed, madeUp }) => missed + madeUp === 0);
  }

  /** A line for each kind of statement, then one for each subject. */
  lines(): readonly string[] {
    const kinds = [...this.counts].sort(([left], [right]) => left.localeCompare(right, 'en'));
    const subjects = new Set(kinds.map(([kind]) => subjectOf(kind)));
    return [...subjects].flatMap((subject) => {
      const counted = kinds.filter(([kind]) => subjectOf(kind) === subject);
      return [
        ...counted.map(([kind, count]) => line(kind, count)),
        line(`${subject}, all`, counted.map(([, count]) => count).reduce(sum)),
      ];
    });
  }

  private count(subject: Subject, what: string | null): Count {
    const kind = `${subject}: ${what ?? ''}`;
    const known = this.counts.get(kind) ?? { right: 0, missed: 0, madeUp: 0 };
    this.counts.set(kind, known);
    return known;
  }
}

function subjectOf(kind: string): string {
  return kind.slice(0, kind.indexOf(':'));
}

function sum(left: Count, right: Count): Count {
  return {
    right: left.right + right.right,
    missed: left.missed + right.missed,
    madeUp: left.madeUp + right.madeUp,
  };
}

function line(what: string, { right, missed, madeUp }: Count): string {
  const shares = `precision ${share(right, madeUp)}  recall ${share(right, missed)}`;
  return `${what.padEnd(46)} ${shares}  (${right} right, ${missed} missed, ${madeUp} made up)`;
}

function share(right: number, wrong: number): string {
  const percent = right + wrong === 0 ? '–' : `${((100 * right) / (right + wrong)).toFixed(1)} %`;
  return percent.padStart(7);
}
