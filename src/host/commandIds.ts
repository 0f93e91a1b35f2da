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
  'autopilotTriage.nextPart',
  'autopilotTriage.previousPart',
  'autopilotTriage.searchBundle',
  'autopilotTriage.searchMember',
  'autopilotTriage.goToEvent',
  'autopilotTriage.openSearchResult',
  'autopilotTriage.rerunSearch',
  'autopilotTriage.stopSearch',
  'autopilotTriage.exportSearch',
  'autopilotTriage.copySearch',
  'autopilotTriage.copySummary',
  'autopilotTriage.showLog',
  'autopilotTriage.reopenAsLog',
  'autopilotTriage.reopenAsText',
] as const;

/** Commands behind tree items and tooltip links. They need arguments, so people never meet them by name. */
export const internalCommandIds = ['autopilotTriage.openEvidence', 'autopilotTriage.openMember'] as const;

export type CommandId = (typeof commandIds)[number] | (typeof internalCommandIds)[number];
