import type { Bundle } from '../bundle/bundle';
import { recordIdAt } from '../bundle/eventStore';
import { signalsOf, type Signal } from './signal';
import type { DeviceFacts, EvidenceRef } from './triageDocument';

/** What the bundle says about the device itself. `signals` ascend by corrected time. */
export function tellDevice(bundle: Bundle, signals: readonly Signal[]): DeviceFacts {
  const evidence: EvidenceRef[] = [];
  const metadata = bundle.logs.metadata[0];
  const fact = (name: string): string | null => metadata?.content.get(name) ?? null;
  if (metadata !== undefined) {
    evidence.push({ path: metadata.path, line: 1, note: 'Windows version' });
  }
  const build = fact('CurrentBuild') ?? fact('CurrentBuildNumber');
  const revision = fact('UBR');
  const name = computerName(bundle);
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

/** The name of the last record of any channel: in OOBE the computer is renamed. */
function computerName(bundle: Bundle): { readonly name: string; readonly ref: EvidenceRef } | null {
  let latest: { readonly ms: number; readonly name: string; readonly ref: EvidenceRef } | null = null;
  for (const channel of bundle.logs.events.channels) {
    const position = channel.count - 1;
    const file = channel.files[channel.fileOf[position] ?? 0];
    const record = file?.log.record(channel.indexOf[position] ?? 0) ?? null;
    if (file !== undefined && record !== null && (latest === null || record.time.ms > latest.ms)) {
      const ref = { path: file.path, recordId: recordIdAt(channel, position), note: 'computer name' };
      latest = { ms: record.time.ms, name: record.computer, ref };
    }
  }
  return latest;
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
