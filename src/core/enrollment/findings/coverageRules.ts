import type { LogCoverage } from '../../bundle/coverage';
import { keyChannels } from '../../catalog/providers';
import { durationWords } from '../durationWords';
import { counted, coverageWords } from '../storyWords';
import type { Finding } from '../document/findings';
import { finding, type Rule, type Story } from './rule';

/** A log may be quiet for hours; one that stops a day before the enrollment is of another time or device, milliseconds. */
const endsEarlyMs = 24 * 3_600_000;

/** What this bundle cannot tell, and why: no log, half a log, half a bundle. */
export const coverageRules: readonly Rule[] = [
  ({ bundle }) =>
    bundle.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ where, detail }) =>
        finding({
          id: 'bundle.damaged',
          title: `The bundle is damaged: ${detail}`,
          severity: 'error',
          about: [where],
          advice: 'The story is told from what is left of it. Ask for the bundle again.',
          evidence: [],
        }),
      ),
  ({ bundle }) => {
    const lost = bundle.unreadable.filter(({ reason }) => reason !== 'notCollected');
    return lost.length === 0 ? [] : [unreadableFinding(lost)];
  },
  ({ bundle }) =>
    bundle.members.some(({ kind }) => storyKinds.has(kind))
      ? []
      : [
          finding({
            id: 'bundle.nothing-recognised',
            title: 'Nothing in here is a log that the story could be told from',
            severity: 'warning',
            about: ['bundle'],
            advice:
              'Open the .cab or .zip that mdmdiagnosticstool or Intune’s "Collect diagnostics" has written. The files of this one can be read all the same.',
            evidence: [],
          }),
        ],
  ({ bundle, coverage }) =>
    bundle.kind === 'singleLog'
      ? [singleLogFinding(bundle.name)]
      : keyLogs(coverage).flatMap(({ covered, tells }) =>
          covered.state === 'present' ? [] : [missingFinding(covered, tells)],
        ),
  (story) => {
    const began = storyStart(story);
    return keyLogs(story.coverage).flatMap(({ covered, tells }) =>
      began !== null && covered.first !== null && covered.first > began ? wrappedFinding(covered, tells) : [],
    );
  },
  ({ coverage, phases }) => {
    const ended = phases.flatMap(({ start, end }) => end ?? start ?? []).reduce((a, b) => (a > b ? a : b), '');
    return keyLogs(coverage).flatMap(({ covered: { log, last }, tells }) =>
      last === null || ended === '' || Date.parse(ended) - Date.parse(last) <= endsEarlyMs
        ? []
        : [
            finding({
              id: 'coverage.log-ends-early',
              title: `${log} ends at ${minuteText(last)}, a day or more before the enrollment that other logs show`,
              severity: 'info',
              about: [log],
              advice: `It is of another time or another device: for the enrollment this bundle cannot tell ${tells}.`,
              evidence: [],
            }),
          ],
    );
  },
];

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

/** The coverage of the logs that the story leans on, with what each of them tells. */
function keyLogs(coverage: Story['coverage']): readonly { readonly covered: LogCoverage; readonly tells: string }[] {
  return coverage.flatMap((covered) => {
    const key = keyChannels.find(({ channel }) => channel === covered.log);
    return key === undefined ? [] : [{ covered, tells: key.tells }];
  });
}

function unreadableFinding(lost: Story['bundle']['unreadable']): Finding {
  const named = lost.slice(0, 3).map(({ path, reason }) => `${path.slice(path.lastIndexOf('/') + 1)} (${reason})`);
  const more = lost.length > named.length ? ` and ${lost.length - named.length} more` : '';
  return finding({
    id: 'bundle.unreadable-members',
    title: `${counted(lost.length, 'member')} of the bundle cannot be read: ${named.join(', ')}${more}`,
    severity: 'warning',
    about: lost.map(({ path }) => path),
    advice: lost.some(({ reason }) => reason === 'encrypted')
      ? 'The story is told without what is encrypted. Open it with the password.'
      : 'The story is told without them. Ask for the bundle again if they matter.',
    evidence: [],
  });
}

function singleLogFinding(name: string): Finding {
  return finding({
    id: 'coverage.single-log',
    title: `Only ${name} was opened`,
    severity: 'info',
    about: [name],
    advice:
      'What other logs would tell is not known: who asked for a restart, the policies behind it, the sign-ins. Open the whole bundle for the story.',
    evidence: [],
  });
}

function missingFinding({ log, state, path }: LogCoverage, tells: string): Finding {
  return finding({
    id: 'coverage.channel-missing',
    title: `${log}: ${coverageWords[state]}`,
    severity: 'info',
    about: [log],
    advice: `Without it this bundle cannot tell ${tells}.`,
    evidence: path === null || state === 'empty' || state === 'unreadable' ? [] : [{ path, line: 1 }],
    wouldDecide: ['An Intune "Collect diagnostics" zip'],
  });
}

function wrappedFinding({ log, first, last, firstRecordId, path }: LogCoverage, tells: string): readonly Finding[] {
  if (first === null || last === null || path === null || firstRecordId === null || firstRecordId <= 1) {
    return [];
  }
  const covered = durationWords(Date.parse(last) - Date.parse(first));
  return [
    finding({
      id: 'coverage.log-wrapped',
      title: `${log} begins at ${minuteText(first)} and covers ${covered}: what was before has been overwritten`,
      severity: 'info',
      about: [log],
      advice: `Before ${minuteText(first)} this bundle cannot tell ${tells}.`,
      evidence: [{ path, recordId: firstRecordId, note: 'the oldest record that is left' }],
    }),
  ];
}

/** The earliest moment of an enrollment that is seen at all; `null` without an enrollment. */
function storyStart({ phases, boots }: Story): string | null {
  const starts = phases.flatMap(({ start }) => start ?? []);
  return starts.length === 0 ? null : [...starts, ...boots.map(({ start }) => start)].reduce((a, b) => (a < b ? a : b));
}

/** `2026-02-17 13:15 UTC` */
function minuteText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
