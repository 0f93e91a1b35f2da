import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { overviewBody } from '../../src/host/overview/overviewHtml';
import { overviewCommands, overviewWords } from '../../src/host/overview/overviewWords';
import { readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

describe('the overview page', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;
  let html: string;

  before(async () => {
    sample = writeSampleBundle();
    bundle = await readBundle(sample.uri);
    const { overview, timelineSvg } = await bundle.overview(960);
    const { key, document } = bundle;
    html = overviewBody({ key, document, overview, timelineSvg, words: overviewWords() });
  });

  after(() => {
    bundle.dispose();
    sample.remove();
  });

  it('has a link in every figure, and behind every section', () => {
    const tiles = html.match(/<div class="tile .*?<\/div>/g) ?? [];
    assert.equal(tiles.length, 5);
    assert.deepEqual(
      tiles.filter((tile) => !tile.includes('<a href="command:autopilotTriage.')),
      [],
    );
    assert.equal(html.match(/<section/g)?.length, html.match(/<p class="whole"><a href="command:/g)?.length);
  });

  it('folds what it does not show of the evidence, and links all of it', async () => {
    const { overview } = await bundle.overview(960);
    const most = Math.max(...overview.sections.flatMap(({ lines }) => lines.map(({ evidence }) => evidence.length)));
    assert.ok(most > 3, 'a line with more evidence than it shows');
    const folded = new RegExp(`<details[^>]*><summary>and ${most - 3} more</summary>.*?</details>`).exec(html)?.[0];
    assert.equal(folded?.match(/<a href="command:autopilotTriage\.openEvidence/g)?.length, most - 3);
  });

  it('runs only commands that are there, and allows each', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      overviewCommands.filter((command) => !known.has(command)),
      [],
    );
    const used = new Set([...html.matchAll(/href="command:([\w.]+)/g)].map(([, command]) => command!));
    assert.deepEqual(
      [...used].filter((command) => !overviewCommands.some((allowed) => allowed === command)),
      [],
    );
  });

  it('leads to the first reboot, wherever people stand', () => {
    const [first] = bundle.document.reboots;
    assert.ok(first);
    const link = /<a class="button" href="command:autopilotTriage\.openEvidence\?([^"]+)">Go to First Reboot/.exec(
      html,
    );
    assert.deepEqual(JSON.parse(decodeURIComponent(link?.[1] ?? '')), [bundle.key, first.evidence[0], first.id]);
  });
});
