/*
 * One program with three doors, because all open to the same rooms: started by the editor as a worker it answers
 * requests, started by a person it is the command line, and what the editor needs in its own process it loads from here.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { runCommandLine } from '../cli/commandLine';
import type { WorkerStart } from '../protocol/workerStart';
import { serve } from '../worker/serve';

export * from './editorDoors';

if (require.main === module) {
  if (parentPort === null) {
    void runCommandLine(process.argv.slice(2));
  } else {
    serve(parentPort, workerData as WorkerStart);
  }
}
