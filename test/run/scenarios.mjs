import path from 'node:path';
import { build } from 'esbuild';
import { installPackages } from './packages.mjs';
import { inRoot } from './paths.mjs';
import { run } from './processGroup.mjs';
import { withTemporaryFolder } from './temporaryFolder.mjs';

// How well the engine tells the scenarios, all of them or those whose names are given: `npm run scenarios -- cleanRun`.
await installPackages();
process.exitCode = await withTemporaryFolder(async (folder) => {
  const program = path.join(folder, 'score.js');
  await build({
    entryPoints: [inRoot('test', 'bundles', 'score', 'main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return run(process.execPath, [program, ...process.argv.slice(2)]);
});
