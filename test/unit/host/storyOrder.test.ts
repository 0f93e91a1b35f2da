import assert from 'node:assert/strict';
import { clearingsOf, rePromptsOf, storySteps, type StoryStep } from '../../../src/host/views/storyOrder';
import { onTheDay, reboot, record, signIn, signInProblem, story } from './storyBuilder';

const document = story({
  reboots: [reboot('of-setup', '00:10'), reboot('by-policy', '01:20')],
  signIns: [
    signIn('first', '00:45'),
    signIn('again', '01:27', { class: 'rePrompt', afterReboot: 'by-policy' }),
    signIn('stranded', '01:28', { class: 'rePrompt', afterReboot: 'a-reboot-that-is-not-told' }),
  ],
  signInProblems: [signInProblem('AADSTS50126', null), signInProblem('AADSTS130504', '01:22')],
  autoLogonClearings: [
    {
      time: onTheDay('01:20'),
      by: 'beforeRestart',
      certainty: 'certain',
      afterReboot: 'by-policy',
      evidence: record(7),
    },
  ],
});

function nameOf(step: StoryStep): string {
  switch (step.kind) {
    case 'reboot':
      return step.reboot.id;
    case 'signIn':
      return step.signIn.id;
    case 'problem':
      return step.problem.code;
  }
}

describe('the order of "Reboots & Sign-ins"', () => {
  it('tells a re-prompt with the reboot that made it necessary, and nowhere else', () => {
    assert.deepEqual(
      rePromptsOf(document, 'by-policy').map(({ id }) => id),
      ['again'],
    );
    assert.ok(!storySteps(document).map(nameOf).includes('again'));
  });

  it('is that of time, what has no time at the end', () => {
    assert.deepEqual(storySteps(document).map(nameOf), [
      'of-setup',
      'first',
      'by-policy',
      'AADSTS130504',
      'stranded',
      'AADSTS50126',
    ]);
  });

  it('gives the erasing of the automatic sign-in to its reboot', () => {
    assert.equal(clearingsOf(document, 'by-policy').length, 1);
    assert.equal(clearingsOf(document, 'of-setup').length, 0);
  });
});
