import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import type { EvidenceNavigator } from '../navigation/evidenceNavigator';
import type { StoryNavigation } from '../navigation/storyNavigation';
import type { TimelineEditors } from '../timeline/timelineEditors';
import { CaseView } from '../views/caseView';
import type { CaseServices } from './caseCommands';
import type { CaseConflicts, CaseSessions } from './caseSessions';
import { CaseThreads } from './caseThreads';
import { LinkCommand } from './linkCommand';
import { showCaseTrouble } from './caseTrouble';
import { tellStatedStories } from './statedStory';
import { TrailDocuments } from './trailDocuments';

export interface CaseworkServices {
  readonly navigator: EvidenceNavigator;
  readonly story: StoryNavigation;
  readonly timelines: TimelineEditors;
  readonly log: vscode.LogOutputChannel;
  /** For what the view remembers over a reload. */
  readonly storage: vscode.Memento;
}

/** Everything that shows the cases of the open bundles. */
export class Casework extends Disposable implements CaseServices {
  readonly navigator: EvidenceNavigator;
  readonly story: StoryNavigation;
  readonly timelines: TimelineEditors;
  readonly threads: CaseThreads;
  readonly links: LinkCommand;
  readonly view: CaseView;
  readonly trails: TrailDocuments;

  constructor(
    readonly bundles: OpenBundles,
    readonly cases: CaseSessions,
    { navigator, story, timelines, log, storage }: CaseworkServices,
  ) {
    super();
    this.navigator = navigator;
    this.story = story;
    this.timelines = timelines;
    this.threads = this.register(new CaseThreads(cases, bundles));
    this.links = this.register(new LinkCommand(this));
    this.view = this.register(new CaseView(bundles, cases, storage));
    this.trails = this.register(new TrailDocuments(bundles, cases));
    this.register(
      tellStatedStories(cases, bundles, (error) => {
        log.error(`What is stated could not be told: ${String(error)}`);
      }),
    );
    this.register(
      cases.onTrouble((trouble) => {
        showCaseTrouble(cases, trouble).catch((error: unknown) => {
          log.error(`Case of ${trouble.bundle.name}: ${String(error)}`);
        });
      }),
    );
    this.register(cases.onDidConflict((found) => void showConflicts(found)));
  }
}

/** Two versions of a note are both kept: the person hears of it, and decides when they like. */
async function showConflicts({ bundle, conflicts }: CaseConflicts): Promise<void> {
  const show = vscode.l10n.t('Show');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0}: somebody else changed {1} notes at the same time. Both versions are kept until you decide.',
      bundle.name,
      new Set(conflicts.map(({ annotation }) => annotation)).size,
    ),
    show,
  );
  if (answer === show) {
    await vscode.commands.executeCommand('autopilotTriage.openNote', bundle.key, conflicts[0]?.annotation);
  }
}
