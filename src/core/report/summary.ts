import * as l10n from '@vscode/l10n';
import { bootWords, capitalised, credentialWords, duringWords, rebootWords } from '../enrollment/storyWords';
import { otherCauseName } from '../timeline/words';
import { severityWords, signInWords, sleepWords, uncertaintyWords, verdictWords } from '../enrollment/storyWords';
import { shortDuration } from '../words/duration';
import { divideRestarts } from '../enrollment/document/enrollmentRestarts';
import type { Boot } from '../enrollment/document/boots';
import type { Finding } from '../enrollment/document/findings';
import type { Initiator, Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import type { Sleep } from '../enrollment/document/sleeps';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { confidenceText } from '../enrollment/confidenceText';
import { memberCount } from './countTexts';
import { bundleKindWords, joinWords, scenarioWords } from './deviceTexts';
import { placeText, placesText } from './places';
import { overviewOf } from './overview';

/** The story in plain text, for a terminal: at a glance first, then restart by restart. */
export function summarize(document: TriageDocument): string {
  const { headline, sections } = overviewOf(document);
  const { own, before } = divideRestarts(document);
  const parts = [
    heading(document, headline),
    ...sections.map(({ title, lines }) =>
      section(
        title,
        lines.map(({ text }) => text),
      ),
    ),
    section(l10n.t('All restarts'), own.map(rebootLines)),
    section(l10n.t('Restarts before this enrollment'), before.map(rebootLines)),
    section(l10n.t('Sign-ins'), document.signIns.map(signInLine)),
    section(l10n.t('Other starts of Windows'), otherBoots(document).map(bootLine)),
    section(l10n.t('Times of sleep, which are no restarts'), (document.sleeps ?? []).map(sleepLine)),
    section(l10n.t('Findings'), document.findings.filter(({ gap }) => gap === null).map(findingLines)),
  ];
  return `${parts.filter((text) => text !== '').join('\n')}\n`;
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0
    ? ''
    : `${title}\n${entries.map((entry) => `  ${entry.replaceAll('\n', '\n    ')}\n`).join('')}`;
}

function heading(document: TriageDocument, headline: string): string {
  const { bundle, device } = document;
  const { osBuild, joinType, scenario } = device;
  const facts = [
    device.name,
    osBuild === null ? null : l10n.t('Windows build {0}', osBuild),
    joinType === null ? null : joinWords[joinType],
    scenario === null ? null : scenarioWords[scenario],
  ].filter((fact) => fact !== null);
  const kind = bundleKindWords[bundle.kind];
  return [
    `${bundle.name} (${kind}, ${memberCount(bundle.members.length)}, sha256 ${bundle.sha256.slice(0, 16)}…)`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    '',
    headline,
    '',
  ].join('\n');
}

function rebootLines(reboot: Reboot): string {
  const { id, time, during, expected, initiator, causes, otherCauses, confidence, evidence } = reboot;
  const facts = [
    `${rebootWords[reboot.class]}, ${duringWords[during]}`,
    ...(expected === null ? [] : [expected ? l10n.t('expected') : l10n.t('not expected')]),
    ...(initiator === null ? [] : [askedBy(initiator)]),
  ];
  const lines = [
    `${clockText(time)}${uncertaintyWords(reboot.timeUncertaintyMs)}  ${id}: ${facts.join(', ')} [${confidenceText(confidence)}]`,
    ...causes.map(({ verdict, uri, flaggedAt, why }) =>
      l10n.t('{0}: {1}, flagged {2}. {3}', verdictWords[verdict], uri, clockText(flaggedAt), why),
    ),
    ...otherCauses.map((cause) => `${verdictWords[cause.verdict]}: ${otherCauseName(cause)}. ${cause.why}`),
    l10n.t('evidence: {0}', placesText(evidence)),
  ];
  return lines.join('\n');
}

function askedBy({ process, reasonCode }: Initiator): string {
  return reasonCode === null
    ? l10n.t('asked for by {0}', process)
    : l10n.t('asked for by {0} ({1})', process, reasonCode);
}

function signInLine(signIn: SignIn): string {
  const { id, time, user, waitMs, afterReboot, credential, confidence } = signIn;
  const facts = [
    whoSignedIn(signInWords[signIn.class], user.name ?? user.sid ?? l10n.t('unknown user'), afterReboot),
    ...(waitMs === null ? [] : [l10n.t('after {0}', shortDuration(waitMs))]),
    credentialWords[credential],
  ];
  return `${clockText(time)}${uncertaintyWords(signIn.timeUncertaintyMs)}  ${id}: ${facts.join(', ')} [${confidenceText(confidence)}]`;
}

function whoSignedIn(what: string, who: string, afterReboot: string | null): string {
  return afterReboot === null
    ? l10n.t('{0} of {1}', what, who)
    : l10n.t('{0} of {1} following {2}', what, who, afterReboot);
}

function otherBoots({ boots, reboots }: TriageDocument): readonly Boot[] {
  const told = new Set(reboots.map(({ boot }) => boot));
  return boots.filter(({ id }) => !told.has(id));
}

function bootLine(boot: Boot): string {
  return `${clockText(boot.start)}  ${boot.id}: ${bootWords[boot.kind]}`;
}

function sleepLine({ start, end, kind, timeUncertaintyMs }: Sleep): string {
  const doing = capitalised(sleepWords[kind]);
  return end === null
    ? `${clockText(start)}  ${l10n.t('{0}; no wake is seen', doing)}`
    : `${clockText(start)}  ${l10n.t('{0} for {1}', doing, lengthOf(start, end))}${uncertaintyWords(timeUncertaintyMs)}`;
}

function lengthOf(start: string, end: string): string {
  return shortDuration(Date.parse(end) - Date.parse(start));
}

function findingLines({ severity, title, confidence, evidence: [first] }: Finding): string {
  const place = first === undefined ? '' : `, ${placeText(first)}`;
  return `${severityWords[severity]}: ${title} [${confidenceText(confidence)}${place}]`;
}

function clockText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}Z`;
}
