import * as vscode from 'vscode';
import type { CaseCommandId } from '../commandIds';
import type { OpenBundle } from '../bundle/openBundle';
import { pickCaseArrangement } from '../views/caseArrangement';
import type { CaseView } from '../views/caseView';
import { AnnotateCommands, type AnnotateServices } from './annotateCommands';
import { importCase } from './caseExchange';
import { sayRefusal } from './deeds';
import type { LinkCommand } from './linkCommand';
import { NoteCommands } from './noteCommands';
import { statePass } from './passFacts';
import type { TrailDocuments } from './trailDocuments';
import { VerdictCommands } from './verdictCommands';

/** What the commands of the case work on. */
export interface CaseServices extends AnnotateServices {
  readonly links: LinkCommand;
  readonly view: CaseView;
  readonly trails: TrailDocuments;
}

type CommandHandler = (...args: unknown[]) => unknown;

/** Everything that people do in a case. */
export function caseCommandTable(services: CaseServices): Record<CaseCommandId, CommandHandler> {
  const { bundles, cases, threads, links, view, trails } = services;
  const notes = new NoteCommands(cases, threads);
  const places = new AnnotateCommands(services);
  const verdicts = new VerdictCommands(bundles, cases);
  const inActive =
    (act: (bundle: OpenBundle, argument: unknown) => Promise<void>): CommandHandler =>
    (argument) =>
      bundles.active && act(bundles.active, argument);
  return {
    'autopilotTriage.annotate': (source) => places.annotate(source),
    'autopilotTriage.toggleStar': (source) => places.toggleStar(source),
    'autopilotTriage.linkRecords': (source) => links.link(source),
    'autopilotTriage.goToOtherEnd': (source) => places.goToOtherEnd(source),
    'autopilotTriage.createNote': (reply) => notes.create(reply),
    'autopilotTriage.replyToNote': (reply) => notes.reply(reply),
    'autopilotTriage.editNote': (source) => notes.edit(source),
    'autopilotTriage.saveNote': (comment) => notes.saveEdit(comment),
    'autopilotTriage.cancelNote': (comment) => {
      notes.cancelEdit(comment);
    },
    'autopilotTriage.deleteNote': (source) => notes.remove(source),
    'autopilotTriage.starNote': (source) => notes.change(source, 'star'),
    'autopilotTriage.unstarNote': (source) => notes.change(source, 'unstar'),
    'autopilotTriage.resolveNote': (source) => notes.change(source, 'resolve'),
    'autopilotTriage.reopenNote': (source) => notes.change(source, 'reopen'),
    'autopilotTriage.setNoteStatus': (source, status) => notes.setStatus(source, status),
    'autopilotTriage.tagNote': (source) => notes.tag(source),
    'autopilotTriage.keepThisVersion': (source) => notes.settle(source, 'this'),
    'autopilotTriage.takeOtherVersion': (source) => notes.settle(source, 'other'),
    'autopilotTriage.judgeFinding': (source, index, verdict, note) => verdicts.judge(source, index, verdict, note),
    'autopilotTriage.statePass': inActive((bundle) => statePass(cases, bundle)),
    'autopilotTriage.importCase': inActive((bundle, file) => importCase(cases, bundle, file)),
    'autopilotTriage.showTrail': inActive((bundle) => trails.show(bundle)),
    'autopilotTriage.undoInCase': inActive(async (bundle) => {
      const session = await cases.of(bundle);
      if (session.canUndo) {
        sayRefusal(await session.undo());
      } else {
        vscode.window.setStatusBarMessage(vscode.l10n.t('There is nothing to take back in this case.'), 4000);
      }
    }),
    'autopilotTriage.groupNotes': pickCaseArrangement,
    'autopilotTriage.showStarredNotes': () => {
      view.showStarredOnly(true);
    },
    'autopilotTriage.showAllNotes': () => {
      view.showStarredOnly(false);
    },
    'autopilotTriage.openNote': (key, id) => places.openNote(key, id),
    'autopilotTriage.openStar': (key, anchor) => places.openStar(key, anchor),
  };
}
