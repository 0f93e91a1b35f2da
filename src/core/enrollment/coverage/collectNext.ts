import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import type { CollectNext } from '../document/collectNext';
import type { Reboot } from '../document/reboots';
import type { SignIn } from '../document/signIns';
import type { TriageDocument } from '../document/triageDocument';
import { isEnrollmentSeen, isPhaseSeen } from '../document/enrollmentSight';

/** The document so far. */
export type OpenStory = Pick<
  TriageDocument,
  | 'bundle'
  | 'coverage'
  | 'phases'
  | 'devicePreparation'
  | 'boots'
  | 'reboots'
  | 'signIns'
  | 'token'
  | 'hello'
  | 'policies'
  | 'securityImpact'
>;

/** Something to ask for, and which open questions of a story it settles. */
interface Source extends Omit<CollectNext, 'decides'> {
  readonly decides: (story: OpenStory) => readonly string[];
}

/** What to ask for next, the smallest first: only what would settle something that is open in this very story. */
export function tellCollectNext(story: OpenStory): readonly CollectNext[] {
  return sources.flatMap(({ decides, ...source }) => {
    const [first, ...rest] = new Set(decides(story));
    return first === undefined
      ? []
      : [
          {
            what: l10n.t(source.what),
            why: l10n.t(source.why),
            how: l10n.t(source.how),
            size: source.size,
            decides: [first, ...rest] as const,
          },
        ];
  });
}

const adminChannel = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin';
const helloChannel = 'Microsoft-Windows-HelloForBusiness/Operational';
const bitLockerChannel = 'Microsoft-Windows-BitLocker/BitLocker Management';
const deviceGuardChannel = 'Microsoft-Windows-DeviceGuard/Operational';

/** In the order of their size. A log that has wrapped is not asked for again: the device has no more of it. */
const sources: readonly Source[] = [
  {
    what: phrase('dsregcmd /status, run by the user'),
    why: phrase('It says whether the user has a token. Run as SYSTEM, as Intune does, it speaks of SYSTEM instead.'),
    how: 'dsregcmd /status > "%TEMP%\\dsregcmd.txt"',
    size: 'small',
    decides: (story) => (isEnrolled(story) && story.token.state === 'unknown' ? ['token'] : []),
  },
  {
    what: phrase('Registry export of LogonUI'),
    why: phrase('It remembers the credential provider of the last sign-in, as long as nobody has signed in since.'),
    how: 'reg export "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI" LogonUI.reg',
    size: 'small',
    decides: openLastSignIn,
  },
  {
    what: phrase('Registry export of the Windows Hello policy'),
    why: phrase('It says whether Windows Hello for Business is on; the diagnostics tool leaves the key out.'),
    how: 'reg export "HKLM\\SOFTWARE\\Microsoft\\Policies\\PassportForWork" PassportForWork.reg',
    size: 'small',
    decides: (story) =>
      isEnrolled(story) && story.policies.helloForBusiness === 'unknown' ? ['policies.helloForBusiness'] : [],
  },
  {
    what: phrase('Sign-in log of the user in Entra'),
    why: phrase(
      'Only the service knows which method was used, a Temporary Access Pass among them, and when more was asked for.',
    ),
    how: phrase('Entra admin center > Users > the user > Sign-in logs, of the time of the sign-in'),
    size: 'small',
    decides: ({ signIns }) => signIns.filter(isUndecidedPrompt).map(({ id }) => id),
  },
  {
    what: phrase('Log Microsoft-Windows-HelloForBusiness/Operational'),
    why: phrase('It says how far the Windows Hello wizard came.'),
    how: exportOf(helloChannel, 'hello'),
    size: 'small',
    decides: (story) => (isMissing(story, helloChannel) ? [...openEnrollment(story), ...openHello(story)] : []),
  },
  {
    what: phrase('Log Microsoft-Windows-BitLocker/BitLocker Management'),
    why: phrase('It says when encryption began, or that it waits for a restart.'),
    how: exportOf(bitLockerChannel, 'bitlocker'),
    size: 'small',
    decides: (story) => (isMissing(story, bitLockerChannel) ? openAreas(story, ['bitLocker']) : []),
  },
  {
    what: phrase('Log Microsoft-Windows-DeviceGuard/Operational, and msinfo32'),
    why: phrase('They say whether virtualization-based security runs, or waits for a restart.'),
    how: `${exportOf(deviceGuardChannel, 'deviceguard')} & msinfo32 /report msinfo32.txt`,
    size: 'small',
    decides: (story) =>
      isMissing(story, deviceGuardChannel) ? openAreas(story, ['deviceGuard', 'virtualizationBasedSecurity']) : [],
  },
  {
    what: phrase('Log Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin'),
    why: phrase('Its event 2800 names the settings that asked for a restart.'),
    how: exportOf(adminChannel, 'mdm-admin'),
    size: 'small',
    decides: (story) =>
      isMissing(story, adminChannel)
        ? [
            ...story.reboots.filter(isUnblamed).map(({ id }) => id),
            ...(story.policies.latentReboots.some(({ state }) => state === 'assigned') ? ['latentReboots'] : []),
          ]
        : [],
  },
  {
    what: phrase('System log'),
    why: phrase('It says who asked for each restart, when Windows started, and what ran in that start.'),
    how: exportOf('System', 'system'),
    size: 'medium',
    decides: (story) =>
      isMissing(story, 'System')
        ? [
            ...openEnrollment(story),
            ...story.reboots.filter(isUnaskedFor).map(({ id }) => id),
            ...openAreas(
              story,
              story.securityImpact.map(({ area }) => area),
            ),
            ...(story.policies.latentReboots.some(({ inForce }) => inForce === null) ? ['latentReboots'] : []),
          ]
        : [],
  },
  {
    what: phrase('Logs of the Intune Management Extension'),
    why: phrase('They say which app or script was running, and which one returned a code that asks for a restart.'),
    how: phrase('The folder C:\\ProgramData\\Microsoft\\IntuneManagementExtension\\Logs'),
    size: 'medium',
    decides: (story) =>
      story.coverage.some(({ log }) => /IntuneManagementExtension/i.test(log))
        ? []
        : story.reboots.filter((reboot) => isInPage(reboot) && isOpen(reboot)).map(({ id }) => id),
  },
  {
    what: phrase('Cabinet of the diagnostics tool'),
    why: phrase(
      'Its registry dump holds the policies in force, the device’s own list of reboot URIs and the state of the page.',
    ),
    how: 'mdmdiagnosticstool.exe -area "Autopilot;DeviceEnrollment;DeviceProvisioning;TPM" -cab C:\\Temp\\autopilot.cab',
    size: 'medium',
    decides: ({ policies, phases, bundle }) =>
      hasKind(bundle, 'registryDump')
        ? []
        : [
            ...(policies.webSignIn === 'unknown' ? ['policies.webSignIn'] : []),
            ...(policies.restartPending === null ? ['policies.restartPending'] : []),
            ...phases.flatMap(({ id, state }) => (state === 'unknown' ? [id] : [])),
          ],
  },
  {
    what: phrase('Intune "Collect diagnostics"'),
    why: phrase('It takes most of the above in one go, from a distance.'),
    how: phrase(
      'Intune admin center > Devices > Windows > the device > … > Collect diagnostics, then Device diagnostics > Download',
    ),
    size: 'large',
    decides: (story) =>
      story.bundle.kind === 'collectDiagnostics'
        ? []
        : [
            ...openEnrollment(story),
            ...openHello(story),
            ...(isMissing(story, bitLockerChannel) ? openAreas(story, ['bitLocker']) : []),
            ...(isMissing(story, 'System') ? story.reboots.filter(isUnaskedFor).map(({ id }) => id) : []),
            ...openLastSignIn(story),
          ],
  },
];

function exportOf(channel: string, file: string): string {
  return `wevtutil epl "${channel}" ${file}.evtx`;
}

/** Is none of this log in the bundle? */
function isMissing({ coverage }: OpenStory, channel: string): boolean {
  return coverage.every(({ log, state }) => log !== channel || (state !== 'present' && state !== 'empty'));
}

function hasMember({ members }: OpenStory['bundle'], shape: RegExp): boolean {
  return members.some(({ path }) => shape.test(path));
}

function hasKind({ members }: OpenStory['bundle'], kind: string): boolean {
  return members.some((member) => member.kind === kind);
}

/** LogonUI remembers the last sign-in only. */
function openLastSignIn({ signIns, bundle }: OpenStory): readonly string[] {
  const last = signIns.at(-1);
  return last?.credential === 'unknown' && !hasMember(bundle, /logonui/i) ? [last.id] : [];
}

function openHello(story: OpenStory): readonly string[] {
  return isEnrolled(story) && story.hello.state === 'unknown' && isMissing(story, helloChannel) ? ['hello'] : [];
}

function openAreas(story: OpenStory, areas: readonly string[]): readonly string[] {
  return story.securityImpact.flatMap(({ area, state }) =>
    isEnrolled(story) && state === 'unknown' && areas.includes(area) ? [area] : [],
  );
}

/** Whether there was an enrollment at all; a single log was never meant to tell. */
function openEnrollment({ bundle, phases, devicePreparation }: OpenStory): readonly string[] {
  return bundle.kind !== 'singleLog' && !isEnrollmentSeen({ phases, devicePreparation }) ? ['enrollment'] : [];
}

/** What is not known of a device that was never enrolled is not an open question. */
function isEnrolled({ phases, signIns }: OpenStory): boolean {
  return phases.some(isPhaseSeen) || signIns.length > 0;
}

/** A sign-in at the lock screen of which at most the web page is known, not what was typed into it. */
function isUndecidedPrompt({ class: kind, credential }: SignIn): boolean {
  return kind === 'rePrompt' && (credential === 'unknown' || credential === 'webSignIn');
}

function isUnblamed({ class: kind, causes }: Reboot): boolean {
  return kind === 'coalescedPolicy' && !causes.some(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
}

function isUnaskedFor({ initiator, class: kind }: Reboot): boolean {
  return initiator === null && (kind === 'unknown' || kind === 'unexpected');
}

function isInPage({ during }: Reboot): boolean {
  return during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup';
}

function isOpen({ class: kind, otherCauses }: Reboot): boolean {
  const isNamed = otherCauses.some(({ verdict, name }) => verdict !== 'refuted' && name !== null);
  return kind === 'unknown' || kind === 'unexpected' || (kind === 'application' && !isNamed);
}
