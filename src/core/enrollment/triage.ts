import type { Bundle } from '../bundle/bundle';
import { bootId, findBoots, isDoubtful, type FoundBoot, type LastLife, type Span } from './reboots/bootFinder';
import { CorrectedClock } from './clock/clock';
import { zoneHints } from './clock/zoneHints';
import { coverageOfLog, readCoverage, tellCoverage } from './coverage/coverageStory';
import { enrollmentSpan } from './coverage/enrollmentSpan';
import { tellDevice } from './device/deviceStory';
import { eventSignals } from './signals/eventSignals';
import { tellFindings } from './findings/tellFindings';
import { momentsOf } from './findings/userRules/moments';
import { noUserRules, type UserRules } from './findings/userRules/readUserRules';
import { tellUserFindings } from './findings/userRules/tellUserFindings';
import { eventsFor } from './findings/userRules/userRuleEvents';
import { imeSignals, isManagementExtensionLog, type TextLogSignals } from './signals/imeSignals';
import { isoTime } from './clock/isoTime';
import { withoutCopies } from './coverage/logCopies';
import { findAttempts } from './phases/attempts';
import { tellEnrollment } from './phases/enrollmentStory';
import { findStages } from './phases/phaseTracker';
import { tellCollectNext } from './coverage/collectNext';
import { owedRestartMark } from './policies/restartPending';
import { tellPolicies } from './policies/policyStory';
import { SetPolicies } from './policies/setPolicies';
import { tellWebSignIn } from './policies/webSignIn';
import { tellReboots } from './reboots/rebootStory';
import { noteOf } from './reboots/signNotes';
import { servicingSignals } from './signals/servicingSignals';
import { setupSignals } from './signals/setupSignals';
import type { Signal } from './signals/signal';
import type { StatedFacts } from './signIns/statedPass';
import { tellUserStory } from './signIns/userStory';
import type { Boot } from './document/boots';
import type { BundleFacts } from './document/bundleFacts';
import type { TriageDocument } from './document/triageDocument';

/** A bundle's story, and the clock it is told in. */
export interface Triage {
  readonly document: TriageDocument;
  readonly clock: CorrectedClock;
}

/** Tells the story of a bundle: a pure function of its logs, of what a person has stated about it, and of their own rules. */
export function triage(bundle: Bundle, stated: StatedFacts | null = null, userRules: UserRules = noUserRules): Triage {
  // 1. One clock for everything that follows.
  const clock = new CorrectedClock(bundle.logs.events);

  // 2. What each log says happened, in one order of time.
  const hints = zoneHints(bundle, clock);
  const agentLogs = withoutCopies(bundle.logs.cmTrace.filter(isManagementExtensionLog), ({ records }) =>
    records.map(({ localMs, message }) => `${localMs} ${message}`),
  );
  const setupLogs = withoutCopies(bundle.logs.setup, ({ lines }) =>
    lines.map(({ localMs, message }) => `${localMs} ${message}`),
  );
  const textLogs = [
    ...agentLogs.map((log) => imeSignals(log, clock, hints)),
    ...setupLogs.map((log) => setupSignals(log, clock, hints)),
  ];
  const servicingLogs = bundle.logs.servicing.map((log) => servicingSignals(log, clock, hints));
  const allTextLogs = [...textLogs, ...servicingLogs];
  const signals = [...eventSignals(bundle.logs.events, clock), ...allTextLogs.flatMap((log) => log.signals)].sort(
    (a, b) => a.at - b.at,
  );

  // 3. From signs to starts, stages, restarts and sign-ins.
  const system = bundle.logs.events.channel('System');
  const systemTimes = system === undefined ? null : clock.ofChannel(system);
  const systemSpan: Span =
    systemTimes === null ? null : [systemTimes[0] ?? 0, systemTimes[systemTimes.length - 1] ?? 0];
  const lastLife = lastLifeIn(bundle, clock, textLogs);
  const foundBoots = findBoots(signals, systemSpan, startsFresh(bundle), lastLife);
  const attempts = findAttempts(signals);
  const stages = findStages(signals, attempts);
  const logSpans = readCoverage(bundle, clock, textLogs);
  const systemCovers = coverageOfLog(logSpans, 'System');
  const reboots = tellReboots(foundBoots, signals, stages, lastLife, owedRestartMark(bundle), systemCovers);
  const device = tellDevice(bundle, signals, attempts, clock);
  const settings = new SetPolicies(bundle.logs, signals);
  const bundleEnd = lastLife(Infinity, -Infinity) ?? Infinity;
  const userStory = tellUserStory({
    signals,
    boots: foundBoots,
    reboots,
    stages,
    clock,
    device,
    webSignInPolicy: tellWebSignIn(bundle, settings).state,
    logs: bundle.logs,
    bundleEnd,
    stated,
  });

  const enrollment = tellEnrollment(bundle, attempts, stages);
  const boots = foundBoots.map(toBoot);

  // 4. The document.
  const told = {
    schemaVersion: 1,
    bundle: bundleFacts(bundle),
    device,
    coverage: tellCoverage(logSpans, enrollmentSpan(attempts, stages, enrollment.phases, bundleEnd)),
    clock: {
      steps: clock.steps,
      localOffsets: clock.localOffsets,
      localLogs: allTextLogs.flatMap(({ zones }) => zones),
      segments: clock.segments,
    },
    boots,
    ...enrollment,
    ...userStory,
    ...tellPolicies({
      bundle,
      device,
      settings,
      signals,
      attempts,
      stages,
      boots,
      doubtfulBoots: new Set(foundBoots.flatMap((boot, index) => (isDoubtful(boot) ? [bootId(index)] : []))),
      phases: enrollment.phases,
      reboots: userStory.reboots,
      coverage: logSpans,
      bundleEnd,
    }),
  } as const satisfies Omit<TriageDocument, 'findings' | 'collectNext'>;
  const story = { ...told, collectNext: tellCollectNext(told) };
  const userFindings = tellUserFindings(
    userRules,
    eventsFor(userRules.rules, bundle.logs.events, clock),
    momentsOf(story.phases, story.reboots),
  );
  return { document: { ...story, findings: tellFindings(story, signals, userFindings) }, clock };
}

function bundleFacts(bundle: Bundle): BundleFacts {
  return {
    name: bundle.name,
    sha256: bundle.sha256,
    kind: bundle.kind,
    container: bundle.container,
    members: bundle.members.map(({ path, kind, size }) => ({ path, kind, size })),
    unreadable: bundle.members.flatMap(({ path, unreadable }) =>
      unreadable === null ? [] : [{ path, reason: unreadable }],
    ),
    problems: bundle.problems,
  };
}

function toBoot(boot: FoundBoot, index: number): Boot {
  const [first, ...rest] = boot.starts;
  const withNote = (signal: Signal): Signal['ref'] => ({ ...signal.ref, note: noteOf(signal) });
  return {
    id: bootId(index),
    start: isoTime(boot.start),
    kind: boot.kind,
    evidence: [withNote(first), ...rest.map(withNote)],
  };
}

/** A System log that still has its very first records shows the first boot of the installation. */
function startsFresh(bundle: Bundle): boolean {
  const system = bundle.logs.events.channel('System');
  const file = system?.files[system.fileOf[0] ?? 0];
  return file !== undefined && system !== undefined && file.log.columns.recordId[system.indexOf[0] ?? 0] === 1;
}

/** Looks for the last record of any channel, or line of any text log, before a time. */
function lastLifeIn(bundle: Bundle, clock: CorrectedClock, textLogs: readonly TextLogSignals[]): LastLife {
  const tracks = [
    ...bundle.logs.events.channels.map((channel) => clock.ofChannel(channel)),
    ...textLogs.map(({ times }) => times),
  ];
  const sorted = tracks.map((times) => Float64Array.from(times).sort());
  return (before, after) => {
    const last = Math.max(...sorted.map((times) => lastBefore(times, before)));
    return last > after ? last : null;
  };
}

/** Greatest element below `bound` of an ascending array; -Infinity when there is none. */
function lastBefore(times: Float64Array, bound: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < bound) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low === 0 ? -Infinity : times[low - 1]!;
}
