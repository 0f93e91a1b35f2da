import path from 'node:path';
import { buildExtension, buildTests, writeSample } from './build.mjs';
import { findDesktop } from './desktop.mjs';
import { installHost, newest, startHost, workbenchAddress } from './hosts.mjs';
import { installPackages } from './packages.mjs';
import { cache, root } from './paths.mjs';
import { runOrThrow } from './processGroup.mjs';

/** `npm start`: opens VS Code with the extension from source and a folder with the sample bundle. */

const folder = path.join(cache, 'sample');

await installPackages();
await buildExtension();
await buildTests();
await writeSample(folder);

const desktop = process.argv.includes('--web') ? null : findDesktop();
if (desktop === null) {
  await serve();
} else {
  await runOrThrow(desktop.cli, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
}

/** Serves the workbench until Ctrl-C; the server is ended with this process. */
async function serve() {
  const installed = await installHost(newest);
  const running = await startHost(installed, { dataFolder: path.join(cache, 'start') });
  console.log(`\nVS Code ${newest.vscode} with Autopilot Log Triage and a sample bundle is ready. Open this address:\n`);
  console.log(`  ${workbenchAddress(running, folder, { extension: root })}\n`);
  console.log('Ctrl-C ends it.');
}
