import { capitalised, counted } from '../enrollment/storyWords';
import { noteTexts, statedTexts } from './caseTexts';
import { bundleKindWords, coverageTexts, deviceFacts, kindFacts, userTexts } from './deviceTexts';
import { clockText } from './evidenceTexts';
import { findingTexts } from './findingTexts';
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

export type ReportModel = ReturnType<typeof reportModel>;

/**
 * A report as plain texts: what every template is filled with. Teams write templates against the names of the fields, so
 * these stay; `templateFields.ts` explains them.
 */
export function reportModel(input: ReportInput) {
  const { document, told, quotes, caseDocument, options } = input;
  const { bundle, device } = document;
  const { headline, sections } = overviewOf(document);
  const newQuotes = onceEach(quotes);
  return {
    title: headline,
    bundle: {
      name: bundle.name,
      sha256: bundle.sha256,
      kind: bundleKindWords[bundle.kind],
      members: counted(bundle.members.length, 'member'),
    },
    tool: `${toolName} ${toolVersion}`,
    redacted: options.isRedacted,
    starred: options.scope === 'starred',
    lostStars: options.lostStars === 0 ? '' : counted(options.lostStars, 'starred item'),
    facts: kindFacts(device),
    device: deviceFacts(device),
    timeline: new Markup(reportTimeline(input)),
    sections: sections.map(sectionTexts),
    user: userTexts(document),
    phases: document.phases.map(phaseTexts),
    story: storyRows(told).map(storyTexts),
    reboots: told.reboots.map((reboot) => rebootTexts(reboot, quotes)),
    signIns: told.signIns.map((signIn) => signInTexts(signIn, quotes)),
    findings: told.findings
      .filter(({ gap }) => gap === null)
      .map((finding) => findingTexts(finding, newQuotes, caseDocument)),
    unknown: told.findings
      .filter(({ gap }) => gap !== null)
      .map((finding) => findingTexts(finding, newQuotes, caseDocument)),
    security: document.securityImpact.map(impactTexts),
    moves: document.moves.map(moveTexts),
    collect: document.collectNext.map(({ what, why, how, size }) => ({ what, why, how, size })),
    coverage: document.coverage.map(coverageTexts),
    stated: statedTexts(document.temporaryAccessPass, caseDocument),
    notes: caseDocument === null ? [] : noteTexts(caseDocument, input.document.findings),
  };
}

function sectionTexts({ title, lines }: OverviewSection) {
  return { title, lines: lines.map(({ text, evidence }) => ({ text, places: placesText(evidence) })) };
}

const kindWords: Readonly<Record<StoryRow['kind'], string>> = {
  boot: 'start',
  phase: 'phase',
  flag: 'policy',
  reboot: 'restart',
  signIn: 'sign-in',
  problem: 'refusal',
  clock: 'clock',
};

function storyTexts({ time, kind, what, detail, verdict, evidence }: StoryRow) {
  return {
    time: clockText(time),
    kind: kindWords[kind],
    what: capitalised(what),
    detail,
    verdict,
    places: placesText(evidence),
  };
}
