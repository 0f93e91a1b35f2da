/*
 * Writes the synthetic bundles: `node out/test/bundles/main.js <folder> [scenario…]`, all scenarios when none is
 * named. Each gets a folder of its own, because the tools give their bundles the same names. `--list` tells which
 * scenarios there are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildBundle } from './build';
import { allScenarios } from './scenarios/allScenarios';

const usage = 'usage: main.js <folder> [scenario…] | --list';

function main(args: readonly string[]): number {
  if (args.includes('--list')) {
    allScenarios.forEach(({ name, title }) => {
      console.log(`${name}: ${title}`);
    });
    return 0;
  }
  const [folder, ...names] = args;
  if (folder === undefined || folder.startsWith('-')) {
    console.error(usage);
    return 2;
  }
  const unknown = names.filter((name) => !allScenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    console.error(`no such scenario: ${unknown.join(', ')} (see --list)`);
    return 2;
  }
  for (const scenario of allScenarios.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const { name, bytes } = buildBundle(scenario);
    const file = path.join(folder, scenario.name, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    console.log(`${file} (${bytes.length} bytes)`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
