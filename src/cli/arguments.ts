import { parseArgs } from 'node:util';
import { UserError } from './userError';

/** What the person asked for. */
export type Invocation =
  | { readonly command: 'help' }
  /** Nothing was asked for: the help is shown, but as an answer to a mistake. */
  | { readonly command: 'none' }
  | ({ readonly command: 'triage' | 'list'; readonly json: boolean } & Target)
  | ({ readonly command: 'events'; readonly jsonl: boolean; readonly member: string | undefined } & Target);

export interface Target {
  /** Path of the bundle. */
  readonly location: string;
  readonly password: string | undefined;
}

/** Options that only one or some of the commands take. */
const commandOptions = {
  triage: ['json'],
  list: ['json'],
  events: ['jsonl', 'member'],
} as const;

/** Reads the command line. Throws a {@link UserError} for what makes no sense. */
export function readArguments(argv: readonly string[]): Invocation {
  const { values, positionals } = parsed(argv);
  if (values.help === true) {
    return { command: 'help' };
  }
  const [first, ...others] = positionals;
  if (first === undefined) {
    return { command: 'none' };
  }
  // A bundle that has the name of a command is opened as `./list`.
  const command = first === 'list' || first === 'events' ? first : 'triage';
  const [location, unexpected] = command === 'triage' ? positionals : others;
  if (location === undefined) {
    throw new UserError(`${command}: which bundle? (see --help)`);
  }
  if (unexpected !== undefined) {
    throw new UserError(`unexpected argument: ${unexpected}`);
  }
  const allowed: readonly string[] = commandOptions[command];
  const foreign = Object.keys(values).find((name) => name !== 'password' && !allowed.includes(name));
  if (foreign !== undefined) {
    throw new UserError(`--${foreign} does not go with ${command === 'triage' ? 'the story' : command} (see --help)`);
  }
  const target = { location, password: values.password };
  return command === 'events'
    ? { command, ...target, jsonl: values.jsonl === true, member: values.member }
    : { command, ...target, json: values.json === true };
}

function parsed(argv: readonly string[]) {
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
