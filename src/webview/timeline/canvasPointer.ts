/*
 * What the pointer does on the canvas, in terms of the timeline.
 */
import { describeHit } from '../../core/timeline/description';
import type { Hit } from '../../core/timeline/hitTest';
import { hitTest } from '../../core/timeline/hitTest';
import type { Selection } from '../../core/timeline/selection';
import { msPerPixel, timeAt, type TimeRange } from '../../core/timeline/timeScale';
import { bindPointer, type Region } from './interaction';
import type { OpenPage } from './openPage';
import type { Stage } from './stage';
import type { Tooltip } from './tooltip';

/** `page`: `null` as long as there is nothing to point at. */
export function bindCanvas(stage: Stage, tooltip: Tooltip, page: () => OpenPage | null): void {
  const hitAt = (x: number, y: number): Hit | null => {
    const { frame } = stage;
    return frame === null ? null : hitTest(frame, x, y);
  };
  const withPage = (act: (page: OpenPage) => void): void => {
    const open = page();
    if (open !== null) {
      act(open);
    }
  };
  bindPointer(stage.canvas, {
    regionAt: (x, y) => regionOf(hitAt(x, y), x < (stage.frame?.plot.x ?? 0)),
    hover: (point) => {
      stage.pointerX = point?.x ?? null;
      stage.repaint();
      const hit = point === null ? null : hitAt(point.x, point.y);
      const open = page();
      if (point === null || hit === null || open === null) {
        tooltip.hide();
        return;
      }
      stage.canvas.classList.toggle('clickable', ['box', 'band', 'record', 'fold'].includes(hit.kind));
      tooltip.show(describeHit(hit, open.session.display), point.x, point.y, stage.element);
    },
    click: (x, y) => {
      withPage((open) => {
        click(hitAt(x, y), open);
      });
    },
    doubleClick: (x, y) => {
      const hit = hitAt(x, y);
      if (hit?.kind === 'box' || hit?.kind === 'band' || hit?.kind === 'record') {
        withPage((open) => {
          // The first of the two clicks has selected it.
          open.open(open.selection, true);
        });
      }
    },
    zoom: (x, factor) => {
      const { frame } = stage;
      if (frame !== null) {
        page()?.session.viewport.zoomAt(timeAt(frame.scale, x), factor);
      }
    },
    pan: (dx, dy) => {
      const { frame } = stage;
      if (frame !== null) {
        page()?.session.viewport.panBy(-dx * msPerPixel(frame.scale));
        stage.scrollBy(-dy);
      }
    },
    centreMinimap: (x) => {
      const { frame } = stage;
      if (frame !== null) {
        page()?.session.viewport.centreOn(timeAt(frame.minimap.scale, x));
      }
    },
    selectSpan: (fromX, toX, done) => {
      withPage((open) => {
        const span = spanBetween(stage, fromX, toX);
        open.dragSpan(done ? null : span);
        if (done) {
          open.session.change({ span });
        }
      });
    },
  });
}

function regionOf(hit: Hit | null, isInGutter: boolean): Region {
  if (hit?.kind === 'minimap') {
    return 'minimap';
  }
  return isInGutter ? 'gutter' : hit?.kind === 'axis' ? 'axis' : 'plot';
}

function spanBetween(stage: Stage, fromX: number, toX: number): TimeRange | null {
  const { frame } = stage;
  if (frame === null || fromX === toX) {
    return null;
  }
  const inPlot = (x: number): number => Math.min(frame.plot.x + frame.plot.width, Math.max(frame.plot.x, x));
  const times = [timeAt(frame.scale, inPlot(fromX)), timeAt(frame.scale, inPlot(toX))];
  const span = { start: Math.min(...times), end: Math.max(...times) };
  return span.end > span.start ? span : null;
}

function click(hit: Hit | null, page: OpenPage): void {
  const select = (selection: Selection): void => {
    page.select(selection, 'pointer');
  };
  switch (hit?.kind) {
    case 'box': {
      // Marks drawn as one: each click goes to the next of them.
      const at = page.selection?.kind === 'item' ? hit.box.items.indexOf(page.selection.item) : -1;
      select({ kind: 'item', item: hit.box.items[at + 1] ?? hit.item });
      return;
    }
    case 'band':
      select({ kind: 'item', item: hit.item });
      return;
    case 'record':
      select({ kind: 'record', lane: hit.lane, record: hit.record });
      return;
    case 'gutter':
      select({ kind: 'lane', lane: hit.lane });
      return;
    case 'fold':
      page.session.change({ folded: false });
      return;
    case 'plot':
    case 'noData':
      page.select(null, 'pointer');
      return;
    case 'axis':
    case 'minimap':
    case undefined:
      return;
  }
}
