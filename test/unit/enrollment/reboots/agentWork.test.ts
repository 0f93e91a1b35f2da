import assert from 'node:assert/strict';
import { AgentWorkReader, type AgentWork } from '../../../../src/core/enrollment/signals/agentWork';

const first = '11111111-2222-4333-8444-555555555555';
const second = 'AAAAAAAA-2222-4333-8444-555555555555';

function read(...lines: readonly (readonly [thread: string, message: string])[]): readonly AgentWork[] {
  const reader = new AgentWorkReader();
  return lines.flatMap(([thread, message]) => reader.read(message, thread) ?? []);
}

describe('the work of the agent', () => {
  it('1641 asks for a restart at once, 3010 at some later time, other codes for none', () => {
    const exits = [1641, 3010, 0, 1603].map((code) => ['4', `[Win32App] lpExitCode ${code}`] as const);
    assert.deepEqual(read(...exits), [
      { kind: 'appRestart', hard: true, exitCode: 1641 },
      { kind: 'appRestart', hard: false, exitCode: 3010 },
    ]);
  });

  it('what the administrator has mapped a code to counts for any code', () => {
    assert.deepEqual(read(['4', '[Win32App] lpExitCode 7'], ['4', '[Win32App] lpExitCode is defined as HardReboot']), [
      { kind: 'appRestart', hard: true, exitCode: 7 },
    ]);
  });

  it('the exit code belongs to the app that its thread has worked on', () => {
    assert.deepEqual(
      read(
        ['4', `[Win32App] SetCurrentDirectory: C:\\Windows\\IMECache\\${first}_1`],
        ['9', `[StatusService] Downloading app (id = ${second}, name = B) via DO, bytes 0/1 for user x`],
        ['4', '[Win32App] lpExitCode 1641'],
        ['9', '[Win32App] lpExitCode 3010'],
      ),
      [
        { kind: 'appRestart', hard: true, app: first, exitCode: 1641 },
        { kind: 'appRestart', hard: false, app: second.toLowerCase(), exitCode: 3010 },
      ],
    );
  });

  it('an agent that stops its work until a restart asks at once', () => {
    const message = '[Win32App][V3Processor] A restart is required to continue processing apps. Stop processing.';
    assert.deepEqual(read(['4', message]), [{ kind: 'appRestart', hard: true }]);
  });

  it('the reboot helper that looks at each start of the agent asks for nothing', () => {
    assert.deepEqual(read(['4', '[RebootHelper] CheckRebootFlagAndPop start...']), []);
  });

  it('a script is told by the policy that brought it', () => {
    const tool = '"C:\\Program Files (x86)\\Microsoft Intune Management Extension\\agentexecutor.exe"';
    const remediation = `${tool}  -remediationScript  ""C:\\WINDOWS\\IMECache\\HealthScripts\\${first}_8\\detect.ps1"" ""C:\\${second}.output""`;
    const platform = `${tool} -powershell "C:\\Policies\\Scripts\\${second}_${first}.ps1" "C:\\Policies\\Results\\x.output"`;
    const policy = `[PowerShell] Processing policy with id = ${first} for session 0`;
    for (const message of [remediation, platform, policy]) {
      assert.deepEqual(read(['4', message]), [{ kind: 'scriptRun', script: first }], message);
    }
  });

  it('does not keep more threads than an agent has', () => {
    const reader = new AgentWorkReader();
    for (let thread = 0; thread < 20_000; thread += 1) {
      reader.read('[Win32App] lpExitCode 5', String(thread));
    }
    assert.deepEqual(reader.read('[Win32App] lpExitCode 1641', '19999'), { kind: 'appRestart', hard: true });
  });
});
