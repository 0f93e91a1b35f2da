import { keyChannels } from '../catalog/providers';
import { durationWords } from './durationWords';
import { signalsOf, type Signal } from './signal';
import { counted, coverageWords, duringWords, shortUri } from './storyWords';
import type { ClockStep, Finding, Reboot, RebootCause, SignIn, TriageDocument } from './triageDocument';

/** The document before its findings. */
export type Story = Omit<TriageDocument, 'findings'>;

/** Looks at the whole story and yields what a person has to know, with evidence. */
type Rule = (story: Story, signals: readonly Signal[]) => readonly Finding[];

const severities: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** What the story means for the person who triages it, the most severe first. */
export function tellFindings(story: Story, signals: readonly Signal[]): readonly Finding[] {
  return rules
    .flatMap((rule) => rule(story, signals))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

const learnEsp = 'https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/understand-troubleshoot-esp';
const learnWebSignIn = 'https://learn.microsoft.com/windows/security/identity-protection/web-sign-in/';

const rebootRule =
  (
    applies: (reboot: Reboot, story: Story) => boolean,
    finding: (reboot: Reboot) => Pick<Finding, 'id' | 'title' | 'severity' | 'advice'> & Partial<Finding>,
  ): Rule =>
  (story) =>
    story.reboots
      .filter((reboot) => applies(reboot, story))
      .map((reboot) => ({
        confidence: reboot.confidence,
        about: [reboot.id],
        links: [learnEsp],
        evidence: reboot.evidence,
        wouldDecide: [],
        ...finding(reboot),
      }));

const rules: readonly Rule[] = [
  rebootRule(
    (reboot) => reboot.class === 'coalescedPolicy',
    (reboot) => {
      const causes = blamed(reboot);
      return {
        id: 'reboot.policy-in-device-setup',
        title: `Policies restarted the device at the end of device setup: ${causes.map(({ uri }) => shortUri(uri)).join(', ') || 'which ones is not recorded'}`,
        severity: 'warning',
        advice:
          'Assign the profiles that hold these settings to user groups: they then apply in account setup, where the Enrollment Status Page does not restart. The price: what they protect, and the health attestation of BitLocker, Secure Boot and Code Integrity, waits for the next restart.',
        evidence: [...causes.flatMap(({ evidence }) => evidence), ...reboot.evidence],
        wouldDecide:
          causes.length > 0
            ? []
            : ['DeviceManagement-Enterprise-Diagnostics-Provider/Admin covering device setup (event 2800)'],
      };
    },
  ),
  rebootRule(
    (reboot) => reboot.class === 'application' && isInEnrollment(reboot),
    (reboot) => ({
      id:
        reboot.during === 'accountSetup' ? 'reboot.application-in-account-setup' : 'reboot.application-in-device-setup',
      title: 'An app restarted the device inside the enrollment',
      severity: 'warning',
      advice:
        'Set the app’s restart behaviour to "no specific action" or its return codes so that the restart waits until the Enrollment Status Page is done, or stop tracking the app in the page.',
    }),
  ),
  rebootRule(
    (reboot) => reboot.during === 'accountSetup',
    () => ({
      id: 'reboot.in-account-setup',
      title: 'The device restarted in account setup, where no restart is supported',
      severity: 'error',
      advice:
        'Find what asked for it (see its initiator and causes) and move it out of the enrollment. The user token does not survive this restart.',
    }),
  ),
  rebootRule(
    (reboot, story) => reboot.class === 'unexpected' && !isPowerLoss(reboot, story) && isInEnrollment(reboot),
    (reboot) => ({
      id: 'reboot.unexpected',
      title: `A restart that nothing in these logs asked for (${duringWords[reboot.during]})`,
      severity: 'warning',
      advice:
        'Look at what ran just before it: installers, scripts and drivers restart without the Enrollment Status Page knowing.',
      wouldDecide: ['System event log (who asked, or a power loss)', 'Shell-Core/Operational covering that time'],
    }),
  ),
  rebootRule(isPowerLoss, (reboot) => ({
    id: 'reboot.power-loss',
    title: isInEnrollment(reboot)
      ? 'The device lost power or crashed inside the enrollment'
      : 'The device lost power or crashed',
    severity: isInEnrollment(reboot) ? 'warning' : 'info',
    advice: 'No policy is to blame for this one. Check power button, battery and crash dumps.',
    links: [],
  })),
  ({ signIns }) => signIns.filter((signIn) => signIn.class === 'rePrompt').map(rePromptFinding),
  ({ reboots }) =>
    reboots
      .filter(({ tokenLost }) => tokenLost === true)
      .map((reboot) => ({
        id: 'token.lost-after-reboot',
        title: 'The user’s token was gone after the restart',
        severity: 'warning',
        confidence: 'high',
        about: [reboot.id],
        advice: 'Account setup and single sign-on need it: the user has to sign in, and pass MFA, once more.',
        links: [],
        evidence: reboot.evidence,
        wouldDecide: [],
      })),
  ({ hello }) =>
    hello.state !== 'incomplete'
      ? []
      : [
          {
            id: 'hello.incomplete',
            title: 'Windows Hello was offered but not finished',
            severity: 'warning',
            confidence: 'medium',
            about: ['hello'],
            advice:
              'Expect a lock screen that asks for user name and PIN, or for the pass again. The user can finish it under Settings > Accounts > Sign-in options.',
            links: [],
            evidence: hello.evidence,
            wouldDecide: ['Collect diagnostics zip: HelloForBusiness/Operational says how far provisioning came'],
          },
        ],
  ({ clock }) => {
    const steps = clock.steps.filter(({ reason, deltaMs }) => reason === 'timeSync' && Math.abs(deltaMs) >= 60_000);
    const [first, ...rest] = steps;
    const title =
      rest.length > 0 ? `The clock was corrected ${steps.length} times` : `The clock was set ${directionOf(first)}`;
    return first === undefined
      ? []
      : [
          {
            id: 'clock.stepped-during-oobe',
            title,
            severity: 'info',
            confidence: 'high',
            about: ['clock'],
            advice: 'Times before a step are shown shifted to the later clock; the raw times are beside them.',
            links: [],
            evidence: steps.flatMap(({ evidence }) => evidence),
            wouldDecide: [],
          },
        ];
  },
  (_, signals) => {
    const failed = signalsOf(signals, 'mdmEnrolled');
    const last = failed.at(-1);
    return last === undefined || last.succeeded
      ? []
      : [
          {
            id: 'enrollment.mdm-failed',
            title: 'The MDM enrollment failed',
            severity: 'error',
            confidence: 'high',
            about: ['enrollment'],
            advice: 'Open the record: its HRESULT names the reason (licence, restriction, device limit, network).',
            links: [learnEsp],
            evidence: [last.ref],
            wouldDecide: [],
          },
        ];
  },
  (_, signals) => {
    const last = signalsOf(signals, 'joined').at(-1);
    return last?.rolledBack !== true
      ? []
      : [
          {
            id: 'enrollment.join-rolled-back',
            title: 'The Entra join was rolled back',
            severity: 'error',
            confidence: 'high',
            about: ['enrollment'],
            advice:
              'A join is undone when the enrollment after it fails: look for the MDM enrollment error just before.',
            links: [],
            evidence: [last.ref],
            wouldDecide: [],
          },
        ];
  },
  ({ coverage }) =>
    coverage
      .filter(({ state }) => state !== 'present')
      .flatMap(({ log, state, path }) => {
        const key = keyChannels.find(({ channel }) => channel === log);
        return key === undefined
          ? []
          : [
              {
                id: 'coverage.channel-missing',
                title: `${log}: ${coverageWords[state]}`,
                severity: 'info',
                confidence: 'high',
                about: [log],
                advice: `Without it this bundle cannot tell ${key.tells}.`,
                links: [],
                evidence: path === null || state === 'empty' || state === 'unreadable' ? [] : [{ path, line: 1 }],
                wouldDecide: ['An Intune "Collect diagnostics" zip'],
              } satisfies Finding,
            ];
      }),
  (story) => {
    const began = storyStart(story);
    return story.coverage.flatMap(({ log, first, last, firstRecordId, path }) => {
      const key = keyChannels.find(({ channel }) => channel === log);
      const wrapped = firstRecordId !== null && firstRecordId > 1 && first !== null && began !== null && first > began;
      if (key === undefined || !wrapped || path === null || last === null) {
        return [];
      }
      const covered = durationWords(Date.parse(last) - Date.parse(first));
      return [
        {
          id: 'coverage.log-wrapped',
          title: `${log} only covers the last ${covered}: what was before has been overwritten`,
          severity: 'info',
          confidence: 'high',
          about: [log],
          advice: `Before ${first.slice(11, 19)} UTC this bundle cannot tell ${key.tells}.`,
          links: [],
          evidence: [{ path, recordId: firstRecordId, note: 'the oldest record that is left' }],
          wouldDecide: [],
        } satisfies Finding,
      ];
    });
  },
  ({ bundle }) =>
    bundle.members.some(({ kind }) => storyKinds.has(kind))
      ? []
      : [
          {
            id: 'bundle.nothing-recognised',
            title: 'Nothing in here is a log that the story could be told from',
            severity: 'warning',
            confidence: 'high',
            about: ['bundle'],
            advice:
              'Open the .cab or .zip that mdmdiagnosticstool or Intune’s "Collect diagnostics" has written. The files of this one can be read all the same.',
            links: [],
            evidence: [],
            wouldDecide: [],
          },
        ],
  ({ bundle }) => {
    const lost = bundle.unreadable.filter(({ reason }) => reason !== 'notCollected');
    return lost.length === 0
      ? []
      : [
          {
            id: 'bundle.unreadable-members',
            title: `${counted(lost.length, 'member')} of the bundle cannot be read`,
            severity: 'warning',
            confidence: 'high',
            about: lost.map(({ path }) => path),
            advice: 'The story is told without them. Ask for the bundle again, or for its password.',
            links: [],
            evidence: [],
            wouldDecide: [],
          },
        ];
  },
];

function rePromptFinding(signIn: SignIn): Finding {
  const isWeb = signIn.credential === 'webSignIn';
  const waited = signIn.waitMs === null ? '' : ` after ${durationWords(signIn.waitMs)} at the lock screen`;
  return {
    id: isWeb ? 'signin.web-sign-in-re-prompt' : 'signin.re-prompt-after-reboot',
    title: isWeb
      ? `The user had to sign in again through web sign-in${waited}`
      : `The user had to sign in again${waited}`,
    severity: 'error',
    confidence: signIn.confidence,
    about: [signIn.id, ...(signIn.afterReboot === null ? [] : [signIn.afterReboot])],
    advice: isWeb
      ? 'With a Temporary Access Pass this is typed again under Other user > Sign-in options > the globe. Remove the restart, or give a pass that is multi-use and lives long enough.'
      : 'Remove the restart that this sign-in follows; see its causes.',
    links: [learnWebSignIn],
    evidence: signIn.evidence,
    wouldDecide: isWeb
      ? ['Entra sign-in log: whether the credential was a Temporary Access Pass']
      : ['Collect diagnostics zip: the LogonUI registry export names the credential of the last sign-in'],
  };
}

/** The earliest moment of an enrollment that is seen at all; `null` without an enrollment. */
function storyStart({ phases, boots }: Story): string | null {
  const starts = phases.flatMap(({ start }) => start ?? []);
  return starts.length === 0 ? null : [...starts, ...boots.map(({ start }) => start)].reduce((a, b) => (a < b ? a : b));
}

/** `back by 3 h 0 min` */
function directionOf(step: ClockStep | undefined): string {
  const deltaMs = step?.deltaMs ?? 0;
  return `${deltaMs < 0 ? 'back' : 'forward'} by ${durationWords(Math.abs(deltaMs))}`;
}

/** Kinds of members that hold something of the story. */
const storyKinds: ReadonlySet<string> = new Set([
  'evtx',
  'cmTrace',
  'setupLog',
  'registryDump',
  'registryExport',
  'footprint',
]);

function blamed(reboot: Reboot): readonly RebootCause[] {
  return reboot.causes.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
}

function isInEnrollment({ during }: Reboot): boolean {
  return during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup';
}

function isPowerLoss(reboot: Reboot, { boots }: Story): boolean {
  return boots.find(({ id }) => id === reboot.boot)?.kind === 'powerLoss';
}
