import * as l10n from '@vscode/l10n';
import { errorProblem, infoProblem, warningProblem, type Problem } from '../bytes/problem';
import { reportSections, type ReportSection } from './mdmReportSections';
import { factsOfSlice, type ReportFact } from './mdmReportSlice';
import type { Understood } from './understood';
import { understoodOfWalk } from './xmlWalk';

export type { ReportFact } from './mdmReportSlice';

/** What one enrollment, or its status, is said to be: `EnrollmentId`, `EnrollmentState`, `EnrollmentType`, … */
export interface ReportEnrollment {
  readonly kind: 'enrollment' | 'status';
  /** GUID as the report spells it; `null` where the element has none. */
  readonly id: string | null;
  readonly facts: readonly ReportFact[];
  /** Line of the element, counted from 1. */
  readonly line: number;
}

/** One policy value. */
export interface ReportPolicy {
  readonly area: string;
  /** `device`, or the SID of a user, as the report spells it; empty where it does not tell. */
  readonly scope: string;
  readonly name: string;
  readonly value: string;
  /** Enrollment id of the source that set this value; `null` for a current value. */
  readonly source: string | null;
  /** Of a current value: the enrollment id whose value won; `null` where the report does not tell. */
  readonly winningProvider: string | null;
  readonly line: number;
}

/** What `MDMDiagReport.xml`, or the HTML report in its place, says. */
export interface MdmReport {
  readonly format: 'xml' | 'html';
  /** Milliseconds since 1970 UTC; `null` where it cannot be read. */
  readonly createdMs: number | null;
  /** `OSVersion`, `BuildBranch`, `SerialNumber`, … */
  readonly system: readonly ReportFact[];
  readonly enrollments: readonly ReportEnrollment[];
  /** Values in force on the device (`CurrentPolicies`). */
  readonly currentPolicies: readonly ReportPolicy[];
  /** What each source asked for (`ConfigSource`), whether it won or not. */
  readonly configuredPolicies: readonly ReportPolicy[];
  readonly understood: Understood;
  readonly problems: readonly Problem[];
}

/** Does the text begin like `MDMDiagReport.xml`? */
export function isMdmReportText(head: string): boolean {
  return /^\s*</.test(head) && head.includes('<MDMEnterpriseDiagnosticsReport');
}

/**
 * Reads `MDMDiagReport.xml`. The report is walked for its structure and line numbers; only the sections that say
 * something about this device are read closely, not the 3,000 and more descriptions of policies that it also holds.
 */
export function parseMdmReport(text: string, where: string): MdmReport {
  const { sections, walk } = reportSections(text);
  const problems: Problem[] = [];
  if (walk.stop !== null) {
    const detail = l10n.t('The report was not read to its end: what follows is not what the diagnostics tool writes.');
    problems.push(errorProblem('mdmreport.stopped', `${where}:${walk.firstErrorLine ?? 1}`, detail));
  } else if (walk.errors > 0) {
    const detail = l10n.t(
      'The report is not well-formed XML in {0} places; values near them may be missing.',
      walk.errors,
    );
    problems.push(warningProblem('mdmreport.not-well-formed', `${where}:${walk.firstErrorLine ?? 1}`, detail));
  }
  const read = sections.map((section) => {
    const facts = factsOfSlice(text, section);
    if (facts === null) {
      const detail = l10n.t('The section {0} cannot be read and was left out.', section.kind);
      problems.push(infoProblem('mdmreport.section-skipped', `${where}:${section.line}`, detail));
    }
    return { section, facts: facts ?? [] };
  });
  const system = read.filter(({ section }) => section.kind === 'system').flatMap(({ facts }) => facts);
  return {
    format: 'xml',
    createdMs: creationMs(valueOf(system, 'ReportCreationTime') ?? ''),
    system,
    enrollments: read.flatMap(({ section, facts }) => enrollmentOf(section, facts)),
    currentPolicies: read.flatMap(({ section, facts }) =>
      section.kind === 'current' ? policiesOf(section, facts) : [],
    ),
    configuredPolicies: read.flatMap(({ section, facts }) =>
      section.kind === 'configured' ? policiesOf(section, facts) : [],
    ),
    understood: understoodOfWalk(walk, text),
    problems,
  };
}

function enrollmentOf({ kind, line }: ReportSection, facts: readonly ReportFact[]): readonly ReportEnrollment[] {
  return kind === 'enrollment' || kind === 'status' ? [{ kind, id: valueOf(facts, 'EnrollmentId'), facts, line }] : [];
}

/** Values that stand beside a policy's own under its name with one of these endings, and are no policies. */
const companions = /_(?:WinningProvider|ProviderSet|LastWrite|ADMXInstanceData)$/;

function policiesOf(section: ReportSection, facts: readonly ReportFact[]): readonly ReportPolicy[] {
  const area = valueOf(facts, 'PolicyAreaName') ?? '';
  const winners = new Map(facts.map(({ name, value }) => [name, value]));
  return facts
    .filter(({ name }) => name !== 'PolicyAreaName' && !companions.test(name))
    .map(({ name, value, line }) => ({
      area,
      scope: section.scope,
      name,
      value,
      source: section.source,
      winningProvider: winners.get(`${name}_WinningProvider`) ?? null,
      line,
    }));
}

function valueOf(facts: readonly ReportFact[], name: string): string | null {
  const value = facts.find((fact) => fact.name === name)?.value.trim() ?? '';
  return value === '' ? null : value;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `Tuesday, 06 August 2024--01:23:07 (UTC)`, English on every system. */
function creationMs(text: string): number | null {
  const match = /(\d{1,2}) ([A-Z][a-z]+) (\d{4})--(\d{2}):(\d{2}):(\d{2}) \(UTC\)/.exec(text);
  const month = months.indexOf(match?.[2] ?? '');
  if (match === null || month < 0) {
    return null;
  }
  const [, day, , year, hour, minute, second] = match.map(Number);
  return Date.UTC(year!, month, day, hour, minute, second);
}
