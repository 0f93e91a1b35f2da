import { runChecks } from './runChecks.mjs';
import { hostRings } from './runInHost.mjs';
import { uiRings } from './runUi.mjs';
import { runPackaging } from './runPackaging.mjs';
import { runPictures } from './runPictures.mjs';
import { runUnit } from './runUnit.mjs';
import { close, runRing } from './tally.mjs';

// From the fastest answer to the slowest; every ring runs, whatever the one before it came to.
const tallies = [];
for (const { title, run } of [
  { title: 'types, lint, format', run: runChecks },
  { title: 'unit', run: runUnit },
  ...hostRings(),
  { title: 'packaging', run: runPackaging },
  { title: 'pictures', run: runPictures },
  ...uiRings(),
]) {
  tallies.push(await runRing(title, run));
}
close(tallies);
