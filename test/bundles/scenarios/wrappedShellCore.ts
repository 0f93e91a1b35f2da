import type { Scenario } from '../scenario';
import { closeDeviceSetup, finishDeviceSetup, setUpAccount } from '../story/chapters';
import { coalescedRestart, leaveOobe, reachDeviceSetup, signInByHand } from '../story/enrollment';
import { exampleApps } from '../exampleApps';
import { exactly, oneOf } from '../expectation';
import { byHand, findings, rePrompts, restart } from '../truth';
import { on23H2, quietStory } from './exampleDevice';
import { iso } from '../story/storyClock';

/**
 * Shell-Core has lost everything up to the sign-in, and there is no System log: the restart is only to be seen in
 * the agent's log and setupact.log. The flag stands in the log of the MDM client. No page says who asked.
 */
export const wrappedShellCore: Scenario = {
  name: 'wrappedShellCore',
  title: 'A policy restart in a 23H2 cabinet whose Shell-Core log has wrapped',
  container: 'mdmCab',
  tell() {
    const story = quietStory({ seed: 9, ...on23H2 });
    const { at, device, mdm, person } = story;
    reachDeviceSetup(story);
    const flagged = mdm.flagReboot('DmaGuard/DeviceEnumerationPolicy', 2);
    finishDeviceSetup(story, exampleApps, '4m');
    const policy = coalescedRestart(story);
    closeDeviceSetup(story);
    const lockedSince = leaveOobe(story);
    const signedIn = signInByHand(story, { after: '5m', since: lockedSince, with: 'webSignIn' });
    device.wrap('Microsoft-Windows-Shell-Core/Operational', at.now);
    person.helloNotOfferedWithoutToken();
    setUpAccount(story, 'Failed');
    at.plus('3m');

    return {
      story,
      expected: {
        reboots: exactly(
          restart(policy, 'coalescedPolicy', {
            during: 'deviceSetup',
            expected: false,
            initiator: null,
            causes: exactly({
              uri: flagged.uri,
              verdict: oneOf('likely', 'possible'),
              flaggedAt: iso(flagged.moment.truth),
            }),
            confidence: oneOf('medium', 'low'),
          }),
        ),
        signIns: rePrompts([byHand(signedIn, lockedSince, { credential: 'unknown', afterReboot: 'reboot-1' })]),
        hello: { state: 'unknown' },
        findings: findings({ has: ['coverage.log-wrapped'], not: ['reboot.power-loss'] }),
      },
    };
  },
};
