import type { Bundle } from '../../../../src/core/bundle/bundle';
import type { Phase, PhaseId, PhaseItem, Subcategory } from '../../../../src/core/enrollment/document/phases';
import { findAttempts } from '../../../../src/core/enrollment/phases/attempts';
import { tellEnrollment, type ToldEnrollment } from '../../../../src/core/enrollment/phases/enrollmentStory';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { fakeBundle } from '../bundleFakes';
import { marker, sign, signInText } from '../signals';

export const settings = 'Provisioning\\AutopilotSettings';
export const tracking = 'Windows\\Autopilot\\EnrollmentStatusTracking';
export const looks = `${tracking}\\ESPTrackingInfo\\Diagnostics`;
export const user = 'S-1-12-1-11-22-33-44';
export const app = '0a1b2c3d-0000-4000-8000-00000000abcd';

export function told(signals: readonly Signal[], bundle: Pick<Bundle, 'logs'> = fakeBundle()): ToldEnrollment {
  const attempts = findAttempts(signals);
  return tellEnrollment(bundle, attempts, findStages(signals, attempts));
}

export function states({ phases }: { readonly phases: readonly Phase[] }): readonly string[] {
  return phases.map(({ state }) => state);
}

export function phase({ phases }: ToldEnrollment, id: PhaseId): Phase {
  return phases.find((candidate) => candidate.id === id)!;
}

export function step(enrollment: ToldEnrollment, id: string): Subcategory | undefined {
  return enrollment.phases.flatMap(({ subcategories }) => subcategories).find((candidate) => candidate.id === id);
}

type ItemTimes = 'firstSeen' | 'lastSeen' | 'timeUncertaintyMs';

/** Without the times of the agent's log, which a test of their own looks at. */
export function items(enrollment: ToldEnrollment, id: string): readonly Omit<PhaseItem, 'evidence' | ItemTimes>[] {
  return (
    step(enrollment, id)?.items.map(
      ({ evidence: _, firstSeen: _first, lastSeen: _last, timeUncertaintyMs: _off, ...item }) => item,
    ) ?? []
  );
}

export const success = (minutes: number, category: string): Signal =>
  marker(minutes, 'ESPProgress_Category_Success', `Category ${category}Category succeeded.`);
export const failure = (minutes: number, category: string): Signal =>
  marker(minutes, 'ESPProgress_Category_Failed', `Category ${category}Category failed.`);
export const joins = (minutes: number): Signal => sign(minutes, { kind: 'joined', rolledBack: false });
export const agentSays = (minutes: number, name: 'deviceSetup' | 'accountSetup' | 'notInEsp'): Signal =>
  signInText(minutes, { kind: 'imePhase', phase: name });
export const accountSwitch = (minutes: number, skipped: boolean): Signal =>
  signInText(minutes, { kind: 'espSwitch', part: 'account', skipped });
