import * as l10n from '@vscode/l10n';
import { isoTime } from '../clock/isoTime';
import type { EvidenceRef } from '../document/evidence';
import type { AutoLogonClearing } from '../document/signIns';
import type { ToldReboot } from '../reboots/rebootStory';
import type { Signal } from '../signals/signal';

/** The status page is loaded again this soon after a start, milliseconds. */
const reloadMs = 15 * 60_000;

/** OOBE clears the credentials this long before the machine is gone, milliseconds. */
const stoppingMs = 5 * 60_000;

/**
 * When the credentials kept for the automatic sign-in were erased, and by what. OOBE does it before each restart of
 * its own; the status page does it when it is loaded a second time: after any restart, and, as its code reads, on the
 * way back from the diagnostics page. `signals` and `reboots` ascend by time.
 */
export function tellAutoLogonClearings(
  signals: readonly Signal[],
  reboots: readonly ToldReboot[],
): readonly AutoLogonClearing[] {
  const clearings: AutoLogonClearing[] = [];
  let next = 0;
  let diagnostics: Signal | null = null;
  for (const signal of signals) {
    while (next < reboots.length && reboots[next]!.boot.start <= signal.at) {
      next += 1;
      diagnostics = null;
    }
    if (signal.kind === 'oobeNode' && signal.node === 'OobeDiagnostics') {
      diagnostics = signal;
    } else if (signal.kind === 'autoLogonCleared') {
      clearings.push(clearing(signal, diagnostics, reboots[next - 1], reboots[next]));
      diagnostics = null;
    }
  }
  return clearings;
}

/** The restarts, each with the clearing that belongs to it: the page's own comes only when Windows is up again. */
export function withClearings(
  told: readonly ToldReboot[],
  clearings: readonly AutoLogonClearing[],
): readonly ToldReboot[] {
  const byReboot = new Map(clearings.map((clearing) => [clearing.afterReboot, clearing]));
  return told.map(({ reboot, boot }) => {
    const cleared = reboot.autoLogonCleared === true ? undefined : byReboot.get(reboot.id);
    return cleared === undefined
      ? { reboot, boot }
      : { reboot: { ...reboot, autoLogonCleared: true, evidence: [...reboot.evidence, clearedRef(cleared)] }, boot };
  });
}

function clearedRef({ evidence }: AutoLogonClearing): EvidenceRef {
  return { ...evidence[0], note: l10n.t('the credentials kept for the automatic sign-in were erased') };
}

function clearing(
  signal: Signal,
  diagnostics: Signal | null,
  before: ToldReboot | undefined,
  ahead: ToldReboot | undefined,
): AutoLogonClearing {
  const time = isoTime(signal.at);
  if (ahead !== undefined && Math.abs(Date.parse(ahead.reboot.time) - signal.at) <= stoppingMs) {
    return { time, by: 'beforeRestart', certainty: 'certain', afterReboot: ahead.reboot.id, evidence: [signal.ref] };
  }
  if (diagnostics !== null) {
    const evidence = [signal.ref, { ...diagnostics.ref, note: l10n.t('the diagnostics page was opened') }] as const;
    return { time, by: 'diagnosticsPage', certainty: 'possible', afterReboot: null, evidence };
  }
  const followsStart = before !== undefined && signal.at - before.boot.start <= reloadMs;
  return {
    time,
    by: signal.kind === 'autoLogonCleared' && signal.by === 'restart' ? 'beforeRestart' : 'pageReload',
    certainty: 'certain',
    afterReboot: followsStart ? before.reboot.id : null,
    evidence: [signal.ref],
  };
}
