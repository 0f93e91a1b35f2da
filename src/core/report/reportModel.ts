import { findingKey } from '../case/anchorSource';
import type { CaseDocument } from '../case/caseDocument';
import {
  areaWords,
  capitalised,
  counted,
  coverageWords,
  credentialWords,
  duringWords,
  rebootWords,
  shortUri,
  signInWords,
} from '../enrollment/storyWords';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import type { Reboot, RebootCause, OtherCause } from '../enrollment/document/reboots';
import type { Move, SecurityImpact } from '../enrollment/document/securityImpact';
import type { SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { priceWords } from '../enrollment/priceWords';
import { shortDuration } from '../words/duration';
import { noteEntries, statedEntries } from './caseEntries';
import { overviewOf, type OverviewSection } from './overview';
import { placeText, placesText } from './places';
import { quoteKey, quotesPerClaim, type Quotes } from './quotes';
import type { ReportInput } from './reportInput';
import { starredOnly } from './starred';
import { storyRows } from './storyRows';
import { toolName, toolVersion } from './toolVersion';
import { Markup } from './template';

/*
 * A report as plain texts: what every template is filled with. Names of fields are part of what teams write their
 * templates against, so they stay.
 */

/** What stands at a place. */
export interface QuoteEntry {
  readonly place: string;
  readonly text: string;
}

export type ReportModel = ReturnType<typeof reportModel>;

/** The part of the input that the report is about. */
export function scoped({ document, caseDocument, options }: ReportInput): {
  readonly document: TriageDocument;
  readonly caseDocument: CaseDocument | null;
} {
  return options.scope === 'starred' && caseDocument !== null
    ? starredOnly(document, caseDocument)
    : { document, caseDocument };
}

/** Turns the parts of a report into texts. */
export function reportModel(input: ReportInput) {
  const { quotes, timelineSvg, options } = input;
  const { document, caseDocument } = scoped(input);
  const { headline, sections } = overviewOf(input.document);
  const found = document.findings.filter(({ gap }) => gap === null);
  return {
    title: headline,
    bundle: {
      name: document.bundle.name,
      sha256: document.bundle.sha256,
      kind: document.bundle.kind,
      members: counted(document.bundle.members.length, 'member'),
    },
    tool: `${toolName} ${toolVersion}`,
    redacted: options.isRedacted,
    starred: options.scope === 'starred',
    device: deviceFacts(document),
    timeline: timelineSvg === null ? null : new Markup(timelineSvg),
    sections: sections.map(sectionEntry),
    story: storyRows(document).map(({ time, kind, what, detail, verdict, evidence }) => ({
      time: clockText(time),
      kind: kindWords[kind],
      what: capitalised(what),
      detail,
      verdict,
      places: placesText(evidence),
    })),
    reboots: document.reboots.map((reboot) => rebootEntry(reboot, quotes)),
    signIns: document.signIns.map((signIn) => signInEntry(signIn, quotes)),
    findings: found.map((finding) => findingEntry(finding, quotes, caseDocument)),
    unknown: document.findings
      .filter(({ gap }) => gap !== null)
      .map((finding) => findingEntry(finding, quotes, caseDocument)),
    security: document.securityImpact.map(securityEntry),
    moves: document.moves.map(moveEntry),
    collect: document.collectNext.map(({ what, why, how, size }) => ({ what, why, how, size })),
    coverage: document.coverage.map(({ log, state, records, first, last, coversEnrollment, missingRecordIds }) => ({
      log,
      state: coverageWords[state],
      records: String(records),
      first: first === null ? '' : clockText(first),
      last: last === null ? '' : clockText(last),
      enrollment: coversEnrollment === null ? 'not known' : coverWords[coversEnrollment],
      missing: missingRecordIds === 0 ? '' : String(missingRecordIds),
    })),
    notes: caseDocument === null ? [] : noteEntries(caseDocument),
    stated: caseDocument === null ? [] : statedEntries(caseDocument),
  };
}

const kindWords = {
  boot: 'start',
  phase: 'phase',
  flag: 'policy',
  reboot: 'restart',
  signIn: 'sign-in',
  problem: 'refusal',
  clock: 'clock',
} as const;

const coverWords = { all: 'all of it', part: 'a part of it', none: 'nothing of it' } as const;

function deviceFacts({ device }: TriageDocument): readonly { readonly name: string; readonly value: string }[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Device', device.name],
    [
      'Windows',
      device.osBuild === null ? null : [device.edition, `build ${device.osBuild}`].filter(Boolean).join(', '),
    ],
    ['Join', device.joinType],
    ['Scenario', device.scenario],
    ['Autopilot profile', device.profile?.name ?? null],
    ['Tenant', device.profile?.tenantDomain ?? null],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

function sectionEntry({ title, lines }: OverviewSection) {
  return { title, lines: lines.map(({ text, evidence }) => ({ text, places: placesText(evidence) })) };
}

function quotesAt(evidence: readonly EvidenceRef[], quotes: Quotes): readonly QuoteEntry[] {
  return evidence.slice(0, quotesPerClaim).flatMap((ref) => {
    const text = quotes.get(quoteKey(ref));
    return text === undefined ? [] : [{ place: placeText(ref), text }];
  });
}

const verdictOrder = ['confirmed', 'likely', 'possible', 'refuted'] as const;

function rebootEntry(reboot: Reboot, quotes: Quotes) {
  const { id, time, during, expected, initiator, confidence, evidence, cost } = reboot;
  return {
    id,
    time: clockText(time),
    what: capitalised(rebootWords[reboot.class]),
    during: duringWords[during],
    expected: expected === null ? 'not decidable' : expected ? 'yes' : 'no',
    askedBy: initiator?.process ?? '',
    confidence,
    cost: costText(cost),
    verdicts: verdictOrder.flatMap((verdict) => {
      const policies = reboot.causes
        .filter((cause) => cause.verdict === verdict)
        .map((cause) => policyCause(cause, quotes));
      const others = reboot.otherCauses
        .filter((cause) => cause.verdict === verdict)
        .map((cause) => otherCause(cause, quotes));
      const causes = [...policies, ...others];
      return causes.length === 0
        ? []
        : [{ verdict: verdict === 'refuted' ? 'Not the cause' : capitalised(verdict), causes }];
    }),
    places: placesText(evidence),
    quotes: quotesAt(evidence, quotes),
  };
}

function costText({ prompts, waitMs }: Reboot['cost']): string {
  const parts = [
    prompts === null ? 'sign-ins not known' : counted(prompts, 'more sign-in'),
    ...(waitMs === null ? [] : [`${shortDuration(waitMs)} at the lock screen`]),
  ];
  return parts.join(', ');
}

function policyCause({ uri, why, flaggedAt, evidence }: RebootCause, quotes: Quotes) {
  return {
    name: uri,
    when: `flagged ${clockText(flaggedAt)}`,
    why,
    places: placesText(evidence),
    quotes: quotesAt(evidence, quotes),
  };
}

function otherCause({ kind, name, why, evidence }: OtherCause, quotes: Quotes) {
  return { name: name ?? kind, when: '', why, places: placesText(evidence), quotes: quotesAt(evidence, quotes) };
}

function signInEntry(signIn: SignIn, quotes: Quotes) {
  const { id, time, user, credential, credentialWhy, waitMs, afterReboot, confidence, evidence } = signIn;
  return {
    id,
    time: clockText(time),
    what: capitalised(signInWords[signIn.class]),
    user: user.name ?? user.sid ?? 'not known',
    credential: credentialWords[credential],
    why: credentialWhy,
    wait: waitMs === null ? '' : shortDuration(waitMs),
    after: afterReboot ?? '',
    confidence,
    places: placesText(evidence),
    quotes: quotesAt(evidence, quotes),
  };
}

const judgements = { agree: 'agrees', disagree: 'disagrees', differentCause: 'sees a different cause' } as const;

function findingEntry(finding: Finding, quotes: Quotes, caseDocument: CaseDocument | null) {
  const { id, severity, title, confidence, confidenceWhy, advice, gap, evidence, wouldDecide, links } = finding;
  const key = findingKey(finding);
  const verdicts = caseDocument?.verdicts.filter((verdict) => verdict.finding === key) ?? [];
  return {
    id,
    severity,
    title,
    confidence,
    why: confidenceWhy,
    advice,
    gap: gap === null ? '' : `${gap.name}: ${gap.why}`,
    wouldDecide,
    links,
    places: placesText(evidence),
    quotes: quotesAt(evidence, quotes),
    verdicts: verdicts.map(({ by, verdict, note }) => ({ by, verdict: judgements[verdict], note })),
  };
}

const securityWords: Readonly<Record<SecurityImpact['state'], string>> = {
  measured: 'measured since the enrollment',
  notMeasuredSinceEnrollment: 'not measured since the enrollment',
  rebootPending: 'waiting for a restart',
  active: 'active',
  unknown: 'not known',
};

function securityEntry({ area, state, why, confidence, evidence }: SecurityImpact) {
  return {
    area: capitalised(areaWords[area]),
    state: securityWords[state],
    why,
    confidence: confidence ?? '',
    places: placesText(evidence),
  };
}

function moveEntry({ subject, kind, now, why, saves, price, scopeNote, evidence }: Move) {
  return {
    name: kind === 'policy' ? shortUri(subject) : subject,
    subject,
    now: now === 'restarts' ? 'restarts the enrollment' : 'the price is paid already',
    why,
    saves: [
      counted(saves.reboots, 'restart'),
      saves.prompts === null ? 'sign-ins not known' : counted(saves.prompts, 'sign-in'),
      ...(saves.waitMs === null ? [] : [`${shortDuration(saves.waitMs)} at the lock screen`]),
    ].join(', '),
    together: saves.onlyTogetherWith.map((uri) => shortUri(uri)),
    price: priceWords(price),
    scope: scopeNote,
    places: placesText(evidence),
  };
}

/** `2026-02-02 13:14:41 UTC` */
function clockText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
