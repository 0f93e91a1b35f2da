import assert from 'node:assert/strict';
import type { Bundle } from '../../../src/core/bundle/bundle';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { findingKey } from '../../../src/core/case/anchorSource';
import type { Command } from '../../../src/core/case/command';
import { newCase, type CaseDocument } from '../../../src/core/case/caseDocument';
import { triage, type Triage } from '../../../src/core/enrollment/triage';
import { identifiersOf } from '../../../src/core/redact/identifiersOf';
import { makeReport } from '../../../src/core/report/makeReport';
import { makeRedactedReport } from '../../../src/core/report/makeRedactedReport';
import { namesInCase } from '../../../src/core/report/namesInCase';
import { reportForms, type ReportForm } from '../../../src/core/report/reportForms';
import { buildBundle } from '../../bundles/build';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { addNote, after, minute } from '../case/sampleCase';

const names = /adele|contoso|DESKTOP-EXAMPLE1|S-1-12-1-|S-1-5-21-|Renske|vexmoor|zarnath/i;

describe('a redacted report', () => {
  let bundle: Bundle;
  let told: Triage;
  let caseDocument: CaseDocument;

  before(async () => {
    const { name, bytes } = buildBundle(policyRebootTap);
    const opened = await openBundle({ kind: 'file', name, source: new MemorySource(new Uint8Array(bytes)) });
    assert.ok(opened.ok);
    bundle = opened.bundle;
    told = triage(bundle);
    const path = bundle.members.find(({ kind }) => kind === 'evtx')!.path;
    const anchor = { kind: 'record', place: { path, channel: 'System', recordId: 95, time: null } } as const;
    const blank = newCase({ sha256: bundle.sha256, names: [bundle.name], content: null });
    const first = after(
      blank,
      'Renske Oud',
      0,
      addNote('n1', 'Asked Adele Example and quillon.vexmoor@zarnath.example on DESKTOP-EXAMPLE1.', anchor),
      { kind: 'star', id: 'n1' },
    );
    // An author who has the name of a word.
    caseDocument = after(first, 'Kiosk', 5, { kind: 'reply', id: 'n1', reply: { id: 'r1', text: 'Agreed.' } });
    assert.equal(first.annotations[0]?.created.at, minute(0));
  });

  async function report(form: ReportForm, scope: 'everything' | 'starred'): Promise<string> {
    const found = await identifiersOf(bundle, namesInCase(caseDocument));
    const { report: made, leaks } = await makeRedactedReport(bundle, told, { form, scope, caseDocument }, found);
    assert.deepEqual(leaks, []);
    assert.ok(made.ok);
    return made.text;
  }

  for (const form of reportForms) {
    for (const scope of ['everything', 'starred'] as const) {
      it(`names nobody of the device or of the case: ${form}, ${scope}`, async () => {
        const text = await report(form, scope);
        assert.doesNotMatch(text, names);
        assert.doesNotMatch(text, /Kiosk/);
      });
    }
  }

  it('says that it is redacted, and keeps the settings that it blames', async () => {
    const text = await report('markdown', 'everything');
    assert.match(text, /pseudonyms/i);
    assert.match(text, /DeviceGuard\/LsaCfgFlags/);
    assert.match(text, /USER-\d|AUTHOR-\d/);
  });

  describe('of people who are called like words of its own', () => {
    /** Words of the style, of the markup and of properties. */
    const people = ['Max', 'Mark', 'Kind', 'Grid'];

    async function reportsOf(form: ReportForm): Promise<{ readonly plain: string; readonly redacted: string }> {
      const before = newCase({ sha256: bundle.sha256, names: [bundle.name], content: null });
      const noted = people.reduce(
        (document, person, at) => after(document, person, at, addNote(`n${at}`, `Ask <${person}>, says ${person}.`)),
        before,
      );
      const request = { form, scope: 'everything', caseDocument: noted } as const;
      const plain = await makeReport(bundle, told, request);
      const found = await identifiersOf(bundle, namesInCase(noted));
      const { report: made, leaks } = await makeRedactedReport(bundle, told, request, found);
      assert.deepEqual(leaks, []);
      assert.ok(made.ok && plain.ok);
      return { plain: plain.text, redacted: made.text };
    }

    it('keeps the style and the markup of the page', async () => {
      const { plain, redacted } = await reportsOf('html');
      const style = /<style>[^]*?<\/style>/;
      assert.match(redacted, /max-width/);
      assert.equal(style.exec(redacted)?.[0], style.exec(plain)?.[0]);
      assert.doesNotMatch(redacted, /says (?:Max|Mark|Kind|Grid)/);
      assert.match(redacted, /Ask &lt;AUTHOR-\d&gt;/);
    });

    for (const form of ['json', 'sarif'] as const) {
      it(`keeps the names of properties: ${form}`, async () => {
        const { plain, redacted } = await reportsOf(form);
        assert.deepEqual(propertiesIn(JSON.parse(redacted)), propertiesIn(JSON.parse(plain)));
        assert.doesNotMatch(redacted, /says (?:Max|Mark|Kind|Grid)/);
      });
    }
  });

  it('keeps the verdict with its finding, and every note with what it is about', async () => {
    const { findings, reboots } = told.document;
    const last = reboots.at(-1)!;
    const judged = after(
      newCase({ sha256: bundle.sha256, names: [bundle.name], content: null }),
      'Renske Oud',
      0,
      ...findings.map((finding): Command => ({
        kind: 'verdict',
        finding: findingKey(finding),
        verdict: 'disagree',
        note: `why ${findingKey(finding).length}`,
      })),
      addNote('n1', 'on a reboot', { kind: 'reboot', item: last.id, place: null }),
      addNote('n2', 'on a finding', { kind: 'finding', item: findingKey(findings[0]!), place: null }),
      { kind: 'starItem', anchor: { kind: 'finding', item: findingKey(findings[0]!), place: null } },
    );
    const found = await identifiersOf(bundle, namesInCase(judged));
    const request = { form: 'html', scope: 'everything', caseDocument: judged } as const;
    const { report: made } = await makeRedactedReport(bundle, told, request, found);
    assert.ok(made.ok);
    assert.equal(made.text.match(/AUTHOR-1 disagrees/g)?.length, new Set(findings.map(findingKey)).size);
    assert.match(made.text, /Reboot 2</);
    const starred = await makeRedactedReport(bundle, told, { ...request, scope: 'starred' }, found);
    assert.ok(starred.report.ok);
    assert.match(starred.report.text, /AUTHOR-1 disagrees/);
  });

  it('finds the quotes of its evidence', async () => {
    const html = await report('html', 'everything');
    assert.match(html, /CloudExperienceHostBroker\.exe/);
    assert.match(html, /HOST-1/);
  });
});

/** Names of all properties, in order. */
function propertiesIn(value: unknown): readonly string[] {
  return typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, part]) => [name, ...propertiesIn(part)]);
}
