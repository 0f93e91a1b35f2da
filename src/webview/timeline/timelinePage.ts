/*
 * The page: puts the parts together and hands changes from one to the others. What is shown is in the session, what is
 * selected in the hub; canvas, list, boxes and host follow them.
 */
import * as l10n from '@vscode/l10n';
import { shortDuration } from '../../core/words/duration';
import type { Selection } from '../../core/timeline/selection';
import { selectionKey } from '../../core/timeline/selection';
import type { TimeRange } from '../../core/timeline/timeScale';
import { naturalArrangement } from '../../core/timeline/view/laneArrangement';
import { readSavedFilters } from '../../core/timeline/view/savedFilters';
import { noFilter } from '../../core/timeline/view/timelineFilter';
import type { ShowTimeline, ToTimeline } from '../../protocol/timelineMessages';
import { AfterFrame, behindNextFrame } from './afterFrame';
import { bindCanvas } from './canvasPointer';
import { DetailsPane } from './detailsPane';
import { createElement } from './dom';
import type { Command } from './keys';
import { bindKeys } from './keys';
import { Legend } from './legend';
import { ListTwin } from './listTwin';
import { LiveRegions } from './liveRegions';
import type { OpenPage } from './openPage';
import { PageBars } from './pageBars';
import { defaultPanels, Panels } from './panels';
import { runCommand } from './runCommand';
import { SearchBar } from './searchBar';
import { groupId, idInGroup } from './bundleOf';
import { HostLink } from './hostLink';
import { SelectionHub } from './selectionHub';
import { Stage } from './stage';
import { Settling } from './settling';
import { StoryTeller } from './storyTeller';
import { onThemeChange, readTheme } from './themeColors';
import { createToolbar } from './toolbar';
import { Tooltip } from './tooltip';
import { ViewSession, type ViewChange } from './viewSession';
import { loadPageState, savePageState } from './viewState';
import type { VsCodeApi } from './vscodeApi';

export class TimelinePage {
  private session: ViewSession | null = null;
  /** A range as long as it is being dragged. */
  private draggedSpan: TimeRange | null = null;

  private readonly teller = new StoryTeller();
  private readonly host: HostLink;
  private readonly settling = new Settling(() => {
    if (this.session !== null) {
      this.session.settle();
      this.save(this.session);
    }
  });
  /** List, legend and search: the chart comes first. */
  private readonly rest = new AfterFrame(behindNextFrame);
  private readonly live = new LiveRegions();
  private readonly tooltip = new Tooltip();
  private readonly waiting = createElement('p', { className: 'waiting', text: l10n.t('Reading the bundle …') });
  readonly legend = new Legend();
  readonly toolbar = createToolbar(
    (command) => {
      this.run(command);
    },
    (display) => {
      this.openPage()?.session.change({ display });
    },
  );
  readonly stage = new Stage(readTheme(), () => this.stageView());
  readonly list = new ListTwin({
    select: (selection) => {
      this.select(selection, 'list');
    },
    open: (selection) => {
      this.host.open(selection, false);
    },
    collapsedChanged: this.settling.restart,
  });
  readonly details = new DetailsPane((evidence) => {
    this.host.openEvidence(this.hub.current, evidence, false);
  });
  private readonly search = new SearchBar({
    select: (selection) => {
      this.select(selection, 'canvas');
    },
    closed: () => {
      this.focusChart();
    },
  });
  private readonly panels = new Panels(this, this.settling.restart);
  private readonly bars: PageBars;
  private readonly hub: SelectionHub;

  constructor(
    root: HTMLElement,
    private readonly api: VsCodeApi,
  ) {
    const { stage, list, details, panels, search, live, settling } = this;
    this.host = new HostLink(api);
    const { post } = this.host;
    this.hub = new SelectionHub(
      { stage, list, details, panels, search },
      { announce: live.announce, post, changed: settling.restart },
    );
    this.bars = new PageBars({
      toolbar: this.toolbar,
      page: () => this.openPage(),
      run: (command) => {
        this.run(command);
      },
      post,
    });
    this.lay(root);
    bindCanvas(stage, this.tooltip, () => this.openPage());
    bindKeys(root.ownerDocument, (command) => {
      this.run(command);
    });
    onThemeChange(() => {
      this.applyTheme();
    });
    this.applyTheme();
  }

  receive(message: ToTimeline): void {
    if (this.rest.isWaiting) {
      this.rest.add(() => {
        this.receive(message);
      });
      return;
    }
    const { session } = this;
    switch (message.type) {
      case 'show':
        this.show(message);
        return;
      case 'filters':
        this.bars.setSaved(readSavedFilters(message.filters));
        return;
      case 'notes': {
        const story = this.teller.annotate(message.bundle, message.notes);
        if (story !== null) {
          session?.retell(story);
        }
        return;
      }
      case 'select':
        if (session !== null) {
          this.hub.followEvidence(session, message.evidence, groupId(session, message.bundle));
        }
        return;
      case 'reveal':
        if (session !== null) {
          this.reveal(session, idInGroup(groupId(session, message.bundle), message.id));
        }
        return;
    }
  }

  private lay(root: HTMLElement): void {
    const { stage, panels, bars, legend, live } = this;
    stage.element.append(this.tooltip.element, this.waiting);
    panels.content.append(...bars.overlays);
    root.setAttribute('role', 'main');
    root.replaceChildren(
      this.toolbar.element,
      this.search.element,
      bars.spanBar,
      createElement('div', { className: 'work-area' }, panels.content, ...bars.sidePanels),
      // Below the chart: what a filter keeps back must not move what it leaves.
      bars.keptBackBar,
      legend.element,
      legend.box,
      ...live.elements,
    );
  }

  private show(message: ShowTimeline): void {
    const story = this.teller.tell(message);
    const saved = loadPageState(this.api, story.bundle);
    this.session?.dispose();
    const session = new ViewSession(story, saved?.view ?? null, {
      rangeChanged: () => {
        this.stage.repaint();
        this.settling.restart();
      },
      viewChanged: (change) => {
        this.viewChanged(session, change);
      },
    });
    this.session = session;
    this.waiting.hidden = true;
    this.toolbar.setTitle(story.name);
    this.panels.restore(saved?.panels ?? defaultPanels);
    this.panels.setChart(story.model.hasTimes);
    this.hub.restore(session, saved?.selection ?? null);
    this.showChart(session, saved?.scrollTop ?? 0);
    this.rest.add(() => {
      this.showRest(session, saved?.collapsedRows ?? []);
      this.list.follow(this.hub.current);
    });
  }

  private viewChanged(session: ViewSession, { model, times }: ViewChange): void {
    if (model) {
      this.showChart(session);
      this.showRest(session, this.list.collapsed);
    } else {
      this.bars.follow(session);
      this.stage.repaint();
    }
    if (times && !model) {
      this.list.show(session, this.list.collapsed);
    }
    if (model || times) {
      this.hub.findAgain(session);
    }
    // At once: the page may be gone before it comes to rest.
    this.save(session);
  }

  /** The bars go first: they leave the chart its room. */
  private showChart(session: ViewSession, scrollTop?: number): void {
    this.bars.follow(session);
    this.stage.show(session.shown, session.view.lanes, scrollTop);
  }

  private showRest(session: ViewSession, collapsedRows: readonly string[]): void {
    const { shown, story } = session;
    this.legend.paint(this.stage.theme, shown);
    this.list.show(session, collapsedRows);
    this.search.show(shown, story.facts);
  }

  /** What the host asks for comes into view, even if a filter or a hidden lane kept it back. */
  private reveal(session: ViewSession, id: string): void {
    if (!session.shown.items.has(id) && session.story.model.items.has(id)) {
      session.change({ filter: noFilter, lanes: { ...session.view.lanes, hidden: naturalArrangement.hidden } });
      this.live.announce(l10n.t('Everything is shown again'));
    }
    const item = session.shown.items.get(id);
    if (item !== undefined) {
      this.hub.select(session, { kind: 'item', item }, 'command');
    }
  }

  private run(command: Command): void {
    const page = this.openPage();
    if (page !== null) {
      runCommand(command, page);
    }
  }

  /** Whoever wants to do something finds everything there. */
  private openPage(): OpenPage | null {
    this.rest.flush();
    const { session, stage, panels, search, bars, hub, live, host } = this;
    return session === null
      ? null
      : {
          session,
          stage,
          panels,
          search,
          boxes: bars.boxes,
          selection: hub.current,
          select: (selection, origin) => {
            hub.select(session, selection, origin);
          },
          open: (selection, preserveFocus) => {
            host.open(selection, preserveFocus);
          },
          annotate: (range) => {
            host.annotate(hub.current, range);
          },
          dragSpan: (span) => {
            this.draggedSpan = span;
            stage.repaint();
          },
          announce: live.announce,
          explain: live.explain,
          focusChart: () => {
            this.focusChart();
          },
        };
  }

  private stageView() {
    const { session, hub } = this;
    if (session === null) {
      return null;
    }
    const { viewport, view, folds, display } = session;
    return {
      range: viewport.range,
      selection: hub.current,
      overlay: { span: this.draggedSpan ?? view.span, marks: view.marks.map(({ time }) => time) },
      folds,
      display,
    };
  }

  private select(selection: Selection, origin: 'canvas' | 'list'): void {
    if (this.session !== null) {
      this.hub.select(this.session, selection, origin);
    }
  }

  private focusChart(): void {
    this.stage.scroller.focus();
  }

  private applyTheme(): void {
    const theme = readTheme();
    this.stage.setTheme(theme);
    this.legend.paint(theme, this.session?.shown ?? null);
  }

  /** Keeps the view and tells what it shows. */
  private save({ view, story, display }: ViewSession): void {
    const { start, end } = view.range;
    const shown = l10n.t('{0} to {1}, {2}', display.short(start), display.short(end), shortDuration(end - start));
    this.stage.scroller.setAttribute('aria-label', l10n.t('Timeline, {0}. The same content follows as a list.', shown));
    this.live.showRange(shown);
    this.bars.rangeChanged();
    savePageState(this.api, {
      bundle: story.bundle,
      content: story.content,
      view,
      scrollTop: this.stage.scrollTop,
      selection: this.hub.current === null ? null : selectionKey(this.hub.current),
      collapsedRows: this.list.collapsed,
      panels: this.panels.state,
    });
  }
}
