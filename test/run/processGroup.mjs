import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';

/**
 * Everything the runners start, by the id of its process group. A server leaves extension hosts and agents behind when
 * only its first process is ended; so each child leads a group of its own and the group is ended as a whole.
 * @type {Set<number>}
 */
const groups = new Set();

/** How long a group may take to end by itself before it is killed, in milliseconds. */
const patience = 3000;

/**
 * Starts a program in a process group of its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options, detached: true });
  if (child.pid !== undefined) {
    groups.add(child.pid);
  }
  return child;
}

/** @param {number} group @param {NodeJS.Signals | 0} signal @returns {boolean} whether any of the group was alive */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

/**
 * Asks a group to end, and kills what is left of it after {@link patience}. Safe to call twice.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endGroup(child) {
  if (child.pid !== undefined && groups.has(child.pid)) {
    await end(child.pid);
  }
}

/** @param {number} group */
async function end(group) {
  signalGroup(group, 'SIGTERM');
  const deadline = Date.now() + patience;
  while (signalGroup(group, 0) && Date.now() < deadline) {
    await sleep(50);
  }
  signalGroup(group, 'SIGKILL');
  groups.delete(group);
}

/**
 * Runs a program to its end. Nothing of it survives, not even what it left in the background.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 127 where it could not be started, 1 where a signal ended it
 */
export async function run(command, args, options = {}) {
  const child = startGroup(command, args, options);
  try {
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } catch {
    return 127;
  } finally {
    await endGroup(child);
  }
}

/**
 * As {@link run}, but a failure is an error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runOrThrow(command, args, options = {}) {
  const code = await run(command, args, options);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}`);
  }
}

/** @type {ReadonlyMap<NodeJS.Signals, number>} */
const fatalSignals = new Map([
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]);

for (const [signal, number] of fatalSignals) {
  process.once(signal, async () => {
    await Promise.all([...groups].map(end));
    process.exit(128 + number);
  });
}
process.on('exit', () => groups.forEach((group) => signalGroup(group, 'SIGKILL')));
