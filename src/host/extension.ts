import * as vscode from 'vscode';
import { BundleOpener } from './bundle/bundleOpener';
import { offerReadAgain } from './bundle/offerReadAgain';
import { OpenBundles } from './bundle/openBundles';
import { RecentBundles } from './bundle/recentBundles';
import { RememberedBundles } from './bundle/rememberedBundles';
import { ReplacedBundles } from './bundle/replacedBundles';
import { registerCommands } from './commands';
import { registerBundleFileSystems } from './documents/bundleFileSystem';
import { closeTabsWithBundle } from './documents/bundleTabs';
import { registerLogLanguages } from './documents/logLanguage';
import { ExportCommands } from './export/exportCommands';
import { LogTails } from './language/logTails';
import { CollectingPage } from './firstUse/collectingPage';
import { OpenLogs } from './language/openLogs';
import { registerLogFeatures } from './language/registerLogFeatures';
import { registerPartLinks } from './documents/partLinks';
import { EvidenceIndexes } from './navigation/evidenceIndexes';
import { EvidenceLinks } from './navigation/evidenceLinks';
import { EvidenceNavigator } from './navigation/evidenceNavigator';
import { PartNavigation } from './navigation/partNavigation';
import { PlaceCommands } from './navigation/placeCommands';
import { SelectionFollower } from './navigation/selectionFollower';
import { StoryFocus } from './navigation/storyFocus';
import { StoryNavigation } from './navigation/storyNavigation';
import { OverviewPanels } from './overview/overviewPanels';
import { SearchCommands } from './search/searchCommands';
import { SearchDocuments } from './search/searchDocuments';
import { SearchHistory } from './search/searchHistory';
import { TimelineEditors } from './timeline/timelineEditors';
import { MemberDecorations } from './views/memberDecorations';
import { TriageViews } from './views/triageViews';
import { VerdictStatus } from './views/verdictStatus';

/** Wires the rooms together. Nothing is read and no reader is loaded until a bundle opens. */
export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, subscriptions, workspaceState, globalState } = context;
  const workerScript = vscode.Uri.joinPath(extensionUri, 'dist', 'triage.js').fsPath;

  const log = vscode.window.createOutputChannel('Autopilot Triage', { log: true });
  const bundles = new OpenBundles();
  const opener = new BundleOpener(workerScript, bundles, new RememberedBundles(workspaceState), log);
  const recent = new RecentBundles(globalState);
  const indexes = new EvidenceIndexes();
  const focus = new StoryFocus();
  const navigator = new EvidenceNavigator();
  const logs = new OpenLogs(vscode.Uri.joinPath(extensionUri, 'dist', 'language.js').fsPath, bundles);
  const story = new StoryNavigation(navigator, focus, logs);
  const parts = new PartNavigation(opener, navigator);
  const results = new SearchDocuments(opener, bundles);
  const search = new SearchCommands(bundles, results, new SearchHistory(workspaceState), story);
  const timelines = new TimelineEditors(opener, bundles, { extensionUri, navigator, indexes, focus, log });
  const overviews = new OverviewPanels(extensionUri, opener, bundles, log);
  const exports = new ExportCommands(bundles);
  const tails = new LogTails();
  const views = new TriageViews(bundles, opener, focus);
  const collecting = new CollectingPage(extensionUri);
  const places = new PlaceCommands(story, focus, timelines, context.extension.id);

  subscriptions.push(
    log,
    bundles,
    opener,
    focus,
    navigator,
    parts,
    results,
    overviews,
    timelines,
    tails,
    new MemberDecorations(bundles),
    views,
    collecting,
    new ReplacedBundles(bundles, (bundle) => offerReadAgain(bundles, bundle)),
    new VerdictStatus(bundles),
    new SelectionFollower(bundles, opener, indexes, focus),
    recent.follow(opener),
    registerBundleFileSystems(opener),
    registerLogLanguages(opener),
    registerPartLinks(opener),
    registerLogFeatures(logs, bundles),
    closeTabsWithBundle(bundles),
    vscode.window.registerUriHandler(new EvidenceLinks(opener, story)),
    registerCommands({
      extensionUri,
      views,
      collecting,
      bundles,
      opener,
      recent,
      overviews,
      timelines,
      story,
      places,
      parts,
      search,
      exports,
      tails,
      navigator,
      indexes,
      focus,
      log,
    }),
  );
}
