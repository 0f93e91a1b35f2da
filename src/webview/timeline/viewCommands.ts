/*
 * Commands that change what is shown, and how.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../../core/words/language';
import { closeUp } from '../../core/timeline/closeUp';
import { laneOf, rangeOf } from '../../core/timeline/selection';
import { displayKindsOf } from '../../core/timeline/timeDisplay';
import type { TimeRange } from '../../core/timeline/timeScale';
import { spanOf } from '../../core/timeline/timeScale';
import type { Lane } from '../../core/timeline/timelineModel';
import { movedLane, withTrait, type LaneTrait } from '../../core/timeline/view/laneArrangement';
import { lanesToArrange } from '../../core/timeline/view/shownModel';
import { toggledMark } from '../../core/timeline/view/marks';
import type { ViewCommand } from './keys';
import { anchorOf } from './moveCommands';
import type { OpenPage } from './openPage';

/** A range grows by this share of the view with each press. */
const extendShare = 0.02;

export function runView(command: ViewCommand, page: OpenPage): void {
  const { session, boxes, panels } = page;
  const { view } = session;
  switch (command) {
    case 'undo':
      tellStep(page, session.undo(), l10n.t('Undone'), l10n.t('Nothing to undo'));
      return;
    case 'redo':
      tellStep(page, session.redo(), l10n.t('Done again'), l10n.t('Nothing to do again'));
      return;
    case 'mark':
      toggleMark(page);
      return;
    case 'extendLeft':
    case 'extendRight':
      session.change({ span: extended(page, command === 'extendRight' ? 1 : -1) }, 'extend');
      return;
    case 'spanSelection': {
      const range = page.selection === null ? null : rangeOf(page.selection);
      if (range !== null) {
        const { start, end } = closeUp(range);
        session.change({ span: { start, end } });
      } else {
        page.explain(l10n.t('Select something with a time first'));
      }
      return;
    }
    case 'zoomToSpan': {
      const selected = page.selection === null ? null : rangeOf(page.selection);
      const range = view.span ?? (selected === null ? null : closeUp(selected));
      if (range !== null) {
        session.viewport.goTo(range);
      } else {
        page.explain(l10n.t('Select something with a time first'));
      }
      return;
    }
    case 'annotate': {
      const range = view.span ?? (page.selection === null ? null : rangeOf(page.selection));
      const at = anchorOf(page);
      page.annotate(range ?? { start: at, end: at });
      return;
    }
    case 'collapseLane':
      flipTrait(page, 'collapsed');
      return;
    case 'hideLane':
      flipTrait(page, 'hidden');
      return;
    case 'pinLane':
      flipTrait(page, 'pinned');
      return;
    case 'moveLaneUp':
    case 'moveLaneDown':
      moveLane(page, command === 'moveLaneDown' ? 1 : -1);
      return;
    case 'toggleFolds':
      session.change({ folded: !view.folded });
      if (session.view.folded && session.folds.folds.length === 0) {
        page.explain(l10n.t('No stretch is long and empty enough to be drawn short'));
      }
      return;
    case 'nextDisplay': {
      const kinds = displayKindsOf(session.story.model);
      const next = kinds[(kinds.indexOf(session.display.kind) + 1) % kinds.length];
      session.change({ display: next ?? view.display });
      return;
    }
    case 'find':
      page.search.open();
      return;
    case 'toggleFilter':
      boxes.toggle('filter');
      return;
    case 'toggleLanes':
      boxes.toggle('lanes');
      return;
    case 'toggleExport':
      boxes.toggle('export');
      return;
    case 'toggleKeys':
      boxes.toggle('keys');
      return;
    case 'toggleList':
      panels.toggle('list');
      return;
    case 'toggleLegend':
      panels.toggle('legend');
      return;
    case 'peel':
      peel(page);
      return;
  }
}

/** One layer with each press: what lies over the chart, the search, the range, the selection. */
function peel(page: OpenPage): void {
  const { boxes, panels, search, session } = page;
  if (boxes.open !== null) {
    boxes.set(null);
    page.focusChart();
  } else if (panels.closeSigns()) {
    return;
  } else if (search.isOpen) {
    search.close();
  } else if (session.view.span !== null) {
    session.change({ span: null });
  } else {
    page.select(null, 'canvas');
  }
}

function toggleMark(page: OpenPage): void {
  const { session, stage } = page;
  const before = session.view.marks;
  const isSelected = page.selection !== null && rangeOf(page.selection) !== null;
  const marks = toggledMark(before, (isSelected ? null : stage.pointerTime) ?? anchorOf(page));
  session.change({ marks });
  page.announce(marks.length > before.length ? l10n.t('Marked') : l10n.t('Mark taken away'));
}

/** From the range there is, or from what keys work at, on to one side or back again. */
function extended(page: OpenPage, direction: 1 | -1): TimeRange | null {
  const { view, viewport } = page.session;
  const step = spanOf(viewport.settled) * extendShare;
  const start = view.span?.start ?? anchorOf(page);
  const end = (view.span?.end ?? start) + direction * step;
  return end > start ? { start, end } : view.span === null ? { start: end, end: start } : null;
}

function tellStep(page: OpenPage, done: boolean, what: string, whyNot: string): void {
  if (done) {
    page.announce(what);
  } else {
    page.explain(whyNot);
  }
}

function moveLane(page: OpenPage, direction: 1 | -1): void {
  const lane = selectedLane(page);
  if (lane === null) {
    page.explain(l10n.t('Select a lane first'));
    return;
  }
  const { story, view } = page.session;
  const all = lanesToArrange(story.model, story.facts, view);
  page.session.change({ lanes: movedLane(all, view.lanes, lane.id, direction) });
}

function flipTrait(page: OpenPage, trait: LaneTrait): void {
  const lane = selectedLane(page);
  if (lane === null) {
    page.explain(l10n.t('Select a lane first'));
    return;
  }
  const { lanes } = page.session.view;
  const has = !lanes[trait].includes(lane.id);
  page.session.change({ lanes: withTrait(lanes, lane.id, trait, has) });
  page.announce(`${lane.label}: ${has ? traitWords[trait] : traitEndWords[trait]}`);
}

const traitWords = spoken<LaneTrait>({
  pinned: phrase('pinned to the top'),
  collapsed: phrase('thin'),
  hidden: phrase('hidden'),
});

const traitEndWords = spoken<LaneTrait>({
  pinned: phrase('no longer pinned to the top'),
  collapsed: phrase('no longer thin'),
  hidden: phrase('no longer hidden'),
});

function selectedLane({ session, selection }: OpenPage): Lane | null {
  return selection === null ? null : laneOf(session.shown, selection);
}
