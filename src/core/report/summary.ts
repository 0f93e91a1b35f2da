import {
  bootWords,
  capitalised,
  credentialWords,
  duringWords,
  rebootWords,
  signInWords,
  sleepWords,
  uncertaintyWords,
} from '../enrollment/storyWords';
import { shortDuration } from '../words/duration';
import type { Boot } from '../enrollment/document/boots';
import type { Finding } from '../enrollment/document/findings';
import type { Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import type { Sleep } from '../enrollment/document/sleeps';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { placeText, placesText } from './places';
import { overviewOf } from './overview';

/** The story in plain text, for a terminal: at a glance first, then restart by restart. */
export function summarize(document: TriageDocument): string {
  const { headline, sections } = overviewOf(document);
  const parts = [
    heading(document, headline),
    ...sections.map(({ title, lines }) =>
      section(
        title,
        lines.map(({ text }) => text),
      ),
    ),
    section('All restarts', document.reboots.map(rebootLines)),
    section('Sign-ins', document.signIns.map(signInLine)),
    section('Other starts of Windows', otherBoots(document).map(bootLine)),
    section('Times of sleep, which are no restarts', (document.sleeps ?? []).map(sleepLine)),
    section('Findings', document.findings.filter(({ gap }) => gap === null).map(findingLines)),
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
  const facts = [
    device.name,
    device.osBuild === null ? null : `Windows build ${device.osBuild}`,
    device.joinType === null ? null : `join: ${device.joinType}`,
    device.scenario,
  ].filter((fact) => fact !== null);
  return [
    `${bundle.name} (${bundle.kind}, ${bundle.members.length} members, sha256 ${bundle.sha256.slice(0, 16)}…)`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    '',
    headline,
    '',
  ].join('\n');
}

function rebootLines(reboot: Reboot): string {
  const asked =
    reboot.initiator === null
      ? ''
      : `, asked for by ${reboot.initiator.process}${reboot.initiator.reasonCode === null ? '' : ` (${reboot.initiator.reasonCode})`}`;
  const expected = reboot.expected === null ? '' : reboot.expected ? ', expected' : ', not expected';
  const lines = [
    `${clockText(reboot.time)}${uncertaintyWords(reboot.timeUncertaintyMs)}  ${reboot.id}: ${rebootWords[reboot.class]}, ${duringWords[reboot.during]}${expected}${asked} [${reboot.confidence} confidence]`,
    ...reboot.causes.map(
      (cause) => `${cause.verdict}: ${cause.uri}, flagged ${clockText(cause.flaggedAt)}. ${cause.why}`,
    ),
    `evidence: ${placesText(reboot.evidence)}`,
  ];
  return lines.join('\n');
}

function signInLine(signIn: SignIn): string {
  const who = signIn.user.name ?? signIn.user.sid ?? 'unknown user';
  const wait = signIn.waitMs === null ? '' : `, after ${shortDuration(signIn.waitMs)}`;
  const after = signIn.afterReboot === null ? '' : ` following ${signIn.afterReboot}`;
  return `${clockText(signIn.time)}${uncertaintyWords(signIn.timeUncertaintyMs)}  ${signIn.id}: ${signInWords[signIn.class]} of ${who}${after}${wait}, ${credentialWords[signIn.credential]} [${signIn.confidence} confidence]`;
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
    ? `${clockText(start)}  ${doing}; no wake is seen`
    : `${clockText(start)}  ${doing} for ${shortDuration(Date.parse(end) - Date.parse(start))}${uncertaintyWords(timeUncertaintyMs)}`;
}

function findingLines({ severity, title, confidence, evidence: [first] }: Finding): string {
  return `${severity}: ${title} [${confidence} confidence${first === undefined ? '' : `, ${placeText(first)}`}]`;
}

function clockText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}Z`;
}
