import * as l10n from '@vscode/l10n';

/** A line of the Intune management extension in our words. */
export interface AgentLineMeaning {
  readonly words: string;
  readonly proves: string | null;
  /** What it is easily taken for. */
  readonly doesNotProve: string | null;
}

interface AgentLine extends AgentLineMeaning {
  readonly shape: RegExp;
}

function line(shape: RegExp, words: string, proves: string | null, doesNotProve: string | null): AgentLine {
  return { shape, words, proves, doesNotProve };
}

/** From the most special to the most general. Shapes are fixed words with bounded gaps. */
export const agentLines: readonly AgentLine[] = [
  line(
    /EMS Agent Started\b/,
    'The agent starts.',
    'the service of the agent began here',
    'a restart of Windows: updates of the agent and the start of the service by hand write it, too',
  ),
  line(/Agent version is: /, 'Version of the agent, right after its start.', null, null),
  line(
    /EMS Agent received shutdown signal/,
    'Windows tells the agent that it goes down.',
    'an orderly shutdown or restart of Windows began',
    'who asked for it; and its absence proves nothing, as the agent is often not told',
  ),
  line(
    /EMS Agent received stop signal/,
    'The service of the agent is stopped, mostly for an update of the agent.',
    null,
    'a shutdown of Windows',
  ),
  line(
    /EMS Agent Stopped|Agent stopped at PerformAgentShutdown|Flushing IME registry key/,
    'The agent stops in order.',
    null,
    null,
  ),
  line(
    /In EspPhase: AccountSetup\. Start the thread to check user token/,
    'The account part of the status page is on; the agent watches for the token and the SID of the user in case a restart comes.',
    'the status page is in its account part',
    'that there was a restart or that the token is missing: written in every enrollment',
  ),
  line(
    /In EspPhase: (?:DeviceSetup|AccountSetup)\. App .{0,120} has been registered/,
    'The agent has put this app on the list that the status page waits for.',
    'the status page tracks the app',
    'that it is being installed already',
  ),
  line(
    /(?:In|The) EspPhase: (?:DeviceSetup|AccountSetup|NotInEsp)|ESP phase (?:DeviceSetup|AccountSetup|NotInEsp)/,
    'The part of the status page as the agent sees it.',
    'the part that was on when the line was written',
    'when the part began: the agent only looks now and then',
  ),
  line(
    /Got skip(?:Device|User)StatusPageString/,
    'The agent reads whether a part of the status page is shown. 0: it is shown; −1 or ffffffff: skipped, or over already.',
    null,
    'that the page was skipped by its profile: Windows sets −1 itself when the part is over',
  ),
  line(
    /isSyncDoneForUser(?:Str)?\b|Setting IsSyncDoneForUser/,
    'Whether the account part of the status page is over for this user; empty means not yet.',
    'with 1 or True, that the account part is over: a later restart comes after the status page',
    null,
  ),
  line(
    /HasProvisioningCompletedWmi value as (?:True|False)/,
    'Whether the device part of the status page is over.',
    null,
    null,
  ),
  line(/EMS Agent APv2 check|\[APv2\]/, 'Whether this is Autopilot device preparation (v2).', null, null),
  line(
    /Failed to get AAD token/,
    'The agent asked for a token of the user and got none; the code says why.',
    'at this moment the session had no token that the agent could use',
    'a fault in the device part: there the session belongs to defaultuser0, which never has one. It counts only once the user of the device has signed in',
  ),
  line(
    /Need user interaction to continue/,
    'A token would need the user: a sign-in, MFA, or the session belongs to nobody in Entra ID.',
    'no token could be had silently',
    'that the user was asked anything: the agent never shows a sign-in',
  ),
  line(
    /AAD User check (?:is failed|using device check in app is failed)/,
    'The user of the session has no Entra token, or the session has no user yet.',
    null,
    'a fault in the device part, where it is routine; the line about the fallback is the second try and no second failure',
  ),
  line(
    /reference (?:a|to a) token that does not exist/,
    'The session exists but nobody is signed in to it.',
    'Windows waited at the sign-in screen',
    null,
  ),
  line(
    /Successfully get the token with client id/,
    'The agent has a token of the user.',
    'the account of the session had a valid Entra token here, if the line “After impersonation” above names an AzureAD account',
    null,
  ),
  line(
    /After impersonation: /,
    'Whose session it is.',
    'this account had the session; defaultuser0 means that OOBE still ran, AzureAD\\… that the user had signed in',
    'when or how the user signed in',
  ),
  line(
    /starting impersonation, session id = /,
    'The agent looks into this session; the next line names its user.',
    null,
    null,
  ),
  line(
    /Total valid AAD User session count is 0\b/,
    'No session has an Entra token.',
    'nobody with an Entra token was signed in at this moment',
    'a loss of the token: before the user has signed in it is always 0',
  ),
  line(
    /Total valid AAD User session count is \d+|valid AAD user session id/,
    'Sessions whose user has an Entra token.',
    null,
    null,
  ),
  line(
    /Userless session, skip UserToken/,
    'The agent checks in for the device, without a user.',
    null,
    'a fault: routine before the user signs in',
  ),
  line(
    /Add UserToken with length/,
    'The agent checks in with the token of the user.',
    'a token of the user was there',
    null,
  ),
  line(
    /OnSessionChange:? ?(?:Console)?(?:Logon|Logoff|Connect|Disconnect|SessionLock|SessionUnlock|RemoteConnect|RemoteDisconnect)/i,
    'Windows tells the agent of a sign-in, sign-out, lock or change at the console.',
    'the change itself, to the second',
    'whose session it is, and what caused it: a sign-out also comes with a restart and when OOBE hands over to the user',
  ),
  line(/Session change detected/, 'Something happened to a session; the next line says what.', null, null),
  line(
    /\[RebootHelper\] CheckRebootFlagAndPop/,
    'The agent looks whether it has to remind of a restart.',
    null,
    'that a restart is due: it looks at each start and check-in',
  ),
  line(
    /A restart is required to continue processing apps/,
    'The agent stops its work on apps until Windows restarts.',
    'an app asked for a restart and the rest waits for it',
    'that the restart came',
  ),
  line(
    /lpExitCode is defined as (?:Success|Failed|SoftReboot|HardReboot|Retry)/,
    'What the app of this code says that it means.',
    'how the agent takes the exit code, also where a soft or hard restart follows from it',
    'that the restart came',
  ),
  line(
    /Admin did NOT set mapping for lpExitCode/,
    'The app says nothing about this exit code, so Intune’s default holds.',
    null,
    null,
  ),
  line(
    /lpExitCode\b/,
    'What the installer returned.',
    'the installer has ended',
    'that the app is detected afterwards',
  ),
  line(
    /got trackingApp Win32App_/,
    'How far an app is on the list of the status page: install 1 not installed, 2 in progress, 3 completed, 4 error; reboot 1 none, 2 soft, 3 hard.',
    null,
    'with an empty reboot, that the app needs none: it has not said yet',
  ),
  line(/All apps completed for device/, 'The device part of the status page has no app left to wait for.', null, null),
  line(
    /Got InstanceID: Sidecar, installationStateString/,
    'How far the agent itself is for the status page: 1 not installed, 2 not required, 3 completed, 4 error.',
    null,
    null,
  ),
  line(
    /SidecarTrackingPoliciesCreated value as (?:True|False)/,
    'Whether the agent has told the status page which apps to wait for; before that the page shows “Identifying”.',
    null,
    null,
  ),
  line(
    /is in GRS\b/,
    'The app has failed before and is left alone for a day.',
    'no attempt is made now',
    'that it failed in this enrollment: the mark outlives it',
  ),
  line(
    /No action required for app with id/,
    'Nothing is to be done for this app: installed already, or not meant for this device.',
    null,
    null,
  ),
  line(/Downloading app \(id = /, 'Progress of a download.', null, null),
  line(/Updating ESP tracked install status from /, 'The agent tells the status page how far the app is.', null, null),
  line(/hResultFromWin32/, 'The exit code as an HRESULT, where the installer returned one.', null, null),
  line(
    /Installation is timeout/,
    'The installer ran longer than the app allows.',
    'the agent stopped waiting',
    'that the installer itself stopped',
  ),
  line(/Decryption is failed for appId/, 'The downloaded app could not be decrypted.', null, null),
  line(
    /Registered channel URI|GetChannelUriInformation|ReadChannelUriFromRegistry/,
    'The address under which the push service of Windows wakes the agent; whoever has it can send to the device, so it is masked.',
    null,
    null,
  ),
  line(
    /Setting enforcementState as: (?:Success|Error)/,
    'What the agent takes the installation for.',
    'the agent has judged this attempt',
    'that the report has reached Intune',
  ),
  line(
    /\[ReportingManager\] (?:Download|Execution|Detection|Applicability|Desired) state for app/,
    'A state of the app has changed; the braces hold what is new.',
    null,
    null,
  ),
  line(
    /Completed user session \d+/,
    'The agent is through with the apps of this session for now.',
    null,
    'that all apps are installed',
  ),
  line(
    /Processing Progress for app = /,
    'Progress of an app from the Store; Operation Phase says how far it is.',
    null,
    null,
  ),
  line(
    /provider id = https:\/\/login\.microsoft\.com|get provider, provider name = /,
    'The agent looks for the account provider of Windows before it asks for a token.',
    null,
    null,
  ),
  line(
    /GetTokenForNewRequestUsingDeviceCheckInAppId|GetTokenForNewRequestAsync/,
    'The agent asks for a token: first for its check-in service, then for Microsoft Graph.',
    null,
    'a failure: the result is in the lines below',
  ),
  line(
    /Getting UserToken For Web Request/,
    'The agent wants to check in with the token of the user; the next lines say whether there is one.',
    null,
    null,
  ),
  line(
    /co-mgt features is not available/,
    'There is no ConfigMgr client; the line itself says that this is no fault.',
    null,
    'a fault',
  ),
  line(/Device join type = /, 'How the device is joined, as the agent sees it.', null, null),
  line(
    /Found \d+ MDM certificates?/,
    'How many certificates of an MDM enrollment are in the store of the computer.',
    null,
    'that the enrollment works: the certificate stays when it does not',
  ),
  line(
    /Powershell execution is done, exitCode = /,
    'A platform script or a remediation has ended; 0 is success.',
    'the script ran to its end',
    'that it did what it was meant to: only its exit code is judged',
  ),
  line(
    /Checked phase in device session, return AccountSetup/,
    'The agent takes the device part of the status page for over.',
    null,
    null,
  ),
  line(
    /Current interactive user sessionId: \d+/,
    'Which session is at the console: 1 mostly belongs to OOBE, a new number to the user.',
    null,
    null,
  ),
];

/** What a message of the agent means; `null` for lines that are not in the catalogue. */
export function explainAgentLine(message: string): AgentLineMeaning | null {
  const known = agentLines.find(({ shape }) => shape.test(message));
  return known === undefined
    ? null
    : { words: l10n.t(known.words), proves: said(known.proves), doesNotProve: said(known.doesNotProve) };
}

function said(english: string | null): string | null {
  return english === null ? null : l10n.t(english);
}
