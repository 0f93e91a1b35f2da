import * as l10n from '@vscode/l10n';
import type { BundleLogs, FromMember } from '../../bundle/bundle';
import type { RegistryKey, RegistryTree } from '../../logs/registryTree';
import type { EvidenceRef } from '../document/evidence';
import { signalsOf, type Signal } from '../signals/signal';
import { noted } from './policyWords';
import type { SetPolicies } from './setPolicies';
import type { ToldPolicy } from './webSignIn';

/**
 * The policy for Windows Hello for Business: what the registry holds at the end, else what Windows itself found when it
 * last checked the prerequisites, else what the MDM server has sent.
 */
export function tellHelloPolicy(
  logs: Pick<BundleLogs, 'registryDumps' | 'registryExports'>,
  policies: SetPolicies,
  signals: readonly Signal[],
): ToldPolicy {
  return (
    inRegistry([...logs.registryDumps, ...logs.registryExports]) ??
    asSent(policies) ??
    asChecked(signals) ?? {
      state: 'unknown',
      why: l10n.t('Neither the registry of the policy nor a Windows Hello check is in the bundle.'),
      evidence: [],
    }
  );
}

const managed = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Policies\\PassportForWork';
const groupPolicy = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\PassportForWork';

/** `<tenant>\<Device or SID>\Policies` of the MDM client, and the group policy. */
function inRegistry(trees: readonly FromMember<RegistryTree>[]): ToldPolicy | null {
  const switches = trees.flatMap(({ path, content }) => [
    ...content
      .children(managed)
      .flatMap((tenant) => content.children(tenant.path))
      .flatMap((scope) => switchOf(path, content.key(`${scope.path}\\Policies`), 'usepassportforwork')),
    ...switchOf(path, content.key(groupPolicy), 'enabled'),
  ]);
  // A policy of the user and one of the device can disagree: either turns it on.
  const on = switches.filter(({ isOn }) => isOn);
  const decisive = on.length > 0 ? on : switches;
  return decisive.length === 0
    ? null
    : told(
        on.length > 0,
        on.length > 0
          ? l10n.t('The registry holds the policy, and it is on.')
          : l10n.t('The registry holds the policy, and it is off.'),
        decisive.map(({ ref }) => ref),
      );
}

function switchOf(
  path: string,
  key: RegistryKey | undefined,
  name: string,
): readonly { readonly isOn: boolean; readonly ref: EvidenceRef }[] {
  return (key?.values ?? []).flatMap((value) =>
    value.name.toLowerCase() === name ? [{ isOn: isOn(value.data) ?? false, ref: { path, line: value.line } }] : [],
  );
}

const sentShape = /^\.\/(?:device\/)?vendor\/msft\/passportforwork\/[^/]+\/policies\/usepassportforwork$/i;

function asSent(policies: SetPolicies): ToldPolicy | null {
  const sent = policies.all.find(({ uri }) => sentShape.test(uri));
  const value = isOn(sent?.value ?? '');
  return sent === undefined || value === null
    ? null
    : told(
        value,
        value
          ? l10n.t('The MDM server has sent UsePassportForWork, and it is on.')
          : l10n.t('The MDM server has sent UsePassportForWork, and it is off.'),
        [sent.ref],
      );
}

/** "No" comes from a policy that is off as well as from one that has not arrived. */
function asChecked(signals: readonly Signal[]): ToldPolicy | null {
  const last = signalsOf(signals, 'helloCheck').findLast(({ policy }) => policy !== null);
  if (last === undefined) {
    return null;
  }
  return last.policy === true
    ? told(true, l10n.t('When Windows last checked the prerequisites of Windows Hello, its policy was on.'), [last.ref])
    : {
        state: 'notConfigured',
        why: l10n.t('When Windows last checked the prerequisites of Windows Hello, no policy had turned it on.'),
        evidence: noted([last.ref], l10n.t('the check of the Windows Hello prerequisites')),
      };
}

function told(isEnabled: boolean, why: string, refs: readonly EvidenceRef[]): ToldPolicy {
  return {
    state: isEnabled ? 'enabled' : 'disabled',
    why,
    evidence: noted(refs, l10n.t('the Windows Hello policy')),
  };
}

function isOn(text: string): boolean | null {
  const value = text.trim().toLowerCase();
  return value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : null;
}
