import * as l10n from '@vscode/l10n';
import { sentences } from '../../words/language';
import type { BundleLogs } from '../../bundle/bundle';
import { outsideSettingOf } from '../../catalog/cspUris';
import { canonicalUri } from '../../catalog/rebootUris';
import type { NotedPolicy } from '../document/policies';
import { capitalised } from '../storyWords';
import type { SetPolicies, SetPolicy } from './setPolicies';

/** Policies and registry values after which the automatic sign-in does not survive a restart. */
export function tellAutoLogonBreakers(
  logs: Pick<BundleLogs, 'registryDumps' | 'registryExports' | 'metadata'>,
  policies: SetPolicies,
): readonly NotedPolicy[] {
  return [
    ...policies.all.flatMap((policy) => {
      const setting = outsideSettingOf(pathOf(policy.uri));
      return setting?.does === 'autoLogon' && isInForce(policy)
        ? [{ name: policy.uri, why: sentence(setting.effect), evidence: [policy.ref] as const }]
        : [];
    }),
    ...legalNotices(logs),
    ...autoLogonOff(logs),
  ];
}

/** Policies that can restart the device although they are not on the list of reboot URIs; one entry for each kind. */
export function tellOtherRestartPolicies(policies: SetPolicies): readonly NotedPolicy[] {
  const byStart = new Map<string, { readonly effect: string; readonly found: SetPolicy[] }>();
  for (const policy of policies.all) {
    const setting = outsideSettingOf(pathOf(policy.uri));
    if (setting?.does === 'restart') {
      const known = byStart.get(setting.start);
      if (known === undefined) {
        byStart.set(setting.start, { effect: setting.effect, found: [policy] });
      } else {
        known.found.push(policy);
      }
    }
  }
  return [...byStart.values()].map(({ effect, found: [first, ...rest] }) => ({
    name: first!.uri,
    why: sentences(sentence(effect), rest.length === 0 ? '' : l10n.t('Set with {0} more of the kind.', rest.length)),
    evidence: [first!.ref, ...rest.slice(0, 3).map(({ ref }) => ref)],
  }));
}

/** What stands behind `Vendor/MSFT/` in a URI of the device; empty for one of a user. */
function pathOf(uri: string): string {
  return /^\.\/(?:device\/)?vendor\/msft\/(.+)$/i.exec(uri)?.[1] ?? '';
}

/** Pictures of the lock screen are no password rules; a password that is not asked for (1) is none either; an empty text shows nothing. */
function isInForce({ uri, value }: SetPolicy): boolean {
  const name = canonicalUri(uri);
  if (name.includes('/devicelock/')) {
    return !name.includes('lockscreen') && !(name.endsWith('/devicepasswordenabled') && value?.trim() === '1');
  }
  return value?.trim() !== '';
}

const systemPolicies = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
const winlogon = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon';

function legalNotices(logs: Pick<BundleLogs, 'registryDumps' | 'registryExports'>): readonly NotedPolicy[] {
  return [...logs.registryDumps, ...logs.registryExports].flatMap(({ path, content }) =>
    [systemPolicies, winlogon].flatMap((key) =>
      ['LegalNoticeCaption', 'LegalNoticeText'].flatMap((name) => {
        const value = content.value(key, name);
        return value === undefined || value.data.trim() === ''
          ? []
          : [
              {
                name: `${key}\\${value.name}`,
                why: l10n.t(
                  'A legal notice has to be confirmed at the sign-in screen, which the automatic sign-in cannot do.',
                ),
                evidence: [{ path, line: value.line }] as const,
              },
            ];
      }),
    ),
  );
}

/** On a finished device it is off anyway; in OOBE, whose user `defaultuser0` is, it has to be on. */
function autoLogonOff({
  metadata,
  registryExports,
}: Pick<BundleLogs, 'metadata' | 'registryExports'>): readonly NotedPolicy[] {
  const why = l10n.t('The automatic sign-in was off while the device was still in OOBE.');
  const name = `${winlogon}\\AutoAdminLogon`;
  const inMetadata = metadata.flatMap(({ path, content }) =>
    content.get('AutoAdminLogon') === '0' && isOobeUser(content.get('DefaultUserName'))
      ? [{ name, why, evidence: [{ path, line: 1 }] as const }]
      : [],
  );
  const inExports = registryExports.flatMap(({ path, content }) => {
    const value = content.value(winlogon, 'AutoAdminLogon');
    return value?.data === '0' && isOobeUser(content.value(winlogon, 'DefaultUserName')?.data)
      ? [{ name, why, evidence: [{ path, line: value.line }] as const }]
      : [];
  });
  return [...inMetadata, ...inExports].slice(0, 1);
}

function isOobeUser(name: string | undefined): boolean {
  return /^defaultuser\d+$/i.test(name?.trim() ?? '');
}

function sentence(half: string): string {
  return `${capitalised(l10n.t(half))}.`;
}
