import { shortDuration } from '../../../words/duration';
import { counted, coverageWords } from '../../storyWords';
import type { Facts, KeyLog } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';
import { unseenStarts } from '../unseenStarts';

/** A few records are lost in every live copy. */
const manyMissing = 50;

/** Kinds of members that hold something of the story. */
const storyKinds: ReadonlySet<string> = new Set([
  'evtx',
  'eventXml',
  'cmTrace',
  'setupLog',
  'registryDump',
  'registryExport',
  'footprint',
]);

const ofBundle = rulesAbout('bundle', [
  {
    id: 'bundle.unreadable-members',
    severity: 'warning',
    when: (bundle) => lost(bundle).length > 0,
    title: (bundle) => unreadableWords(lost(bundle)),
    advice: (bundle) =>
      lost(bundle).some(({ reason }) => reason === 'encrypted')
        ? 'The story is told without what is encrypted. Open it with the password.'
        : 'The story is told without them. Ask for the bundle again if they matter.',
    gap: (bundle) => ({ kind: 'member', name: lost(bundle)[0]?.path ?? '', why: 'cannot be read' }),
  },
  {
    id: 'bundle.nothing-recognised',
    severity: 'warning',
    when: ({ members }) => !members.some(({ kind }) => storyKinds.has(kind)),
    title: 'Nothing in here is a log that the story could be told from',
    advice:
      'Open the .cab or .zip that mdmdiagnosticstool or Intune’s "Collect diagnostics" has written. The files of this one can be read all the same.',
    links: [links.collectDiagnostics],
    gap: ({ name }) => ({ kind: 'bundle', name, why: 'holds no log of an enrollment' }),
  },
  {
    id: 'coverage.single-log',
    severity: 'info',
    when: ({ kind }) => kind === 'singleLog',
    title: ({ name }) => `Only ${name} was opened`,
    advice:
      'What other logs would tell is not known: who asked for a restart, the policies behind it, the sign-ins. Open the whole bundle for the story.',
    gap: ({ name }) => ({ kind: 'bundle', name, why: 'is a single log' }),
  },
]);

const damage = rulesAbout('bundleProblem', [
  {
    id: 'bundle.damaged',
    severity: 'error',
    when: ({ severity }) => severity === 'error',
    title: ({ detail }) => `The bundle is damaged: ${detail}`,
    advice: 'The story is told from what is left of it. Ask for the bundle again.',
    gap: ({ where }) => ({ kind: 'bundle', name: where, why: 'is damaged' }),
  },
]);

const ofLogs = rulesAbout('keyLog', [
  {
    id: 'coverage.channel-missing',
    severity: 'info',
    requires: ['wholeBundle'],
    when: ({ covered }) => covered.state !== 'present',
    title: ({ covered }) => `${covered.log}: ${coverageWords[covered.state]}`,
    advice: ({ tells }) => `Without it this bundle cannot tell ${tells}.`,
    links: [links.collectDiagnostics],
    wouldDecide: [{ what: 'An Intune "Collect diagnostics" zip' }],
    evidence: ({ covered: { path, state } }) =>
      path === null || state === 'empty' || state === 'unreadable' ? [] : [{ path, line: 1 }],
    gap: ({ covered }) => ({ kind: 'channel', name: covered.log, why: coverageWords[covered.state] }),
  },
  {
    id: 'coverage.log-wrapped',
    severity: 'info',
    requires: ['phases'],
    when: (log, facts) => hasWrapped(log, facts),
    title: ({ covered: { log, first, last } }) =>
      `${log} begins at ${minuteText(first)} and covers ${shortDuration(Date.parse(last ?? '') - Date.parse(first ?? ''))}: what was before has been overwritten`,
    advice: ({ covered, tells }) => `Before ${minuteText(covered.first)} this bundle cannot tell ${tells}.`,
    evidence: ({ covered: { path, firstRecordId } }) =>
      path === null || firstRecordId === null
        ? []
        : [{ path, recordId: firstRecordId, note: 'the oldest record that is left' }],
    gap: ({ covered }) => ({ kind: 'channel', name: covered.log, why: `begins at ${minuteText(covered.first)}` }),
  },
  {
    id: 'coverage.log-ends-early',
    severity: 'info',
    requires: ['phases'],
    when: ({ covered: { coversEnrollment, last } }, facts) => {
      const began = enrollmentStart(facts);
      return coversEnrollment === 'none' && last !== null && began !== null && last < began;
    },
    title: ({ covered: { log, last } }) =>
      `${log} ends at ${minuteText(last)}, a day or more before the enrollment that other logs show`,
    advice: ({ tells }) =>
      `It is of another time or another device: for the enrollment this bundle cannot tell ${tells}.`,
    gap: ({ covered }) => ({ kind: 'channel', name: covered.log, why: `ends at ${minuteText(covered.last)}` }),
  },
  {
    id: 'coverage.records-missing',
    severity: 'info',
    when: ({ covered: { state, missingRecordIds, coversEnrollment } }) =>
      state === 'present' && missingRecordIds >= manyMissing && coversEnrollment !== 'all',
    title: ({ covered: { log, missingRecordIds } }) =>
      `${log} has gaps: ${counted(missingRecordIds, 'record')} are missing inside it`,
    advice: ({ tells }) => `What is not seen there may have been lost. It tells ${tells}.`,
    gap: ({ covered }) => ({
      kind: 'channel',
      name: covered.log,
      why: `${counted(covered.missingRecordIds, 'record')} missing`,
    }),
  },
]);

const ofStarts = rulesAbout('enrollment', [
  {
    id: 'coverage.starts-missing',
    severity: 'info',
    when: (_, facts) => unseenStarts(facts).length > 0,
    title: (_, facts) =>
      `Windows counts ${counted(
        unseenStarts(facts).reduce((sum, { missing }) => sum + missing, 0),
        'more start',
      )} than these logs show`,
    advice:
      'Between the two records the number of the start has gone on by more than one. What restarted the device there is not in this bundle.',
    evidence: (_, facts) => unseenStarts(facts).flatMap(({ refs }) => refs),
  },
]);

/** What this bundle cannot tell, and why: no log, half a log, half a bundle. */
export const coverageRules: readonly Rule[] = [...damage, ...ofBundle, ...ofLogs, ...ofStarts];

type BundleFacts = Facts['story']['bundle'];

function lost({ unreadable }: BundleFacts): BundleFacts['unreadable'] {
  return unreadable.filter(({ reason }) => reason !== 'notCollected');
}

function unreadableWords(members: BundleFacts['unreadable']): string {
  const named = members.slice(0, 3).map(({ path, reason }) => `${path.slice(path.lastIndexOf('/') + 1)} (${reason})`);
  const more = members.length > named.length ? ` and ${members.length - named.length} more` : '';
  return `${counted(members.length, 'member')} of the bundle cannot be read: ${named.join(', ')}${more}`;
}

function hasWrapped({ covered: { first, firstRecordId, coversEnrollment } }: KeyLog, facts: Facts): boolean {
  const began = enrollmentStart(facts);
  const isShort = coversEnrollment === 'part' || coversEnrollment === 'none';
  return isShort && began !== null && first !== null && first > began && firstRecordId !== null && firstRecordId > 1;
}

/** The earliest moment of an enrollment that is seen at all; `null` without an enrollment. */
function enrollmentStart({ story: { phases, boots } }: Facts): string | null {
  const starts = phases.flatMap(({ start }) => start ?? []);
  return starts.length === 0 ? null : [...starts, ...boots.map(({ start }) => start)].reduce((a, b) => (a < b ? a : b));
}

/** `2026-02-17 13:15 UTC` */
function minuteText(iso: string | null): string {
  return iso === null ? 'an unknown time' : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
