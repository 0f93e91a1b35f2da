/* The words of the timeline for its own parts; those of the story are in `enrollment/storyWords`. */
import type { ItemKind, StoryLaneId } from './timelineModel';

export const laneWords: Readonly<Record<StoryLaneId, string>> = {
  boots: 'Clock & boots',
  phases: 'ESP phases',
  flags: 'Reboot flags',
  reboots: 'Reboots',
  signIns: 'Sign-ins',
  findings: 'Findings',
};

/** Several marks drawn as one: "4 flags". */
export const pluralWords: Readonly<Record<ItemKind, string>> = {
  boot: 'boots',
  clockStep: 'clock steps',
  zoneChange: 'zone changes',
  phase: 'phases',
  subcategory: 'subcategories',
  flag: 'flags',
  reboot: 'reboots',
  wait: 'waits',
  signIn: 'sign-ins',
  finding: 'findings',
};
