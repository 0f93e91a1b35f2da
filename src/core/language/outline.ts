import type { LogContext } from './logContext';
import { eventOutline } from './eventOutline';
import { agentOutline } from './agentOutline';
import { registryOutline } from './registryOutline';
import { timeGroups } from './timeGroups';

/** What an entry of the outline is; the editor gives each kind an icon. */
export type OutlineKind = 'boot' | 'phase' | 'group' | 'record' | 'error' | 'section' | 'key';

/** One entry of the outline. Lines count from 0, both inclusive; children lie inside and follow one another. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly children: readonly OutlineEntry[];
}

/** More entries than this make an outline that is neither quick nor read. */
export const entryLimit = 5000;

/** The structure of a log: start > phase > group > record, agent starts and phases, or registry keys. */
export function outlineOf(context: LogContext): readonly OutlineEntry[] {
  const { index, lines } = context;
  switch (index.format) {
    case 'eventLog':
      return eventOutline(context);
    case 'cmTrace':
      return agentOutline(context);
    case 'setupLog':
      return timeGroups(context, 0, index.firstLines.length, 0);
    case 'registry':
      return registryOutline(lines);
    case 'deviceState':
    case 'json':
    case 'other':
      return [];
  }
}
