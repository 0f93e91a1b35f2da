/*
 * The one selection that canvas, list and editor share.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../words/language';
import type { EvidenceRef } from '../enrollment/document/evidence';
import { recordIndexOf } from './eventSeries';
import { spokenRecord } from './spokenLabel';
import type { TimeRange } from './timeScale';
import type { ChannelLane, Lane, LaneGroup, StoryLane, TimelineItem, TimelineModel } from './timelineModel';

export type Selection =
  | { readonly kind: 'item'; readonly item: TimelineItem }
  | { readonly kind: 'lane'; readonly lane: Lane }
  /** A record of a channel: an index into its source, in record order. */
  | { readonly kind: 'record'; readonly lane: ChannelLane; readonly record: number };

/** The bundle that a selection belongs to; `null` where there is only one. */
export function groupOf(selection: Selection): LaneGroup | null {
  return selection.kind === 'item' ? selection.item.group : selection.lane.group;
}

/**
 * The selection that stands for a place in a log: the story's own item for it, else the record. `group` is the id of
 * the bundle, in a stack: bundles have logs of the same names.
 */
export function selectionOf(
  model: TimelineModel,
  evidence: EvidenceRef,
  group: string | null = null,
): Selection | null {
  const isOfGroup = (part: { readonly group: LaneGroup | null }): boolean => (part.group?.id ?? null) === group;
  let scene: TimelineItem | null = null;
  for (const item of model.items.values()) {
    if (isOfGroup(item) && item.evidence.some((reference) => sameEvidence(reference, evidence))) {
      // A drawing of what was seen repeats what another item tells: that one comes first.
      if (item.shape !== 'scene') {
        return { kind: 'item', item };
      }
      scene ??= item;
    }
  }
  if (scene !== null) {
    return { kind: 'item', item: scene };
  }
  if ('line' in evidence) {
    return null;
  }
  for (const lane of model.lanes) {
    if (lane.kind === 'channel' && lane.series !== null && lane.path === evidence.path && isOfGroup(lane)) {
      const record = recordIndexOf(lane.series.source, evidence.recordId);
      return record === null ? null : { kind: 'record', lane, record };
    }
  }
  return null;
}

/**
 * What to select when somebody else points at `evidence`. A record can belong to several items: the one that is
 * selected stays, if it is one of them.
 */
export function followEvidence(
  model: TimelineModel,
  current: Selection | null,
  evidence: EvidenceRef,
  group: string | null = null,
): Selection | null {
  const own = current === null || (groupOf(current)?.id ?? null) !== group ? [] : evidencesOf(current);
  return own.some((reference) => sameEvidence(reference, evidence)) ? current : selectionOf(model, evidence, group);
}

/** What "open" opens: the first evidence of an item, or the record itself. */
export function evidenceOf(selection: Selection): EvidenceRef | null {
  return evidencesOf(selection)[0] ?? null;
}

/** All places in the logs that a selection rests on. */
export function evidencesOf(selection: Selection): readonly EvidenceRef[] {
  switch (selection.kind) {
    case 'item':
      return selection.item.evidence;
    case 'lane':
      return [];
    case 'record': {
      const recordId = selection.lane.series?.source.recordIds[selection.record];
      return selection.lane.path === null || recordId === undefined ? [] : [{ path: selection.lane.path, recordId }];
    }
  }
}

/** The time a selection stands for, or `null` (a lane is everywhere, some findings are nowhere). */
export function rangeOf(selection: Selection): TimeRange | null {
  switch (selection.kind) {
    case 'item':
      return selection.item.shape === 'none' ? null : selection.item;
    case 'lane':
      return null;
    case 'record': {
      const time = selection.lane.series?.source.times[selection.record];
      return time === undefined ? null : { start: time, end: time };
    }
  }
}

export function laneOf(model: TimelineModel, selection: Selection): Lane | null {
  if (selection.kind !== 'item') {
    return selection.lane;
  }
  return model.lanes.find((lane) => lane.kind === 'story' && allItems(lane).includes(selection.item)) ?? null;
}

export function spokenSelection(selection: Selection): string {
  switch (selection.kind) {
    case 'item':
      return selection.item.spoken;
    case 'lane':
      return spokenLane(selection.lane);
    case 'record':
      return spokenRecord(selection.lane, selection.record);
  }
}

export function spokenLane(lane: Lane): string {
  if (lane.kind === 'channel') {
    return lane.spoken;
  }
  const note = lane.note === null ? '' : `, ${lane.note}`;
  const bundle = lane.group === null ? '' : `, ${l10n.t('in {0}', lane.group.title)}`;
  return `${lane.label}, ${spokenCount(allItems(lane).length, phrase('1 item'), phrase('{0} items'))}${note}${bundle}`;
}

/** The items of a lane in the order of the list: those with a time first. */
export function allItems(lane: StoryLane): readonly TimelineItem[] {
  return [...lane.items, ...lane.unplaced];
}

/** A text that finds the selection again in the same bundle, after a reload. */
export function selectionKey(selection: Selection): string {
  switch (selection.kind) {
    case 'item':
      return `item:${selection.item.id}`;
    case 'lane':
      return `lane:${selection.lane.id}`;
    case 'record':
      return `record:${selection.record}:${selection.lane.id}`;
  }
}

/** The inverse of {@link selectionKey}; `null` for what is not in this model. */
export function selectionFromKey(model: TimelineModel, key: string): Selection | null {
  const [, kind, rest] = /^(item|lane|record):(.*)$/s.exec(key) ?? [];
  if (kind === 'item') {
    const item = model.items.get(rest ?? '');
    return item === undefined ? null : { kind, item };
  }
  const [, number, laneId] = (kind === 'record' ? /^(\d+):(.*)$/s.exec(rest ?? '') : null) ?? [];
  const lane = model.lanes.find(({ id }) => id === (laneId ?? rest));
  if (kind === 'lane') {
    return lane === undefined ? null : { kind, lane };
  }
  const record = Number(number);
  return lane?.kind === 'channel' && record < (lane.series?.source.times.length ?? 0)
    ? { kind: 'record', lane, record }
    : null;
}

/** Do both point at the same record or line? Notes do not count. */
export function sameEvidence(left: EvidenceRef, right: EvidenceRef): boolean {
  if (left.path !== right.path) {
    return false;
  }
  return 'line' in left
    ? 'line' in right && left.line === right.line
    : 'recordId' in right && left.recordId === right.recordId;
}

/** The same text for the same record or line, whatever its note says. */
export function evidenceKey(reference: EvidenceRef): string {
  return `${'line' in reference ? `line ${reference.line}` : `record ${reference.recordId}`} ${reference.path}`;
}
