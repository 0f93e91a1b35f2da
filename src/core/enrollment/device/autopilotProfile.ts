import * as l10n from '@vscode/l10n';
import type { Bundle } from '../../bundle/bundle';
import { parseJsonObject, textProperty } from '../../logs/jsonFacts';
import type { AutopilotProfile } from '../document/bundleFacts';
import type { EvidenceRef } from '../document/evidence';
import type { RegistrySource } from '../phases/registrySource';

/** TPM attestation and device authentication together make a profile self-deploying. */
const selfDeployingBits = 32 + 64;

/** The Autopilot profile that the device was given; `null` where the bundle shows none, or only an empty one. */
export function tellProfile({ logs }: Pick<Bundle, 'logs'>, registry: RegistrySource): AutopilotProfile | null {
  const sources = [
    profileInRegistry(registry),
    ...logs.autopilotProfiles.map(({ path, content }) =>
      factsIn(content, { path, line: 1, note: l10n.t('Autopilot profile') }),
    ),
    profileInCache(registry),
  ].filter((source) => source !== null);
  const first = <K extends Exclude<keyof ProfileFacts, 'ref'>>(name: K): ProfileFacts[K] | null =>
    sources.find((source) => source[name] !== null)?.[name] ?? null;
  const [one, ...rest] = sources;
  const oobeConfig = first('oobeConfig');
  return one === undefined
    ? null
    : {
        name: first('name'),
        tenantDomain: first('tenantDomain'),
        joinType: first('joinType'),
        isSelfDeploying: oobeConfig === null ? null : (oobeConfig & selfDeployingBits) === selfDeployingBits,
        evidence: [one.ref, ...rest.map(({ ref }) => ref)],
      };
}

interface ProfileFacts {
  readonly name: string | null;
  readonly tenantDomain: string | null;
  readonly oobeConfig: number | null;
  readonly joinType: 'entra' | 'hybrid' | null;
  readonly ref: EvidenceRef;
}

const diagnosticsKey = 'Provisioning\\Diagnostics\\AutoPilot';

/** The numbers of a device without a profile are not initialised, so they count only beside a name or a tenant. */
function profileInRegistry(registry: RegistrySource): ProfileFacts | null {
  const values = new Map(registry.values(diagnosticsKey).map((value) => [value.name.toLowerCase(), value]));
  const text = (name: string): string | null => nonEmpty(values.get(name.toLowerCase())?.data);
  const named = values.get('deploymentprofilename') ?? values.get('cloudassignedtenantdomain');
  return named === undefined ? null : factsOf(text, { ...named.ref, note: l10n.t('Autopilot profile') });
}

function profileInCache(registry: RegistrySource): ProfileFacts | null {
  const key = 'Provisioning\\AutopilotPolicyCache';
  const cache = registry.value(key, 'PolicyJsonCache');
  const object =
    cache === null || registry.value(key, 'ProfileAvailable')?.data === '0' ? null : parseJsonObject(cache.data);
  return cache === null || object === null
    ? null
    : factsIn(object, { ...cache.ref, note: l10n.t('Autopilot profile') });
}

function factsIn(object: Readonly<Record<string, unknown>>, ref: EvidenceRef): ProfileFacts | null {
  return factsOf((name) => nonEmpty(textProperty(object, name)), ref);
}

function nonEmpty(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function factsOf(text: (name: string) => string | null, ref: EvidenceRef): ProfileFacts | null {
  const name = text('DeploymentProfileName');
  const tenantDomain = text('CloudAssignedTenantDomain');
  const config = Number(text('CloudAssignedOobeConfig') ?? NaN);
  const method = text('CloudAssignedDomainJoinMethod');
  return name === null && tenantDomain === null
    ? null
    : {
        name,
        tenantDomain,
        oobeConfig: Number.isInteger(config) ? config : null,
        joinType: method === '1' ? 'hybrid' : method === '0' ? 'entra' : null,
        ref,
      };
}
