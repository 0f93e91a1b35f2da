import { isoTime } from '../clock/isoTime';
import type { Evidence, EvidenceRef } from '../document/evidence';
import type { Reboot, RebootDuring } from '../document/reboots';
import { stageAt, type Stage } from '../phases/phaseTracker';
import type { Signal } from '../signals/signal';
import { SignalIndex } from '../signals/signalIndex';
import { tokenAfter, tokenGoneNote, tokenSurvivedNote, type TokenSign } from '../signIns/tokenStory';
import { appSuspects } from './appSuspects';
import { bootId, type FoundBoot, type LastLife } from './bootFinder';
import { findCauses } from './causalLedger';
import { foreignSuspects } from './foreignSuspects';
import { isExpected, judge } from './judgement';
import { oobeSuspects } from './oobeSuspects';
import { OpenFlags } from './openFlags';
import { judgeSuspects } from './otherCauses';
import { setScene, type RestartScene } from './restartScene';
import { noteOf } from './signNotes';
import { askingSubcategory, isRestartMarker, requestOf } from './stopSigns';

/** A restart together with the boot that it ended in. */
export interface ToldReboot {
  readonly reboot: Reboot;
  readonly boot: FoundBoot;
}

/** A restart is asked for this long before it begins at most, milliseconds: `shutdown /t` counts down in between. */
const longestNoticeMs = 10 * 60_000;

/**
 * The restarts and power losses among the boots. A first boot, a fast-startup resume and a start after a shutdown
 * are boots only; a start of unknown kind counts as a restart where something was seen running before it. `owed` is the
 * mark that a restart for policies was still owed when the bundle was taken; `systemCovers` tells whether the System log
 * would show what was written to it between two instants.
 */
export function tellReboots(
  boots: readonly FoundBoot[],
  signals: readonly Signal[],
  stages: readonly Stage[],
  lastLife: LastLife,
  owed: EvidenceRef | null,
  systemCovers: (from: number, to: number) => boolean,
): readonly ToldReboot[] {
  const index = new SignalIndex(signals);
  const restarts = boots.flatMap((boot, position) => {
    const runStart = boots[position - 1]?.start ?? -Infinity;
    const life = lastLife(boot.start - 1_000, runStart);
    const counts = boot.kind === 'restart' || boot.kind === 'powerLoss' || (boot.kind === 'unknown' && life !== null);
    return counts ? [{ boot, bootId: bootId(position), runStart, began: beganAt(boot, life) }] : [];
  });
  const flags = new OpenFlags(index, stages);
  return restarts.map(({ boot, bootId: endedIn, runStart, began }, position) => {
    const stage = surelyAt(stages, began.at, boot.starts[0]);
    const during = duringOf(stage, boot);
    const scene = setScene({
      signals: index,
      boot,
      began: began.at,
      runStart,
      during,
      isInEsp: isInEsp(during),
      isRequestCovered: systemCovers(Math.max(runStart, began.at - longestNoticeMs), began.at),
    });
    const suspects = [...oobeSuspects(scene), ...foreignSuspects(scene), ...appSuspects(scene)];
    // What is still owed after the last restart was not answered by it, unless it was asked for again since.
    const isLast = position === restarts.length - 1;
    const stillOwed = isLast && index.firstFrom('policyFlag', boot.start) === undefined ? owed : null;
    const isPlaced = (boot.starts[0].mayBeOffMs ?? 0) < placedMs;
    const isPending = flags.isRaisedInDeviceSetup(began.at) && isPlaced && stillOwed === null;
    const judged = judge(scene, suspects, isPending);
    const nextBegan = restarts[position + 1]?.began.at ?? Infinity;
    const rival = suspects.find(({ involvement }) => involvement === 'asked');
    const causes = findCauses(
      // Flags after a restart before the join belong to the next one; in the status page they clear their own name.
      flags.around(began.at, isInEsp(during) ? nextBegan : began.at),
      stages,
      {
        began: began.at,
        placedWithinMs: boot.starts[0].mayBeOffMs ?? 0,
        during,
        class: judged.class,
        isGuessed: judged.confidence === 'low',
        isPowerLoss: boot.kind === 'powerLoss',
        markers: boot.stops,
        rival: rival?.deed.replace(/\.$/, '') ?? null,
        answeredAt: flags.answeredAt,
        stillOwed,
      },
    );
    if (judged.class === 'coalescedPolicy') {
      flags.answer(boot.start);
    }
    const token =
      isInEsp(during) && !leavesNobody.has(judged.class) ? tokenAfter(signals, boot.start, nextBegan) : null;
    const reboot: Reboot = {
      id: `reboot-${position + 1}`,
      time: isoTime(began.at),
      rawTime: isoTime(began.rawAt),
      timeUncertaintyMs: began.mayBeOffMs,
      downtimeMs: Math.max(0, Math.round(boot.start - began.at)),
      boot: endedIn,
      during,
      class: judged.class,
      expected: isExpected(scene, judged.class),
      initiator: judged.initiator,
      askedBy: askingSubcategory(scene.markers),
      causes,
      otherCauses: judgeSuspects(suspects, judged),
      autoLogonCleared: boot.stops.some(({ kind }) => kind === 'autoLogonCleared') ? true : null,
      tokenLost: token === null ? null : !token.present,
      // Known when the sign-ins have been told.
      cost: { prompts: null, waitMs: null },
      confidence: judged.confidence,
      evidence: [...evidenceOf(scene, stage), ...counterEvidence(scene, nextBegan), ...tokenEvidence(token)],
    };
    return { reboot, boot };
  });
}

/** A start whose time may be further off than this stands in no stage by its time alone, milliseconds. */
const placedMs = 15 * 60_000;

/**
 * The stage at a time. Where the local time of the log that shows the start is not sure, it counts only if the same log
 * tells the stage too, or if it is the same at either end of the doubt.
 */
function surelyAt(stages: readonly Stage[], time: number, { mayBeOffMs = 0, source }: Signal): Stage | null {
  const stage = stageAt(stages, time);
  if (mayBeOffMs < placedMs || stage?.because.source === source) {
    return stage;
  }
  return stageAt(stages, time - mayBeOffMs) === stage && stageAt(stages, time + mayBeOffMs) === stage ? stage : null;
}

/** The stage that a log tells; where none does, a decision of the status page names its own part. */
function duringOf(stage: Stage | null, { stops }: FoundBoot): RebootDuring {
  if (stage !== null && stage.stage !== 'unknown') {
    return stage.stage;
  }
  const isOfDeviceSetup = stops.some(
    (signal) =>
      signal.kind === 'espMarker' && isRestartMarker(signal.name) && /RebootCoalescing|DeviceSetup/.test(signal.name),
  );
  return isOfDeviceSetup ? 'deviceSetup' : 'unknown';
}

/** Is this one of the three phases of the Enrollment Status Page? */
export function isInEsp(during: RebootDuring): boolean {
  return during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup';
}

/** After these nobody goes on who had been signed in before. */
const leavesNobody: ReadonlySet<Reboot['class']> = new Set(['setup', 'preProvisioning']);

interface Beginning {
  readonly at: number;
  readonly rawAt: number;
  readonly mayBeOffMs: number | null;
}

/** Reasons for a restart that are written minutes before it begins. */
const announcements: ReadonlySet<Signal['kind']> = new Set<Signal['kind']>([
  'espMarker',
  'zeroDayUpdateDone',
  'qualityUpdateBegan',
  'localeNeedsRestart',
]);

/** The request if there was one, else the first sign of the stop itself, else the last sign of life. */
function beganAt(boot: FoundBoot, life: number | null): Beginning {
  const sign =
    boot.kind === 'powerLoss'
      ? undefined
      : (requestOf(boot.stops) ?? boot.stops.find(({ kind }) => !announcements.has(kind)));
  if (sign !== undefined && sign.at <= boot.start) {
    return { at: sign.at, rawAt: sign.rawAt, mayBeOffMs: sign.mayBeOffMs ?? null };
  }
  const at = Math.min(life ?? boot.start, boot.start);
  // It happened at some time of the silence; the start may itself come from a log whose local time is not sure.
  return { at, rawAt: at, mayBeOffMs: Math.round(boot.start - at + (boot.starts[0].mayBeOffMs ?? 0)) };
}

function evidenceOf({ boot, request }: RestartScene, stage: Stage | null): Evidence {
  const inStoryOrder = [...boot.stops, ...boot.starts].sort((a, b) => a.at - b.at);
  const signals = request === undefined ? inStoryOrder : [request, ...inStoryOrder.filter((one) => one !== request)];
  const [first, ...rest] = signals.map((signal): EvidenceRef => ({ ...signal.ref, note: noteOf(signal) }));
  const tellsStage = stage === null ? [] : [{ ...stage.because.ref, note: `tells the stage: ${stage.stage}` }];
  return [first ?? boot.starts[0].ref, ...rest, ...tellsStage];
}

/** OOBE counts its own restarts: one more after this one is a hint that it was one of them, and never more than that. */
function counterEvidence({ signals, boot, runStart }: RestartScene, until: number): readonly EvidenceRef[] {
  const before = signals.lastBefore('oobeHealth', boot.start);
  const after = signals.firstFrom('oobeHealth', boot.start);
  const isOfBothRuns = before !== undefined && before.at >= runStart && after !== undefined && after.at < until;
  return isOfBothRuns && after.ownRestarts !== undefined && after.ownRestarts === (before.ownRestarts ?? NaN) + 1
    ? [{ ...after.ref, note: 'OOBE counts one more restart of its own (an undocumented counter, a hint only)' }]
    : [];
}

/** The record that shows whether the token survived. */
function tokenEvidence(token: TokenSign | null): readonly EvidenceRef[] {
  return token === null ? [] : [{ ...token.signal.ref, note: token.present ? tokenSurvivedNote : tokenGoneNote }];
}
