import assert from 'node:assert/strict';
import type { Bundle } from '../../../src/core/bundle/bundle';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { triage, type Triage } from '../../../src/core/enrollment/triage';
import { findOccurrences } from '../../../src/core/language/occurrences';
import { renderEventLog } from '../../../src/core/logs/eventText';
import { identifiersOf } from '../../../src/core/redact/identifiersOf';
import { leakCheck } from '../../../src/core/redact/leakCheck';
import { redactedView, type RedactedView } from '../../../src/core/redact/redactedView';
import type { Identifiers } from '../../../src/core/redact/identifier';
import { Redactor } from '../../../src/core/redact/redactor';
import { BundleSearch } from '../../../src/core/search/bundleSearch';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { channelSeries } from '../../../src/core/timeline/channelSeries';
import { stackTimelines } from '../../../src/core/timeline/stackTimelines';
import { timelineSvg } from '../../../src/core/timeline/timelineSvg';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';

describe('a bundle under pseudonyms', () => {
  let bundle: Bundle;
  let told: Triage;
  let found: Identifiers;
  let view: RedactedView;

  before(async () => {
    const { name, bytes } = buildBundle(policyRebootTap);
    const opened = await openBundle({ kind: 'file', name, source: new MemorySource(new Uint8Array(bytes)) });
    assert.ok(opened.ok);
    bundle = opened.bundle;
    told = triage(bundle);
    found = await identifiersOf(bundle);
    view = redactedView(bundle, told, new Redactor(found.identifiers));
  });

  async function assertClean(text: string): Promise<void> {
    assert.deepEqual(await leakCheck(new TextEncoder().encode(text), found), []);
  }

  it('names nobody in paths, in the story and in any text', async () => {
    await assertClean(JSON.stringify({ ...view.bundle, logs: null }));
    await assertClean(JSON.stringify(view.told.document));
    for (const { path } of view.bundle.members) {
      const content = await view.bundle.read(path);
      await assertClean(content.ok ? Buffer.from(content.bytes).toString('utf8') : content.problem.detail);
    }
  });

  it('paints no name into a picture of the timeline, alone or beside another', async () => {
    // A PNG has no text that could be read back: it is painted from the same layout as an SVG, which has.
    const textsOf = ({ bundle: shown, told: story }: Pick<RedactedView, 'bundle' | 'told'>): readonly string[] => {
      const { document, clock } = story;
      const channels = channelSeries(shown.logs.events, clock);
      const model = buildTimeline(document, channels);
      const titled = { title: document.bundle.name, model };
      const stack = stackTimelines([titled, titled], { kind: 'enrollmentStart' });
      return [model, stack.model].flatMap((own) =>
        Array.from(timelineSvg(own, { width: 6000 }).matchAll(/<text[^>]*>([^<]*)</g), ([, text = '']) => text),
      );
    };
    const redacted = textsOf(view);
    assert.ok(
      redacted.some((text) => text.includes('HOST-1')),
      redacted.join('\n'),
    );
    await assertClean(redacted.join('\n'));
    const plain = new TextEncoder().encode(textsOf({ bundle, told }).join('\n'));
    assert.notDeepEqual(await leakCheck(plain, found), [], 'else this would find nothing at all');
  });

  it('keeps the paths different and lets evidence find its member', () => {
    const paths = new Set(view.bundle.members.map(({ path }) => path));
    assert.equal(paths.size, bundle.members.length);
    const cited = view.told.document.findings.flatMap(({ evidence }) => evidence);
    assert.notEqual(cited.length, 0);
    assert.deepEqual(
      cited.filter(({ path }) => !paths.has(path)),
      [],
    );
  });

  it('keeps records and lines under their numbers', async () => {
    for (const [index, { path, log }] of bundle.logs.events.files.entries()) {
      const shown = view.bundle.logs.events.files[index]!;
      const text = renderEventLog(shown.log, shown.path);
      assert.deepEqual(text.recordLines, renderEventLog(log, path).recordLines, path);
      await assertClean(text.text);
    }
    for (const [index, { path, kind }] of bundle.members.entries()) {
      if (kind === 'cmTrace') {
        const [before, after] = [await bundle.read(path), await view.bundle.read(view.bundle.members[index]!.path)];
        assert.ok(before.ok && after.ok);
        const count = (bytes: Uint8Array): number => bytes.filter((byte) => byte === 0x0a).length;
        assert.equal(count(after.bytes), count(before.bytes), path);
      }
    }
  });

  it('is searched by pseudonym, not by name', async () => {
    assert.notEqual((await findOccurrences(view.bundle, 'USER-1', 5)).total, 0);
    assert.equal((await findOccurrences(view.bundle, 'adele@contoso.example', 5)).total, 0);
    const search = new BundleSearch(view.bundle, view.told);
    let total = -1;
    for await (const update of search.search('"USER-1"')) {
      await assertClean(JSON.stringify(update));
      total = update.kind === 'end' ? update.outcome.total : total;
    }
    assert.ok(total > 0);
  });

  it('gives away no bytes of what has no text', async () => {
    const archive = view.bundle.members.find(({ kind }) => kind === 'archive');
    assert.ok(archive);
    const content = await view.bundle.read(archive.path);
    assert.ok(!content.ok && content.reason === 'redacted');
  });
});
