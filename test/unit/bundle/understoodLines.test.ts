import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Bundle } from '../../../src/core/bundle/bundle';
import type { BundleInput } from '../../../src/core/bundle/bundleInput';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { shownBytes, shownText } from '../../../src/core/bundle/shownBytes';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { MemberParts } from '../../../src/worker/memberParts';
import { renderMember } from '../../../src/worker/renderMember';
import { buildBundle } from '../../bundles/build';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { collectMdmDiagnostics } from '../../bundles/mdmCollection';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { requireData } from '../testData';

async function open(input: BundleInput): Promise<Bundle> {
  const result = await openBundle(input);
  assert.ok(result.ok);
  return result.bundle;
}

function file(name: string, bytes: Uint8Array): BundleInput {
  return { kind: 'file', name, source: new MemorySource(new Uint8Array(bytes)) };
}

function folder(files: Readonly<Record<string, string>>): BundleInput {
  return {
    kind: 'folder',
    name: 'folder',
    files: Object.entries(files).map(([path, text]) => ({
      path,
      source: new MemorySource(new TextEncoder().encode(text)),
      modified: null,
    })),
  };
}

/** Lines understood of all lines, by kind of member. */
function shares(bundle: Bundle): ReadonlyMap<string, readonly [number, number]> {
  const byKind = new Map<string, readonly [number, number]>();
  for (const { kind, understood } of bundle.members) {
    if (understood !== null) {
      const [lines, of] = byKind.get(kind) ?? [0, 0];
      byKind.set(kind, [lines + understood.lines, of + understood.of]);
    }
  }
  return byKind;
}

function assertShares(bundle: Bundle, kinds: number): void {
  const found = shares(bundle);
  const text = [...found].map(([kind, [lines, of]]) => `${kind} ${lines}/${of}`).join(', ');
  console.log(`      ${bundle.name}: ${text}`);
  assert.ok(found.size >= kinds, text);
  for (const [kind, [lines, of]] of found) {
    assert.ok(lines >= of * 0.99, `${kind}: ${lines} of ${of}`);
  }
}

/** Every member has a text, or a reason in words why it has none. */
async function assertAllRendered(bundle: Bundle): Promise<void> {
  const { signal } = new AbortController();
  for (const { path, problems } of bundle.members) {
    const shown = await renderMember(bundle, path, { number: 1, maxLength: 50_000_000 }, new MemberParts(), signal);
    assert.ok('reason' in shown ? shown.reason.length > 10 : shown.text.length > 0, path);
    assert.deepEqual(
      problems.filter(({ severity }) => severity !== 'info'),
      [],
      path,
    );
  }
}

describe('the share of lines that are understood', () => {
  for (const scenario of allScenarios) {
    it(`is at least 99 of 100 in each format of a built bundle: ${scenario.name}`, async () => {
      const { name, bytes } = buildBundle(scenario);
      const bundle = await open(file(name, bytes));
      // Some scenarios are bundles of which somebody has sent a part.
      assertShares(bundle, scenario.tamper === undefined ? 7 : 0);
      await assertAllRendered(bundle);
    });
  }

  for (const name of ['win11-23h2.cab', 'win11-23h2-tool.zip', 'collect-diagnostics.zip']) {
    it(`is at least 99 of 100 in each format of a real bundle: ${name}`, async function () {
      const bundle = await open(file(name, readFileSync(requireData(this, 'bundles', name))));
      assertShares(bundle, 10);
      await assertAllRendered(bundle);
    });
  }

  it('is told for each member, and is unknown where no text is read', async () => {
    const bundle = await open(
      folder({
        'CBS.log': '2026-02-17 13:14:27, Info                  CBS    x\n',
        'notes.txt': 'plain\n',
        'AgentExecutor.log': '<![LOG[a]LOG]!><time="1:1:1.0" date="1-1-2026">\nnoise\n',
      }),
    );
    assert.deepEqual(
      bundle.members.map(({ path, kind, understood }) => [path, kind, understood]),
      [
        ['AgentExecutor.log', 'cmTrace', { lines: 1, of: 2 }],
        ['CBS.log', 'cbsLog', { lines: 1, of: 1 }],
        ['notes.txt', 'text', null],
      ],
    );
    assert.equal(bundle.logs.servicing.length, 1);
  });
});

describe('rolled-over logs', () => {
  it('are read in the order of writing', async () => {
    const record = '<![LOG[a]LOG]!><time="1:1:1.0" date="1-1-2026">\n';
    const names = ['AppWorkload.log', 'AppWorkload-20260102-000000.log', 'AppWorkload-20260101-000000.log'];
    const bundle = await open(folder(Object.fromEntries(names.map((name) => [name, record]))));
    assert.deepEqual(
      bundle.logs.cmTrace.map(({ path }) => path),
      [names[2], names[1], names[0]],
    );
  });
});

describe('an export of events as XML', () => {
  const system = collectMdmDiagnostics(policyRebootTap.tell()).find(({ name }) => name === 'system.evtx')!;
  const log = openEvtx(system.bytes, 'system.evtx');
  const xml = `<Events>${Array.from({ length: log.count }, (_, index) => log.xml(index))
    .reverse()
    .join('\n')}</Events>`;

  it('is a log like any other, alone or beside others', async () => {
    const alone = await open(file('export.xml', new TextEncoder().encode(xml)));
    assert.deepEqual([alone.kind, alone.members[0]?.kind], ['singleLog', 'eventXml']);
    assert.equal(alone.members[0]?.records, log.count);
    const [channel] = alone.logs.events.channels;
    assert.deepEqual([channel?.channel, channel?.count], ['System', log.count]);
    const beside = await open(folder({ 'a/export.xml': xml, 'b.log': 'x' }));
    assert.equal(beside.logs.events.count, log.count);
  });

  it('is shown as the text of its events', async () => {
    const bundle = await open(file('export.xml', new TextEncoder().encode(xml)));
    const part = { number: 1, maxLength: 50_000_000 };
    const shown = await renderMember(bundle, 'export.xml', part, new MemberParts(), new AbortController().signal);
    assert.ok(!('reason' in shown));
    assert.equal(shown.languageId, 'mdmlog');
    assert.equal(shown.recordIds?.length, log.count);
    assert.ok(!shown.text.includes('<Event'));
  });

  it('adds nothing to the .evtx file of the same log', async () => {
    const both: BundleInput = {
      kind: 'folder',
      name: 'both',
      files: [
        { path: 'system.evtx', source: new MemorySource(new Uint8Array(system.bytes)), modified: null },
        { path: 'system.xml', source: new MemorySource(new TextEncoder().encode(xml)), modified: null },
      ],
    };
    const { logs } = await open(both);
    assert.deepEqual([logs.events.count, logs.events.problems], [log.count, []]);
  });
});

describe('the HTML report', () => {
  const html = '<!DOCTYPE html><title>MDM Diagnostic Report</title><table id="UnmanagedPoliciesTable"></table>';

  it('is read only where there is no XML report', async () => {
    const alone = await open(folder({ 'MDMDiagHTMLReport.html': html, 'other.html': html }));
    assert.deepEqual(
      alone.logs.mdmReports.map(({ path, content }) => [path, content.format]),
      [['MDMDiagHTMLReport.html', 'html']],
    );
    const xml = '<MDMEnterpriseDiagnosticsReport></MDMEnterpriseDiagnosticsReport>';
    const both = await open(folder({ 'MDMDiagHTMLReport.html': html, 'MDMDiagReport.xml': xml }));
    assert.deepEqual(
      both.logs.mdmReports.map(({ content }) => content.format),
      ['xml'],
    );
  });
});

describe('what may be shown of a member', () => {
  it('is all of it, but for hardware hashes', () => {
    const bytes = new TextEncoder().encode('Device Serial Number,Windows Product ID,Hardware Hash\n9FAKE7X,,T0Eg\n');
    assert.equal(shownBytes('text', bytes), bytes);
    const masked = new TextDecoder().decode(shownBytes('deviceHash', bytes));
    assert.ok(!/9FAKE7X|T0Eg/.test(masked));
  });

  it('is without tokens, line for line as the file', () => {
    const text = 'a\r\n{"refresh_token":"0.AXoA-secret"}\nb';
    assert.equal(shownText('cmTrace', new TextEncoder().encode(text)), 'a\r\n{"refresh_token":"(masked)"}\nb');
  });

  it('lays out JSON in one line, whatever its encoding, and leaves other JSON as it is', () => {
    const utf16 = new Uint8Array(Buffer.from('\uFEFF{"a":1,"b":"ü"}', 'utf16le'));
    assert.equal(shownText('autopilotProfile', utf16), '{\n  "a": 1,\n  "b": "ü"\n}\n');
    const written = new TextEncoder().encode('{\n"a":1}');
    assert.equal(shownBytes('json', written), written);
    assert.equal(shownBytes('text', utf16), utf16);
  });
});
