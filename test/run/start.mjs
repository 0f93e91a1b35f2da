import path from 'node:path';
import { buildExtension, buildTests, writeSamples } from './build.mjs';
import { findDesktop } from './desktop.mjs';
import { installHost, newest, startHost, workbenchAddress } from './hosts.mjs';
import { installPackages } from './packages.mjs';
import { localCache, root, sharedCache } from './paths.mjs';
import { runOrThrow } from './processGroup.mjs';

/** `npm start`: opens VS Code with the extension from source and a folder with the sample bundle. */

const folder = path.join(localCache, 'samples');

await installPackages();
await buildExtension();
await buildTests();
await writeSamples(folder);

const desktop = process.argv.includes('--web') ? null : findDesktop();
if (desktop === null) {
  await serve();
} else {
  await runOrThrow(desktop.cli, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
}

/** Serves the workbench until Ctrl-C; the server is ended with this process. */
async function serve() {
  const installed = await installHost(newest);
  const running = await startHost(installed, { dataFolder: path.join(sharedCache, 'start') });
  console.log(`\nVS Code ${newest.vscode} with Autopilot Log Triage and sample bundles is ready. Open this address:\n`);
  console.log(`  ${workbenchAddress(running, folder, { extension: root })}\n`);
  console.log('Ctrl-C ends it.');
}
