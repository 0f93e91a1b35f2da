/*
 * The triage document, schema version 1: the one document that the tree, the timeline, the reports and the
 * command line show. Times are ISO 8601 UTC with milliseconds, corrected for clock steps unless the name says
 * `raw`. `null` is "not known from this bundle"; an absent list entry is "not seen", never "did not happen".
 */
import type { LogCoverage } from '../../bundle/coverage';
import type { Boot } from './boots';
import type { BundleFacts, DeviceFacts } from './bundleFacts';
import type { ClockFacts } from './clockFacts';
import type { EvidenceRef } from './evidence';
import type { Finding } from './findings';
import type { Phase } from './phases';
import type { Reboot } from './reboots';
import type { SecurityImpact } from './securityImpact';
import type { SignIn } from './signIns';

export interface TriageDocument {
  readonly schemaVersion: 1;
  readonly bundle: BundleFacts;
  readonly device: DeviceFacts;
  readonly coverage: readonly LogCoverage[];
  readonly clock: ClockFacts;
  readonly boots: readonly Boot[];
  readonly phases: readonly Phase[];
  readonly reboots: readonly Reboot[];
  readonly signIns: readonly SignIn[];
  readonly token: { readonly state: 'present' | 'missing' | 'unknown'; readonly evidence: readonly EvidenceRef[] };
  readonly hello: {
    readonly state: 'provisioned' | 'incomplete' | 'notConfigured' | 'unknown';
    readonly lockScreenProblem: boolean | null;
    readonly evidence: readonly EvidenceRef[];
  };
  readonly policies: {
    readonly webSignIn: 'enabled' | 'disabled' | 'notConfigured' | 'unknown';
    readonly rebootCatalog: readonly string[];
    readonly assignedRebootUris: readonly string[];
  };
  readonly securityImpact: readonly SecurityImpact[];
  readonly findings: readonly Finding[];
}
