import assert from 'node:assert/strict';
import type { Attempt, DevicePreparation } from '../../../src/core/enrollment/document/attempts';
import {
  type AttemptStory,
  attemptStories,
  type FlowStep,
  flowSteps,
  phaseSteps,
  type PhaseStep,
  preparationSteps,
} from '../../../src/host/views/flowOrder';
import { onTheDay, phase, reboot, record, signIn, story } from './storyBuilder';

const deviceSetup = phase('deviceSetup', '01:00', {
  end: onTheDay('02:00'),
  subcategories: [
    { id: 'Policies', state: 'succeeded', start: onTheDay('01:05'), end: null, error: null, items: [], evidence: [] },
    { id: 'Apps', state: 'succeeded', start: onTheDay('01:30'), end: null, error: null, items: [], evidence: [] },
  ],
});

function nameOf(step: FlowStep | PhaseStep): string {
  switch (step.kind) {
    case 'reboot':
      return step.reboot.id;
    case 'rePrompt':
      return step.signIn.id;
    case 'phase':
      return step.phase.id;
    case 'subcategory':
      return step.subcategory.id;
    case 'devicePreparation':
      return 'v2';
  }
}

function lastOf(document: Parameters<typeof attemptStories>[0]): AttemptStory {
  return attemptStories(document)[0]!;
}

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
    signIn('again', '01:27', { class: 'rePrompt', afterReboot: 'by-policy' }),
    signIn('stranded', '01:40', { class: 'rePrompt', afterReboot: 'a-reboot-that-is-not-told' }),
    signIn('in-no-phase', '08:00', { class: 'rePrompt' }),
  ],
});

describe('the order of "ESP Phases"', () => {
  it('has no reboot of another time, and every one where nothing tells when the enrollment began', () => {
    const old = reboot('of-another-year', '00:10', { time: '2023-12-26T19:29:20.000Z', during: 'setup' });
    const idsOf = (changes: Partial<typeof document>) =>
      lastOf({ ...document, reboots: [old, ...document.reboots], ...changes }).reboots.map(({ id }) => id);
    assert.deepEqual(
      idsOf({}),
      lastOf(document).reboots.map(({ id }) => id),
    );
    assert.equal(idsOf({ phases: [phase('deviceSetup', null)] })[0], 'of-another-year');
  });

  it('puts what is outside all phases where it happened', () => {
    assert.deepEqual(flowSteps(lastOf(document)).map(nameOf), [
      'of-setup',
      'devicePreparation',
      'in-between',
      'deviceSetup',
      'accountSetup',
      'in-no-phase',
      'later',
    ]);
  });

  it('puts reboots of a phase between its subcategories, and re-prompts that no reboot told here called for', () => {
    assert.deepEqual(phaseSteps(lastOf(document), deviceSetup).map(nameOf), [
      'Policies',
      'by-policy',
      'Apps',
      'stranded',
      'at-the-end',
    ]);
  });
});

describe('the attempts of a bundle', () => {
  const first: Attempt = {
    id: 'attempt-1',
    start: onTheDay('00:20'),
    end: onTheDay('00:40'),
    endedBy: 'deviceReset',
    outcome: 'failed',
    phases: [phase('deviceSetup', '00:25')],
    evidence: record(5),
  };

  it('come with the last one first, each with what happened until it ended', () => {
    const stories = attemptStories({
      ...document,
      attempts: [first],
      reboots: [
        reboot('before-all', '00:10', { during: 'setup' }),
        reboot('in-the-first', '00:30', { during: 'deviceSetup' }),
        reboot('in-the-last', '01:20', { during: 'deviceSetup' }),
      ],
    });
    assert.deepEqual(
      stories.map(({ number, attempt }) => [number, attempt?.id ?? 'last']),
      [
        [2, 'last'],
        [1, 'attempt-1'],
      ],
    );
    assert.deepEqual(
      stories.map(({ reboots }) => reboots.map(({ id }) => id)),
      [['in-the-last'], ['before-all', 'in-the-first']],
    );
  });
});

describe('device preparation (v2)', () => {
  const preparation: DevicePreparation = {
    state: 'succeeded',
    start: onTheDay('00:50'),
    end: onTheDay('01:30'),
    workloads: [],
    evidence: record(6),
  };

  it('stands in for the classic phases, with the reboots of its agent inside', () => {
    const last = lastOf({
      ...story({
        phases: [phase('devicePreparation', null), phase('deviceSetup', null), phase('accountSetup', null)],
        reboots: [reboot('of-agent', '01:00', { during: 'devicePreparation' })],
      }),
      devicePreparation: preparation,
    });
    assert.deepEqual(flowSteps(last).map(nameOf), ['v2']);
    assert.deepEqual(preparationSteps(last, preparation).map(nameOf), ['of-agent']);
  });
});
