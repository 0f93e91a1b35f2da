import assert from 'node:assert/strict';
import { explainAgentLine } from '../../../src/core/catalog/agentLines';

describe('a line of the Intune agent', () => {
  it('is told apart from what it is taken for', () => {
    assert.match(explainAgentLine('EMS Agent received shutdown signal')?.proves ?? '', /orderly shutdown/);
    assert.match(explainAgentLine('EMS Agent received stop signal')?.doesNotProve ?? '', /shutdown of Windows/);
    assert.match(explainAgentLine('Need user interaction to continue.')?.doesNotProve ?? '', /was asked anything/);
    assert.match(explainAgentLine('[RebootHelper] CheckRebootFlagAndPop start...')?.doesNotProve ?? '', /due/);
    assert.match(
      explainAgentLine('AAD User check is failed, exception is Intune Management Extension Error.')?.doesNotProve ?? '',
      /routine/,
    );
  });

  it('is read by its most special words', () => {
    const guard = 'In EspPhase: AccountSetup. Start the thread to check user token and user SID again if reboot in ESP';
    assert.match(explainAgentLine(guard)?.doesNotProve ?? '', /there was a restart/);
    assert.match(explainAgentLine('In EspPhase: DeviceSetup')?.words ?? '', /part of the status page/);
    assert.match(
      explainAgentLine('In EspPhase: DeviceSetup. App 0a1b has been registered. App name: x')?.words ?? '',
      /the list/,
    );
    for (const change of [
      'OnSessionChange Logoff',
      'OnSessionChange: ConsoleConnect',
      'OnSessionChange: SessionLock',
    ]) {
      assert.match(explainAgentLine(change)?.words ?? '', /sign-in, sign-out, lock/, change);
    }
  });

  it('is not explained where it is not known', () => {
    assert.equal(explainAgentLine('something else'), null);
  });
});
