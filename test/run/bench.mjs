import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { benchTimelinePage } from './benchTimelinePage.mjs';
import { buildTests } from './build.mjs';
import { installPackages } from './packages.mjs';
import { inRoot } from './paths.mjs';
import { run } from './processGroup.mjs';

// Every benchmark, or those whose names are given: `npm run bench -- evtx cabinet`.
const wanted = process.argv.slice(2);
await installPackages();
await buildTests();
const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name);
const folder = inRoot('out', 'test', 'bench');
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.bench.js')).sort()) {
  const name = file.replace('.bench.js', '');
  if (isWanted(name)) {
    console.log(`\n== ${name}`);
    const code = await run(process.execPath, ['--expose-gc', path.join(folder, file)]);
    process.exitCode ||= code === 0 ? 0 : 1;
  }
}
if (isWanted('timelinePage')) {
  console.log('\n== timelinePage');
  await benchTimelinePage();
}
