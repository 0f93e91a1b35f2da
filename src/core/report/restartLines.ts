import { shortDuration } from '../words/duration';
import { capitalised, counted, duringWords, rebootWords, shortUri, uncertaintyWords } from '../enrollment/storyWords';
import type { Reboot, RebootCause } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { rebootsInEnrollment } from './headline';
import type { OverviewLine } from './overview';

/** More than this is a list and no glance. */
const shown = 4;

/** Each restart inside the enrollment: who asked for it and how sure that is, and what is not to blame. */
export function restartLines(document: TriageDocument): readonly OverviewLine[] {
  const inside = rebootsInEnrollment(document);
  const lines = inside.slice(0, shown).flatMap((reboot) => [restartLine(reboot), ...notTheCause(reboot)]);
  const left = inside.length - Math.min(inside.length, shown);
  return left === 0 ? lines : [...lines, { text: `And ${counted(left, 'more restart')}; see the list.`, evidence: [] }];
}

function restartLine(reboot: Reboot): OverviewLine {
  const text = [
    `${clock(reboot.time)}${uncertaintyWords(reboot.timeUncertaintyMs)}, in ${duringWords[reboot.during]}: ${rebootWords[reboot.class]}`,
    askedBy(reboot),
    reboot.expected === true ? ', which belongs to the flow' : '',
    ` (${reboot.confidence} confidence).`,
    reboot.mayBeAgentAlone === true ? ' Only Intune’s agent is seen to start anew: it may have done so alone.' : '',
    causeWords(reboot),
  ].join('');
  return { text, evidence: reboot.evidence };
}

function askedBy({ initiator }: Reboot): string {
  return initiator === null ? '' : `, asked for by ${initiator.process}`;
}

function causeWords({ causes, time }: Reboot): string {
  const words = (['confirmed', 'likely', 'possible'] as const).flatMap((verdict) => {
    const found = causes.filter((cause) => cause.verdict === verdict);
    return found.length === 0 ? [] : [`${capitalised(verdict)}: ${uris(found, time)}.`];
  });
  return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

function uris(causes: readonly RebootCause[], rebootTime: string): string {
  const named = causes
    .slice(0, shown)
    .map(({ uri, flaggedAt }) => `${shortUri(uri)} (flagged ${before(flaggedAt, rebootTime)})`);
  return causes.length > shown ? `${named.join(', ')} and ${causes.length - shown} more` : named.join(', ');
}

function before(flaggedAt: string, rebootTime: string): string {
  return `${shortDuration(Math.max(0, Date.parse(rebootTime) - Date.parse(flaggedAt)))} before`;
}

function notTheCause({ causes }: Reboot): readonly OverviewLine[] {
  const refuted = causes.filter(({ verdict }) => verdict === 'refuted');
  if (refuted.length === 0) {
    return [];
  }
  const named = refuted.slice(0, shown).map(({ uri }) => shortUri(uri));
  const more = refuted.length > shown ? ` and ${refuted.length - shown} more` : '';
  return [
    { text: `Not its cause: ${named.join(', ')}${more}.`, evidence: refuted.flatMap(({ evidence }) => evidence) },
  ];
}

/** `13:14 UTC` */
function clock(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}
