import * as l10n from '@vscode/l10n';
import { phrase, spoken, wholeNumber } from '../words/language';
import { capitalised, verdictWords } from '../enrollment/storyWords';
import { memberCount } from './countTexts';
import { noteTexts, statedTexts } from './caseTexts';
import { bundleKindWords, coverageTexts, deviceFacts, kindFacts, userTexts } from './deviceTexts';
import { clockText } from './clockText';
import { findingTexts } from './findingTexts';
import { findingTitles } from './findingTitles';
import type { Finding } from '../enrollment/document/findings';
import { isEnrollmentSeen } from '../enrollment/document/enrollmentSight';
import { otherFindings } from './otherFindings';
import { overviewOf, type OverviewSection } from './overview';
import { placesText } from './places';
import { onceEach } from './quotes';
import type { ReportInput } from './reportInput';
import { reportTimeline } from './reportTimeline';
import { impactTexts, moveTexts } from './securityTexts';
import { storyRows, type StoryRow } from './storyRows';
import { phaseTexts, rebootTexts, signInTexts } from './storyTexts';
import { toolName, toolVersion } from './toolVersion';
import { Markup } from './template/texts';
import { sizeWords } from './unknownLines';

export type ReportModel = ReturnType<typeof reportModel>;

/**
 * A report as plain texts: what every template is filled with. Teams write templates against the names of the fields, so
 * these stay; `templateFields.ts` explains them.
 */
export function reportModel(input: ReportInput) {
  const { document, told, quotes, caseDocument, options } = input;
  const { bundle, device } = document;
  const { headline, sections } = overviewOf(document);
  const authorOf = (by: string): string => (options.namesAuthors ? by : '');
  const newQuotes = onceEach(quotes);
  const titleOf = findingTitles(document);
  const findingText = (finding: Finding) => ({
    ...findingTexts(finding, document.moves, newQuotes, { caseDocument, authorOf }),
    title: titleOf(finding),
  });
  return {
    title: headline,
    bundle: {
      name: bundle.name,
      sha256: bundle.sha256,
      kind: bundleKindWords[bundle.kind],
      members: memberCount(bundle.members.length),
    },
    tool: `${toolName} ${toolVersion}`,
    redacted: options.isRedacted,
    starred: options.scope === 'starred',
    lostStars: lostText(options.lostStars),
    facts: kindFacts(device),
    device: deviceFacts(device),
    timeline: new Markup(reportTimeline(input)),
    sections: sections.map(sectionTexts),
    user: userTexts(document),
    phases: document.phases.map(phaseTexts),
    story: storyRows(told).map(storyTexts),
    reboots: told.reboots.map((reboot) => rebootTexts(reboot, quotes, isEnrollmentSeen(document))),
    signIns: told.signIns.map((signIn) => signInTexts(signIn, quotes)),
    findings: told.findings.filter(({ gap }) => gap === null).map(findingText),
    otherFindings: otherFindings(input, sections).map(findingText),
    unknown: told.findings.filter(({ gap }) => gap !== null).map(findingText),
    security: document.securityImpact.map(impactTexts),
    moves: document.moves.map(moveTexts),
    collect: document.collectNext.map(({ what, why, how, size }) => ({
      what,
      why,
      how,
      size: sizeWords[size],
    })),
    coverage: document.coverage.map(coverageTexts),
    stated: statedTexts(document.temporaryAccessPass, caseDocument, authorOf),
    notes: caseDocument === null ? [] : noteTexts(caseDocument, input.document.findings, authorOf),
  };
}

function lostText(count: number): string {
  if (count === 0) {
    return '';
  }
  return count === 1 ? l10n.t('1 starred item') : l10n.t('{0} starred items', wholeNumber(count));
}

function sectionTexts({ title, lines }: OverviewSection) {
  return { title, lines: lines.map(({ text, evidence }) => ({ text, places: placesText(evidence) })) };
}

const kindWords = spoken<StoryRow['kind']>({
  boot: phrase('start'),
  sleep: phrase('sleep'),
  phase: phrase('phase'),
  flag: phrase('policy'),
  reboot: phrase('restart'),
  signIn: phrase('sign-in'),
  problem: phrase('refusal'),
  clock: phrase('clock'),
});

function storyTexts({ time, kind, what, detail, verdict, evidence }: StoryRow) {
  return {
    time: clockText(time),
    kind: kindWords[kind],
    what: capitalised(what),
    detail,
    verdict: verdict === '' ? '' : verdictWords[verdict],
    places: placesText(evidence),
  };
}
