import type { BootKind } from '../../../../src/core/enrollment/document/boots';
import type { LatentReboot, NotedPolicy, PolicyFacts } from '../../../../src/core/enrollment/document/policies';
import type { CauseVerdict, OtherCause, Reboot } from '../../../../src/core/enrollment/document/reboots';
import type { SignIn } from '../../../../src/core/enrollment/document/signIns';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { sign } from '../signals';
import type { RuleCase } from './ruleCase';
import { cause, evidence, quietStory, reboot, signIn, type Fragment } from './storyFragments';

/** The record in which Kernel-Power tells of a dirty stop, at minute 800 of the day. */
function dirtyStop(bugcheck: boolean): Signal {
  return sign(800, { kind: 'dirtyStop', bugcheck });
}

const tokenGone = sign(801, { kind: 'refreshTokenGone', code: 'AAD 1096', sid: null }, 'AAD');

/** A restart that nobody asked for, ending in a boot of that kind which rests on a dirty stop. */
function unasked(bootKind: BootKind, bugcheck = false, changes: Partial<Reboot> = {}): Fragment {
  const stop = dirtyStop(bugcheck);
  return {
    story: {
      boots: [{ id: 'boot-2', start: '2026-02-17T13:15:00.000Z', kind: bootKind, evidence: [stop.ref] }],
      reboots: [reboot({ class: 'unexpected', ...changes })],
    },
    signals: [stop],
  };
}

function one(changes: Partial<Reboot>): Fragment {
  return { story: { reboots: [reboot(changes)] } };
}

function policies(changes: Partial<PolicyFacts>, signIns: readonly SignIn[] = []): Fragment {
  return { story: { signIns, policies: { ...quietStory.policies, ...changes } } };
}

function latent(state: LatentReboot['state'], inForce: boolean | null): LatentReboot {
  return { uri: lsa.uri, state, why: '', mayHaveCaused: [], inForce, evidence };
}

function noted(name: string): NotedPolicy {
  return { name, why: 'It does.', evidence };
}

function ordered(verdict: CauseVerdict): OtherCause {
  return { kind: 'mdmRebootCsp', name: null, verdict, why: '', evidence };
}

const lsa = cause('Policy/Config/DeviceGuard/LsaCfgFlags');

/** A rule about one area of settings: it speaks where such a setting is blamed, and not where it is refuted. */
function areaCase(rule: string, setting: string): RuleCase {
  return {
    rule,
    finds: one({ causes: [cause(setting, 'likely')] }),
    refuses: one({ causes: [cause(setting, 'refuted')] }),
  };
}

export const rebootCases: readonly RuleCase[] = [
  {
    rule: 'reboot.policy-in-device-setup',
    finds: one({}),
    refuses: one({ class: 'unexpected', causes: [cause('Policy/Config/DeviceGuard/LsaCfgFlags', 'possible')] }),
  },
  {
    rule: 'reboot.application-in-device-setup',
    finds: one({ class: 'application' }),
    refuses: one({ class: 'application', during: 'afterEnrollment' }),
  },
  {
    rule: 'reboot.application-in-account-setup',
    finds: one({ class: 'application', during: 'accountSetup' }),
    refuses: one({ class: 'application' }),
  },
  {
    rule: 'reboot.in-account-setup',
    finds: one({ class: 'script', during: 'accountSetup' }),
    refuses: one({ class: 'script' }),
  },
  {
    rule: 'reboot.script',
    finds: one({ class: 'script', initiator: { process: 'powershell.exe', reasonCode: null } }),
    refuses: one({ class: 'script', during: 'afterEnrollment' }),
  },
  {
    rule: 'reboot.windows-update',
    finds: one({ class: 'windowsUpdate' }),
    refuses: one({ class: 'windowsUpdate', during: 'afterEnrollment' }),
  },
  { rule: 'reboot.user', finds: one({ class: 'user' }), refuses: one({ class: 'user', during: 'preJoin' }) },
  { rule: 'reboot.unexpected', finds: unasked('restart'), refuses: unasked('powerLoss') },
  {
    rule: 'reboot.policy-possible',
    finds: one({ class: 'unexpected', causes: [cause('Policy/Config/DeviceGuard/LsaCfgFlags', 'possible')] }),
    refuses: one({ class: 'unexpected', causes: [cause('Policy/Config/DeviceGuard/LsaCfgFlags', 'refuted')] }),
  },
  { rule: 'reboot.power-loss', finds: unasked('powerLoss'), refuses: unasked('restart') },
  { rule: 'reboot.bugcheck', finds: unasked('powerLoss', true), refuses: unasked('powerLoss', false) },
  {
    rule: 'reboot.rename-before-join',
    finds: one({ class: 'deviceRename', during: 'preJoin', expected: true }),
    refuses: one({ class: 'oobeUpdate', during: 'preJoin', expected: true }),
  },
  {
    rule: 'reboot.hybrid-join',
    finds: one({ class: 'hybridJoin', during: 'preJoin', expected: true }),
    refuses: one({ class: 'deviceRename', during: 'preJoin', expected: true }),
  },
  {
    rule: 'reboot.after-post-enrollment-update',
    finds: one({ class: 'oobeUpdate', during: 'devicePreparation', expected: true }),
    refuses: one({ class: 'oobeUpdate', during: 'preJoin', expected: true }),
  },
  {
    rule: 'reboot.provisioning-package',
    finds: one({ class: 'provisioningPackage', expected: true }),
    refuses: one({ class: 'setup', during: 'setup', expected: true }),
  },
  {
    rule: 'reboot.pre-provisioning',
    finds: one({ class: 'preProvisioning', expected: true }),
    refuses: one({ class: 'devicePreparationAgent', expected: true }),
  },
  {
    rule: 'reboot.device-preparation-agent',
    finds: one({ class: 'devicePreparationAgent', expected: true }),
    refuses: one({ class: 'preProvisioning', expected: true }),
  },
  {
    rule: 'reboot.several',
    finds: { story: { reboots: [reboot(), reboot({ id: 'reboot-2', class: 'application' })] } },
    refuses: { story: { reboots: [reboot(), reboot({ id: 'reboot-2', during: 'afterEnrollment' })] } },
  },
  {
    rule: 'reboot.long-downtime',
    finds: one({ downtimeMs: 20 * 60_000 }),
    refuses: one({ downtimeMs: 3 * 60_000 }),
  },
  {
    rule: 'signin.auto-logon-cleared',
    finds: one({ autoLogonCleared: true }),
    refuses: one({ autoLogonCleared: null }),
  },
  {
    rule: 'policy.not-the-cause',
    finds: one({ causes: [cause('Policy/Config/DmaGuard/DeviceEnumerationPolicy', 'refuted')] }),
    refuses: one({ causes: [lsa] }),
  },
  areaCase('policy.update-ring-preview-builds', 'Policy/Config/Update/ManagePreviewBuilds'),
  areaCase('policy.dfci', 'Uefi/Settings2/Apply'),
  areaCase('policy.device-guard', 'Policy/Config/DeviceGuard/LsaCfgFlags'),
  areaCase('policy.dma-guard', 'Policy/Config/DmaGuard/DeviceEnumerationPolicy'),
  areaCase('policy.exploit-guard', 'Policy/Config/ExploitGuard/ExploitProtectionSettings'),
  areaCase('policy.svchost-mitigation', 'Policy/Config/ServiceControlManager/SvchostProcessMitigation'),
  areaCase('policy.start-menu', 'Policy/Config/Start/HidePowerButton'),
  areaCase('policy.notifications', 'Policy/Config/Notifications/WnsEndpoint'),
  areaCase('policy.application-guard', 'WindowsDefenderApplicationGuard/InstallWindowsDefenderApplicationGuard'),
  areaCase('policy.usb-connection', 'Policy/Config/Connectivity/AllowUSBConnection'),
  areaCase('policy.computer-name', 'Accounts/Domain/ComputerName'),
  areaCase('policy.edition-upgrade', 'WindowsLicensing/UpgradeEditionWithProductKey'),
  {
    rule: 'reboot.mdm-command',
    finds: one({ class: 'unknown', otherCauses: [ordered('confirmed')] }),
    refuses: one({ class: 'unknown', otherCauses: [ordered('refuted')] }),
  },
  {
    rule: 'policy.flagged-no-restart',
    finds: policies({ latentReboots: [latent('flaggedNoRestart', false)] }),
    refuses: policies({ latentReboots: [latent('flaggedNoRestart', true)] }),
  },
  {
    rule: 'policy.latent-reboot',
    finds: policies({ latentReboots: [latent('assigned', null)] }),
    refuses: policies({ latentReboots: [latent('flaggedNoRestart', null)] }),
  },
  {
    rule: 'policy.restart-pending',
    finds: policies({
      restartPending: true,
      grounds: { ...quietStory.policies.grounds, restartPending: { why: 'The flag is set.', evidence } },
    }),
    refuses: policies({ restartPending: null }),
  },
  {
    rule: 'policy.auto-logon-broken',
    finds: policies({
      autoLogonBreakers: [noted('./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength')],
    }),
    refuses: policies({ autoLogonBreakers: [] }),
  },
  {
    rule: 'policy.applocker',
    finds: policies({ otherRestartPolicies: [noted('./Vendor/MSFT/AppLocker/ApplicationLaunchRestrictions')] }),
    refuses: policies({ otherRestartPolicies: [noted('./Device/Vendor/MSFT/Reboot/Schedule/Single')] }),
  },
  {
    rule: 'policy.restarts-unannounced',
    finds: policies({ otherRestartPolicies: [noted('./Device/Vendor/MSFT/Reboot/Schedule/Single')] }),
    refuses: policies({ otherRestartPolicies: [noted('./Vendor/MSFT/AppLocker/ApplicationLaunchRestrictions')] }),
  },
  {
    rule: 'policy.web-sign-in-not-enabled',
    finds: policies({ webSignIn: 'disabled' }, [signIn()]),
    refuses: policies({ webSignIn: 'unknown' }, [signIn()]),
  },
  {
    rule: 'token.lost-after-reboot',
    finds: { ...one({ tokenLost: true, evidence: [tokenGone.ref] }), signals: [tokenGone] },
    refuses: one({ tokenLost: null }),
  },
];
