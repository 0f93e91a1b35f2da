import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DevicePreparation } from '../../src/core/enrollment/document/attempts';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { overviewBody } from '../../src/host/overview/overviewHtml';
import { overviewCommands, overviewWords } from '../../src/host/overview/overviewWords';
import { memberName } from '../../src/host/views/memberNames';
import { extension, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

describe('the overview page', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;
  let html: string;

  const nameOf = (path: string): string => memberName(bundle, path);

  before(async () => {
    await extension().activate();
    sample = writeSampleBundle();
    bundle = await readBundle(sample.uri);
    const { overview, timelineSvg } = await bundle.overview(960);
    const { key, document } = bundle;
    html = overviewBody({ key, document, overview, timelineSvg, nameOf, words: overviewWords() });
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

  it('cites a log once for several records, by the name that Bundle Files gives it', () => {
    const chip = /<span class="chip">(?:<a [^>]*aria-label="(#\d+) · [^"]+"[^>]*>\1<\/a>,? ?){3}· ([^<]+)<\/span>/.exec(
      html,
    );
    assert.equal(chip?.[2], 'DeviceManagement/Admin');
  });

  it('hands the answer on from the top of the page, too', () => {
    const [top] = /<nav class="top".*?<\/nav>/.exec(html) ?? [];
    assert.match(top ?? '', /copyForTicket.*showTimeline.*previewReport/);
    assert.ok(html.indexOf(top ?? '') < html.indexOf('<section'));
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

  it('counts no restart, and no phases either, where device preparation ran without a status page', async () => {
    const { overview, timelineSvg } = await bundle.overview(960);
    const { key } = bundle;
    const document = {
      ...bundle.document,
      reboots: [],
      phases: bundle.document.phases.map((phase) => ({ ...phase, state: 'unknown' as const, start: null })),
    };
    const values = (devicePreparation: DevicePreparation | null): readonly string[] => {
      const content = { key, document: { ...document, devicePreparation }, overview, timelineSvg, nameOf };
      const page = overviewBody({ ...content, words: overviewWords() });
      return [...page.matchAll(/aria-label="([^":]+: [^"]+)"/g)].map(([, label]) => label!).slice(0, 3);
    };
    const seen: DevicePreparation = { state: 'succeeded', start: null, end: null, workloads: [], evidence: [] };
    assert.deepEqual(
      [values(null), values(seen)].map(([restarts, , phases]) => [restarts, phases]),
      [
        ['Restarts inside the enrollment: unknown', 'ESP phases succeeded: unknown'],
        ['Restarts inside the enrollment: 0', 'ESP phases succeeded: unknown'],
      ],
    );
  });
});
