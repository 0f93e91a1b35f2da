import * as l10n from '@vscode/l10n';
import type { Bundle } from '../../bundle/bundle';
import type { EvidenceRef } from '../document/evidence';
import type { PolicyGrounds } from '../document/policies';
import { RegistrySource } from '../phases/registrySource';

export interface ToldPending extends PolicyGrounds {
  readonly isPending: boolean | null;
}

const key = 'Provisioning\\OMADM\\SyncML';

/** The mark of the MDM client that it owes a restart for policies, which it removes afterwards; `null` where it has none. */
export function owedRestartMark(bundle: Pick<Bundle, 'logs'>): EvidenceRef | null {
  const registry = new RegistrySource(bundle);
  const value = registry.value(key, 'RebootRequired');
  const mark = value?.ref ?? registry.key(`${key}\\RebootRequired`);
  return mark === null || isNo(value?.data ?? '1') ? null : { ...mark, note: l10n.t('a restart for policies is owed') };
}

/** Did the MDM client owe a restart for policies when the registry was dumped? It removes the mark afterwards. */
export function tellRestartPending(bundle: Pick<Bundle, 'logs'>): ToldPending {
  const registry = new RegistrySource(bundle);
  const mark = owedRestartMark(bundle);
  const commit = registry.value('Provisioning\\AutopilotSettings', 'ESP.Device.rebootRequiredToCommitSettings');
  if (mark !== null) {
    return {
      isPending: true,
      why: l10n.t('The MDM client had marked that a restart for policies was owed.'),
      evidence: [mark],
    };
  }
  if (commit !== null && isYes(commit.data)) {
    return {
      isPending: true,
      why: l10n.t('The Enrollment Status Page had noted that settings need a restart.'),
      evidence: [{ ...commit.ref, note: l10n.t('the page waits for a restart') }],
    };
  }
  const place = registry.value(key, 'RebootRequired')?.ref ?? registry.key(key);
  return place === null
    ? { isPending: null, why: l10n.t('The registry of the MDM client is not in the bundle.'), evidence: [] }
    : {
        isPending: false,
        why: l10n.t('The registry of the MDM client holds no mark that a restart is owed.'),
        evidence: [{ ...place, note: l10n.t('no restart for policies is owed') }],
      };
}

function isYes(text: string): boolean {
  return ['1', 'true'].includes(text.trim().toLowerCase());
}

function isNo(text: string): boolean {
  return ['0', 'false'].includes(text.trim().toLowerCase());
}
