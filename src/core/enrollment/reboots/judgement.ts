import { sharedRestartNodes, restartNodes, userlessRestartNodes } from '../../catalog/oobeNodes';
import type { RebootClass } from '../../catalog/rebootClass';
import { classOfInitiator, isManagementClient, isOobe } from '../../catalog/restartInitiators';
import { weakest } from '../confidence';
import type { Confidence } from '../document/evidence';
import type { Initiator, OtherCauseKind } from '../document/reboots';
import { isSealed } from '../device/preProvisioning';
import { inRun, pagesAreCovered, stoppedInOrder, type RestartScene } from './restartScene';
import type { Suspect } from './suspect';

/** Who restarted the device, as far as it can be told. */
export interface Judgement {
  readonly class: RebootClass;
  readonly initiator: Initiator | null;
  readonly confidence: Confidence;
}

/**
 * Who restarted it: a dirty end first, then the page's own decision, the requesting process, the restart node; where
 * all of these are silent, what had asked for a restart. `policyPending`: a policy has asked in device setup.
 */
export function judge(scene: RestartScene, suspects: readonly Suspect[], policyPending: boolean): Judgement {
  const { boot, request, isInEsp } = scene;
  const initiator = request === undefined ? null : { process: request.process, reasonCode: request.reasonCode };
  const as = (rebootClass: RebootClass, confidence: Confidence): Judgement => ({
    class: rebootClass,
    initiator: boot.kind === 'powerLoss' ? null : initiator,
    confidence: weakest(confidence, boot.confidence),
  });
  if (boot.kind === 'powerLoss') {
    return as('unexpected', 'high');
  }
  const decided = decidedByPage(scene);
  if (decided !== null) {
    return as(decided, 'high');
  }
  if (suspects.some(({ kind }) => kind === 'deviceReset') && !isInEsp) {
    return as('setup', 'high');
  }
  if (request !== undefined && !isOobe(request.process)) {
    return as(...byProcess(scene, suspects));
  }
  const ofNode = byNode(scene, suspects, policyPending);
  if (ofNode !== null) {
    return as(...ofNode);
  }
  return as(...byWishes(scene, suspects, policyPending));
}

function decidedByPage({ markers }: RestartScene): RebootClass | null {
  const has = (part: string): boolean => markers.some(({ name }) => name.includes(part));
  if (has('RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory')) {
    return 'application';
  }
  if (has('RebootCoalescing')) {
    return 'coalescedPolicy';
  }
  if (has('AADJProvisioningReboot')) {
    return 'provisioningPackage';
  }
  if (has('DevicePrepPage_')) {
    return 'devicePreparationAgent';
  }
  return has('AutopilotWhiteGlove: ') ? 'preProvisioning' : null;
}

type Verdict = readonly [RebootClass, Confidence];

/** A process that is not OOBE's. What its role alone tells is believed less, until another log agrees. */
function byProcess({ request, isInEsp }: RestartScene, suspects: readonly Suspect[]): Verdict {
  const { process, reasonCode } = request!;
  if (process === '') {
    return ['unknown', 'low'];
  }
  const known = isManagementClient(process) ? null : classOfInitiator(process, reasonCode);
  if (known === null) {
    // The flow of the enrollment restarts by OOBE alone, so whoever this is has no business there.
    return isInEsp ? ['unexpected', 'medium'] : ['unknown', 'low'];
  }
  const isBacked = suspects.some(({ kind, involvement }) => kind === known.class && involvement === 'made');
  return [known.class, known.observed || isBacked ? 'high' : 'medium'];
}

function byNode({ node, during }: RestartScene, suspects: readonly Suspect[], policyPending: boolean): Verdict | null {
  if (node === undefined) {
    return null;
  }
  const made = suspects.find(({ kind, involvement }) => involvement === 'made' && kind in classOfKind);
  const ofNode = restartNodes.get(node.node) ?? 'unknown';
  if (made !== undefined) {
    return [classOfKind[made.kind] ?? ofNode, 'high'];
  }
  if (!sharedRestartNodes.has(node.node) || !(during === 'deviceSetup' || during === 'accountSetup')) {
    return [ofNode, ofNode === 'unknown' ? 'low' : 'high'];
  }
  // The status page restarts on this node for apps and for the collected policies.
  return byPageWishes(suspects, policyPending && during === 'deviceSetup') ?? ['unknown', 'low'];
}

/** Which of the two that the status page restarts for has asked: an app at once, else the policies. */
function byPageWishes(suspects: readonly Suspect[], policyPending: boolean): Verdict | null {
  if (suspects.some(({ kind, involvement }) => kind === 'application' && involvement === 'asked')) {
    return ['application', 'medium'];
  }
  return policyPending ? ['coalescedPolicy', 'medium'] : null;
}

/** Neither a node nor another process: what had asked for a restart before it. */
function byWishes(scene: RestartScene, suspects: readonly Suspect[], policyPending: boolean): Verdict {
  const { request, during, boot } = scene;
  const inEsp = during === 'deviceSetup' || during === 'accountSetup';
  const made = suspects.find(({ kind, involvement }) => involvement === 'made' && kind in classOfKind);
  const wish = made ?? suspects.find(({ kind, involvement }) => involvement === 'asked' && kind in classOfKind);
  if (!inEsp && wish !== undefined) {
    // A new name for the device waits for the updates before it, and only the log of the pages tells it from them.
    const mayBeRename = wish.kind === 'oobeUpdate' && !pagesAreCovered(scene);
    return [classOfKind[wish.kind]!, wish === made ? 'high' : mayBeRename ? 'low' : 'medium'];
  }
  if (request !== undefined) {
    // OOBE asked, but the log that names the page has wrapped: before the join it is one of its own restarts.
    const ofPage = during === 'deviceSetup' ? byPageWishes(suspects, policyPending) : null;
    return ofPage ?? [during === 'preJoin' ? 'oobeUpdate' : 'unknown', 'low'];
  }
  if (wasHandedOver(scene)) {
    return ['preProvisioning', 'low'];
  }
  if (!inEsp) {
    return ['unknown', 'low'];
  }
  if (suspects.some(({ kind }) => kind === 'deviceReset')) {
    return ['setup', 'medium'];
  }
  if (!pagesAreCovered(scene) && (stoppedInOrder(scene) || !scene.isRequestCovered)) {
    // The log that would name the page has wrapped or is not there, and so is any marker of the page's own.
    const ofPage = during === 'deviceSetup' && stoppedInOrder(scene) ? byPageWishes(suspects, policyPending) : null;
    return [ofPage?.[0] ?? 'unknown', 'low'];
  }
  // Without the System log, or after it has wrapped, nobody can name who asked, and somebody may have.
  const isSeen = scene.isRequestCovered && boot.starts.some(({ kind }) => kind === 'kernelStart');
  return ['unexpected', isSeen ? 'high' : 'low'];
}

/** A prepared device is switched off when the technician's half is done, and starts again at the person's desk. */
function wasHandedOver(scene: RestartScene): boolean {
  return inRun(scene, 'espMarker').some(isSealed);
}

/** The class of a restart that a suspect has made. */
const classOfKind: Readonly<Partial<Record<OtherCauseKind, RebootClass>>> = {
  setup: 'setup',
  deviceReset: 'setup',
  deviceRename: 'deviceRename',
  oobeUpdate: 'oobeUpdate',
  provisioningPackage: 'provisioningPackage',
  hybridJoin: 'hybridJoin',
  preProvisioning: 'preProvisioning',
};

const calledFor: ReadonlySet<RebootClass> = new Set<RebootClass>([
  'setup',
  'oobeUpdate',
  'deviceRename',
  'provisioningPackage',
  'hybridJoin',
  'preProvisioning',
  'devicePreparationAgent',
]);

/** Does the enrollment flow call for such a restart? `null`: not decidable. */
export function isExpected({ during, isInEsp, node }: RestartScene, rebootClass: RebootClass): boolean | null {
  if (during === 'accountSetup') {
    return false;
  }
  if (calledFor.has(rebootClass) || (rebootClass === 'unknown' && userlessRestartNodes.has(node?.node ?? ''))) {
    return true;
  }
  return rebootClass === 'unexpected' || (isInEsp && rebootClass !== 'unknown') ? false : null;
}
