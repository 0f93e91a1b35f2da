import { restartNodes } from '../../catalog/oobeNodes';
import type { RebootClass } from '../../catalog/rebootClass';
import { classOfInitiator, isOobe } from '../../catalog/restartInitiators';
import { bootId, isRestartMarker, requestOf, type FoundBoot } from './bootFinder';
import { findCauses } from './causalLedger';
import { isoTime } from '../clock/isoTime';
import { stageAt, type Stage } from '../phases/phaseTracker';
import { signalsOf, type Signal } from '../signals/signal';
import { tokenAfter, tokenGoneNote, type TokenSign } from '../signIns/tokenStory';
import type { Confidence, Evidence, EvidenceRef } from '../document/evidence';
import type { Initiator, Reboot, RebootDuring } from '../document/reboots';

/** When the machine last showed life before a time, from any channel; corrected, milliseconds since 1970 UTC. */
export type LastLife = (before: number, after: number) => number | null;

/** A restart together with the boot that it ended in. */
export interface ToldReboot {
  readonly reboot: Reboot;
  readonly boot: FoundBoot;
}

/**
 * The restarts and power losses among the boots. A first boot, a fast-startup resume and a start after a shutdown
 * are boots only; a start of unknown kind counts as a restart where something was seen running before it.
 */
export function tellReboots(
  boots: readonly FoundBoot[],
  signals: readonly Signal[],
  stages: readonly Stage[],
  lastLife: LastLife,
): readonly ToldReboot[] {
  const restarts = boots.flatMap((boot, index) => {
    const previousStart = boots[index - 1]?.start ?? -Infinity;
    const life = lastLife(boot.start - 1_000, previousStart);
    const counts = boot.kind === 'restart' || boot.kind === 'powerLoss' || (boot.kind === 'unknown' && life !== null);
    return counts ? [{ boot, bootId: bootId(index), began: beganAt(boot, life) }] : [];
  });
  let since = -Infinity;
  return restarts.map(({ boot, bootId: endedIn, began }, index) => {
    const stage = stageAt(stages, began.at);
    const during = stage?.stage ?? 'unknown';
    const judged = judge(boot, during, flaggedInDeviceSetup(signals, stages, since, began.at));
    const nextBegan = restarts[index + 1]?.began.at ?? Infinity;
    // Flags after a restart before the join belong to the next one; in the status page they clear their own name.
    const until = isInEsp(during) ? nextBegan : began.at;
    const restart = { began: began.at, since, until, during, class: judged.class, markers: boot.stops };
    const causes = findCauses(signals, stages, restart);
    // A coalesced restart answers all flags before it; any other leaves them pending.
    since = judged.class === 'coalescedPolicy' ? boot.start : since;
    const token = isInEsp(during) ? tokenAfter(signals, boot.start, nextBegan) : null;
    const reboot: Reboot = {
      id: `reboot-${index + 1}`,
      time: isoTime(began.at),
      rawTime: isoTime(began.rawAt),
      downtimeMs: Math.max(0, Math.round(boot.start - began.at)),
      boot: endedIn,
      during,
      class: judged.class,
      expected: isExpected(judged.class, during),
      initiator: judged.initiator,
      causes,
      autoLogonCleared: boot.stops.some(({ kind }) => kind === 'autoLogonCleared') ? true : null,
      tokenLost: token === null ? null : !token.present,
      confidence: judged.confidence,
      evidence: [...evidenceOf(boot, stage), ...tokenEvidence(token)],
    };
    return { reboot, boot };
  });
}

/** Reasons for a restart that are written minutes before it begins. */
const announcements: ReadonlySet<Signal['kind']> = new Set<Signal['kind']>([
  'espMarker',
  'zeroDayUpdateDone',
  'localeNeedsRestart',
]);

/** The request if there was one, else the first sign of the stop itself, else the last sign of life. */
function beganAt(boot: FoundBoot, life: number | null): { readonly at: number; readonly rawAt: number } {
  const sign = requestOf(boot.stops) ?? boot.stops.find(({ kind }) => !announcements.has(kind));
  if (sign !== undefined && sign.at <= boot.start) {
    return sign;
  }
  const at = Math.min(life ?? boot.start, boot.start);
  return { at, rawAt: at };
}

interface Judgement {
  readonly class: RebootClass;
  readonly initiator: Initiator | null;
  readonly confidence: Confidence;
}

/** Who restarted it: the Enrollment Status Page's own decision first, then the requesting process, then the page. */
function judge(boot: FoundBoot, during: RebootDuring, policyFlagged: boolean): Judgement {
  const request = requestOf(boot.stops);
  const initiator = request === undefined ? null : { process: request.process, reasonCode: request.reasonCode };
  if (boot.kind === 'powerLoss') {
    return { class: 'unexpected', initiator, confidence: boot.confidence };
  }
  const decided = classOfMarkers(boot.stops);
  if (decided !== null) {
    return { class: decided, initiator, confidence: boot.confidence };
  }
  if (request !== undefined && !isOobe(request.process)) {
    const known = classOfInitiator(request.process, request.reasonCode);
    return {
      class: known?.class ?? 'unknown',
      initiator,
      confidence: known?.observed === true ? 'high' : known === null ? 'low' : 'medium',
    };
  }
  if (request !== undefined && during === 'deviceSetup' && policyFlagged) {
    // OOBE restarts in device setup only for apps and for the collected policies, and no app has asked.
    return { class: 'coalescedPolicy', initiator, confidence: 'medium' };
  }
  const node = signalsOf(boot.stops, 'restartNode').at(-1)?.node;
  if (node !== undefined) {
    const ofNode = classOfNode(node, boot.stops, during);
    return { class: ofNode, initiator, confidence: ofNode === 'unknown' ? 'low' : boot.confidence };
  }
  if (boot.stops.some(({ kind }) => kind === 'setupRestart')) {
    return { class: 'setup', initiator, confidence: boot.confidence };
  }
  if (during === 'preJoin' && boot.stops.some(({ kind }) => kind === 'zeroDayUpdateDone')) {
    return { class: 'oobeUpdate', initiator, confidence: 'medium' };
  }
  if (during === 'preJoin' && boot.stops.some(({ kind }) => kind === 'localeNeedsRestart')) {
    return { class: 'setup', initiator, confidence: 'medium' };
  }
  if (request !== undefined) {
    // OOBE asked, but the log that names the page has wrapped: before the join it is one of its own restarts.
    return { class: during === 'preJoin' ? 'oobeUpdate' : 'unknown', initiator, confidence: 'low' };
  }
  const abruptInEsp = boot.stops.length === 0 && (during === 'deviceSetup' || during === 'accountSetup');
  return {
    class: abruptInEsp ? 'unexpected' : 'unknown',
    initiator,
    confidence: abruptInEsp ? boot.confidence : 'low',
  };
}

/** Has a policy URI asked for a restart in device setup that no earlier restart has answered? */
function flaggedInDeviceSetup(
  signals: readonly Signal[],
  stages: readonly Stage[],
  since: number,
  until: number,
): boolean {
  return signalsOf(signals, 'policyFlag').some(
    ({ at }) => at > since && at < until && stageAt(stages, at)?.stage === 'deviceSetup',
  );
}

function classOfMarkers(stops: readonly Signal[]): RebootClass | null {
  const names = signalsOf(stops, 'espMarker')
    .map(({ name }) => name)
    .filter(isRestartMarker);
  const has = (part: string): boolean => names.some((name) => name.includes(part));
  if (has('RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory')) {
    return 'application';
  }
  if (has('RebootCoalescing')) {
    return 'coalescedPolicy';
  }
  if (has('AADJProvisioningReboot')) {
    return 'provisioningPackage';
  }
  return has('DevicePrepPage_') ? 'devicePreparationAgent' : null;
}

/** `RebootZtd` serves the update after the join and the end of device setup alike: then only a marker decides. */
function classOfNode(node: string, stops: readonly Signal[], during: RebootDuring): RebootClass {
  const known = restartNodes.get(node) ?? 'unknown';
  const isRename = signalsOf(stops, 'espMarker').some(({ name }) => name.startsWith('Device rename required'));
  if (known === 'oobeUpdate' && isRename) {
    return 'deviceRename';
  }
  return known === 'oobeUpdate' && (during === 'deviceSetup' || during === 'accountSetup') ? 'unknown' : known;
}

const calledFor: ReadonlySet<RebootClass> = new Set<RebootClass>([
  'setup',
  'oobeUpdate',
  'deviceRename',
  'provisioningPackage',
  'hybridJoin',
  'preProvisioning',
  'devicePreparationAgent',
]);

function isExpected(rebootClass: RebootClass, during: RebootDuring): boolean | null {
  if (calledFor.has(rebootClass)) {
    return true;
  }
  return rebootClass === 'unexpected' || (isInEsp(during) && rebootClass !== 'unknown') ? false : null;
}

/** Is this one of the three phases of the Enrollment Status Page? */
export function isInEsp(during: RebootDuring): boolean {
  return during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup';
}

function evidenceOf(boot: FoundBoot, stage: Stage | null): Evidence {
  const inStoryOrder = [...boot.stops, ...boot.starts].sort((a, b) => a.at - b.at);
  const refs: EvidenceRef[] = inStoryOrder.map((signal) => ({ ...signal.ref, note: noteOf(signal) }));
  if (stage !== null) {
    refs.push({ ...stage.because.ref, note: `tells the stage: ${stage.stage}` });
  }
  const request = refs.findIndex((ref) => ref.note === 'asked for the restart');
  const [first, ...rest] = request > 0 ? [refs[request]!, ...refs.filter((_, index) => index !== request)] : refs;
  return [first ?? boot.starts[0].ref, ...rest];
}

/** The record that shows whether the token survived. */
function tokenEvidence(token: TokenSign | null): readonly EvidenceRef[] {
  return token === null
    ? []
    : [{ ...token.signal.ref, note: token.present ? 'the user’s token survived' : tokenGoneNote }];
}

/** What a signal says about a restart, in a few words for lists of evidence. */
export function noteOf(signal: Signal): string {
  switch (signal.kind) {
    case 'restartRequest':
      return 'asked for the restart';
    case 'autoLogonCleared':
      return 'the cached auto-logon credentials were cleared';
    case 'restartNode':
      return `the setup experience went to its restart page ${signal.node}`;
    case 'oobeResume':
      return `the setup experience resumed at ${signal.node}`;
    case 'oobeHealth':
      return `${signal.secondsSinceBoot} s since boot`;
    case 'oobeMonitorStart':
      return 'the OOBE monitor started, once a boot';
    case 'oobeMonitorStop':
      return 'the OOBE monitor stopped';
    case 'setupRestart':
      return 'Windows setup asked for a restart';
    case 'setupStart':
      return 'Windows setup started';
    case 'zeroDayUpdateDone':
      return 'the update of the first connection was installed';
    case 'localeNeedsRestart':
      return 'the new system locale needs a restart';
    case 'espMarker':
      return signal.name;
    case 'kernelStart':
      return 'Windows started';
    case 'logServiceStart':
      return 'the event log service started';
    case 'cleanStop':
      return 'Windows stopped cleanly';
    case 'kernelShutdown':
      return 'the kernel began to shut down';
    case 'dirtyStop':
      return signal.bugcheck ? 'Windows had crashed' : 'Windows had not stopped cleanly';
    case 'bootType':
      return signal.bootType === 1 ? 'resumed by fast startup' : 'full boot';
    case 'imeStart':
      return 'the Intune Management Extension started';
    case 'imeShutdown':
      return 'the Intune Management Extension was told that Windows shuts down';
    default:
      return signal.kind;
  }
}
