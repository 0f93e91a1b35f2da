/*
 * The bundles of a page: the host names them by their place, from 0, the model by the id of their group.
 */
import type { Selection } from '../../core/timeline/selection';
import { groupOf } from '../../core/timeline/selection';
import type { ViewSession } from './viewSession';

/** Place of the bundle that a selection is of; the first for none. */
export function bundleOf(selection: Selection | null): number {
  const group = selection === null ? null : groupOf(selection);
  return group === null ? 0 : Number(group.id) - 1;
}

/** Id of the group of the bundle at that place; `null` where there is only one. */
export function groupId({ story }: ViewSession, bundle: number): string | null {
  return story.model.meeting === null ? null : String(bundle + 1);
}

/** Id in the model of what the bundle's document calls `id`. */
export function idInGroup(group: string | null, id: string): string {
  return group === null ? id : `${group}/${id}`;
}
