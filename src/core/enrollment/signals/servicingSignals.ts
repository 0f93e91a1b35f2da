import type { FromMember } from '../../bundle/bundle';
import type { ServicingLog } from '../../logs/servicingLog';
import type { CorrectedClock } from '../clock/clock';
import { resolveLocalLog, type ZoneHints } from '../clock/localClock';
import { wholeSecondMs, zoneDoubt, zonesOf } from '../clock/localLogs';
import type { TextLogSignals } from './imeSignals';
import type { Signal } from './signal';

/** The servicing stack (CBS) has marked that Windows needs a restart to go on. */
export interface ServicingMeaning {
  readonly kind: 'servicingRestart';
}

/** The mark of the servicing stack itself, and the code that it ends its work with then. */
const wantsRestart = /^Reboot mark set\b|\b0x00000bc2\b|\bERROR_SUCCESS_REBOOT_REQUIRED\b/i;

/** The signals in a servicing log (`CBS.log`). */
export function servicingSignals(
  log: FromMember<ServicingLog>,
  clock: CorrectedClock,
  hints: ZoneHints,
): TextLogSignals {
  const { lines } = log.content;
  const resolved = resolveLocalLog(lines, hints);
  const corrected = clock.correctTrack(resolved.utc, null);
  const doubtAt = zoneDoubt(resolved, wholeSecondMs);
  const signals: Signal[] = [];
  lines.forEach(({ line, message }, index) => {
    if (wantsRestart.test(message)) {
      const times = { ...doubtAt(index), at: corrected[index]!, rawAt: resolved.utc[index]! };
      signals.push({ kind: 'servicingRestart', ...times, ref: { path: log.path, line }, source: log.path });
    }
  });
  return {
    path: log.path,
    signals,
    zones: zonesOf(log.path, resolved, (index) => lines[index]!.line),
    times: corrected,
  };
}
