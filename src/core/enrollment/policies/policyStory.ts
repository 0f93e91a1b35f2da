import type { Bundle } from '../../bundle/bundle';
import { policyFlagChannel } from '../../catalog/providers';
import { coverageOfLog, type LogSpan } from '../coverage/coverageStory';
import type { Boot } from '../document/boots';
import type { DeviceFacts } from '../document/bundleFacts';
import type { Phase } from '../document/phases';
import type { Reboot } from '../document/reboots';
import type { TriageDocument } from '../document/triageDocument';
import type { AttemptSpan } from '../phases/attempts';
import type { Stage } from '../phases/phaseTracker';
import type { Signal } from '../signals/signal';
import { findEnrollment } from './enrolledAt';
import { FullStarts } from './fullStarts';
import { tellMoves } from './moves';
import { tellPolicyFacts } from './policyFacts';
import { tellSecurityImpact, tpmNotReady } from './securityStory';
import type { SetPolicies } from './setPolicies';

/** What the policies were, and what they did to the security of the device. */
export type PolicyStory = Pick<TriageDocument, 'policies' | 'securityImpact' | 'moves'>;

/** What it is told from. */
export interface PolicyStorySources {
  readonly bundle: Pick<Bundle, 'logs'>;
  readonly device: Pick<DeviceFacts, 'osBuild' | 'joinType' | 'scenario'>;
  readonly settings: SetPolicies;
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly attempts: readonly AttemptSpan[];
  readonly stages: readonly Stage[];
  readonly boots: readonly Boot[];
  /** Ids of those that may be none, or none at that time. */
  readonly doubtfulBoots: ReadonlySet<string>;
  readonly phases: readonly Phase[];
  /** With what they cost the user. */
  readonly reboots: readonly Reboot[];
  readonly coverage: readonly LogSpan[];
  /** The last that any log of the bundle tells, milliseconds since 1970 UTC. */
  readonly bundleEnd: number;
}

/** Tells the policies, what they left of the security of the device, and what moving them would save and cost. */
export function tellPolicies(sources: PolicyStorySources): PolicyStory {
  const { bundle, signals, settings, phases, reboots } = sources;
  const starts = new FullStarts(sources.boots, signals, sources.coverage, sources.bundleEnd, sources.doubtfulBoots);
  const enrolled = findEnrollment(signals, sources.attempts, phases, sources.device);
  const policies = tellPolicyFacts({ ...sources, policies: settings, starts });
  return {
    policies,
    securityImpact: tellSecurityImpact(
      {
        signals: sinceReset(signals),
        enrolled,
        starts,
        flagsCovered: coverageOfLog(sources.coverage, policyFlagChannel),
        tpmNotReady: tpmNotReady(bundle.logs),
      },
      settings,
    ),
    moves: tellMoves({ reboots, latent: policies.latentReboots, phases, starts, enrolled }),
  };
}

/** A reset takes all settings with it, and what they had asked for. */
function sinceReset(signals: readonly Signal[]): readonly Signal[] {
  return signals.slice(signals.findLastIndex(({ kind }) => kind === 'deviceReset') + 1);
}
