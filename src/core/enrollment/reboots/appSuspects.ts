import * as l10n from '@vscode/l10n';
import { classOfInitiator } from '../../catalog/restartInitiators';
import type { Signal } from '../signals/signal';
import { inRun, type RestartScene } from './restartScene';
import { suspect, type Suspect } from './suspect';

/** More apps would not be read. */
const enoughApps = 20;

interface AppTrace {
  readonly app: string | null;
  name: string | null;
  hard: boolean;
  exitCode: number | null;
  readonly signs: Signal[];
}

/** The apps whose installers asked for a restart in the run that this one ended, those that asked for it at once first. */
export function appSuspects(scene: RestartScene): readonly Suspect[] {
  const { request, boot } = scene;
  const traces = [...tracesOf(scene)].sort((a, b) => Number(b.hard) - Number(a.hard)).slice(0, enoughApps);
  const byInstaller =
    request !== undefined &&
    boot.kind !== 'powerLoss' &&
    classOfInitiator(request.process, request.reasonCode)?.class === 'application'
      ? request
      : null;
  if (byInstaller === null) {
    return traces.map((trace) => toSuspect(trace, trace.hard ? 'asked' : 'mayHave', []));
  }
  const asked = traces.filter(({ hard }) => hard);
  if (asked.length === 0) {
    const deed = l10n.t('{0} asked for the restart, as installers do.', byInstaller.process);
    return [suspect('application', byInstaller.process, 'madeProbably', deed, [byInstaller])];
  }
  return asked.map((trace) => toSuspect(trace, 'made', [byInstaller]));
}

function toSuspect(trace: AppTrace, involvement: Suspect['involvement'], more: readonly Signal[]): Suspect {
  const [first, ...rest] = [...more, ...trace.signs];
  return suspect('application', trace.name ?? trace.app, involvement, deedOf(trace), [first!, ...rest]);
}

function deedOf({ hard, exitCode }: AppTrace): string {
  if (exitCode === null) {
    return hard
      ? l10n.t('Its installer asked for a restart at once.')
      : l10n.t('Its installer asked for a restart at some later time.');
  }
  return hard
    ? l10n.t('Its installer asked for a restart at once (return code {0}).', exitCode)
    : l10n.t('Its installer asked for a restart at some later time (return code {0}).', exitCode);
}

/** Enough to see that it is so. */
const enoughSigns = 4;

function tracesOf(scene: RestartScene): Iterable<AppTrace> {
  const traces = new Map<string, AppTrace>();
  const note = (app: string | null, hard: boolean, sign: Signal, more: Partial<AppTrace> = {}): void => {
    const key = app ?? more.name ?? '';
    const trace = traces.get(key) ?? { app, name: null, hard: false, exitCode: null, signs: [] };
    traces.set(key, trace);
    trace.name = more.name ?? trace.name;
    trace.exitCode = more.exitCode ?? trace.exitCode;
    // What asks at once says more than what only asks.
    if (hard && !trace.hard) {
      trace.hard = true;
      trace.signs.unshift(sign);
      trace.signs.splice(enoughSigns);
    } else if (trace.signs.length < enoughSigns) {
      trace.signs.push(sign);
    }
  };
  for (const sign of inRun(scene, 'appRestart')) {
    note(sign.app ?? null, sign.hard, sign, { name: sign.name ?? null, exitCode: sign.exitCode ?? null });
  }
  for (const sign of inRun(scene, 'espApp')) {
    if (sign.restartNeed === 'soft' || sign.restartNeed === 'hard') {
      note(sign.app, sign.restartNeed === 'hard', sign);
    }
  }
  for (const sign of inRun(scene, 'espApp')) {
    const trace = sign.name === null ? undefined : traces.get(sign.app);
    if (trace !== undefined) {
      trace.name ??= sign.name;
    }
  }
  return traces.values();
}
