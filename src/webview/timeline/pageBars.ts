/*
 * The bars and boxes around the chart that follow the view: how much is kept back, what the range holds, what can be
 * filtered, arranged and exported.
 */
import { displayKindsOf } from '../../core/timeline/timeDisplay';
import { facetsOf } from '../../core/timeline/view/facets';
import { movedLane, naturalArrangement } from '../../core/timeline/view/laneArrangement';
import type { RangeFormat } from '../../core/timeline/view/rangeRows';
import { withoutSaved, withSaved, type SavedFilter } from '../../core/timeline/view/savedFilters';
import { keptBack, lanesToArrange } from '../../core/timeline/view/shownModel';
import { spanWords, summariseSpan } from '../../core/timeline/view/spanSummary';
import type { TimelineView } from '../../core/timeline/view/timelineView';
import { isFiltering, noFilter } from '../../core/timeline/view/timelineFilter';
import type { FromTimeline } from '../../protocol/timelineMessages';
import type { BoxName } from './boxes';
import { Boxes } from './boxes';
import { ExportPanel } from './exportPanel';
import { exportWords, pictureMessage, rowsMessage } from './exportView';
import { FilterPanel } from './filterPanel';
import { KeptBackBar } from './keptBackBar';
import type { Command } from './keys';
import { createKeySheet } from './keySheet';
import { LanesPanel } from './lanesPanel';
import type { OpenPage } from './openPage';
import { SpanBar } from './spanBar';
import type { Toolbar } from './toolbar';
import type { ViewSession } from './viewSession';

interface Surroundings {
  readonly toolbar: Toolbar;
  readonly page: () => OpenPage | null;
  readonly run: (command: Command) => void;
  readonly post: (message: FromTimeline) => void;
}

export class PageBars {
  readonly boxes: Boxes;
  /** They lie over the chart. */
  readonly overlays: readonly HTMLElement[];
  /** They stand beside the chart. */
  readonly sidePanels: readonly HTMLElement[];
  readonly spanBar: HTMLElement;
  readonly keptBackBar: HTMLElement;
  private saved: readonly SavedFilter[] = [];
  private readonly keptBack: KeptBackBar;
  private readonly span: SpanBar;
  private readonly filterPanel: FilterPanel;
  private readonly lanesPanel: LanesPanel;
  private readonly exportPanel: ExportPanel;

  constructor(private readonly around: Surroundings) {
    this.keptBack = new KeptBackBar(() => {
      this.change(() => ({ filter: noFilter, lanes: naturalArrangement }));
    });
    this.span = new SpanBar(around.run, () => {
      this.change(() => ({ span: null }));
    });
    const close = (): void => {
      this.boxes.set(null);
      around.page()?.focusChart();
    };
    this.filterPanel = new FilterPanel({
      filter: (filter) => {
        this.change(() => ({ filter }));
      },
      text: (text) => {
        this.change(({ view }) => ({ filter: { ...view.filter, text } }), 'text');
      },
      save: (name) => {
        const filter = around.page()?.session.view.filter ?? noFilter;
        this.keepFilters(withSaved(this.saved, name, filter));
      },
      forget: (name) => {
        this.keepFilters(withoutSaved(this.saved, name));
      },
      close,
    });
    this.lanesPanel = new LanesPanel({
      arrange: (lanes) => {
        this.change(() => ({ lanes }));
      },
      move: (id, direction) => {
        this.change(({ story, view }) => ({
          lanes: movedLane(lanesToArrange(story.model, story.facts, view), view.lanes, id, direction),
        }));
      },
      close,
    });
    this.exportPanel = new ExportPanel({
      picture: (format) => {
        void this.savePicture(format);
      },
      rows: (format, target) => {
        this.takeRows(format, target);
      },
    });
    const elements = {
      keys: createKeySheet(),
      filter: this.filterPanel.element,
      lanes: this.lanesPanel.element,
      export: this.exportPanel.element,
    };
    this.overlays = [elements.keys, elements.export];
    this.sidePanels = [elements.filter, elements.lanes];
    this.spanBar = this.span.element;
    this.keptBackBar = this.keptBack.element;
    this.boxes = new Boxes(elements, (open) => {
      this.boxChanged(open);
    });
  }

  setSaved(saved: readonly SavedFilter[]): void {
    this.saved = saved;
    const session = this.around.page()?.session;
    if (session !== undefined) {
      this.follow(session);
    }
  }

  /** Everything here that tells of the view; boxes that are closed wait until they are opened. */
  follow(session: ViewSession): void {
    const { view, story, shown, display } = session;
    const { toolbar } = this.around;
    toolbar.setTime(displayKindsOf(story.model), display.kind, view.folded);
    toolbar.setFiltering(isFiltering(view.filter));
    this.keptBack.show(keptBack(story.model, shown));
    this.span.show(view.span === null ? null : spanWords(summariseSpan(shown, view.span), view.span, display));
    this.fill(this.boxes.open, session);
  }

  /** What the export would take follows the range in view as well. */
  rangeChanged(): void {
    const page = this.around.page();
    if (this.boxes.open === 'export' && page !== null) {
      this.exportPanel.show(exportWords(page));
    }
  }

  private fill(box: BoxName | null, { view, story }: ViewSession): void {
    switch (box) {
      case 'filter':
        this.filterPanel.show(view.filter, facetsOf(story.model, story.facts, view.filter), this.saved);
        return;
      case 'lanes':
        this.lanesPanel.show(lanesToArrange(story.model, story.facts, view), view.lanes);
        return;
      case 'export':
        this.rangeChanged();
        return;
      case 'keys':
      case null:
        return;
    }
  }

  private boxChanged(open: BoxName | null): void {
    const { toolbar, page } = this.around;
    for (const [name, button] of Object.entries(toolbar.boxes)) {
      button.setPressed(name === open);
    }
    const session = page()?.session;
    if (session !== undefined) {
      this.fill(open, session);
    }
  }

  private change(changes: (session: ViewSession) => Partial<TimelineView>, sort: string | null = null): void {
    const session = this.around.page()?.session;
    session?.change(changes(session), sort);
  }

  private keepFilters(saved: readonly SavedFilter[]): void {
    this.around.post({ type: 'saveFilters', filters: saved });
    this.setSaved(saved);
  }

  private async savePicture(format: 'png' | 'svg'): Promise<void> {
    const page = this.around.page();
    const message = page === null ? null : await pictureMessage(page, format);
    if (message !== null) {
      this.around.post(message);
    }
  }

  private takeRows(format: RangeFormat, target: 'clipboard' | 'file'): void {
    const page = this.around.page();
    if (page !== null) {
      this.around.post(rowsMessage(page, format, target));
    }
  }
}
