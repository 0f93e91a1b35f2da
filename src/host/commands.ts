import * as vscode from 'vscode';
import type { BundleOpener } from './bundle/bundleOpener';
import { pickBundle } from './bundle/bundlePicker';
import { sourceName } from './bundle/bundleSource';
import type { OpenBundle } from './bundle/openBundle';
import type { OpenBundles } from './bundle/openBundles';
import type { RecentBundles } from './bundle/recentBundles';
import { showOpeningError } from './bundle/openingErrors';
import { isEvidenceRef } from '../protocol/timelineMessages';
import { caseCommandTable, type CaseServices } from './case/caseCommands';
import type { CommandId } from './commandIds';
import { copyAdvice, copyCommand } from './copyCommands';
import type { CollectingPage } from './firstUse/collectingPage';
import { sampleBundleUri } from './firstUse/sampleBundle';
import { takeStep, walkthroughStep } from './firstUse/walkthroughSteps';
import { pickFindingAction } from './language/pickFindingAction';
import { reopenAsLog, reopenAsText } from './language/reopenAs';
import { openDocumentation } from './openDocumentation';
import type { ExportCommands } from './export/exportCommands';
import type { ReportCommands } from './export/reportCommands';
import { editTemplate } from './export/reportTemplates';
import type { LogTails } from './language/logTails';
import type { EvidenceIndexes } from './navigation/evidenceIndexes';
import type { EvidenceNavigator } from './navigation/evidenceNavigator';
import type { PartNavigation } from './navigation/partNavigation';
import type { PlaceCommands } from './navigation/placeCommands';
import type { StoryFocus } from './navigation/storyFocus';
import type { StoryNavigation } from './navigation/storyNavigation';
import { opensWithOverview, type OverviewPanels } from './overview/overviewPanels';
import type { RedactionSettings } from './redaction/redactionSettings';
import type { SearchCommands } from './search/searchCommands';
import { bundleFileInFront } from './timeline/bundleInFront';
import { askComparison } from './timeline/comparison';
import type { TimelineEditors } from './timeline/timelineEditors';
import { arrangeFiles } from './views/fileArrangement';
import { BundleNode } from './views/fileNodes';
import type { TriageViews } from './views/triageViews';

/** What the commands work on. */
export interface CommandServices {
  readonly extensionUri: vscode.Uri;
  /** Publisher and name, as VS Code knows the extension. */
  readonly extensionId: string;
  readonly bundles: OpenBundles;
  readonly casework: CaseServices;
  readonly opener: BundleOpener;
  readonly recent: RecentBundles;
  readonly overviews: OverviewPanels;
  readonly timelines: TimelineEditors;
  readonly views: TriageViews;
  readonly collecting: CollectingPage;
  readonly story: StoryNavigation;
  readonly places: PlaceCommands;
  readonly parts: PartNavigation;
  readonly search: SearchCommands;
  readonly exports: ExportCommands;
  readonly reports: ReportCommands;
  readonly redaction: RedactionSettings;
  readonly tails: LogTails;
  readonly navigator: EvidenceNavigator;
  readonly indexes: EvidenceIndexes;
  readonly focus: StoryFocus;
  readonly log: vscode.LogOutputChannel;
}

/** VS Code hands over whatever a menu, tree row or other extension passes: handlers check what they use. */
type CommandHandler = (...args: unknown[]) => unknown;

export function registerCommands(services: CommandServices): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commandTable(services)).map(([id, handler]) => {
      const step = walkthroughStep(id);
      const run: CommandHandler =
        step === undefined ? handler : (...args) => takeStep(services.bundles, step, () => handler(...args));
      return vscode.commands.registerCommand(id, run);
    }),
  );
}

function commandTable(services: CommandServices): Record<CommandId, CommandHandler> {
  const { bundles, opener, overviews, timelines, story, places, parts, search, exports, reports, tails } = services;
  const { navigator, indexes, focus, log } = services;
  const inActive =
    (act: (bundle: OpenBundle) => Promise<void>): CommandHandler =>
    () =>
      bundles.active && act(bundles.active);
  return {
    ...caseCommandTable(services.casework),
    'autopilotTriage.openBundle': async () => {
      await openAndShow(services, await pickFiles());
    },
    'autopilotTriage.openFolder': async () => {
      await openAndShow(services, await pickFolder());
    },
    'autopilotTriage.openResource': async (resource, selection) => {
      const chosen = Array.isArray(selection) ? selection : [resource];
      await openAndShow(services, chosen.filter(isUri));
    },
    'autopilotTriage.openSample': async () => {
      await openAndShow(services, [sampleBundleUri(services.extensionUri)]);
    },
    'autopilotTriage.openWalkthrough': async () => {
      await vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${services.extensionId}#firstBundle`,
        false,
      );
    },
    'autopilotTriage.howToCollect': () => {
      services.collecting.show();
    },
    'autopilotTriage.cancelOpening': () => {
      opener.cancel();
    },
    'autopilotTriage.switchBundle': async () => {
      const source = await pickBundle(bundles, services.recent);
      await openAndShow(services, source === undefined ? [] : [source]);
    },
    'autopilotTriage.closeBundle': async (row) => {
      const bundle = await chooseBundle(bundles, row);
      if (bundle !== undefined) {
        bundles.close(bundle);
      }
    },
    'autopilotTriage.saveMember': (place, target) => exports.saveMember(place, target),
    'autopilotTriage.extractBundle': (row, parent) => exports.extractBundle(row, parent),
    'autopilotTriage.exportRedactedBundle': (row, target) => exports.exportRedactedBundle(row, target),
    'autopilotTriage.toggleRedaction': () => services.redaction.toggleOnScreen(),
    'autopilotTriage.filesByMeaning': () => arrangeFiles('meaning'),
    'autopilotTriage.filesByFolder': () => arrangeFiles('folder'),
    'autopilotTriage.showOverview': async (row) => {
      const bundle = bundleOfRow(row) ?? bundles.active;
      if (bundle !== undefined) {
        bundles.activate(bundle);
        await overviews.show(bundle);
      }
    },
    'autopilotTriage.showTimeline': async (row) => {
      const bundle = bundleOfRow(row) ?? (await bundleInFront(services));
      if (bundle !== undefined) {
        bundles.activate(bundle);
        await timelines.show(bundle);
      }
    },
    'autopilotTriage.compareTimelines': async () => {
      const content = await askComparison(bundles);
      if (content !== undefined) {
        timelines.compare(content);
      }
    },
    'autopilotTriage.goToReboot': inActive((bundle) => story.pickReboot(bundle)),
    'autopilotTriage.goToFinding': inActive((bundle) => story.pickFinding(bundle)),
    'autopilotTriage.goToTime': inActive((bundle) => story.pickTime(bundle)),
    'autopilotTriage.nextReboot': inActive((bundle) => story.step(bundle, 'reboot', 'next')),
    'autopilotTriage.previousReboot': inActive((bundle) => story.step(bundle, 'reboot', 'previous')),
    'autopilotTriage.nextRePrompt': inActive((bundle) => story.step(bundle, 'rePrompt', 'next')),
    'autopilotTriage.previousRePrompt': inActive((bundle) => story.step(bundle, 'rePrompt', 'previous')),
    'autopilotTriage.nextSignIn': inActive((bundle) => story.step(bundle, 'signIn', 'next')),
    'autopilotTriage.previousSignIn': inActive((bundle) => story.step(bundle, 'signIn', 'previous')),
    'autopilotTriage.nextPhase': inActive((bundle) => story.step(bundle, 'phase', 'next')),
    'autopilotTriage.previousPhase': inActive((bundle) => story.step(bundle, 'phase', 'previous')),
    'autopilotTriage.nextError': inActive((bundle) => story.stepError(bundle, 'next')),
    'autopilotTriage.previousError': inActive((bundle) => story.stepError(bundle, 'previous')),
    'autopilotTriage.nextClockStep': inActive((bundle) => story.step(bundle, 'clockStep', 'next')),
    'autopilotTriage.previousClockStep': inActive((bundle) => story.step(bundle, 'clockStep', 'previous')),
    'autopilotTriage.goToRecord': (row) => places.goToRecord(row),
    'autopilotTriage.why': (row) => places.why(row),
    'autopilotTriage.findingActions': () => pickFindingAction(bundles),
    'autopilotTriage.showOnTimeline': (row) => places.showOnTimeline(row),
    'autopilotTriage.copyAsLine': (row) => places.copyAsLine(row),
    'autopilotTriage.copyEvidenceLink': (row) => places.copyLink(row),
    'autopilotTriage.showShortcuts': async () => {
      await vscode.commands.executeCommand('workbench.action.openGlobalKeybindings', `@ext:${services.extensionId}`);
    },
    'autopilotTriage.nextPart': () => parts.step('next'),
    'autopilotTriage.previousPart': () => parts.step('previous'),
    'autopilotTriage.searchBundle': (query) => search.searchBundle(query),
    'autopilotTriage.searchMember': (uri) => search.searchMember(uri),
    'autopilotTriage.goToEvent': () => search.goToEvent(),
    'autopilotTriage.openSearchResult': () => search.openResult(),
    'autopilotTriage.rerunSearch': (uri) => {
      search.rerun(uri);
    },
    'autopilotTriage.stopSearch': () => {
      search.stop();
    },
    'autopilotTriage.copySearch': (uri) => search.copy(uri),
    'autopilotTriage.exportSearch': (uri, target) => search.export(uri, target),
    'autopilotTriage.copyForTicket': (row) => reports.copyForTicket(row),
    'autopilotTriage.exportReport': (row, form, target, isRedacted) => reports.export(row, form, target, isRedacted),
    'autopilotTriage.previewReport': (row, form) => reports.preview(row, form),
    'autopilotTriage.editReportTemplate': editTemplate,
    'autopilotTriage.copyAdvice': copyAdvice,
    'autopilotTriage.copyCommand': copyCommand,
    'autopilotTriage.openDocumentation': openDocumentation,
    'autopilotTriage.showLog': () => {
      log.show();
    },
    'autopilotTriage.reopenAsLog': () => reopenAsLog((source) => openAndShowMember(services, source)),
    'autopilotTriage.reopenAsText': reopenAsText,
    'autopilotTriage.toggleLogTail': () => tails.toggle(),
    'autopilotTriage.openEvidence': async (key, evidence, chosenItem) => {
      const bundle = typeof key === 'string' ? bundles.find(key) : undefined;
      if (bundle !== undefined && isEvidenceRef(evidence)) {
        const items = indexes.of(bundle).itemsAt(evidence);
        const itemId = typeof chosenItem === 'string' ? chosenItem : focus.itemAmong(bundle, items);
        focus.moveTo({ bundle, evidence, itemId, origin: 'command' });
        await navigator.showEvidence(bundle, evidence);
      }
    },
    'autopilotTriage.showInFindings': async (key, index) => {
      const bundle = typeof key === 'string' ? bundles.find(key) : undefined;
      if (bundle !== undefined && typeof index === 'number') {
        await services.views.showFinding(bundle, index);
      }
    },
    'autopilotTriage.openMember': async (key, path) => {
      const bundle = typeof key === 'string' ? bundles.find(key) : undefined;
      if (bundle !== undefined && typeof path === 'string') {
        bundles.activate(bundle);
        await navigator.showMember(bundle, path);
      }
    },
  };
}

async function openAndShow(services: CommandServices, sources: readonly vscode.Uri[]): Promise<void> {
  if (sources.length > 0) {
    // The progress and its cancel button are in this container.
    await vscode.commands.executeCommand('workbench.view.extension.autopilotTriage');
  }
  for (const source of sources) {
    try {
      await showOpened(services, await services.opener.open(source));
    } catch (error) {
      await showOpeningError(sourceName(source), error);
    }
  }
}

/** That of the file in front, opened if need be; else the active one. */
async function bundleInFront({ opener, bundles }: CommandServices): Promise<OpenBundle | undefined> {
  const source = bundleFileInFront();
  if (source === undefined) {
    return bundles.active;
  }
  try {
    return await opener.open(source);
  } catch (error) {
    await showOpeningError(sourceName(source), error);
    return undefined;
  }
}

/** The answer first, where there is one; else the timeline. */
async function showOpened({ overviews, timelines }: CommandServices, bundle: OpenBundle): Promise<void> {
  await (opensWithOverview() ? overviews : timelines).show(bundle);
}

/** Opens a file that is one log, and shows that. */
async function openAndShowMember({ opener, navigator }: CommandServices, source: vscode.Uri): Promise<void> {
  try {
    const bundle = await opener.open(source);
    const [member] = bundle.members;
    if (member !== undefined) {
      await navigator.showMember(bundle, member.path, { preview: false });
    }
  } catch (error) {
    await showOpeningError(sourceName(source), error);
  }
}

async function pickFiles(): Promise<readonly vscode.Uri[]> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Open Log Bundle'),
    openLabel: vscode.l10n.t('Open Bundle'),
    canSelectMany: true,
    filters: {
      [vscode.l10n.t('Diagnostics bundles and logs')]: ['cab', 'zip', 'evtx', 'log', 'reg', 'xml', 'json', 'txt'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return picked ?? [];
}

async function pickFolder(): Promise<readonly vscode.Uri[]> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Open Folder as Bundle'),
    openLabel: vscode.l10n.t('Open Folder'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return picked ?? [];
}

/** The bundle of the row, or the only one, or the one that is picked from several. */
async function chooseBundle(bundles: OpenBundles, row: unknown): Promise<OpenBundle | undefined> {
  const ofRow = bundleOfRow(row);
  if (ofRow !== undefined || bundles.all.length < 2) {
    return ofRow ?? bundles.active;
  }
  const picked = await vscode.window.showQuickPick(
    bundles.all.map((bundle) => ({ label: bundle.name, description: bundle.shownSource, bundle })),
    { title: vscode.l10n.t('Close Bundle') },
  );
  return picked?.bundle;
}

function bundleOfRow(row: unknown): OpenBundle | undefined {
  return row instanceof BundleNode ? row.bundle : undefined;
}

function isUri(value: unknown): value is vscode.Uri {
  return value instanceof vscode.Uri;
}
