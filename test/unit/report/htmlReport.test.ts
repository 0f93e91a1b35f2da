import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { makeReport } from '../../../src/core/report/makeReport';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { reboot, signIn } from '../enrollment/findings/storyFragments';
import { after, addNote, blankCase } from '../case/sampleCase';
import { requireData } from '../testData';
import { documentOf, openBytes, openScenario, reportOf, type OpenedScenario } from './reportSample';

interface Page {
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly text: string;
}

/** Reads a page as XML, which is stricter than HTML: what opens is closed, what is quoted ends. */
function read(html: string): Page {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes });
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(html).close();
  return { elements, text };
}

async function htmlOf({ bundle, told }: OpenedScenario): Promise<string> {
  const written = await makeReport(bundle, told, { form: 'html', scope: 'everything', caseDocument: null });
  assert.ok(written.ok);
  return written.text;
}

/** Well-formed, still, self-contained, and with an outline that a screen reader can follow. */
function assertSound(html: string): Page {
  const page = read(html);
  const policy = page.elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
  assert.equal(policy?.attributes.content, "default-src 'none'; style-src 'unsafe-inline'");
  const ids = new Set<string>();
  let level = 1;
  for (const { name, attributes } of page.elements) {
    assert.doesNotMatch(name, /^(script|iframe|object|embed|link|img|image|form|base|audio|video|foreignObject)$/);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.doesNotMatch(attribute, /^on|^src$|^href$|^action$/, `${attribute} of ${name}`);
      assert.ok(attribute === 'xmlns' || !/https?:|javascript:|data:|url\((?!#)/i.test(value), value);
    }
    if (attributes.id !== undefined) {
      assert.ok(!ids.has(attributes.id), `${attributes.id} is there once`);
      ids.add(attributes.id);
    }
    if (/^h[1-6]$/.test(name)) {
      const own = Number(name[1]);
      assert.ok(own <= level + 1, `${name} after h${level}`);
      level = own;
    }
  }
  for (const { attributes } of page.elements) {
    const label = attributes['aria-labelledby'];
    assert.ok(label === undefined || ids.has(label), `${label ?? ''} labels something`);
  }
  assert.doesNotMatch(/<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '', /url\(|@import|https?:/);
  assert.doesNotMatch(page.text, /\{\{|\[object|undefined|NaN/);
  return page;
}

describe('the HTML report', () => {
  for (const scenario of allScenarios) {
    it(`is sound: ${scenario.name}`, async () => {
      const opened = await openScenario(scenario);
      const { text } = assertSound(await htmlOf(opened));
      const { bundle, findings } = opened.document;
      assert.ok(text.includes(bundle.sha256));
      for (const { title } of findings) {
        assert.ok(text.includes(title), title);
      }
    });
  }

  for (const file of ['win11-23h2.cab', 'win11-23h2-tool.zip', 'collect-diagnostics.zip']) {
    it(`is sound for a real bundle (${file})`, async function () {
      const bytes = await readFile(requireData(this, 'bundles', file));
      assertSound(await htmlOf(await openBytes(file, new Uint8Array(bytes))));
    });
  }

  it('quotes the record that a finding cites, each record once', async () => {
    const page = read(await htmlOf(await openScenario(policyRebootTap)));
    assert.match(page.text, /Message1 = \.\/Device\/Vendor\/MSFT\/Policy\/Config\/DeviceGuard\/LsaCfgFlags/);
    assert.match(page.text, /Policy reboot, device setup/);
    const findings = page.text.slice(page.text.indexOf('Findings\n'));
    assert.equal(findings.split('ESP needs a restart for the collected policies (A coalesced').length, 2);
  });

  it('does not let a log, a name or a note become markup', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\ud800\u0000';
    const document = documentOf({
      reboots: [reboot({ class: 'script', initiator: { process: evil, reasonCode: null } })],
      signIns: [signIn({ user: { class: 'entra', name: evil, sid: null }, credentialWhy: evil })],
    });
    const quotes = new Map([['system.evtx#1', evil]]);
    const caseDocument = after(blankCase, evil.slice(0, 40), 0, addNote('1', evil));
    const { text } = assertSound(reportOf('html', document, { quotes, caseDocument }));
    assert.ok(text.includes('<script>alert(1)</script>'), 'it is shown as text');
    assert.doesNotMatch(text, /[\u202e\0]/);
  });
});
