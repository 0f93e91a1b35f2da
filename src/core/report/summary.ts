import { durationWords } from '../enrollment/durationWords';
import { bootWords, counted, credentialWords, duringWords, rebootWords, signInWords } from '../enrollment/storyWords';
import type { Boot } from '../enrollment/document/boots';
import type { Finding } from '../enrollment/document/findings';
import type { Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** The story in plain text, for a terminal or a ticket: what happened, what it cost, what is not known. */
export function summarize(document: TriageDocument): string {
  const sections = [
    headline(document),
    section('Restarts', document.reboots.map(rebootLines)),
    section('Sign-ins', document.signIns.map(signInLine)),
    section('Other starts of Windows', otherBoots(document).map(bootLine)),
    section('Findings', document.findings.filter(({ id }) => !id.startsWith('coverage.')).map(findingLines)),
    section('Not known from this bundle', unknowns(document)),
  ];
  return `${sections.filter((text) => text !== '').join('\n')}\n`;
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0
    ? ''
    : `${title}\n${entries.map((entry) => `  ${entry.replaceAll('\n', '\n    ')}\n`).join('')}`;
}

/** One sentence that a person can read out on the phone. */
export function headlineSentence(document: TriageDocument): string {
  const inside = document.reboots.filter(
    ({ during }) => during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup',
  );
  const rePrompts = document.signIns.filter((signIn) => signIn.class === 'rePrompt');
  const waited = rePrompts.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0);
  const restarts = `${counted(document.reboots.length, 'restart')}, ${inside.length} inside the enrollment`;
  const prompts =
    rePrompts.length === 0
      ? 'no re-prompt inside an enrollment is seen'
      : `${counted(rePrompts.length, 're-prompt')}, ${durationWords(waited)} at the lock screen`;
  return document.reboots.length === 0 ? 'No restart is seen in this bundle.' : `${restarts}; ${prompts}.`;
}

function headline(document: TriageDocument): string {
  const { bundle, device } = document;
  const facts = [
    device.name,
    device.osBuild === null ? null : `Windows build ${device.osBuild}`,
    device.joinType === null ? null : `join: ${device.joinType}`,
    device.scenario,
  ].filter((fact) => fact !== null);
  const enrolled = document.phases.some(({ state }) => state !== 'unknown');
  return [
    `${bundle.name} (${bundle.kind}, ${bundle.members.length} members, sha256 ${bundle.sha256.slice(0, 16)}…)`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    headlineSentence(document),
    ...(enrolled ? [] : ['No phase of the Enrollment Status Page is seen.']),
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
    `${clockText(reboot.time)}  ${reboot.id}: ${rebootWords[reboot.class]}, ${duringWords[reboot.during]}${expected}${asked} [${reboot.confidence} confidence]`,
    ...reboot.causes.map(
      (cause) => `${cause.verdict}: ${cause.uri}, flagged ${clockText(cause.flaggedAt)}. ${cause.why}`,
    ),
    `evidence: ${reboot.evidence.slice(0, 3).map(refText).join(', ')}${reboot.evidence.length > 3 ? ` and ${reboot.evidence.length - 3} more` : ''}`,
  ];
  return lines.join('\n');
}

function signInLine(signIn: SignIn): string {
  const who = signIn.user.name ?? signIn.user.sid ?? 'unknown user';
  const wait = signIn.waitMs === null ? '' : `, after ${durationWords(signIn.waitMs)}`;
  const after = signIn.afterReboot === null ? '' : ` following ${signIn.afterReboot}`;
  return `${clockText(signIn.time)}  ${signIn.id}: ${signInWords[signIn.class]} of ${who}${after}${wait}, ${credentialWords[signIn.credential]} [${signIn.confidence} confidence]`;
}

function otherBoots({ boots, reboots }: TriageDocument): readonly Boot[] {
  const told = new Set(reboots.map(({ boot }) => boot));
  return boots.filter(({ id }) => !told.has(id));
}

function bootLine(boot: Boot): string {
  return `${clockText(boot.start)}  ${boot.id}: ${bootWords[boot.kind]}`;
}

function findingLines(finding: Finding): string {
  return `${finding.severity}: ${finding.title}\n${finding.advice}`;
}

function unknowns({ findings }: TriageDocument): readonly string[] {
  const gaps = findings
    .filter(({ id }) => id.startsWith('coverage.'))
    .map(({ title, advice }) => `${title}. ${advice}`);
  const decide = findings.flatMap(({ wouldDecide, id }) =>
    id.startsWith('coverage.') ? [] : wouldDecide.map((what) => `would decide: ${what}`),
  );
  return [...gaps, ...new Set(decide)];
}

function clockText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}Z`;
}

/** File and record; the folders of nested archives would hide both. */
function refText(ref: Reboot['evidence'][number]): string {
  const file = ref.path.slice(ref.path.lastIndexOf('/') + 1);
  return 'recordId' in ref ? `${file} #${ref.recordId}` : `${file}:${ref.line}`;
}
