import * as l10n from '@vscode/l10n';
import type { Bundle } from '../../bundle/bundle';
import { dsregValue } from '../../logs/dsregStatus';
import type { AutopilotProfile, DeviceFacts } from '../document/bundleFacts';
import type { EvidenceRef } from '../document/evidence';
import type { RegistrySource } from '../phases/registrySource';
import { signalsOf, type Signal } from '../signals/signal';

/** How the device is joined, and what says so. */
export interface Join {
  readonly type: NonNullable<DeviceFacts['joinType']>;
  readonly evidence: readonly EvidenceRef[];
}

/**
 * How the device is joined: what Windows said when the bundle was taken, else the last join that was not taken back,
 * else the registry. `null` where nothing tells. `signals` ascend by time.
 */
export function tellJoin(
  bundle: Pick<Bundle, 'logs'>,
  signals: readonly Signal[],
  registry: RegistrySource,
  profile: AutopilotProfile | null,
): Join | null {
  const domain = signOfDomain(signals, registry, profile);
  const told = joinInStatus(bundle, domain);
  if (told !== undefined) {
    return told;
  }
  const joins = signalsOf(signals, 'joined');
  const last = joins.at(-1);
  if (last?.rolledBack === false) {
    return joined([last.ref], domain);
  }
  const inDomain = signals.find(
    (signal) => signal.kind === 'hybridJoined' || (signal.kind === 'offlineDomainJoin' && signal.step === 'applied'),
  );
  return inDomain === undefined
    ? (joinInRegistry(bundle, domain) ?? joinOfEnrollment(registry, profile))
    : { type: 'hybrid', evidence: [inDomain.ref] };
}

/** An enrollment that came with a join (type 6): which one, only the profile tells. */
function joinOfEnrollment(registry: RegistrySource, profile: AutopilotProfile | null): Join | null {
  if (!profile?.joinType) {
    return null;
  }
  for (const id of registry.childNames('Enrollments')) {
    const type = registry.value(`Enrollments\\${id}`, 'EnrollmentType');
    if (type?.data === '6') {
      return { type: profile.joinType, evidence: [{ ...type.ref, note: type.name }, profile.evidence[0]] };
    }
  }
  return null;
}

function joined(evidence: readonly EvidenceRef[], domain: EvidenceRef | null): Join {
  return domain === null ? { type: 'entra', evidence } : { type: 'hybrid', evidence: [...evidence, domain] };
}

/**
 * What shows that the computer is to join a domain first. The page of that join alone is passed through in every
 * enrollment; the page that comes after it is not.
 */
function signOfDomain(
  signals: readonly Signal[],
  registry: RegistrySource,
  profile: AutopilotProfile | null,
): EvidenceRef | null {
  const sign = signals.find(
    (signal) =>
      (signal.kind === 'offlineDomainJoin' && signal.step !== 'timedOut') ||
      signal.kind === 'hybridJoined' ||
      (signal.kind === 'oobeNode' && signal.node.startsWith('MDMProgressAfterDJ')) ||
      (signal.kind === 'restartNode' && signal.node === 'OobeDomainJoinReboot'),
  );
  if (sign !== undefined) {
    return sign.ref;
  }
  const key = 'Provisioning\\OMADM\\SyncML';
  const applied = registry.value(key, 'ODJApplied')?.ref ?? registry.key(`${key}\\ODJApplied`);
  return applied ?? (profile?.joinType === 'hybrid' ? profile.evidence[0] : null);
}

/** `undefined` where no output of `dsregcmd` tells; a domain without Entra ID is none of the ways that can be named. */
function joinInStatus({ logs }: Pick<Bundle, 'logs'>, domain: EvidenceRef | null): Join | null | undefined {
  for (const { path, content } of logs.dsreg) {
    const line = content.facts.find(({ name }) => name === 'AzureAdJoined')?.line;
    const entra = dsregValue(content, 'AzureAdJoined');
    if (line === undefined || entra === null) {
      continue;
    }
    const ref = { path, line, note: l10n.t('dsregcmd') };
    const isInDomain = dsregValue(content, 'DomainJoined') === 'YES';
    if (entra === 'YES') {
      return { type: isInDomain ? 'hybrid' : 'entra', evidence: [ref] };
    }
    if (!isInDomain) {
      return { type: 'none', evidence: [ref] };
    }
    return domain === null ? null : { type: 'hybrid', evidence: [ref, domain] };
  }
  return undefined;
}

const joinKey = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\clouddomainjoin';

function joinInRegistry({ logs }: Pick<Bundle, 'logs'>, domain: EvidenceRef | null): Join | null {
  for (const { path, content } of [...logs.registryDumps, ...logs.registryExports]) {
    const key = content.key(joinKey);
    const info = content.children(`${joinKey}\\JoinInfo`)[0];
    if (info !== undefined) {
      return joined([{ path, line: info.line, note: l10n.t('join information') }], domain);
    }
    if (key !== undefined) {
      return { type: 'none', evidence: [{ path, line: key.line, note: l10n.t('join information') }] };
    }
  }
  return null;
}
