import { installPackages, installUiPackages } from './packages.mjs';
import { isMain } from './paths.mjs';
import { run } from './processGroup.mjs';
import { close, oneFailed, onePassed, runRing, sum } from './tally.mjs';

/** Types, lint and format: three checks, counted like tests. */
export async function runChecks() {
  await installPackages();
  await installUiPackages();
  const tallies = [];
  for (const check of ['check:types', 'check:lint', 'check:format']) {
    const passed = (await run('npm', ['run', '--silent', check])) === 0;
    console.log(`  ${passed ? '✔' : '✘'} ${check}`);
    tallies.push(passed ? onePassed : oneFailed(check));
  }
  return sum(tallies);
}

if (isMain(import.meta.url)) {
  close([await runRing('checks', runChecks)]);
}
