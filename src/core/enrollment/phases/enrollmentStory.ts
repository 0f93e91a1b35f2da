import * as l10n from '@vscode/l10n';
import type { Bundle } from '../../bundle/bundle';
import { isoTime } from '../clock/isoTime';
import type { Attempt, AttemptOutcome, DevicePreparation } from '../document/attempts';
import type { Contradiction, Phase } from '../document/phases';
import { attemptAt, type AttemptSpan } from './attempts';
import { showsDevicePreparation, tellDevicePreparation } from './devicePreparation';
import { claimsOfDiagnosticsPages } from './diagnosticsPage';
import { claimsOfPageStore } from './pageStore';
import { tellPhases, type ToldPhases } from './phaseStory';
import type { Stage } from './phaseTracker';
import { RegistrySource } from './registrySource';
import { readTrackingKeys } from './trackingKeys';
import { withUnseenEnds } from './unseenEnds';

/** How the enrollment went: its phases, and those of the attempts before it. */
export interface ToldEnrollment {
  /** Of the last attempt. */
  readonly phases: readonly Phase[];
  readonly attempts: readonly Attempt[];
  readonly contradictions: readonly Contradiction[];
  /** Of the last attempt; `null` where nothing shows device preparation (v2). */
  readonly devicePreparation: DevicePreparation | null;
}

/** Tells the attempts one by one: what is known of one says nothing about the next. */
export function tellEnrollment(
  bundle: Pick<Bundle, 'logs'>,
  attempts: readonly AttemptSpan[],
  stages: readonly Stage[],
): ToldEnrollment {
  const registry = new RegistrySource(bundle);
  const snapshot = {
    pageStore: claimsOfPageStore(registry),
    diagnosticsPage: claimsOfDiagnosticsPages(bundle.logs.frameworkPages),
    tracking: readTrackingKeys(registry),
  };
  const owner = ownerOfSnapshot(attempts);
  const stagesOf = stagesByAttempt(attempts, stages);
  const told: ToldPhases[] = [];
  for (const [index, attempt] of (attempts.length === 0 ? [noAttempt] : attempts).entries()) {
    const ofRegistry = index === owner ? registry : null;
    const phases = tellPhases({
      attempt,
      stages: stagesOf.get(index) ?? [],
      snapshot: index === owner ? snapshot : null,
      isDevicePreparation: showsDevicePreparation(attempt.signals, ofRegistry),
    });
    const before = attempts[index - 1]?.ended?.by === 'tryAgain' ? told.at(-1) : undefined;
    told.push(before === undefined ? phases : { ...phases, phases: goOn(phases.phases, before.phases) });
  }
  const last = attempts.length - 1;
  return {
    phases: withUnseenEnds(told.at(-1)!.phases, (attempts[last] ?? noAttempt).signals),
    attempts: attempts.slice(0, -1).flatMap((attempt, index) => earlierAttempt(attempt, told[index]!.phases)),
    contradictions: told.flatMap(({ contradictions }) => contradictions),
    devicePreparation: tellDevicePreparation(
      (attempts[last] ?? noAttempt).signals,
      owner === Math.max(0, last) ? registry : null,
    ),
  };
}

const noAttempt: Pick<AttemptSpan, 'signals'> = { signals: [] };

/**
 * The attempt whose traces the registry holds. A reset clears them and a page that tries again writes over them, but
 * after a join that was taken back the old ones stay until the page is shown again.
 */
function ownerOfSnapshot(attempts: readonly AttemptSpan[]): number {
  for (let index = attempts.length - 1; index > 0; index -= 1) {
    const end = attempts[index - 1]!.ended?.by;
    const isFresh = end === 'deviceReset' || end === 'tryAgain';
    if (isFresh || attempts[index]!.signals.some(({ kind }) => kind === 'espMarker' || kind === 'imePhase')) {
      return index;
    }
  }
  return 0;
}

function stagesByAttempt(attempts: readonly AttemptSpan[], stages: readonly Stage[]): Map<number, Stage[]> {
  const indices = new Map(attempts.map((attempt, index) => [attempt, index]));
  const groups = new Map<number, Stage[]>();
  for (const stage of stages) {
    const attempt = attemptAt(attempts, stage.from);
    const index = attempt === null ? 0 : indices.get(attempt)!;
    const group = groups.get(index);
    if (group === undefined) {
      groups.set(index, [stage]);
    } else {
      group.push(stage);
    }
  }
  return groups;
}

/** A page that tries again does not repeat what has succeeded before. */
function goOn(phases: readonly Phase[], before: readonly Phase[]): readonly Phase[] {
  return phases.map((phase, index) => {
    const earlier = before[index]!;
    return phase.state === 'unknown' && earlier.state === 'succeeded' ? earlier : phase;
  });
}

function earlierAttempt(attempt: AttemptSpan, phases: readonly Phase[]): readonly Attempt[] {
  const { id, begunBy, ended } = attempt;
  return ended === null
    ? []
    : [
        {
          id,
          start: isoTime(begunBy.at),
          end: isoTime(ended.sign.at),
          endedBy: ended.by,
          outcome: outcomeOf(attempt, phases),
          phases,
          evidence: [
            { ...begunBy.ref, note: l10n.t('the first sign of it') },
            { ...ended.sign.ref, note: l10n.t('ended it') },
          ],
        },
      ];
}

function outcomeOf({ ended, signals }: AttemptSpan, phases: readonly Phase[]): AttemptOutcome {
  if (phases.some(({ id, state }) => id === 'accountSetup' && state === 'succeeded')) {
    return 'completed';
  }
  const hasFailed =
    phases.some(({ state }) => state === 'failed') ||
    signals.some((signal) => signal.kind === 'mdmEnrolled' && !signal.succeeded);
  if (hasFailed || ended?.by === 'joinRolledBack') {
    return 'failed';
  }
  return phases.some(({ state }) => state !== 'unknown') ? 'interrupted' : 'unknown';
}
