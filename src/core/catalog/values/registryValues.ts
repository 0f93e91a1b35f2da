import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { explainValue } from './explainValue';
import { lookUp, type Enumeration } from './enumeration';
import * as numbers from './numbers';
import { explainCategoryStatus } from './statusPageValues';

/** What a part of the registry is about. */
interface KnownKey {
  readonly path: RegExp;
  readonly words: string;
}

/** From the most special to the most general; paths as dumps and exports write them, case aside. */
const keys: readonly KnownKey[] = [
  {
    path: /\\Provisioning\\SyncML\\RebootRequiredURIs$/i,
    words: phrase(
      'the list of this very Windows of URIs that ask for a restart when they are set; not what was assigned',
    ),
  },
  {
    path: /\\Provisioning\\OMADM\\SyncML$/i,
    words: phrase(
      'marks of the current session; RebootRequired here means that a restart for the policies is still to come',
    ),
  },
  {
    path: /\\Provisioning\\NodeCache\\CSP\\/i,
    words: phrase('settings in the order in which they came from the MDM server'),
  },
  {
    path: /\\Provisioning\\Sessions(?:\\|$)/i,
    words: phrase('sessions of provisioning packages, with their own restarts'),
  },
  {
    path: /\\Provisioning\\AutopilotSettings(?:\\|$)/i,
    words: phrase('what the pages of OOBE remember across restarts'),
  },
  { path: /\\Provisioning\\AutopilotPolicyCache$/i, words: phrase('the Autopilot profile as it was downloaded') },
  {
    path: /\\Provisioning\\Diagnostics\\AutoPilot\\EstablishedCorrelations$/i,
    words: phrase('ids under which Autopilot and Intune know this device'),
  },
  { path: /\\Provisioning\\Diagnostics\\AutoPilot(?:\\|$)/i, words: phrase('the Autopilot profile in force') },
  { path: /\\Provisioning\\Diagnostics\\Enrollment\\/i, words: phrase('an MDM enrollment that failed') },
  {
    path: /\\Enrollments\\[^\\]+\\FirstSync\\S-1-/i,
    words: phrase('how far the account part of the status page is for this user'),
  },
  {
    path: /\\Enrollments\\[^\\]+\\FirstSync$/i,
    words: phrase('settings of the Enrollment Status Page of this enrollment'),
  },
  { path: /\\Enrollments\\Status\\/i, words: phrase('how an enrollment went') },
  {
    path: /\\Enrollments\\[0-9a-f-]{36}$/i,
    words: phrase('an enrollment; that with ProviderID MS DM Server is Intune'),
  },
  {
    path: /\\EnrollmentStatusTracking\\ESPTrackingInfo\\Diagnostics\\/i,
    words: phrase('what the status page waited for, one key for each look at it'),
  },
  {
    path: /\\EnrollmentStatusTracking\\.*\\PolicyProviders(?:\\|$)/i,
    words: phrase('what installs apps for the status page'),
  },
  { path: /\\EnrollmentStatusTracking\\.*\\Tracking\\/i, words: phrase('an app that the status page waits for') },
  {
    path: /\\EnterpriseDesktopAppManagement\\/i,
    words: phrase('MSI apps that the MDM server installs, the Intune agent among them'),
  },
  { path: /\\IntuneManagementExtension\\Win32Apps\\/i, words: phrase('Win32 apps as the Intune agent keeps them') },
  {
    path: /\\Authentication\\LogonUI(?:\\|$)/i,
    words: phrase('what the sign-in screen showed last: user and credential'),
  },
  { path: /\\Policies\\PassportForWork\\/i, words: phrase('policies of Windows Hello for Business') },
];

/** What a registry key holds; `null` for keys that are not in the catalogue. */
export function explainRegistryKey(key: string): string | null {
  const known = keys.find(({ path }) => path.test(key));
  return known === undefined ? null : l10n.t(known.words);
}

/** Values whose numbers mean another thing in each place. */
const byKey: readonly { readonly key: RegExp; readonly name: RegExp; readonly words: Enumeration }[] = [
  { key: /\\DevicePreparation\\PolicyProviders\\/i, name: /^InstallationState$/i, words: numbers.providerStates },
  { key: /\\EnterpriseDesktopAppManagement\\/i, name: /^Status$/i, words: numbers.msiStatuses },
  { key: /\\OfficeCSP\\/i, name: /^(?:Final)?Status$/i, words: numbers.msiStatuses },
  { key: /\\StatusServiceReports\\/i, name: /^Status$/i, words: numbers.reportedStates },
  { key: /\\Diagnostics\\(?:[^\\]+\\)?Sidecar\\/i, name: /^\.\//, words: numbers.installationStates },
  { key: /\\Diagnostics\\(?:[^\\]+\\)?ExpectedMSIAppPackages\\/i, name: /^\.\//, words: numbers.msiStatuses },
  { key: /\\Diagnostics\\(?:[^\\]+\\)?Expected\w+\\/i, name: /^\.\//, words: numbers.trackedStates },
];

/**
 * What a registry value means.
 *
 * @param key path of its key; empty where it is not known
 * @param value text as it is, numbers in decimal
 */
export function explainRegistryValue(key: string, name: string, value: string): string | null {
  const special = byKey.find(({ key: path, name: shape }) => path.test(key) && shape.test(name));
  if (special !== undefined) {
    return lookUp(special.words, value);
  }
  return name.endsWith('Category.Status')
    ? explainCategoryStatus(value)
    : explainValue({ provider: null, eventId: null, field: name, value });
}
