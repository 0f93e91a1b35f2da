import { isHiddenBySwitch } from '../signals/agentEspSignals';
import { untimedClaim, type Claim } from './claims';
import type { ItemSign } from './itemSigns';
import type { FoundValue, RegistrySource } from './registrySource';
import { sidPrefix, tracking, trackingScopes, trackedItems } from './trackedItems';

/** What the registry tells about an enrollment beside the status page's own store. */
export interface TrackingKeys {
  readonly items: readonly ItemSign[];
  /** By the id of the phase. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Where the registry says that account setup is not shown; that is also so when it is over. */
  readonly accountSkipped: FoundValue | null;
}

export function readTrackingKeys(registry: RegistrySource): TrackingKeys {
  const claims = new Map<string, Claim>();
  for (const { key, phase } of trackingScopes(registry)) {
    const claim = provisioningClaim(registry, `${tracking}\\${key}\\Setup`);
    if (claim !== null) {
      claims.set(phase, claim);
    }
  }
  const preparation = providerClaim(registry);
  if (preparation !== null) {
    claims.set('devicePreparation', preparation);
  }
  const firstSync = readFirstSync(registry);
  if (firstSync.accountDone !== null) {
    claims.set('accountSetup', untimedClaim('trackingKeys', 'succeeded', firstSync.accountDone.ref));
  }
  return { items: trackedItems(registry), claims, accountSkipped: firstSync.accountSkipped };
}

/** `HasProvisioningCompleted` is false while the page runs, and true also by default: then it needs a page that tracked something. */
function provisioningClaim(registry: RegistrySource, setup: string): Claim | null {
  const value = registry.value(setup, 'HasProvisioningCompleted');
  const isDone = value === null ? null : /^(?:true|1)$/i.test(value.data);
  if (value === null || isDone === null) {
    return null;
  }
  const ref = { ...value.ref, note: value.name };
  if (!isDone) {
    return /^(?:false|0)$/i.test(value.data) ? untimedClaim('trackingKeys', 'inProgress', ref) : null;
  }
  const wasTracked = registry.childNames(`${setup}\\Apps\\PolicyProviders`).length > 0;
  return wasTracked ? untimedClaim('trackingKeys', 'succeeded', ref) : null;
}

/** Device preparation waits for every policy provider; only one that failed or is not there yet says how it stands. */
function providerClaim(registry: RegistrySource): Claim | null {
  const providers = `${tracking}\\Device\\DevicePreparation\\PolicyProviders`;
  for (const name of registry.childNames(providers)) {
    const state = registry.value(`${providers}\\${name}`, 'InstallationState');
    const told = state?.data === '1' ? 'inProgress' : state?.data === '4' ? 'failed' : null;
    if (state !== null && told !== null) {
      return untimedClaim('trackingKeys', told, { ...state.ref, note: `${name}: ${state.name}` });
    }
  }
  return null;
}

function readFirstSync(registry: RegistrySource): {
  readonly accountDone: FoundValue | null;
  readonly accountSkipped: FoundValue | null;
} {
  let accountDone: FoundValue | null = null;
  let accountSkipped: FoundValue | null = null;
  for (const enrollment of registry.childNames('Enrollments')) {
    const key = `Enrollments\\${enrollment}\\FirstSync`;
    const page = registry.value(key, 'SkipUserStatusPage');
    accountSkipped ??= page !== null && isHiddenBySwitch(page.data) === true ? page : null;
    for (const sid of registry.childNames(key).filter((name) => sidPrefix.test(name))) {
      const done = registry.value(`${key}\\${sid}`, 'IsSyncDone');
      accountDone ??= done?.data === '1' ? done : null;
    }
  }
  return { accountDone, accountSkipped };
}
