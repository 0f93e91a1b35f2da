/*
 * The triage document, schema version 1: the one document that the tree, the timeline, the reports and the
 * command line show. Times are ISO 8601 UTC with milliseconds, corrected for clock steps unless the name says
 * `raw`. `null` is "not known from this bundle"; an absent list entry is "not seen", never "did not happen".
 */
import type { LogCoverage } from '../../bundle/coverage';
import type { Boot } from './boots';
import type { BundleFacts, DeviceFacts } from './bundleFacts';
import type { ClockFacts } from './clockFacts';
import type { CollectNext } from './collectNext';
import type { Finding } from './findings';
import type { Attempt, DevicePreparation } from './attempts';
import type { Contradiction, Phase } from './phases';
import type { PolicyFacts } from './policies';
import type { Reboot } from './reboots';
import type { Move, SecurityImpact } from './securityImpact';
import type { Sleep } from './sleeps';
import type { AutoLogonClearing, HelloFacts, PassOverlay, SignIn, SignInProblem, TokenFacts } from './signIns';

export interface TriageDocument {
  readonly schemaVersion: 1;
  readonly bundle: BundleFacts;
  readonly device: DeviceFacts;
  readonly coverage: readonly LogCoverage[];
  readonly clock: ClockFacts;
  readonly boots: readonly Boot[];
  /** Absent in documents that were written before it was told. */
  readonly sleeps?: readonly Sleep[];
  /** Of the last enrollment attempt. */
  readonly phases: readonly Phase[];
  /** The attempts before it. */
  readonly attempts: readonly Attempt[];
  /** Where the sources of phases and items cannot all be right. */
  readonly contradictions: readonly Contradiction[];
  /** Of the last attempt; `null` where nothing shows device preparation (v2). */
  readonly devicePreparation: DevicePreparation | null;
  readonly reboots: readonly Reboot[];
  readonly signIns: readonly SignIn[];
  readonly signInProblems: readonly SignInProblem[];
  readonly autoLogonClearings: readonly AutoLogonClearing[];
  /** What a person has stated about the pass, and what follows; `null` when nothing was stated. */
  readonly temporaryAccessPass: PassOverlay | null;
  readonly token: TokenFacts;
  readonly hello: HelloFacts;
  readonly policies: PolicyFacts;
  readonly securityImpact: readonly SecurityImpact[];
  /** What each setting and app would save and cost if it were taken out of device setup. */
  readonly moves: readonly Move[];
  /** What to ask for to settle what is open, the smallest first. */
  readonly collectNext: readonly CollectNext[];
  readonly findings: readonly Finding[];
}
