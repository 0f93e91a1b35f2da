import * as l10n from '@vscode/l10n';
import type { Bundle } from '../../bundle/bundle';
import { frameworkItem } from '../../logs/frameworkData';
import type { CorrectedClock } from '../clock/clock';
import type { AttemptSpan } from '../phases/attempts';
import { RegistrySource } from '../phases/registrySource';
import type { Signal } from '../signals/signal';
import type { DeviceFacts } from '../document/bundleFacts';
import type { EvidenceRef } from '../document/evidence';
import { tellProfile } from './autopilotProfile';
import { tellJoin } from './joinType';
import { tellPreProvisioning } from './preProvisioning';
import { tellScenario } from './scenario';

/**
 * What the bundle says about the device itself, and which way its last enrollment took. `signals` ascend by corrected
 * time.
 */
export function tellDevice(
  bundle: Bundle,
  signals: readonly Signal[],
  attempts: readonly AttemptSpan[],
  clock: CorrectedClock,
): DeviceFacts {
  const evidence: EvidenceRef[] = [];
  const metadata = bundle.logs.metadata[0];
  const fact = (name: string): string | null => metadata?.content.get(name) ?? null;
  if (metadata !== undefined) {
    evidence.push({ path: metadata.path, line: 1, note: l10n.t('Windows version') });
  }
  const build = fact('CurrentBuild') ?? fact('CurrentBuildNumber');
  const revision = fact('UBR');
  const name = computerName(bundle, clock);
  const registry = new RegistrySource(bundle);
  const ofLastAttempt = attempts.at(-1)?.signals ?? signals;
  const profile = tellProfile(bundle, registry);
  const join = tellJoin(bundle, signals, registry, profile);
  const scenario = tellScenario(ofLastAttempt, registry, profile, join !== null && join.type !== 'none');
  evidence.push(...(name === null ? [] : [name.ref]), ...(join?.evidence ?? []), ...(scenario?.evidence ?? []));
  return {
    osBuild: build === null ? null : revision === null ? build : `${build}.${revision}`,
    edition: fact('EditionID'),
    name: name?.name ?? null,
    joinType: join?.type ?? null,
    scenario: scenario?.scenario ?? null,
    profile,
    preProvisioning: tellPreProvisioning(ofLastAttempt),
    evidence,
  };
}

/** The Windows name of the device's time zone when the bundle was taken; `null` when no member tells it. */
export function deviceZone({ logs }: Pick<Bundle, 'logs'>): string | null {
  for (const { content } of logs.frameworkPages) {
    const zone = frameworkItem(content, 'Timezone');
    if (zone !== null) {
      return zone;
    }
  }
  return null;
}

/** The name in the last record of any channel: in OOBE the computer is renamed. */
function computerName(
  bundle: Bundle,
  clock: CorrectedClock,
): { readonly name: string; readonly ref: EvidenceRef } | null {
  const lastOfChannels = bundle.logs.events.channels
    .map((channel) => ({ channel, at: clock.ofChannel(channel)[channel.count - 1] ?? -Infinity }))
    .sort((a, b) => b.at - a.at);
  for (const { channel } of lastOfChannels) {
    const position = channel.count - 1;
    const file = channel.files[channel.fileOf[position]!]!;
    const record = file.log.record(channel.indexOf[position]!);
    if (record !== null) {
      return {
        name: record.computer,
        ref: { path: file.path, recordId: record.recordId, note: l10n.t('computer name') },
      };
    }
  }
  return null;
}
