import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { parseMdmHtmlReport } from '../../../src/core/logs/mdmHtmlReport';
import { parseMdmReport } from '../../../src/core/logs/mdmReport';
import { mdmReportText } from '../../bundles/mdmReportXml';
import { exampleDevice } from '../../bundles/scenarios/exampleDevice';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

const device = exampleDevice({ seed: 1 });
const createdAt = Date.UTC(2026, 7, 20, 7, 59, 11);

const policies = `<MDMEnterpriseDiagnosticsReport>
 <PolicyManager>
  <ConfigSource>
   <EnrollmentId>AAAA</EnrollmentId>
   <PolicyScope>
    <PolicyScope>Device</PolicyScope>
    <Area>
     <PolicyAreaName>Update</PolicyAreaName>
     <DeferDays>007</DeferDays>
     <DeferDays_LastWrite>1</DeferDays_LastWrite>
    </Area>
   </PolicyScope>
   <PolicyScope>
    <PolicyScope>S-1-12-1-1</PolicyScope>
    <Area><PolicyAreaName>Start</PolicyAreaName><Pins>&lt;a&gt; &#x41;&#13;</Pins></Area>
   </PolicyScope>
  </ConfigSource>
  <CurrentPolicies>
   <PolicyScope>device</PolicyScope>
   <CurrentPolicyValues>
    <PolicyAreaName>Update</PolicyAreaName>
    <DeferDays>5</DeferDays>
    <DeferDays_ProviderSet>1</DeferDays_ProviderSet>
    <DeferDays_WinningProvider>BBBB</DeferDays_WinningProvider>
   </CurrentPolicyValues>
  </CurrentPolicies>
 </PolicyManager>
</MDMEnterpriseDiagnosticsReport>
`;

describe('MDMDiagReport.xml', () => {
  it('tells of the system and its enrollments, each with its line', () => {
    const text = mdmReportText(device, createdAt, [{ area: 'DmaGuard', values: { DeviceEnumerationPolicy: 0 } }]);
    const report = parseMdmReport(text, 'r.xml');
    assert.equal(report.createdMs, createdAt);
    assert.deepEqual(report.problems, []);
    assert.deepEqual(report.understood, { lines: text.split('\n').length - 1, of: text.split('\n').length - 1 });
    const lineOf = (part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;
    const version = report.system.find(({ name }) => name === 'OSVersion');
    assert.deepEqual(version, {
      name: 'OSVersion',
      value: `10.0.${device.build}.${device.revision}`,
      line: lineOf('<OSVersion>'),
    });
    const [enrollment] = report.enrollments;
    assert.deepEqual([enrollment?.kind, enrollment?.id], ['enrollment', device.enrollmentId]);
    assert.equal(enrollment?.line, lineOf('<Enrollment>'));
    assert.deepEqual(report.currentPolicies, [
      {
        area: 'DmaGuard',
        scope: 'device',
        name: 'DeviceEnumerationPolicy',
        value: '0',
        source: null,
        winningProvider: null,
        line: lineOf('<DeviceEnumerationPolicy>'),
      },
    ]);
  });

  it('tells what each source set, what is in force, and who won', () => {
    const { currentPolicies, configuredPolicies } = parseMdmReport(policies, 'r.xml');
    assert.deepEqual(configuredPolicies, [
      {
        area: 'Update',
        scope: 'Device',
        name: 'DeferDays',
        value: '007',
        source: 'AAAA',
        winningProvider: null,
        line: 9,
      },
      {
        area: 'Start',
        scope: 'S-1-12-1-1',
        name: 'Pins',
        value: '<a> A\r',
        source: 'AAAA',
        winningProvider: null,
        line: 15,
      },
    ]);
    assert.deepEqual(currentPolicies, [
      {
        area: 'Update',
        scope: 'device',
        name: 'DeferDays',
        value: '5',
        source: null,
        winningProvider: 'BBBB',
        line: 22,
      },
    ]);
  });

  it('is refused from its DOCTYPE on', () => {
    const report = parseMdmReport(`<!DOCTYPE r [<!ENTITY a "b">]>\n${policies}`, 'r.xml');
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ['mdmreport.stopped'],
    );
    assert.deepEqual(report.currentPolicies, []);
    assert.equal(report.understood.lines, 0);
  });

  it('is read as far as it goes when it was cut or damaged', () => {
    const cut = parseMdmReport(policies.slice(0, policies.indexOf('<CurrentPolicies>')), 'r.xml');
    assert.equal(cut.configuredPolicies.length, 2);
    assert.deepEqual(
      cut.problems.map(({ code }) => code),
      ['mdmreport.not-well-formed'],
    );
    const damaged = parseMdmReport(policies.replace('007', '0&07'), 'r.xml');
    assert.equal(damaged.currentPolicies.length, 1);
    assert.equal(damaged.understood.lines, 8);
  });

  it('does no harm, whatever is in it', () => {
    const inArea = (content: string): string => policies.replace('<DeferDays>5</DeferDays>', content);
    for (const [name, text] of [
      ['deep', '<a>'.repeat(1_000_000)],
      ['deep in an area', inArea('<a>'.repeat(60) + '</a>'.repeat(60))],
      ['prototype', inArea('<__proto__>1</__proto__><constructor>2</constructor>')],
      ['many errors', `<a>${'&'.repeat(2_000_000)}</a>`],
      ['a huge area', inArea('<b>1</b>'.repeat(600_000))],
      ['open tags', '<'.repeat(2_000_000)],
      ['many areas', `<r><PolicyManager><CurrentPolicies>${'<CurrentPolicyValues/>'.repeat(100_000)}`],
      ['a long name', `<${'a'.repeat(3_000_000)}>`],
    ] as const) {
      assertQuick(name, () => parseMdmReport(text, 'r.xml'));
    }
    assert.equal(Object.hasOwn(Object.prototype, '1'), false);
  });

  it('of a real device has one policy in force and 36 enrollments and states', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2.cab')));
    const opened = await openBundle({ kind: 'file', name: 'a.cab', source: new MemorySource(bytes) });
    assert.ok(opened.ok);
    const [report, ...others] = opened.bundle.logs.mdmReports;
    assert.equal(others.length, 0, 'the HTML report is not needed beside the XML report');
    assert.equal(report?.content.enrollments.length, 36);
    assert.deepEqual(
      report.content.currentPolicies.map(({ area, name, value, line }) => [area, name, value, line]),
      [['Security', 'AllowAutomaticDeviceEncryptionForAzureADJoinedDevices', '0', 502]],
    );
  });
});

describe('the HTML report', () => {
  const html = `<!DOCTYPE html><html><head><title>MDM Diagnostic Report</title></head><body>
<table id="UnmanagedPoliciesTable" class="TableText"><tbody><tr><td>x</td><td>y</td></tr></tbody></table>
<table id="ManagedPoliciesTable"><thead><tr><th align="left">Area</th></tr></thead><tbody>
<tr><td valign="top" class="LabelColumn">Update</td><td>DeferDays</td><td>0</td><td>5</td><td>device</td><td>AAAA=5</td></tr>
<tr><td>Start</td><td>Pins</td><td></td><td><enabled/> &amp;&#65;</td><td>S-1</td><td>AAAA=1,<br/>BBBB=2</td></tr>
</tbody></table><p>&lt;</p></body></html>`;

  it('stands in for the XML report with the managed policies', () => {
    const { currentPolicies, format, problems } = parseMdmHtmlReport(html, 'r.html');
    assert.deepEqual([format, problems], ['html', []]);
    assert.deepEqual(currentPolicies, [
      {
        area: 'Update',
        scope: 'device',
        name: 'DeferDays',
        value: '5',
        source: null,
        winningProvider: 'AAAA',
        line: 4,
      },
      {
        area: 'Start',
        scope: 'S-1',
        name: 'Pins',
        value: '<enabled/> &A',
        source: null,
        winningProvider: null,
        line: 5,
      },
    ]);
  });

  it('of a device without managed policies has none, and that is no fault', () => {
    const report = parseMdmHtmlReport(html.slice(0, html.indexOf('<table id="Managed')), 'r.html');
    assert.deepEqual([report.currentPolicies, report.problems], [[], []]);
    assert.equal(parseMdmHtmlReport('<!DOCTYPE html><html>', 'r.html').problems.length, 1);
  });

  it('takes time in proportion to its length', () => {
    const start = '<table id="ManagedPoliciesTable">';
    for (const [name, text] of [
      ['rows', start + '<tr>'.repeat(500_000)],
      ['cells', `${start}<tr>${'<td>'.repeat(500_000)}`],
      ['open cells', `${start}<tr>${'<td'.repeat(700_000)}`],
      ['references', `${start}<tr><td>${'&#'.repeat(1_000_000)}`],
      ['tables', '<table '.repeat(300_000)],
    ] as const) {
      assertQuick(name, () => parseMdmHtmlReport(text, 'r.html'));
    }
  });
});
