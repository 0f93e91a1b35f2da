import * as l10n from '@vscode/l10n';
import { withPrice } from '../adviceWords';
import { moved } from '../confidence';
import type { Confidence, Evidence, EvidenceRef } from '../document/evidence';
import type { CoverageGap, Finding, FindingSeverity } from '../document/findings';
import type { Facts } from './facts';
import { subjectsIn, type Seen, type SubjectKind, type Subjects } from './subjects';
import { isPhaseSeen } from '../document/enrollmentSight';

/** A fixed value, or one that depends on what the rule looks at. A fixed text is a phrase, a told one is said already. */
type Told<Subject, Value> = Value | ((subject: Subject, facts: Facts) => Value);

/** A circumstance that makes a finding surer or less sure. */
export interface Factor<Subject> {
  readonly when: (subject: Subject, facts: Facts) => boolean;
  /** One sentence for people. */
  readonly because: string;
}

/** Something that is not in the bundle and would settle the matter. */
export interface Decider<Subject> {
  readonly what: string;
  readonly when?: (subject: Subject, facts: Facts) => boolean;
}

/** What has to be known at all before a rule may speak. */
export const requirements = {
  wholeBundle: ({ story }) => story.bundle.kind !== 'singleLog',
  phases: ({ story }) => story.phases.some(isPhaseSeen),
} as const satisfies Readonly<Record<string, (facts: Facts) => boolean>>;

/** One rule, as data: what it looks at, when it speaks, what it says, and how sure it is. */
export interface RuleAbout<Subject> {
  /** Dotted and stable. */
  readonly id: string;
  readonly severity: Told<Subject, FindingSeverity>;
  /** Without these the rule abstains. */
  readonly requires?: readonly (keyof typeof requirements)[];
  readonly when: (subject: Subject, facts: Facts) => boolean;
  readonly title: Told<Subject, string>;
  /** What to do. */
  readonly advice: Told<Subject, string>;
  /** The other side of the trade: what the advice costs; `null` where it costs nothing. */
  readonly price?: Told<Subject, string | null>;
  /** Where it is not that of the subject. */
  readonly confidence?: Told<Subject, Confidence>;
  readonly raises?: readonly Factor<Subject>[];
  readonly lowers?: readonly Factor<Subject>[];
  readonly wouldDecide?: readonly Decider<Subject>[];
  readonly links?: readonly string[];
  /** Where it is not that of the subject. */
  readonly evidence?: (subject: Subject, facts: Facts) => readonly EvidenceRef[];
  /** For rules about what is missing. */
  readonly gap?: (subject: Subject, facts: Facts) => CoverageGap;
}

/** A rule that knows how to find what it looks at. */
export interface Rule {
  readonly id: string;
  readonly appliesTo: SubjectKind;
  readonly links: readonly string[];
  readonly tell: (facts: Facts) => readonly Finding[];
}

/** Rules that look at the same kind of thing. */
export function rulesAbout<Kind extends SubjectKind>(
  kind: Kind,
  rules: readonly RuleAbout<Subjects[Kind]>[],
): readonly Rule[] {
  return rules.map((rule) => ({
    id: rule.id,
    appliesTo: kind,
    links: rule.links ?? [],
    tell: (facts) =>
      (rule.requires ?? []).every((requirement) => requirements[requirement](facts))
        ? subjectsIn[kind](facts)
            .filter(({ subject }) => rule.when(subject, facts))
            .flatMap((seen) => findingOf(rule, seen, facts))
        : [],
  }));
}

/** Nothing, where the rule has neither evidence nor a gap to name. */
function findingOf<Kind extends SubjectKind>(
  rule: RuleAbout<Subjects[Kind]>,
  { subject, about, ...seen }: Seen<Kind>,
  facts: Facts,
): readonly Finding[] {
  const told = <Value>(value: Told<Subjects[Kind], Value>): Value =>
    value instanceof Function ? value(subject, facts) : value;
  const said = <Text extends string | null>(text: Told<Subjects[Kind], Text>): Text | string =>
    typeof text === 'string' ? l10n.t(text) : told(text);
  const holds = ({ when }: { readonly when?: Factor<Subjects[Kind]>['when'] }): boolean =>
    when?.(subject, facts) ?? true;
  const raising = (rule.raises ?? []).filter(holds);
  const lowering = (rule.lowers ?? []).filter(holds);
  const words = {
    id: rule.id,
    source: 'builtIn',
    title: said(rule.title),
    severity: told(rule.severity),
    confidence: moved(told(rule.confidence ?? seen.confidence), raising.length - lowering.length),
    confidenceWhy: [...raising, ...lowering].map(({ because }) => l10n.t(because)),
    about,
    advice: withPrice(said(rule.advice), said(rule.price ?? null)),
    links: rule.links ?? [],
    wouldDecide: (rule.wouldDecide ?? []).filter(holds).map(({ what }) => l10n.t(what)),
  } as const;
  const [first, ...rest] = rule.evidence?.(subject, facts) ?? seen.evidence;
  const evidence: Evidence | null = first === undefined ? null : [first, ...rest];
  const gap = rule.gap?.(subject, facts) ?? null;
  if (gap !== null) {
    return [{ ...words, evidence: evidence ?? [], gap }];
  }
  return evidence === null ? [] : [{ ...words, evidence, gap: null }];
}
