import { signalsOf, type Signal } from '../signals/signal';
import type { PhaseId } from '../document/phases';
import type { ItemSign } from './itemSigns';
import { stageAt, type Stage } from './phaseTracker';

/**
 * The apps of the status page as the agent speaks of them. A line that only names an app counts where another one, or
 * the registry (`tracked`), says that the page waits for it: the agent brings other apps as well.
 */
export function itemsOfAgent(
  signals: readonly Signal[],
  stages: readonly Stage[],
  tracked: readonly ItemSign[],
): readonly ItemSign[] {
  const phases = new Map<string, PhaseId>(tracked.map(({ id, phase }) => [id.toLowerCase(), phase]));
  const apps = signalsOf(signals, 'espApp');
  for (const { app, part, state, at } of apps) {
    if (part !== null || state !== null) {
      const phase = part === null ? phaseAt(stages, at) : part === 'device' ? 'deviceSetup' : 'accountSetup';
      if (phase !== null && !phases.has(app)) {
        phases.set(app, phase);
      }
    }
  }
  return apps.flatMap(({ app, name, state, restartNeed, at, mayBeOffMs, ref }): ItemSign[] => {
    const phase = phases.get(app);
    return phase === undefined
      ? []
      : [
          {
            ...{ phase, kind: 'app', technology: 'win32', id: app, name, state, restartNeed, source: 'agent', at, ref },
            ...(mayBeOffMs === undefined ? {} : { mayBeOffMs }),
          },
        ];
  });
}

function phaseAt(stages: readonly Stage[], time: number): PhaseId | null {
  const stage = stageAt(stages, time)?.stage;
  return stage === 'deviceSetup' || stage === 'accountSetup' ? stage : null;
}
