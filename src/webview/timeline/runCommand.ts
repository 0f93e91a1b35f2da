/* Sends a command to those who know it. */
import type { Command, MoveCommand } from './keys';
import { runMove } from './moveCommands';
import type { OpenPage } from './openPage';
import { runView } from './viewCommands';

const moves: ReadonlySet<Command> = new Set<MoveCommand>([
  'zoomIn',
  'zoomOut',
  'panLeft',
  'panRight',
  'fit',
  'goToStart',
  'goToEnd',
  'nextReboot',
  'previousReboot',
  'nextRePrompt',
  'previousRePrompt',
  'nextInLane',
  'previousInLane',
  'laneBelow',
  'laneAbove',
  'followEffect',
  'followCause',
  'nextMatch',
  'previousMatch',
  'open',
]);

export function runCommand(command: Command, page: OpenPage): void {
  if (isMove(command)) {
    runMove(command, page);
  } else {
    runView(command, page);
  }
}

function isMove(command: Command): command is MoveCommand {
  return moves.has(command);
}
