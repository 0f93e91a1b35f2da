import assert from 'node:assert/strict';
import { flowSteps, phaseSteps, rePromptsOf, storySteps } from '../../../src/host/views/storyOrder';
import { onTheDay, phase, reboot, signIn, story } from './storyBuilder';

const deviceSetup = phase('deviceSetup', '01:00', {
  subcategories: [
    { id: 'Policies', state: 'succeeded', start: onTheDay('01:05'), end: null, items: [], evidence: [] },
    { id: 'Apps', state: 'succeeded', start: onTheDay('01:30'), end: null, items: [], evidence: [] },
  ],
});

const document = story({
  phases: [phase('devicePreparation', '00:50'), deviceSetup, phase('accountSetup', null)],
  reboots: [
    reboot('of-setup', '00:10', { during: 'setup' }),
    reboot('in-between', '00:55', { during: 'unknown' }),
    reboot('by-policy', '01:20', { during: 'deviceSetup' }),
    reboot('at-the-end', '01:50', { during: 'deviceSetup' }),
    reboot('later', '09:00', { during: 'afterEnrollment' }),
  ],
  signIns: [
    signIn('first', '00:45'),
    signIn('again', '01:27', { class: 'rePrompt', afterReboot: 'by-policy' }),
    signIn('stranded', '01:28', { class: 'rePrompt', afterReboot: 'a-reboot-that-is-not-told' }),
  ],
});

describe('the order of the trees', () => {
  it('puts reboots outside all phases where they happened', () => {
    assert.deepEqual(
      flowSteps(document).map((step) => (step.kind === 'phase' ? step.phase.id : step.reboot.id)),
      ['of-setup', 'devicePreparation', 'in-between', 'deviceSetup', 'accountSetup', 'later'],
    );
  });

  it('puts a reboot of a phase between its subcategories', () => {
    assert.deepEqual(
      phaseSteps(document, deviceSetup).map((step) => (step.kind === 'reboot' ? step.reboot.id : step.subcategory.id)),
      ['Policies', 'by-policy', 'Apps', 'at-the-end'],
    );
  });

  it('tells a re-prompt with the reboot that made it necessary, and nowhere else', () => {
    assert.deepEqual(
      rePromptsOf(document, 'by-policy').map(({ id }) => id),
      ['again'],
    );
    assert.deepEqual(
      storySteps(document).map((step) => (step.kind === 'reboot' ? step.reboot.id : step.signIn.id)),
      ['of-setup', 'first', 'in-between', 'by-policy', 'stranded', 'at-the-end', 'later'],
    );
  });
});
