import type { FromMember } from '../../bundle/bundle';
import type { SetupLog, SetupLogLine } from '../../logs/setupLog';
import type { CorrectedClock } from '../clock/clock';
import type { TextLogSignals } from './imeSignals';
import { resolveLocalLog, type ZoneHints } from '../clock/localClock';
import { wholeSecondMs, zoneDoubt, zonesOf } from '../clock/localLogs';
import type { Signal } from './signal';

type SetupKind =
  | 'oobeMonitorStart'
  | 'oobeMonitorStop'
  | 'setupRestart'
  | 'setupStart'
  | 'oobeBegan'
  | 'zeroDayUpdateDone'
  | 'localeNeedsRestart'
  | 'qualityUpdateBegan'
  | 'deviceReset';

/** What the setup programs of Windows say about their restarts and about OOBE. */
export type SetupMeaning = { readonly [Kind in SetupKind]: { readonly kind: Kind } }[SetupKind];

/** The signals in `setupact.log`. */
export function setupSignals(log: FromMember<SetupLog>, clock: CorrectedClock, hints: ZoneHints): TextLogSignals {
  const { lines } = log.content;
  const resolved = resolveLocalLog(lines, hints);
  const corrected = clock.correctTrack(resolved.utc, null);
  const doubtAt = zoneDoubt(resolved, wholeSecondMs);
  const signals: Signal[] = [];
  lines.forEach((line, index) => {
    const kind = kindOf(line);
    if (kind !== null) {
      const ref = { path: log.path, line: line.line };
      const times = { ...doubtAt(index), at: corrected[index]!, rawAt: resolved.utc[index]! };
      signals.push({ kind, ...times, ref, source: log.path });
    }
  });
  return {
    path: log.path,
    signals,
    zones: zonesOf(log.path, resolved, (index) => lines[index]!.line),
    times: corrected,
  };
}

/** Sentences of the setup programs, which are not localised, and what they stand for. */
const sentences: readonly (readonly [RegExp, SetupMeaning['kind']])[] = [
  [/^OOBE Monitor task background thread started/, 'oobeMonitorStart'],
  [/^OOBE Monitor task stopped/, 'oobeMonitorStop'],
  [/^WinDeploy\.exe launched/, 'setupStart'],
  [/^Starting OOBE$/, 'oobeBegan'],
  [/\bOOBE_GLOBAL_SETTING_ZDPSTATUS ZDP_Finished\b/, 'zeroDayUpdateDone'],
  [/^The new system locale .* System will be rebooted later/, 'localeNeedsRestart'],
  [/^ResetPrepareSession: Scenario: \[/, 'deviceReset'],
  [/An immediate reboot or shutdown was requested\/required/, 'setupRestart'],
  [/^OOBE UI requested restart/, 'setupRestart'],
  [/^Reboot is required\.\s+Returning 0x00000BC2/i, 'localeNeedsRestart'],
  [/^ExpeditedUpdateUSOTask::RunTask\(\) Invoked/, 'qualityUpdateBegan'],
];

function kindOf({ message }: SetupLogLine): SetupMeaning['kind'] | null {
  return sentences.find(([shape]) => shape.test(message))?.[1] ?? null;
}
