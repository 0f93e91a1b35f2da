import { runChecks } from './runChecks.mjs';
import { hostRings } from './runInHost.mjs';
import { uiRings } from './runUi.mjs';
import { runPackaging } from './runPackaging.mjs';
import { runPictures } from './runPictures.mjs';
import { runUnit } from './runUnit.mjs';
import { close, runRing } from './tally.mjs';

/**
 * Rings that run at the same time: one VS Code leaves half of the machine idle.
 * @param {readonly { readonly title: string, readonly run: () => Promise<import('./tally.mjs').Tally> }[]} rings
 */
const together = (rings) => Promise.all(rings.map(({ title, run }) => runRing(title, run)));

// From the fastest answer to the slowest; every ring runs, whatever the one before it came to.
close([
  await runRing('types, lint, format', runChecks),
  await runRing('unit', runUnit),
  ...(await together(hostRings())),
  await runRing('packaging', runPackaging),
  await runRing('pictures', runPictures),
  ...(await together(uiRings())),
]);
