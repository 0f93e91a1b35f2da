import type * as vscode from 'vscode';
import type { Alignment } from '../../core/timeline/alignment';
import type { TimeOfPlace } from '../../core/case/timelineNotes';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { isFromTimeline, type FromTimeline, type ShownBundle, type ToTimeline } from '../../protocol/timelineMessages';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import type { CaseSessions } from '../case/caseSessions';
import { Disposable } from '../disposable';
import { engine } from '../engine';
import { evidenceKey } from '../navigation/evidenceIndex';
import type { EvidenceIndexes } from '../navigation/evidenceIndexes';
import type { EvidenceNavigator } from '../navigation/evidenceNavigator';
import type { StoryFocus, StoryPlace } from '../navigation/storyFocus';
import { annotate } from './annotate';
import { exportFromTimeline } from './timelineExports';
import type { TimelineFilters } from './timelineFilters';
import { timelineHtml } from './timelineHtml';

/** What a page needs from the rest of the host. */
export interface TimelinePageServices {
  readonly extensionUri: vscode.Uri;
  readonly bundles: Pick<OpenBundles, 'activate'>;
  readonly navigator: EvidenceNavigator;
  readonly indexes: EvidenceIndexes;
  readonly focus: StoryFocus;
  readonly cases: CaseSessions;
  readonly filters: TimelineFilters;
  readonly log: vscode.LogOutputChannel;
}

/** Bundles from top to bottom, nearly always one, and where several of them meet. */
export interface TimelineContent {
  readonly bundles: readonly [OpenBundle, ...OpenBundle[]];
  readonly alignment: Alignment;
}

/** The timeline in one webview: sends it the story, follows its clicks, tells it where people are. */
export class TimelinePage extends Disposable {
  private isReady = false;
  private readonly times = new Map<OpenBundle, Promise<TimeOfPlace>>();

  constructor(
    readonly content: TimelineContent,
    readonly panel: vscode.WebviewPanel,
    private readonly services: TimelinePageServices,
  ) {
    super();
    this.register(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isFromTimeline(message)) {
          this.receive(message);
        } else {
          services.log.warn('The timeline sent a message that is not part of the protocol; dropped.');
        }
      }),
    );
    this.register(
      services.focus.onDidChange((place) => {
        this.follow(place);
      }),
    );
    this.register(
      services.cases.onDidChange((bundle) => {
        if (this.isReady && this.bundles.includes(bundle)) {
          void this.sendNotes(bundle);
        }
      }),
    );
    panel.webview.html = timelineHtml(panel.webview, services.extensionUri);
  }

  get bundles(): readonly OpenBundle[] {
    return this.content.bundles;
  }

  /** Brings it to the front where it is: without a column, VS Code would move it into the active group. */
  reveal(): void {
    this.panel.reveal(this.panel.viewColumn);
  }

  private receive(message: FromTimeline): void {
    const { filters, focus, indexes, navigator, log } = this.services;
    const [first] = this.content.bundles;
    const bundle = 'bundle' in message ? this.bundles[message.bundle] : first;
    if (bundle === undefined) {
      return;
    }
    switch (message.type) {
      case 'ready':
        this.sendStory().catch((error: unknown) => {
          log.error(`Timeline of ${bundle.name}: ${String(error)}`);
        });
        break;
      case 'openEvidence': {
        const { evidence, preserveFocus } = message;
        const itemId = focus.itemAmong(bundle, indexes.of(bundle).itemsAt(evidence));
        focus.moveTo({ bundle, evidence, itemId, origin: 'timeline' });
        void navigator.showEvidence(bundle, evidence, { preserveFocus });
        break;
      }
      case 'selected': {
        const { evidence } = message;
        const items = evidence === null ? [] : indexes.of(bundle).itemsAt(evidence);
        // The lower of two compared bundles is the one that the views show now.
        this.services.bundles.activate(bundle);
        focus.moveTo({ bundle, evidence, itemId: message.id ?? focus.itemAmong(bundle, items), origin: 'timeline' });
        break;
      }
      case 'saveFilters':
        void filters.replace(message.filters);
        break;
      case 'savePng':
      case 'saveText':
      case 'copyText':
        void exportFromTimeline(bundle, message);
        break;
      case 'annotate':
        void annotate(bundle, message);
        break;
    }
  }

  private async sendStory(): Promise<void> {
    const { bundles, alignment } = this.content;
    const [first, ...others] = await Promise.all(bundles.map(shownBundle));
    if (first === undefined) {
      return;
    }
    this.send({ type: 'filters', filters: this.services.filters.all });
    this.send({ type: 'show', bundles: [first, ...others], alignment });
    this.isReady = true;
    await Promise.all(bundles.map((bundle) => this.sendNotes(bundle)));
    const { current } = this.services.focus;
    if (current !== undefined) {
      this.follow(current);
    }
  }

  private async sendNotes(bundle: OpenBundle): Promise<void> {
    const times = await this.timesOf(bundle);
    const notes = engine().timelineNotes(this.services.cases.shownOf(bundle), bundle.document, times);
    this.send({ type: 'notes', bundle: this.bundles.indexOf(bundle), notes });
  }

  /** Asked for once: no note changes when a record was written. */
  private timesOf(bundle: OpenBundle): Promise<TimeOfPlace> {
    const known = this.times.get(bundle);
    if (known !== undefined) {
      return known;
    }
    const times = bundle.series().then(engine().timesOfRecords);
    this.times.set(bundle, times);
    times.catch(() => this.times.delete(bundle));
    return times;
  }

  private follow({ bundle, evidence, itemId, origin }: StoryPlace): void {
    const place = this.bundles.indexOf(bundle);
    if (!this.isReady || place === -1 || origin === 'timeline' || origin === 'restored') {
      return;
    }
    if ((origin === 'command' || origin === 'tree') && itemId !== null) {
      this.send({ type: 'reveal', bundle: place, id: idOnPage(bundle, itemId, evidence) });
    } else if (evidence !== null) {
      this.send({ type: 'select', bundle: place, evidence });
    }
  }

  private send(message: ToTimeline): void {
    // A page that is gone needs no message.
    void this.panel.webview.postMessage(message);
  }
}

async function shownBundle(bundle: OpenBundle): Promise<ShownBundle> {
  return { key: bundle.key, name: bundle.name, document: bundle.document, channels: await bundle.series() };
}

/** The timeline numbers findings by their place in the document, as several may share one id. */
function idOnPage({ document }: OpenBundle, itemId: string, evidence: EvidenceRef | null): string {
  const wanted = evidence === null ? null : evidenceKey(evidence);
  const index = document.findings.findIndex(
    ({ id, evidence: [first] }) =>
      id === itemId && (first === undefined || wanted === null || evidenceKey(first) === wanted),
  );
  return index === -1 ? itemId : `finding/${index + 1}`;
}
