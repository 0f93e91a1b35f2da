/*
 * Commands that move through the timeline.
 */
import * as l10n from '@vscode/l10n';
import { followLink, nearestInLane, nextItem, stepInLane, stepLane } from '../../core/timeline/keyboardOrder';
import { rangeApart } from '../../core/timeline/closeUp';
import { rangeOf } from '../../core/timeline/selection';
import type { Glyph, TimelineItem } from '../../core/timeline/timelineModel';
import type { MoveCommand } from './keys';
import type { OpenPage } from './openPage';

const zoomStep = 1.5;
const panShare = 0.12;

export function runMove(command: MoveCommand, page: OpenPage): void {
  const { session, selection, search } = page;
  const { viewport, shown: model } = session;
  const { start, end } = viewport.settled;
  const selectItem = (item: TimelineItem | null): void => {
    if (item !== null) {
      page.select({ kind: 'item', item }, 'canvas');
    }
  };
  /** Of those that are drawn as one, each must be seen by itself. */
  const selectApart = (item: TimelineItem | null, whyNot: string): void => {
    if (item === null) {
      page.explain(whyNot);
      return;
    }
    const { frame } = page.stage;
    const range = frame === null ? null : rangeApart(frame, item);
    selectItem(item);
    if (range !== null) {
      viewport.goTo(range);
    }
  };
  switch (command) {
    case 'zoomIn':
      viewport.zoomStep(anchorOf(page), zoomStep);
      return;
    case 'zoomOut':
      viewport.zoomStep(anchorOf(page), 1 / zoomStep);
      return;
    case 'panLeft':
      viewport.panStep(-panShare);
      return;
    case 'panRight':
      viewport.panStep(panShare);
      return;
    case 'fit':
      viewport.fit();
      return;
    case 'goToStart':
      viewport.goToStart();
      return;
    case 'goToEnd':
      viewport.goToEnd();
      return;
    case 'nextReboot':
      selectApart(nextItem(model, isReboot, selection, start, 1), l10n.t('No later reboot'));
      return;
    case 'previousReboot':
      selectApart(nextItem(model, isReboot, selection, end, -1), l10n.t('No earlier reboot'));
      return;
    case 'nextRePrompt':
      selectApart(nextItem(model, isRePrompt, selection, start, 1), l10n.t('No later re-prompt'));
      return;
    case 'previousRePrompt':
      selectApart(nextItem(model, isRePrompt, selection, end, -1), l10n.t('No earlier re-prompt'));
      return;
    case 'nextInLane':
    case 'previousInLane':
      if (selection?.kind === 'lane' && selection.lane.kind === 'channel') {
        page.select(nearestInLane(selection.lane, anchorOf(page)), 'canvas');
      } else if (selection !== null) {
        page.select(stepInLane(model, selection, command === 'nextInLane' ? 1 : -1), 'canvas');
      }
      return;
    case 'laneBelow':
    case 'laneAbove':
      page.select(stepLane(model, selection, anchorOf(page), command === 'laneBelow' ? 1 : -1), 'canvas');
      return;
    case 'followEffect':
    case 'followCause':
      if (selection !== null) {
        selectItem(followLink(model, selection, command === 'followEffect' ? 1 : -1));
      }
      return;
    case 'nextMatch':
    case 'previousMatch':
      search.step(command === 'nextMatch' ? 1 : -1);
      return;
    case 'open':
      page.open(selection, false);
      return;
  }
}

/** What keys work at: the selection as long as it is in view, else the middle of the view. */
export function anchorOf({ session, selection }: OpenPage): number {
  const { settled, middle } = session.viewport;
  const selected = selection === null ? null : rangeOf(selection);
  return selected !== null && selected.start >= settled.start && selected.start <= settled.end
    ? selected.start
    : middle;
}

function isReboot(item: TimelineItem): boolean {
  return item.kind === 'reboot';
}

const rePrompts: ReadonlySet<Glyph> = new Set(['webRePrompt', 'passRePrompt', 'passwordRePrompt', 'unknownRePrompt']);

function isRePrompt(item: TimelineItem): boolean {
  return item.glyph !== null && rePrompts.has(item.glyph);
}
