import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/core/language/hover';
import { contextOf } from './fakeLog';

const tail = '<time="01:40:27.19" date="8-4-2026" component="A" context="" type="1" thread="4" file="">';
const app = '0a1b2c3d-0000-4000-8000-00000000abcd';

/** A bar that touches something; those around the titles of a report stand alone. */
const mark = /\|(?=\S)|(?<=\S)\|/;

/** The hover at the mark in a text. */
function hoverOf(marked: string): string {
  const before = marked.slice(0, marked.search(mark));
  const line = before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n') - 1;
  return hoverAt(contextOf(marked.replace(mark, '')), line, column)?.markdown ?? '';
}

const agentLog = (...messages: string[]) => messages.map((message) => `<![LOG[${message}]LOG]!>${tail}`).join('\n');

describe('a hover over a log of the Intune agent', () => {
  it('names an app as the log does, wherever its id stands', () => {
    const registered = `In EspPhase: DeviceSetup. App ${app} has been registered. App name: Contoso VPN`;
    const progress = `Downloading app (id = ${app}, name = Contoso VPN) via DO, bytes 1/2`;
    const policy = `Get policies = [{"Id":"${app}","Name":"Contoso VPN","Version":1}]`;
    const doubled = `{""Id"":""${app}"",""Name"":""Contoso VPN""}`;
    for (const told of [registered, progress, policy, doubled]) {
      assert.match(
        hoverOf(agentLog(`got trackingApp Win32App_|${app}_1, install: 2`, told)),
        /\*\*App\*\* ` Contoso VPN `/,
      );
    }
  });

  it('does not give an app the name of something else', () => {
    const other = '1a1b2c3d-0000-4000-8000-00000000abcd';
    const hover = hoverOf(
      agentLog(`app ${app}, next ${other}, name = Other. provider name = Workplace`, `app id = |${app}`),
    );
    assert.doesNotMatch(hover, /Other|Workplace/);
    assert.match(hover, /Its name is not in this log/);
  });

  it('names the applications of Entra ID', () => {
    const line =
      'using client id fc0f3af4-6835-4174-b806-f7db311fd2f3 and resource id |26a4ae64-5862-427f-a9b0-044e62572a4f';
    assert.match(hoverOf(agentLog(line)), /Microsoft Intune Checkin/);
    assert.match(hoverOf(agentLog(line.replace('|', '').replace('fc0f', '|fc0f'))), /Microsoft Intune Windows Agent/);
  });

  it('shows decimal codes in hexadecimal and in words', () => {
    assert.match(
      hoverOf(agentLog('Failed, errorCode = |3399548929')),
      /` 3399548929 ` = ` 0xCAA10001 `\n\nThe user has to/,
    );
    assert.match(hoverOf(agentLog('ended with -201|6345060 here')), /0x87D1041C/);
    assert.match(hoverOf(agentLog('error = |3399999999')), /0xCAA7E1FF `\n\nNot in the catalogue/);
  });

  it('knows exit codes, and which of them ask for a restart', () => {
    assert.match(
      hoverOf(agentLog('[Win32App] lpExitCode 30|10')),
      /ERROR_SUCCESS_REBOOT_REQUIRED[\s\S]*a soft restart/,
    );
    assert.match(hoverOf(agentLog('process exit code: 1641|')), /a hard restart/);
    assert.match(hoverOf(agentLog('exit code 16|03')), /ERROR_INSTALL_FAILURE[\s\S]*a failure/);
    assert.match(hoverOf(agentLog('exitCode = |0')), /success/);
  });

  it('says what a line means and does not prove, where nothing in it is more telling', () => {
    assert.match(hoverOf(agentLog('EMS Agent |received shutdown signal')), /\*\*Proves\*\* an orderly shutdown/);
    assert.match(hoverOf(agentLog('In EspPhase: Device|Setup')), /only looks now and then/);
    assert.equal(hoverOf(agentLog('some|thing else')), '');
  });
});

describe('a hover over the output of dsregcmd', () => {
  const report = (context: string, marked: string) =>
    [
      '| Device State |',
      '             AzureAdJoined : YES',
      '| Diagnostic Data |',
      marked,
      `               User Context : ${context}`,
    ].join('\n');

  it('warns that a run as SYSTEM says nothing about the user', () => {
    for (const line of [
      '                AzureAd|Prt : NO',
      '                    Ngc|Set : NO',
      '             WamDefault|Set : ERROR (0x80070520)',
    ]) {
      assert.match(hoverOf(report('SYSTEM', line)), /ran as SYSTEM/);
      assert.doesNotMatch(hoverOf(report('UN-ELEVATED User', line)), /ran as SYSTEM/);
    }
    assert.match(
      hoverOf(report('SYSTEM', '             WamDefault|Set : ERROR (0x80070520)')),
      /ERROR_NO_SUCH_LOGON_SESSION/,
    );
  });

  it('says of a device id what it is, in any run', () => {
    const hover = hoverOf(report('SYSTEM', `                  Tenant|Id : ${app}`));
    assert.match(hover, /tenant that the device is joined to/);
    assert.doesNotMatch(hover, /SYSTEM/);
  });
});

describe('a hover over JSON', () => {
  it('decodes the settings of an Autopilot profile, in one line or in many', () => {
    for (const text of ['{"x":1,"CloudAssignedOobe|Config":284}', '{\n  "CloudAssignedOobeConfig": 2|84\n}']) {
      assert.match(hoverOf(text), /skip express settings, skip OEM registration, skip license terms/);
    }
    assert.match(hoverOf('{"CloudAssignedDomainJoinMethod":|1}'), /hybrid join/);
    assert.match(
      hoverOf(`{"CloudAssignedTenantId":"0a1b|2c3d-0000-4000-8000-00000000abcd"}`),
      /tenant that the device/,
    );
    assert.equal(hoverOf('{"Other":|1}'), '');
  });
});

describe('a hover over a registry dump', () => {
  const enrollment =
    '[HKEY_LOCAL_MACHINE\\software\\microsoft\\enrollments\\0a1b2c3d-0000-4000-8000-00000000abcd\\FirstSync]';
  const inKey = (key: string, marked: string) => hoverOf(`${key}\n    "Other"=DWORD:00000001\n    ${marked}\n`);

  it('says what numbers of an enrollment mean', () => {
    assert.match(inKey(enrollment, '"Enrollment|Type"=DWORD:00000006'), /through the join to Entra ID/);
    assert.match(
      inKey(enrollment, '"BlockInStatusPage"=DWORD:0000|0006'),
      /after a failure\\: try again, continue anyway/,
    );
    assert.match(inKey(enrollment, '"SkipUserStatus|Page"=DWORD:ffffffff'), /skipped, or finished already/);
    assert.match(inKey(enrollment, '"LsaCfg|Flags"=DWORD:00000001'), /with UEFI lock/);
    assert.match(inKey(enrollment, '"CloudAssignedOobe|Config"=DWORD:00000060'), /self\\-deploying/);
    assert.match(inKey(enrollment, '"Skip|X"=DWORD:00000000'), /settings of the Enrollment Status Page/);
  });

  it('tells the state of a provider from that of an app by the key', () => {
    const tracking =
      '[HKEY_LOCAL_MACHINE\\a\\EnrollmentStatusTracking\\Device\\Setup\\Apps\\Tracking\\Sidecar\\Win32App_x_1]';
    const provider =
      '[HKEY_LOCAL_MACHINE\\a\\EnrollmentStatusTracking\\Device\\DevicePreparation\\PolicyProviders\\Sidecar]';
    assert.match(inKey(tracking, '"Installation|State"=DWORD:00000002'), /in progress/);
    assert.match(inKey(provider, '"Installation|State"=DWORD:00000002'), /not required/);
  });

  it('reads the stored status of a part of the status page step by step', () => {
    const status =
      '"DeviceSetup|Category.Status"="{"categoryState":"inProgress","categoryStatusText":"x","DeviceSetup.AppsSubcategory":{"subcategoryState":"failed"},"DeviceSetup.RebootCoalescing":{"subcategoryState":"notStarted"}}"';
    // Exports of regedit escape the quotes.
    const start = status.indexOf('{');
    const exported = `${status.slice(0, start)}${status.slice(start, -1).replaceAll('"', '\\"')}"`;
    assert.match(inKey(enrollment, exported), /apps\\: failed/);
    assert.match(
      inKey(enrollment, status),
      /in progress; apps\\: failed; restart for the collected policies.*\\: not started/,
    );
  });
});

describe('a hover over a list of results', () => {
  it('explains decimal and hexadecimal results', () => {
    assert.match(
      hoverOf('<RegistryKey HRESULT="-2147|024893">HKLM\\x</RegistryKey>'),
      /0x80070003 `\n\n` ERROR_PATH_NOT_FOUND/,
    );
    assert.match(hoverOf('Failed (HResult: 0x8007|0002) to CollectFileEntry:c:\\x'), /ERROR_FILE_NOT_FOUND/);
  });
});
