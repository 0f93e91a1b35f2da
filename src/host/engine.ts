import { createRequire } from 'node:module';
import type * as doors from '../engine/editorDoors';
import type { WorkerProgram } from './bundle/bundleWorker';

/** What the editor calls of core in its own process, beyond a few words and types. */
export type Engine = typeof doors;

let load: () => Engine = () => {
  throw new Error('Nobody has said where the engine is.');
};
let loaded: Engine | undefined;

/** Says where the engine comes from, before anybody asks for it. */
export function engineFrom(source: () => Engine): void {
  load = source;
  loaded = undefined;
}

/** The engine. Its program is read at the first call, which is when a bundle opens or a log is shown. */
export function engine(): Engine {
  loaded ??= load();
  return loaded;
}

/** Reads the program of the worker as a part of this process. It has its own words, so it is told its language too. */
export function readEngine({ script, start }: WorkerProgram): Engine {
  const program = createRequire(__filename)(script) as Engine;
  program.speak(program.translationsOf(start.translationFile));
  return program;
}
