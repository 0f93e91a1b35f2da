import * as l10n from '@vscode/l10n';
import { templateToChange } from '../core/report/templateToChange';
import { readArguments } from './arguments';
import { runEvents } from './eventsCommand';
import { helpText } from './helpText';
import { speakLanguageIn } from './language';
import { runList } from './listCommand';
import { LeakError } from './leakError';
import { isQuietPipe, write } from './output';
import { runRuleTests } from './rulesCommand';
import { runSearch } from './searchCommand';
import { runTriage } from './triageCommand';
import { UserError } from './userError';

/** Exit codes: a bad file or command line, a mistake of ours, and rules that do not pass their tests. */
const badInput = 2;
const ownMistake = 1;
const testsFailed = 1;
/** The leak check has found a name in what was to be printed. */
const leaked = 3;

async function exitCodeOf(argv: readonly string[]): Promise<number> {
  speakLanguageIn(argv);
  const invocation = readArguments(argv);
  switch (invocation.command) {
    case 'help':
      await write(l10n.t(helpText));
      return 0;
    case 'none':
      process.stderr.write(l10n.t(helpText));
      return badInput;
    case 'list':
      await runList(invocation);
      return 0;
    case 'events':
      await runEvents(invocation);
      return 0;
    case 'search':
      await runSearch(invocation);
      return 0;
    case 'triage':
      await runTriage(invocation);
      return 0;
    case 'template':
      await write(templateToChange(invocation.form));
      return 0;
    case 'testRules':
      return (await runRuleTests(invocation.folder)) ? 0 : testsFailed;
  }
}

/** Runs the command that the arguments name. Sets the exit code of the process; never rejects. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await exitCodeOf(argv);
  } catch (error) {
    if (!isQuietPipe(error)) {
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(`autopilot-triage: ${message.split(/[\r\n]/)[0] ?? ''}\n`);
      process.exitCode = error instanceof UserError ? badInput : error instanceof LeakError ? leaked : ownMistake;
      if (error instanceof LeakError) {
        process.stderr.write(error.lines.map((line) => `  ${line}\n`).join(''));
      }
    }
  }
}
