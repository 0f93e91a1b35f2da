import type { Scenario } from '../scenario';
import { completeEnrollment, reachDeviceSetup } from '../story/enrollment';
import { automatic, findings, helloFindings, noRePrompt, noReboots } from '../truth';
import { quietStory } from './exampleDevice';

/** The log that would show the registered key starts after the enrollment: what it does not say is not known. */
export const wrappedRegistrationLog: Scenario = {
  name: 'wrappedRegistrationLog',
  title: 'A clean run whose registration log has wrapped: the state of Hello cannot be known',
  container: 'mdmCab',
  tell() {
    const story = quietStory({ seed: 21 });
    reachDeviceSetup(story);
    const signedIn = completeEnrollment(story);
    story.at.plus('1h');
    story.device.wrap('Microsoft-Windows-User Device Registration/Admin', story.at.now);
    story.person.helloOffered();

    return {
      story,
      expected: {
        reboots: noReboots,
        signIns: noRePrompt(automatic(signedIn)),
        token: { state: 'present' },
        hello: { state: 'unknown' },
        findings: findings({ not: helloFindings }),
      },
    };
  },
};
