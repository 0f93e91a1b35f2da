import type { PhaseId, PhaseItem, PhaseState } from '../document/phases';
import { installationState, restartNeedOf } from '../signals/agentEspSignals';
import type { ItemSign } from './itemSigns';
import { itemOfLocUri, win32AppIn } from './locUri';
import type { FoundValue, RegistrySource } from './registrySource';

/** Where the enrollment keeps what the status page waits for, below `HKLM\SOFTWARE\Microsoft`. */
export const tracking = 'Windows\\Autopilot\\EnrollmentStatusTracking';
const diagnostics = `${tracking}\\ESPTrackingInfo\\Diagnostics`;
export const sidPrefix = /^S-\d+-/i;

/** The keys of the device and of each user, with the phase that waits for what is in them. */
export function trackingScopes(registry: RegistrySource): readonly { readonly key: string; readonly phase: PhaseId }[] {
  const users = registry.childNames(tracking).filter((name) => sidPrefix.test(name));
  return [{ key: 'Device', phase: 'deviceSetup' }, ...users.map((key) => ({ key, phase: 'accountSetup' as const }))];
}

/** The items of the status page as the registry tracks them. */
export function trackedItems(registry: RegistrySource): readonly ItemSign[] {
  const items = [
    ...trackingScopes(registry).flatMap(({ key, phase }) => trackedApps(registry, key, phase)),
    ...snapshotItems(registry),
  ];
  return [...items, ...agentReports(registry, items)];
}

/** `{Device|SID}\Setup\Apps\Tracking\<provider>\Win32App_<guid>_<revision>` */
function trackedApps(registry: RegistrySource, scope: string, phase: ItemSign['phase']): readonly ItemSign[] {
  const providers = `${tracking}\\${scope}\\Setup\\Apps\\Tracking`;
  return registry.childNames(providers).flatMap((provider) =>
    registry.childNames(`${providers}\\${provider}`).flatMap((name): ItemSign[] => {
      const id = win32AppIn(name);
      const key = `${providers}\\${provider}\\${name}`;
      const state = registry.value(key, 'InstallationState');
      const restart = registry.value(key, 'RebootRequired');
      const ref = state?.ref ?? restart?.ref ?? registry.key(key);
      return id === null || ref === null
        ? []
        : [
            {
              ...win32App(phase, id),
              state: state === null ? null : installationState(state.data),
              restartNeed: restart === null ? null : restartNeedOf(restart.data),
              source: 'trackingKeys',
              ref: restart !== null && restart.data !== '1' ? restart.ref : ref,
            },
          ];
    }),
  );
}

function win32App(
  phase: ItemSign['phase'],
  id: string,
): Pick<ItemSign, 'phase' | 'kind' | 'technology' | 'id' | 'name'> {
  return { phase, kind: 'app', technology: 'win32', id, name: null };
}

const families: Readonly<Record<string, PhaseItem['kind']>> = {
  expectedpolicies: 'policy',
  expectedmsiapppackages: 'app',
  expectedmodernapppackages: 'app',
  sidecar: 'app',
  expectedscepcerts: 'certificate',
  expectedcertificateprofiles: 'certificate',
  expectednetworkprofiles: 'network',
};

/** `Diagnostics\[SID\]<family>\<time>`: what the page looked at, one key for each look; the last one counts. */
function snapshotItems(registry: RegistrySource): readonly ItemSign[] {
  const scopes = ['', ...registry.childNames(diagnostics).filter((name) => sidPrefix.test(name))];
  const packages = new Map([...msiPackages(registry), ...officePackages(registry)]);
  return scopes.flatMap((scope) => {
    const scopeKey = scope === '' ? diagnostics : `${diagnostics}\\${scope}`;
    return registry.childNames(scopeKey).flatMap((family) => {
      const kind = families[family.toLowerCase()];
      const looks = [...registry.childNames(`${scopeKey}\\${family}`)].sort();
      return kind === undefined
        ? []
        : looks.flatMap((look) =>
            registry
              .values(`${scopeKey}\\${family}\\${look}`)
              .flatMap((value) => snapshotItem(packages, value, kind, scope !== '')),
          );
    });
  });
}

function snapshotItem(
  packages: ReadonlyMap<string, Package>,
  value: FoundValue,
  kind: PhaseItem['kind'],
  isUserScope: boolean,
): readonly ItemSign[] {
  const item = value.name.includes('LastLoggedState') ? null : itemOfLocUri(value.name, kind);
  if (item === null) {
    return [];
  }
  const hasDetail = item.technology === 'msi' || item.technology === 'office';
  const detail = hasDetail ? packages.get(item.id.toLowerCase()) : undefined;
  return [
    {
      phase: isUserScope || item.isUser ? 'accountSetup' : 'deviceSetup',
      kind: item.kind,
      technology: item.technology,
      id: item.id,
      name: detail?.name ?? null,
      state: detail?.state ?? stateOfLook(item.technology, value.data),
      restartNeed: null,
      source: 'trackingKeys',
      ref: detail?.ref ?? value.ref,
    },
  ];
}

function stateOfLook(technology: PhaseItem['technology'], data: string): PhaseState | null {
  switch (technology) {
    case 'win32':
      return installationState(data);
    case 'msi':
    case 'office':
      return enforcementState(data);
    case 'store':
    case null:
      return data === '1' ? 'succeeded' : data === '0' ? 'notStarted' : null;
  }
}

/** How far the desktop app CSP and the Office CSP are with an app. */
function enforcementState(data: string): PhaseState | null {
  switch (Number(data)) {
    case 0:
      return 'notStarted';
    case 10:
    case 20:
    case 25:
    case 40:
    case 48:
    case 50:
    case 55:
      return 'inProgress';
    case 30:
    case 60:
      return 'failed';
    case 70:
      return 'succeeded';
    default:
      return null;
  }
}

/** What the CSP that installs it knows of an app. */
interface Package {
  readonly state: PhaseState | null;
  readonly name: string | null;
  readonly ref: FoundValue['ref'];
}

/** `EnterpriseDesktopAppManagement\<scope>\MSI\<product code>`, by the product code in lower case. */
function msiPackages(registry: RegistrySource): ReadonlyMap<string, Package> {
  const root = 'EnterpriseDesktopAppManagement';
  const packages = new Map<string, Package>();
  for (const scope of registry.childNames(root)) {
    for (const productCode of registry.childNames(`${root}\\${scope}\\MSI`)) {
      const key = `${root}\\${scope}\\MSI\\${productCode}`;
      const status = registry.value(key, 'Status');
      if (status !== null && !packages.has(productCode.toLowerCase())) {
        const isAgent = /IntuneWindowsAgent\.msi/i.test(registry.value(key, 'CurrentDownloadUrl')?.data ?? '');
        packages.set(productCode.toLowerCase(), {
          state: enforcementState(status.data),
          name: isAgent ? 'Intune Management Extension' : null,
          ref: status.ref,
        });
      }
    }
  }
  return packages;
}

/** `OfficeCSP\<id>`, by the id in lower case: not in what the diagnostics tool dumps, but an export may hold it. */
function officePackages(registry: RegistrySource): ReadonlyMap<string, Package> {
  return new Map(
    registry.childNames('OfficeCSP').flatMap((id): readonly [string, Package][] => {
      const status = registry.value(`OfficeCSP\\${id}`, 'FinalStatus') ?? registry.value(`OfficeCSP\\${id}`, 'Status');
      return status === null
        ? []
        : [[id.toLowerCase(), { state: enforcementState(status.data), name: null, ref: status.ref }]];
    }),
  );
}

/** What the agent reported of apps that are tracked: the numbers that the page renders. */
function agentReports(registry: RegistrySource, tracked: readonly ItemSign[]): readonly ItemSign[] {
  const reports = 'IntuneManagementExtension\\SideCarPolicies\\StatusServiceReports';
  const phases = new Map(tracked.map(({ id, phase }) => [id.toLowerCase(), phase]));
  return registry.childNames(reports).flatMap((user) =>
    registry.childNames(`${reports}\\${user}`).flatMap((app): ItemSign[] => {
      const id = app.toLowerCase().replace(/_\d+$/, '');
      const phase = phases.get(id);
      const status = registry.value(`${reports}\\${user}\\${app}`, 'Status');
      const state = status === null ? null : reportedState(status.data);
      return phase === undefined || status === null || state === null
        ? []
        : [{ ...win32App(phase, id), state, restartNeed: null, source: 'agent', ref: status.ref }];
    }),
  );
}

function reportedState(data: string): PhaseState | null {
  const status = Number(data);
  if (status === 1000 || status === 1001) {
    return status === 1000 ? 'succeeded' : 'inProgress';
  }
  return status >= 2000 && status < 3000 ? 'skipped' : status === 3000 ? 'failed' : null;
}
