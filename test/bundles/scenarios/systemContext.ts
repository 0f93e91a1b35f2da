import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { completeEnrollment, reachDeviceSetup } from '../story/enrollment';
import { automatic, findings, helloFindings, noRePrompt, noReboots, rePromptFindings } from '../truth';
import { quietStory } from './exampleDevice';

/** dsregcmd ran as SYSTEM: that it finds neither a token nor a Hello key says nothing about the person. */
export const systemContext: Scenario = {
  name: 'systemContext',
  title: 'A clean run in Collect diagnostics, where dsregcmd runs as SYSTEM and finds nothing',
  container: 'collectDiagnostics',
  tell() {
    const story = quietStory({ seed: 22 });
    reachDeviceSetup(story);
    const signedIn = completeEnrollment(story);

    return {
      story,
      expected: {
        bundle: { kind: 'collectDiagnostics', container: 'zip' },
        device: { joinType: 'entra' },
        reboots: noReboots,
        signIns: noRePrompt(automatic(signedIn)),
        token: { state: 'present' },
        // Every Windows has the catalog; what of it the tenant sets is another matter.
        policies: { webSignIn: 'enabled', assignedRebootUris: exactly() },
        hello: { state: 'provisioned', lockScreenProblem: false },
        findings: findings({ not: [...helloFindings, ...rePromptFindings] }),
      },
    };
  },
};
