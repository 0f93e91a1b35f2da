import type { Bundle } from '../../bundle/bundle';
import type { CorrectedClock } from '../clock/clock';
import { signalsOf, type Signal } from '../signals/signal';
import type { DeviceFacts } from '../document/bundleFacts';
import type { EvidenceRef } from '../document/evidence';

/** What the bundle says about the device itself. `signals` ascend by corrected time. */
export function tellDevice(bundle: Bundle, signals: readonly Signal[], clock: CorrectedClock): DeviceFacts {
  const evidence: EvidenceRef[] = [];
  const metadata = bundle.logs.metadata[0];
  const fact = (name: string): string | null => metadata?.content.get(name) ?? null;
  if (metadata !== undefined) {
    evidence.push({ path: metadata.path, line: 1, note: 'Windows version' });
  }
  const build = fact('CurrentBuild') ?? fact('CurrentBuildNumber');
  const revision = fact('UBR');
  const name = computerName(bundle, clock);
  const join = joinOf(bundle, signals);
  const scenario = scenarioOf(signals, join !== null && join.type !== 'none');
  evidence.push(...[name?.ref, join?.ref, scenario?.ref].filter((ref) => ref !== undefined));
  return {
    osBuild: build === null ? null : revision === null ? build : `${build}.${revision}`,
    edition: fact('EditionID'),
    name: name?.name ?? null,
    joinType: join?.type ?? null,
    scenario: scenario?.scenario ?? null,
    evidence,
  };
}

/** The Windows name of the device's time zone when the bundle was taken; `null` when no member tells it. */
export function deviceZone(bundle: Bundle): string | null {
  for (const { content } of bundle.logs.frameworkData) {
    const zone = /"propertyId"\s*:\s*"Timezone"[^{}]*"value"\s*:\s*"([^"]+)"/.exec(content)?.[1];
    if (zone !== undefined) {
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
      return { name: record.computer, ref: { path: file.path, recordId: record.recordId, note: 'computer name' } };
    }
  }
  return null;
}

interface Join {
  readonly type: NonNullable<DeviceFacts['joinType']>;
  readonly ref: EvidenceRef;
}

const joinKey = 'HKEY_LOCAL_MACHINE\\system\\currentcontrolset\\control\\clouddomainjoin';

/** The last join that was not rolled back; else what the registry says at collection time. */
function joinOf(bundle: Bundle, signals: readonly Signal[]): Join | null {
  const last = signalsOf(signals, 'joined').at(-1);
  if (last?.rolledBack === false) {
    const hybrid = signals.find((signal) => signal.kind === 'oobeNode' && signal.node.startsWith('OobeDomainJoin'));
    return { type: hybrid === undefined ? 'entra' : 'hybrid', ref: (hybrid ?? last).ref };
  }
  for (const { path, content } of bundle.logs.registryDumps) {
    const key = content.key(joinKey);
    if (key !== undefined) {
      const info = content.children(`${joinKey}\\JoinInfo`)[0];
      return {
        type: info === undefined ? 'none' : 'entra',
        ref: { path, line: (info ?? key).line, note: 'join information' },
      };
    }
  }
  return null;
}

function scenarioOf(
  signals: readonly Signal[],
  isJoined: boolean,
): { readonly scenario: NonNullable<DeviceFacts['scenario']>; readonly ref: EvidenceRef } | null {
  for (const signal of signals) {
    if (signal.kind === 'espMarker' && signal.name.startsWith('DevicePrepPage_AgentProvisioning')) {
      return { scenario: 'devicePreparation', ref: signal.ref };
    }
    if (signal.kind === 'espMarker' && signal.name === 'WhiteGlove_TechnicianFlow_Started') {
      return { scenario: 'preProvisioning', ref: signal.ref };
    }
    if (signal.kind === 'oobeNode' && signal.node.startsWith('MDMProgressForPlugAndForget')) {
      return { scenario: 'selfDeploying', ref: signal.ref };
    }
  }
  const esp = signals.find((signal) => signal.kind === 'oobeNode' && signal.node.startsWith('MDMProgressAfter'));
  return esp === undefined || !isJoined ? null : { scenario: 'userDriven', ref: esp.ref };
}
