/*
 * The page: one model, one range, one selection; canvas, list, toolbar and host follow them.
 */
import { buildTimeline } from '../../core/timeline/buildTimeline';
import { shortDuration } from '../../core/words/duration';
import { describeHit, describeSelection } from '../../core/timeline/description';
import type { Hit } from '../../core/timeline/hitTest';
import { hitTest } from '../../core/timeline/hitTest';
import { followLink, nextItem, stepInLane, stepLane } from '../../core/timeline/keyboardOrder';
import type { Selection } from '../../core/timeline/selection';
import {
  evidenceOf,
  followEvidence,
  laneOf,
  rangeOf,
  selectionFromKey,
  selectionKey,
  spokenSelection,
} from '../../core/timeline/selection';
import type { TimeRange } from '../../core/timeline/timeScale';
import { msPerPixel, timeAt } from '../../core/timeline/timeScale';
import { dayAndTime } from '../../core/words/instant';
import type { TimelineItem, TimelineModel } from '../../core/timeline/timelineModel';
import type { ToTimeline } from '../../protocol/timelineMessages';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { DetailsPane } from './detailsPane';
import { createElement } from './dom';
import { bindPointer } from './interaction';
import type { Command } from './keys';
import { commandOf } from './keys';
import { Legend } from './legend';
import { ListTwin } from './listTwin';
import { defaultPanels, Panels } from './panels';
import { Stage } from './stage';
import { onThemeChange, readTheme } from './themeColors';
import { createToolbar } from './toolbar';
import { Tooltip } from './tooltip';
import { Viewport } from './viewport';
import { loadViewState, saveViewState } from './viewState';
import type { VsCodeApi } from './vscodeApi';

/** Who changed the selection decides who has to be told. */
type Origin = 'canvas' | 'list' | 'host' | 'command' | 'restore';

const zoomStep = 1.5;
const panShare = 0.12;
/** After the last change of the view it is announced and saved. */
const settleMs = 400;

export class TimelinePage {
  private model: TimelineModel | null = null;
  private bundle = '';
  private viewport: Viewport | null = null;
  private selection: Selection | null = null;
  private settling: number | undefined;

  readonly stage = new Stage(readTheme(), () => ({
    range: this.viewport?.range ?? { start: 0, end: 1 },
    selection: this.selection,
  }));
  private readonly tooltip = new Tooltip();
  readonly legend = new Legend();
  readonly toolbar = createToolbar((command) => {
    this.run(command);
  });
  readonly list = new ListTwin({
    select: (selection) => {
      this.select(selection, 'list');
    },
    open: (selection) => {
      this.open(selection, false);
    },
    collapsedChanged: () => {
      this.settle();
    },
  });
  readonly details = new DetailsPane((evidence) => {
    this.openEvidence(evidence, false);
  });
  private readonly panels = new Panels(this, () => {
    this.settle();
  });
  private readonly live = createElement('div', {
    className: 'visually-hidden',
    attributes: { 'aria-live': 'polite', role: 'status' },
  });
  private readonly waiting = createElement('p', { className: 'waiting', text: 'Reading the bundle …' });

  constructor(
    root: HTMLElement,
    private readonly api: VsCodeApi,
  ) {
    this.stage.element.append(this.tooltip.element, this.waiting);
    const { content } = this.panels;
    root.setAttribute('role', 'main');
    root.replaceChildren(this.toolbar.element, content, this.legend.element, this.legend.box, this.live);
    root.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && this.panels.closeOverlays()) {
          event.stopPropagation();
        }
      },
      { capture: true },
    );
    content.addEventListener('keydown', (event) => {
      const command = commandOf(event);
      if (command !== null) {
        event.preventDefault();
        this.run(command);
      }
    });
    this.bindCanvas();
    onThemeChange(() => {
      this.applyTheme();
    });
    this.applyTheme();
  }

  receive(message: ToTimeline): void {
    switch (message.type) {
      case 'show':
        this.show(message);
        return;
      case 'select':
        this.follow(this.model === null ? null : followEvidence(this.model, this.selection, message.evidence));
        return;
      case 'reveal': {
        const item = this.model?.items.get(message.id);
        if (item !== undefined) {
          this.select({ kind: 'item', item }, 'command');
        }
        return;
      }
    }
  }

  private show({ name, document, channels }: Extract<ToTimeline, { type: 'show' }>): void {
    const model = buildTimeline(document, channels);
    const saved = loadViewState(this.api, document.bundle.sha256);
    this.viewport?.dispose();
    this.viewport = new Viewport(model, saved?.range ?? null, () => {
      this.stage.repaint();
      this.settle();
    });
    this.model = model;
    this.bundle = document.bundle.sha256;
    this.selection = null;
    this.waiting.hidden = true;
    this.toolbar.setTitle(name);
    this.legend.paint(readTheme(), model);
    this.panels.restore(saved?.panels ?? defaultPanels);
    this.panels.setChart(model.hasTimes);
    this.list.show(model, saved?.collapsed ?? []);
    this.stage.show(model, saved?.scrollTop ?? 0);
    this.select(selectionFromKey(model, saved?.selection ?? ''), 'restore');
  }

  private run(command: Command): void {
    const { model, viewport } = this;
    if (model === null || viewport === null) {
      return;
    }
    const { start, end } = viewport.settled;
    const selected = this.selection === null ? null : rangeOf(this.selection);
    const anchor =
      selected !== null && selected.start >= start && selected.start <= end ? selected.start : viewport.middle;
    switch (command) {
      case 'zoomIn':
        viewport.zoomStep(anchor, zoomStep);
        return;
      case 'zoomOut':
        viewport.zoomStep(anchor, 1 / zoomStep);
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
        this.selectItem(nextItem(model, isReboot, this.selection, start, 1));
        return;
      case 'previousReboot':
        this.selectItem(nextItem(model, isReboot, this.selection, end, -1));
        return;
      case 'nextRePrompt':
        this.selectItem(nextItem(model, isRePrompt, this.selection, start, 1));
        return;
      case 'previousRePrompt':
        this.selectItem(nextItem(model, isRePrompt, this.selection, end, -1));
        return;
      case 'nextInLane':
      case 'previousInLane':
        if (this.selection !== null) {
          this.select(stepInLane(model, this.selection, command === 'nextInLane' ? 1 : -1), 'canvas');
        }
        return;
      case 'laneBelow':
      case 'laneAbove':
        this.select(stepLane(model, this.selection, anchor, command === 'laneBelow' ? 1 : -1), 'canvas');
        return;
      case 'followEffect':
      case 'followCause':
        if (this.selection !== null) {
          this.selectItem(followLink(model, this.selection, command === 'followEffect' ? 1 : -1));
        }
        return;
      case 'open':
        this.open(this.selection, false);
        return;
      case 'clearSelection':
        this.select(null, 'canvas');
        return;
      case 'toggleList':
        this.panels.toggle('list');
        return;
      case 'toggleLegend':
        this.panels.toggle('legend');
        return;
      case 'toggleKeys':
        this.panels.toggle('keys');
        return;
    }
  }

  private bindCanvas(): void {
    bindPointer(this.stage.canvas, {
      regionAt: (x, y) => {
        const kind = this.hit(x, y)?.kind;
        return kind === 'minimap' ? 'minimap' : x < (this.stage.frame?.plot.x ?? 0) ? 'gutter' : 'plot';
      },
      hover: (point) => {
        this.hover(point);
      },
      click: (x, y) => {
        this.click(this.hit(x, y));
      },
      doubleClick: (x, y) => {
        const hit = this.hit(x, y);
        if (hit?.kind === 'box' || hit?.kind === 'band') {
          this.viewport?.closeUp(hit.item);
        }
      },
      zoom: (x, factor) => {
        const { frame } = this.stage;
        if (frame !== null) {
          this.viewport?.zoomAt(timeAt(frame.scale, x), factor);
        }
      },
      pan: (dx, dy) => {
        const { frame } = this.stage;
        if (frame !== null) {
          this.viewport?.panBy(-dx * msPerPixel(frame.scale));
          this.stage.scrollBy(-dy);
        }
      },
      centreMinimap: (x) => {
        const { frame } = this.stage;
        if (frame !== null) {
          this.viewport?.centreOn(timeAt(frame.minimap.scale, x));
        }
      },
    });
  }

  private hit(x: number, y: number): Hit | null {
    const { frame } = this.stage;
    return frame === null ? null : hitTest(frame, x, y);
  }

  private hover(point: { readonly x: number; readonly y: number } | null): void {
    this.stage.pointerX = point?.x ?? null;
    this.stage.repaint();
    const hit = point === null ? null : this.hit(point.x, point.y);
    if (point === null || hit === null) {
      this.tooltip.hide();
      return;
    }
    this.stage.canvas.classList.toggle('clickable', hit.kind === 'box' || hit.kind === 'band' || hit.kind === 'record');
    this.tooltip.show(describeHit(hit), point.x, point.y, this.stage.element);
  }

  private click(hit: Hit | null): void {
    switch (hit?.kind) {
      case 'box': {
        // Marks drawn as one: each click goes to the next of them.
        const at = this.selection?.kind === 'item' ? hit.box.items.indexOf(this.selection.item) : -1;
        this.selectAndOpen({ kind: 'item', item: hit.box.items[at + 1] ?? hit.item });
        return;
      }
      case 'band':
        this.selectAndOpen({ kind: 'item', item: hit.item });
        return;
      case 'record':
        this.selectAndOpen({ kind: 'record', lane: hit.lane, record: hit.record });
        return;
      case 'gutter':
        this.select({ kind: 'lane', lane: hit.lane }, 'canvas');
        return;
      case 'plot':
      case 'fold':
      case 'noData':
        this.select(null, 'canvas');
        return;
      case 'axis':
      case 'minimap':
      case undefined:
        return;
    }
  }

  private selectAndOpen(selection: Selection): void {
    this.select(selection, 'canvas');
    this.open(selection, true);
  }

  private selectItem(item: TimelineItem | null): void {
    if (item !== null) {
      this.select({ kind: 'item', item }, 'canvas');
    }
  }

  private follow(selection: Selection | null): void {
    // What is selected already needs no second time: the page would scroll for nothing.
    if (selection !== null && selection !== this.selection) {
      this.select(selection, 'host');
    }
  }

  private select(selection: Selection | null, origin: Origin): void {
    this.selection = selection;
    this.stage.repaint();
    this.details.show(selection === null ? null : describeSelection(selection));
    this.panels.setSelection(selection !== null);
    this.list.follow(selection);
    if (selection === null || this.model === null) {
      this.settle();
      return;
    }
    const lane = laneOf(this.model, selection);
    if (lane !== null) {
      this.stage.revealLane(lane);
    }
    const time = rangeOf(selection);
    if (time !== null && origin === 'host') {
      this.viewport?.follow(time);
    } else if (time !== null && origin !== 'restore') {
      this.viewport?.reveal(time);
    }
    // The list's row is read out by itself; the host's own selection must not come back to it.
    if (origin === 'canvas') {
      this.live.textContent = spokenSelection(selection);
    }
    if ((origin === 'canvas' || origin === 'list') && selection.kind === 'item') {
      this.api.postMessage({ type: 'selectItem', id: selection.item.storyId });
    }
    this.settle();
  }

  private open(selection: Selection | null, preserveFocus: boolean): void {
    const evidence = selection === null ? null : evidenceOf(selection);
    if (evidence !== null) {
      this.openEvidence(evidence, preserveFocus);
    }
  }

  private openEvidence(evidence: EvidenceRef, preserveFocus: boolean): void {
    this.api.postMessage({ type: 'openEvidence', evidence, preserveFocus });
  }

  private applyTheme(): void {
    const theme = readTheme();
    this.stage.setTheme(theme);
    this.legend.paint(theme, this.model);
  }

  /** Saves the view and tells what it shows, once it has come to rest. */
  private settle(): void {
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => {
      if (this.viewport !== null) {
        this.save(this.viewport.range);
      }
    }, settleMs);
  }

  private save(range: TimeRange): void {
    const { start, end } = range;
    const shown = `${dayAndTime(start)} to ${dayAndTime(end)} UTC, ${shortDuration(end - start)}`;
    const label = `Timeline, ${shown}. The same content follows as a list.`;
    this.stage.scroller.setAttribute('aria-label', label);
    saveViewState(this.api, {
      bundle: this.bundle,
      range,
      scrollTop: this.stage.scrollTop,
      selection: this.selection === null ? null : selectionKey(this.selection),
      collapsed: this.list.collapsed,
      panels: this.panels.state,
    });
  }
}

function isReboot(item: TimelineItem): boolean {
  return item.kind === 'reboot';
}

function isRePrompt(item: TimelineItem): boolean {
  return item.glyph === 'rePrompt' || item.glyph === 'webRePrompt';
}
