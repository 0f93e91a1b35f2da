import { parseArgs } from 'node:util';
import { runEvents } from './eventsCommand';
import { helpText } from './helpText';
import { runList } from './listCommand';
import { isQuietPipe } from './output';
import { runTriage } from './triageCommand';
import { UserError } from './userError';

/** Exit code for bad input or a bad command line. */
const badInput = 2;

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(argv);
  if (values.help === true || positionals.length === 0) {
    process.stdout.write(helpText);
    return values.help === true ? 0 : badInput;
  }
  const [first, second] = positionals as [string, string?];
  const command = second !== undefined && (first === 'list' || first === 'events') ? first : 'triage';
  if (positionals.length > (command === 'triage' ? 1 : 2)) {
    throw new UserError(`unexpected argument: ${positionals.at(-1) ?? ''}`);
  }
  switch (command) {
    case 'list':
      return runList(second!, values);
    case 'events':
      return runEvents(second!, values);
    case 'triage':
      return runTriage(first, values);
  }
}

function parseArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        member: { type: 'string' },
        password: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isQuietPipe(error)) {
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`autopilot-triage: ${message.split('\n')[0] ?? ''}\n`);
    process.exitCode = error instanceof UserError ? badInput : 1;
  },
);
