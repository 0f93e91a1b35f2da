import assert from 'node:assert/strict';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import { makeReport } from '../../../src/core/report/makeReport';
import type { ReportForm } from '../../../src/core/report/reportForms';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { windows23h2NoSystem } from '../../bundles/scenarios/windows23h2NoSystem';
import { addNote, after, blankCase, minute } from '../case/sampleCase';
import { openScenario, type OpenedScenario } from './reportSample';

describe('a report of what is starred', () => {
  let opened: OpenedScenario;

  before(async () => {
    opened = await openScenario(policyRebootTap);
  });

  function starred(item: string): CaseDocument {
    const withNote = after(blankCase, 'Ada', 0, addNote('1', 'Not starred.'));
    const anchor = { kind: 'reboot', item, place: null } as const;
    return { ...withNote, stars: [{ anchor, by: 'Ada', at: minute(1) }] };
  }

  async function report(form: ReportForm, caseDocument: CaseDocument | null): Promise<string> {
    const written = await makeReport(opened.bundle, opened.told, { form, scope: 'starred', caseDocument });
    assert.ok(written.ok);
    return written.text;
  }

  it('tells the starred restart with its causes at length, and nothing else', async () => {
    const { reboots } = opened.document;
    const policy = reboots.find((reboot) => reboot.class === 'coalescedPolicy');
    assert.ok(policy !== undefined && reboots.length > 1);
    const document = JSON.parse(await report('json', starred(policy.id))) as typeof opened.document;
    assert.deepEqual(document.reboots, [policy]);
    assert.deepEqual([document.signIns, document.findings], [[], []]);
  });

  it('keeps the story at a glance, says that it is a selection, and leaves other notes out', async () => {
    const text = await report('markdown', starred(opened.document.reboots[0]!.id));
    assert.match(text, /^### Who restarted it$/m);
    assert.match(text, /only what was starred/);
    assert.doesNotMatch(text, /Not starred\.|### Findings|any more/);
  });

  it('says how many starred parts the story does not have any more', async () => {
    assert.match(await report('markdown', starred('reboot-99')), /Not told by this bundle any more: 1 starred item/);
  });

  it('never leaves out what the bundle cannot tell', async () => {
    const poor = await openScenario(windows23h2NoSystem);
    const gaps = poor.document.findings.filter(({ gap }) => gap !== null);
    assert.ok(gaps.length > 0 && gaps.length < poor.document.findings.length);
    const request = { form: 'json', scope: 'starred', caseDocument: blankCase } as const;
    const written = await makeReport(poor.bundle, poor.told, request);
    assert.ok(written.ok);
    assert.deepEqual((JSON.parse(written.text) as typeof poor.document).findings, gaps);
  });

  it('is empty below the glance without a case', async () => {
    assert.doesNotMatch(await report('html', null), /id="restarts"|id="findings"/);
  });
});
