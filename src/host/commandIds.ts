/** Every command that the manifest contributes; a test compares the two. */
export const commandIds = [
  'autopilotTriage.openBundle',
  'autopilotTriage.openFolder',
  'autopilotTriage.openResource',
  'autopilotTriage.cancelOpening',
  'autopilotTriage.closeBundle',
  'autopilotTriage.showTimeline',
  'autopilotTriage.goToReboot',
  'autopilotTriage.nextReboot',
  'autopilotTriage.previousReboot',
  'autopilotTriage.copySummary',
  'autopilotTriage.showLog',
] as const;

/** Commands behind tree items and tooltip links. They need arguments, so people never meet them by name. */
export const internalCommandIds = ['autopilotTriage.openEvidence', 'autopilotTriage.openMember'] as const;

export type CommandId = (typeof commandIds)[number] | (typeof internalCommandIds)[number];
