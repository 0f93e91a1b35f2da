import * as vscode from 'vscode';
import { speak } from '../core/words/language';
import { BundleOpener } from './bundle/bundleOpener';
import { offerReadAgain } from './bundle/offerReadAgain';
import { OpenBundles } from './bundle/openBundles';
import { RecentBundles } from './bundle/recentBundles';
import { RememberedBundles } from './bundle/rememberedBundles';
import { ReplacedBundles } from './bundle/replacedBundles';
import { restoreBundles } from './bundle/restoreBundles';
import { CaseHome } from './case/caseHome';
import { CaseSessions } from './case/caseSessions';
import { Casework } from './case/casework';
import { registerCommands } from './commands';
import { registerBundleFileSystems } from './documents/bundleFileSystem';
import { closeTabsWithBundle } from './documents/bundleTabs';
import { registerLogLanguages } from './documents/logLanguage';
import { engineFrom, readEngine } from './engine';
import { ExportCommands } from './export/exportCommands';
import { ReportCommands } from './export/reportCommands';
import { ReportPreviews } from './export/reportPreview';
import { LogTails } from './language/logTails';
import { CollectingPage } from './firstUse/collectingPage';
import { OpenLogs } from './language/openLogs';
import { registerLogFeatures } from './language/registerLogFeatures';
import { registerPartLinks } from './documents/partLinks';
import { EvidenceIndexes } from './navigation/evidenceIndexes';
import { EvidenceLinks } from './navigation/evidenceLinks';
import { EvidenceNavigator } from './navigation/evidenceNavigator';
import { LogFollower } from './navigation/logFollower';
import { PartNavigation } from './navigation/partNavigation';
import { PlaceCommands } from './navigation/placeCommands';
import { SelectionFollower } from './navigation/selectionFollower';
import { RememberedPlace } from './navigation/rememberedPlace';
import { StoryFocus } from './navigation/storyFocus';
import { StoryNavigation } from './navigation/storyNavigation';
import { OverviewPanels } from './overview/overviewPanels';
import { RedactionSettings } from './redaction/redactionSettings';
import { NamesHiddenStatus } from './redaction/namesHiddenStatus';
import { SearchCommands } from './search/searchCommands';
import { SearchDocuments } from './search/searchDocuments';
import { SearchHistory } from './search/searchHistory';
import { TimelineEditors } from './timeline/timelineEditors';
import { TimelineFilters } from './timeline/timelineFilters';
import { MemberDecorations } from './views/memberDecorations';
import { TriageViews } from './views/triageViews';
import { VerdictStatus } from './views/verdictStatus';
import { LogTabs } from './workplace/logTabs';
import { RereadBundles } from './workplace/rereadBundles';

/** Writes what is not written yet of the cases; set while the extension is active. */
let flushCases: () => Promise<void> = () => Promise.resolve();

/** VS Code waits for it, for some seconds: what it does not wait for is in the journals. */
export function deactivate(): Promise<void> {
  return flushCases();
}

/** Wires the rooms together. Nothing is read and no reader is loaded until a bundle opens. */
export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, subscriptions, workspaceState, globalState, globalStorageUri } = context;
  speak(vscode.l10n.bundle ?? {});
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'triage.js').fsPath;
  const reader = { script, start: { translationFile: vscode.l10n.uri?.fsPath ?? null } };
  engineFrom(() => readEngine(reader));

  const log = vscode.window.createOutputChannel('Autopilot Triage', { log: true });
  const bundles = new OpenBundles();
  const redaction = new RedactionSettings(globalStorageUri);
  const remembered = new RememberedBundles(workspaceState);
  const opener = new BundleOpener(reader, bundles, remembered, redaction, log);
  const recent = new RecentBundles(globalState);
  const indexes = new EvidenceIndexes();
  const focus = new StoryFocus();
  const navigator = new EvidenceNavigator();
  const logs = new OpenLogs(bundles);
  const story = new StoryNavigation(navigator, focus, logs);
  const parts = new PartNavigation(opener, navigator);
  const results = new SearchDocuments(opener, bundles);
  const search = new SearchCommands(bundles, results, new SearchHistory(workspaceState), story);
  const filters = new TimelineFilters(globalState);
  const home = new CaseHome(globalStorageUri, extensionUri, globalState);
  const cases = new CaseSessions(bundles, home, log);
  const timelines = new TimelineEditors(opener, bundles, {
    extensionUri,
    bundles,
    navigator,
    indexes,
    focus,
    cases,
    filters,
    log,
  });
  const overviews = new OverviewPanels(extensionUri, opener, bundles, cases, log);
  const exports = new ExportCommands(bundles, redaction);
  const previews = new ReportPreviews(bundles);
  const logTabs = new LogTabs(bundles);
  const reports = new ReportCommands(bundles, cases, previews, redaction);
  const tails = new LogTails();
  const views = new TriageViews(bundles, opener, focus, cases, workspaceState);
  const casework = new Casework(bundles, cases, { navigator, story, timelines, log, storage: workspaceState });
  flushCases = () => cases.flush();
  const collecting = new CollectingPage(extensionUri);
  const places = new PlaceCommands(bundles, story, focus, timelines, context.extension.id);

  subscriptions.push(
    log,
    bundles,
    opener,
    focus,
    navigator,
    parts,
    results,
    previews,
    overviews,
    timelines,
    tails,
    new MemberDecorations(bundles),
    views,
    cases,
    casework,
    collecting,
    new ReplacedBundles(bundles, (bundle) => offerReadAgain(bundles, bundle)),
    new VerdictStatus(bundles),
    new SelectionFollower(bundles, opener, indexes, focus),
    new LogFollower(focus, navigator),
    new RememberedPlace(workspaceState, focus, opener),
    recent.follow(opener),
    logTabs,
    new NamesHiddenStatus(redaction),
    new RereadBundles({
      bundles,
      opener,
      redaction,
      focus,
      keepers: [logTabs, results, previews, casework.trails],
      log,
    }),
    registerBundleFileSystems(opener),
    registerLogLanguages(opener),
    registerPartLinks(opener),
    registerLogFeatures(logs, bundles),
    closeTabsWithBundle(bundles),
    vscode.window.registerUriHandler(new EvidenceLinks(opener, story)),
    registerCommands({
      extensionUri,
      extensionId: context.extension.id,
      views,
      collecting,
      bundles,
      casework,
      opener,
      recent,
      overviews,
      timelines,
      story,
      places,
      parts,
      search,
      exports,
      reports,
      redaction,
      tails,
      navigator,
      indexes,
      focus,
      log,
    }),
  );
  void restoreBundles(opener, remembered, log);
}
