import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openArchiveTree } from '../../../src/core/archive/archiveTree';
import type { Bundle } from '../../../src/core/bundle/bundle';
import type { BundleInput } from '../../../src/core/bundle/bundleInput';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { entraObjectId } from '../../../src/core/catalog/values/sids';
import { triage } from '../../../src/core/enrollment/triage';
import type { Identifier } from '../../../src/core/redact/identifier';
import { identifiersOf } from '../../../src/core/redact/identifiersOf';
import { leakCheck } from '../../../src/core/redact/leakCheck';
import { redactData } from '../../../src/core/redact/redactData';
import { redactedBundle } from '../../../src/core/redact/redactedBundle';
import { Redactor } from '../../../src/core/redact/redactor';
import { buildBundle } from '../../bundles/build';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import type { Scenario } from '../../bundles/scenario';
import type { DeviceIdentity } from '../../bundles/story/device';
import { requireData } from '../testData';
import { planted, plantedSecrets, plantedText, spellings } from './plantedIdentity';

async function open(input: BundleInput): Promise<Bundle> {
  const opened = await openBundle(input);
  assert.ok(opened.ok);
  return opened.bundle;
}

interface OpenScenario {
  readonly bundle: Bundle;
  readonly identity: DeviceIdentity;
}

/** The bundle of the scenario that was asked for last: most of the time of these tests would go into writing bundles. */
let last: { readonly name: string; readonly opened: Promise<OpenScenario> } | null = null;

function openScenario(scenario: Scenario): Promise<OpenScenario> {
  if (last?.name !== scenario.name) {
    const { name, bytes, told } = buildBundle(scenario);
    const { identity } = told.story.device;
    last = { name: scenario.name, opened: openBytes(name, bytes).then((bundle) => ({ bundle, identity })) };
  }
  return last.opened;
}

function openBytes(name: string, bytes: Uint8Array): Promise<Bundle> {
  return open({ kind: 'file', name, source: new MemorySource(new Uint8Array(bytes)) });
}

/** Everything in a zip as text, names first. */
async function textOfZip(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const opened = await openArchiveTree(new MemorySource(bytes), 'export.zip');
  assert.ok(opened.ok);
  const texts: string[] = [];
  for (const member of opened.tree.members) {
    const content = await member.read();
    assert.ok(content.ok);
    texts.push(member.rawName, Buffer.from(content.bytes).toString('utf8'));
  }
  return texts.join('\n');
}

/** What is known about the device and person of a scenario. */
function valuesOf({
  hostName,
  machineSid,
  person,
  tenantId,
  tenantDomain,
  enrollmentId,
}: DeviceIdentity): readonly string[] {
  return [
    hostName,
    machineSid,
    person.sid,
    entraObjectId(person.sid) ?? person.sid,
    person.account,
    person.displayName,
    person.upn,
    tenantId,
    tenantDomain,
    enrollmentId,
    '00000000-0000-4000-8000-0000000dec1e',
    '00000000-0000-4000-8000-0000000007d1',
  ];
}

/** Those of the values that the text holds, each with what stands around it. */
function seenIn(text: string, values: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return values.flatMap((value) => {
    const at = lower.indexOf(value.toLowerCase());
    return at < 0 ? [] : [`${value} in …${text.slice(Math.max(0, at - 60), at + 60)}…`];
  });
}

function assertNone(text: string, values: readonly string[]): void {
  assert.deepEqual(seenIn(text, values), []);
}

/** All texts of some data, with the way to each. */
function* textsIn(data: unknown, at = ''): Generator<readonly [path: string, text: string]> {
  if (typeof data === 'string') {
    yield [at, data];
  } else if (typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) {
      yield* textsIn(value, `${at}/${name}`);
    }
  }
}

/** Codes, times, well-known SIDs, ids of apps and scripts: what findings rest on. */
const fact =
  /0x[0-9a-f]{8}|\d{4}-\d\d-\d\dT[\d:.]+Z|S-1-5-(?:18|19|20|32-\d{3})(?!\d)|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|#\d+/gi;

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

describe('a redacted export', () => {
  it('is opened as what it is: its event logs are there, as texts that hold no records', async () => {
    const { bundle } = await openScenario(policyRebootTap);
    const zip = await redactedBundle(bundle, new Redactor((await identifiersOf(bundle)).identifiers));
    const { document } = triage(await openBytes('redacted.zip', zip));
    const system = document.coverage.find(({ log }) => log === 'System');
    assert.equal(system?.state, 'unreadable');
    assert.match(system.path ?? '', /System Events\.evtx\.txt$/);
    assert.deepEqual(
      document.coverage.filter(({ state }) => state === 'absent'),
      [],
    );
    assert.ok(document.reboots.every(({ confidence }) => confidence === 'low'));
  });

  for (const scenario of allScenarios) {
    it(`names nobody, and keeps the facts: ${scenario.name}`, async () => {
      const { bundle, identity } = await openScenario(scenario);
      const found = await identifiersOf(bundle);
      const { identifiers } = found;
      const redactor = new Redactor(identifiers);
      const values = valuesOf(identity);

      const zip = await redactedBundle(bundle, redactor);
      assert.deepEqual(await leakCheck(zip, found), []);
      assertNone(await textOfZip(zip), values);

      const { document } = triage(bundle);
      const redacted = new Map(textsIn(redactData(redactor, document)));
      assertNone([...redacted.values()].join('\n'), values);
      const names = /example|contoso|desktop-|S-1-5-21|S-1-12-1|[0-9a-f]{8}-[0-9a-f]{4}|adele/i;
      for (const [path, text] of textsIn(document)) {
        assert.ok(redacted.get(path) === text || names.test(text), `${path}: ${text} → ${redacted.get(path) ?? ''}`);
      }
      for (const [path, text] of textsIn(document)) {
        const facts = (text.match(fact) ?? []).filter((found) => !values.some((value) => isSame(value, found)));
        const lost = facts.filter((found) => redacted.get(path)?.includes(found) !== true);
        assert.deepEqual(lost, [], `${path}: ${text} → ${redacted.get(path) ?? ''}`);
      }
      for (const [index, { causes, initiator }] of document.reboots.entries()) {
        causes.forEach(({ uri }, cause) => {
          assert.equal(redacted.get(`/reboots/${index}/causes/${cause}/uri`), uri.replace(values[7]!, 'TENANT-1'));
        });
        assert.equal(redacted.get(`/reboots/${index}/initiator/process`), initiator?.process);
      }
    });

    it(`hides all that is planted: ${scenario.name}`, async () => {
      const { bundle } = await openScenario(scenario);
      await assertHidden(await plant(bundle));
    });
  }

  for (const file of ['win11-23h2.cab', 'win11-23h2-tool.zip', 'collect-diagnostics.zip']) {
    it(`hides all that is planted in a real bundle (${file})`, async function () {
      const bytes = await readFile(requireData(this, 'bundles', file));
      await assertHidden(await plant(await openBytes(file, bytes)));
    });
  }

  after(() => {
    const share = ((100 * recall.hidden) / recall.planted).toFixed(2);
    console.log(
      `      recall: ${recall.hidden} of ${recall.planted} spellings of planted identifiers hidden, ${share} %`,
    );
  });

  it('calls a person, a tenant and a device the same in every form and file', async () => {
    const { name, bytes, told } = buildBundle(policyRebootTap);
    const { identifiers } = await identifiersOf(await openBytes(name, bytes));
    const pseudonymOf = (value: string): string | undefined =>
      identifiers.find(({ values }) => values.some((known) => known.toLowerCase() === value.toLowerCase()))?.pseudonym;
    const { person, tenantId, tenantDomain, hostName, machineSid } = told.story.device.identity;
    for (const form of [person.sid, entraObjectId(person.sid)!, person.account, person.displayName, person.upn]) {
      assert.equal(pseudonymOf(form), 'USER-1', form);
    }
    assert.deepEqual([tenantId, tenantDomain].map(pseudonymOf), ['TENANT-1', 'TENANT-1']);
    assert.equal(pseudonymOf(hostName), 'HOST-1');
    assert.equal(pseudonymOf(machineSid), 'SID-1');
  });

  it('keeps the pseudonyms of an earlier export, and gives new ones to what is new', async () => {
    const { name, bytes } = buildBundle(policyRebootTap);
    const bundle = await openBytes(name, bytes);
    const known: readonly Identifier[] = [
      { kind: 'user', pseudonym: 'USER-7', values: ['adele@contoso.example'] },
      { kind: 'host', pseudonym: 'HOST-1', values: ['ANOTHER-PC'] },
    ];
    const { identifiers } = await identifiersOf(bundle, { known });
    assert.equal(identifiers.find(({ values }) => values.includes('AdeleExample'))?.pseudonym, 'USER-7');
    assert.equal(identifiers.find(({ values }) => values.includes('DESKTOP-EXAMPLE1'))?.pseudonym, 'HOST-2');
    assert.equal(new Set(identifiers.map(({ pseudonym }) => pseudonym)).size, identifiers.length);
  });

  it('leaves what is the same on every device', async () => {
    const text = [
      'S-1-5-18 S-1-5-32-544 127.0.0.1 ::1 defaultuser0 C:\\Users\\Public\\x C:\\Users\\defaultuser0\\y',
      'LastLoggedOnProvider = {C5D7540A-CD51-453B-B22B-05305BA03F07}',
      'ClientId : 29d9ed98-a469-4536-ade2-f981bc1d605e, TenantId : 00000000-0000-0000-0000-000000000000',
      './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags 0x800704c7 Version 10.0.26100.7623 1.99.100.0',
      'foouser@contoso.microsoft.com svchost.exe IntuneManagementExtension 2026-02-01T08:00:00.123Z',
    ].join('\r\n');
    const bundle = await open({
      kind: 'folder',
      name: 'logs',
      files: [{ path: 'a.log', modified: 0, source: new MemorySource(new TextEncoder().encode(text)) }],
    });
    const { identifiers } = await identifiersOf(bundle);
    assert.deepEqual(identifiers, []);
  });
});

/** The members of a bundle as files of a folder, with planted ones among them. */
async function plant(bundle: Bundle): Promise<Bundle> {
  const encoder = new TextEncoder();
  const files = [];
  for (const { path, kind, unreadable } of bundle.members) {
    const content = kind === 'archive' || unreadable !== null ? null : await bundle.read(path);
    if (content?.ok === true) {
      files.push({ path, modified: 0, source: new MemorySource(content.bytes) });
    }
  }
  const everySpelling = planted.flatMap(({ value }) => Object.values(spellings).map((spell) => `x ${spell(value)} x`));
  const texts: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
    'planted/names.log': encoder.encode(plantedText()),
    'planted/export.reg': new Uint8Array(Buffer.from(`\uFEFF${plantedText()}`, 'utf16le')),
    'planted/every spelling.log': encoder.encode(everySpelling.join('\r\n')),
    'planted/DeviceHash_ZRN-LAPTOP-0417.csv': encoder.encode(
      'Device Serial Number,Windows Product ID,Hardware Hash\r\n5CG9351QZX,,T0Hx\r\n',
    ),
  };
  const added = Object.entries(texts).map(([path, bytes]) => ({ path, modified: 0, source: new MemorySource(bytes) }));
  return open({ kind: 'folder', name: bundle.name, files: [...files, ...added] });
}

/** How many spellings of planted values were looked for, and how many were gone. */
const recall = { planted: 0, hidden: 0 };

async function assertHidden(bundle: Bundle): Promise<void> {
  const found = await identifiersOf(bundle);
  const { identifiers } = found;
  const known = new Set(identifiers.flatMap(({ values }) => values.map((value) => value.toLowerCase())));
  for (const { value } of planted) {
    const isKnown = [...known].some((name) => value.toLowerCase().startsWith(name));
    assert.ok(isKnown, `${value} is an identifier`);
  }
  const zip = await redactedBundle(bundle, new Redactor(identifiers));
  assert.deepEqual(await leakCheck(zip, found), []);
  // The account at the end of the SID of a device stays readable.
  const values = planted.map(({ value }) => value.replace(/^(S-1-5-21-.*)-\d+$/, '$1'));
  const everyForm = values.flatMap((value) => Object.values(spellings).map((spell) => spell(value)));
  const wanted = [...everyForm, ...plantedSecrets];
  const text = await textOfZip(zip);
  const seen = seenIn(text, wanted);
  recall.planted += wanted.length;
  recall.hidden += wanted.length - seen.length;
  assert.deepEqual(seen, []);
}
