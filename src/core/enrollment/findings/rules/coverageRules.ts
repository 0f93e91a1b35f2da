import * as l10n from '@vscode/l10n';
import { listOf, phrase, spoken, spokenCount, wholeNumber } from '../../../words/language';
import type { UnreadableReason } from '../../../archive/archiveEntry';
import { shortDuration } from '../../../words/duration';
import { coverageWords } from '../../storyWords';
import type { Facts, KeyLog } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';
import { unseenStarts } from '../unseenStarts';

/** A few records are lost in every live copy. */
const manyMissing = 50;

/** Why a member cannot be read. */
const reasonWords = spoken<UnreadableReason>({
  encrypted: phrase('encrypted'),
  unsupportedMethod: phrase('compressed in an unknown way'),
  spanned: phrase('in several parts'),
  truncated: phrase('truncated'),
  damaged: phrase('damaged'),
  overLimit: phrase('too large'),
  notCollected: phrase('not collected'),
  redacted: phrase('redacted'),
});

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
        ? l10n.t('The story is told without what is encrypted. Open it with the password.')
        : l10n.t('The story is told without them. Ask for the bundle again if they matter.'),
    gap: (bundle) => ({ kind: 'member', name: lost(bundle)[0]?.path ?? '', why: l10n.t('cannot be read') }),
  },
  {
    id: 'bundle.nothing-recognised',
    severity: 'warning',
    when: ({ members }) => !members.some(({ kind }) => storyKinds.has(kind)),
    title: phrase('Nothing in here is a log that the story could be told from'),
    advice: phrase(
      'Open the .cab or .zip that mdmdiagnosticstool or Intune’s "Collect diagnostics" has written. The files of this one can be read all the same.',
    ),
    links: [links.collectDiagnostics],
    gap: ({ name }) => ({ kind: 'bundle', name, why: l10n.t('holds no log of an enrollment') }),
  },
  {
    id: 'coverage.single-log',
    severity: 'info',
    when: ({ kind }) => kind === 'singleLog',
    title: ({ name }) => l10n.t('Only {0} was opened', name),
    advice: phrase(
      'What other logs would tell is not known: who asked for a restart, the policies behind it, the sign-ins. Open the whole bundle for the story.',
    ),
    gap: ({ name }) => ({ kind: 'bundle', name, why: l10n.t('is a single log') }),
  },
]);

const damage = rulesAbout('bundleProblem', [
  {
    id: 'bundle.damaged',
    severity: 'error',
    when: ({ severity }) => severity === 'error',
    title: ({ detail }) => l10n.t('The bundle is damaged: {0}', detail),
    advice: phrase('The story is told from what is left of it. Ask for the bundle again.'),
    gap: ({ where }) => ({ kind: 'bundle', name: where, why: l10n.t('is damaged') }),
  },
]);

const ofLogs = rulesAbout('keyLog', [
  {
    id: 'coverage.channel-missing',
    severity: 'info',
    requires: ['wholeBundle'],
    when: ({ covered }) => covered.state !== 'present',
    title: ({ covered }) => `${covered.log}: ${coverageWords[covered.state]}`,
    advice: ({ tells }) => l10n.t('Without it this bundle cannot tell {0}.', l10n.t(tells)),
    links: [links.collectDiagnostics],
    wouldDecide: [{ what: phrase('An Intune "Collect diagnostics" zip') }],
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
      l10n.t(
        '{0} begins at {1} and covers {2}: what was before has been overwritten',
        log,
        minuteText(first),
        shortDuration(Date.parse(last ?? '') - Date.parse(first ?? '')),
      ),
    advice: ({ covered, tells }) =>
      l10n.t('Before {0} this bundle cannot tell {1}.', minuteText(covered.first), l10n.t(tells)),
    evidence: ({ covered: { path, firstRecordId } }) =>
      path === null || firstRecordId === null
        ? []
        : [{ path, recordId: firstRecordId, note: l10n.t('the oldest record that is left') }],
    gap: ({ covered }) => ({
      kind: 'channel',
      name: covered.log,
      why: l10n.t('begins at {0}', minuteText(covered.first)),
    }),
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
      l10n.t('{0} ends at {1}, a day or more before the enrollment that other logs show', log, minuteText(last)),
    advice: ({ tells }) =>
      l10n.t('It is of another time or another device: for the enrollment this bundle cannot tell {0}.', l10n.t(tells)),
    gap: ({ covered }) => ({
      kind: 'channel',
      name: covered.log,
      why: l10n.t('ends at {0}', minuteText(covered.last)),
    }),
  },
  {
    id: 'coverage.records-missing',
    severity: 'info',
    when: ({ covered: { state, missingRecordIds, coversEnrollment } }) =>
      state === 'present' && missingRecordIds >= manyMissing && coversEnrollment !== 'all',
    title: ({ covered: { log, missingRecordIds } }) =>
      l10n.t('{0} has gaps: {1} records are missing inside it', log, wholeNumber(missingRecordIds)),
    advice: ({ tells }) => l10n.t('What is not seen there may have been lost. It tells {0}.', l10n.t(tells)),
    gap: ({ covered }) => ({
      kind: 'channel',
      name: covered.log,
      why: l10n.t('{0} records missing', wholeNumber(covered.missingRecordIds)),
    }),
  },
]);

const ofStarts = rulesAbout('enrollment', [
  {
    id: 'coverage.starts-missing',
    severity: 'info',
    when: (_, facts) => unseenStarts(facts).length > 0,
    title: (_, facts) =>
      spokenCount(
        unseenStarts(facts).reduce((sum, { missing }) => sum + missing, 0),
        phrase('Windows counts {0} more start than these logs show'),
        phrase('Windows counts {0} more starts than these logs show'),
      ),
    advice: phrase(
      'Between the two records the number of the start has gone on by more than one. What restarted the device there is not in this bundle.',
    ),
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
  const names = members.map(({ path, reason }) => `${path.slice(path.lastIndexOf('/') + 1)} (${reasonWords[reason]})`);
  return spokenCount(
    members.length,
    phrase('{0} member of the bundle cannot be read: {1}'),
    phrase('{0} members of the bundle cannot be read: {1}'),
    listOf(names, 3),
  );
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
  return iso === null ? l10n.t('an unknown time') : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
