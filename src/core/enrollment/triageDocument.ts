/*
 * The triage document, schema version 1: the one document that the tree, the timeline, the reports and the
 * command line show. Times are ISO 8601 UTC with milliseconds, corrected for clock steps unless the name says
 * `raw`. `null` is "not known from this bundle"; an absent list entry is "not seen", never "did not happen".
 */
import type { Problem } from '../bytes/problem';
import type { RebootClass } from '../catalog/rebootClass';
import type { BundleKind, ContainerKind } from '../bundle/bundle';
import type { LogCoverage } from '../bundle/coverage';

/** Points at a place that opens in the editor. */
export type EvidenceRef = RecordRef | LineRef;

/** An event record, by its own EventRecordID. */
export interface RecordRef {
  readonly path: string;
  readonly recordId: number;
  readonly note?: string;
}

/** A line of a text member, counted from 1. */
export interface LineRef {
  readonly path: string;
  readonly line: number;
  readonly note?: string;
}

/** A claim has at least one reference, or it is not made. */
export type Evidence = readonly [EvidenceRef, ...EvidenceRef[]];

export type Confidence = 'high' | 'medium' | 'low';

export interface MemberSummary {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
}

export interface UnreadableMember {
  readonly path: string;
  readonly reason: string;
}

export interface BundleFacts {
  readonly name: string;
  readonly sha256: string;
  readonly kind: BundleKind;
  readonly container: ContainerKind;
  readonly members: readonly MemberSummary[];
  readonly unreadable: readonly UnreadableMember[];
  /** What is wrong with the bundle as a whole, e.g. an archive that is cut off. */
  readonly problems: readonly Problem[];
}

export interface DeviceFacts {
  /** Build and revision, e.g. `26100.8875`. */
  readonly osBuild: string | null;
  readonly edition: string | null;
  readonly name: string | null;
  readonly joinType: 'entra' | 'hybrid' | 'none' | null;
  readonly scenario: 'userDriven' | 'preProvisioning' | 'selfDeploying' | 'devicePreparation' | null;
  readonly evidence: readonly EvidenceRef[];
}

export interface ClockStep {
  /** The corrected instant at which the clock was set. */
  readonly at: string;
  /** New time minus old time, milliseconds; negative when the clock was set back. */
  readonly deltaMs: number;
  readonly reason: 'timeSync' | 'resume' | 'timeZone' | 'unknown';
  readonly evidence: Evidence;
}

export interface LocalOffset {
  readonly from: string;
  readonly minutesEastOfUtc: number;
  readonly evidence: Evidence;
}

export interface ClockFacts {
  readonly steps: readonly ClockStep[];
  readonly localOffsets: readonly LocalOffset[];
}

export type BootKind = 'restart' | 'powerLoss' | 'fastStartup' | 'shutdownAndStart' | 'firstBoot' | 'unknown';

export interface Boot {
  readonly id: string;
  readonly start: string;
  readonly kind: BootKind;
  readonly evidence: Evidence;
}

export type PhaseId = 'devicePreparation' | 'deviceSetup' | 'accountSetup';
export type PhaseState = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'skipped' | 'unknown';

export interface PhaseItem {
  readonly id: string;
  readonly name: string | null;
  readonly kind: 'app' | 'policy' | 'certificate' | 'network';
  readonly state: PhaseState;
}

export interface Subcategory {
  readonly id: string;
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  readonly items: readonly PhaseItem[];
  readonly evidence: readonly EvidenceRef[];
}

export interface Phase {
  readonly id: PhaseId;
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  readonly subcategories: readonly Subcategory[];
  /** Empty only when the state is `unknown`. */
  readonly evidence: readonly EvidenceRef[];
}

export type RebootDuring =
  'setup' | 'preJoin' | 'devicePreparation' | 'deviceSetup' | 'accountSetup' | 'afterEnrollment' | 'unknown';

export type { RebootClass };

export type CauseVerdict = 'confirmed' | 'likely' | 'possible' | 'refuted';

export interface RebootCause {
  readonly uri: string;
  readonly verdict: CauseVerdict;
  readonly flaggedAt: string;
  /** The rule that gave the verdict, as one sentence. */
  readonly why: string;
  readonly evidence: Evidence;
}

export interface Initiator {
  readonly process: string;
  readonly reasonCode: string | null;
}

export interface Reboot {
  readonly id: string;
  /** When it began: the request, or the last sign of life before it. */
  readonly time: string;
  readonly rawTime: string;
  /** From {@link time} to the next start of Windows; `null` when that is not seen. */
  readonly downtimeMs: number | null;
  /** Id of the boot that it ended in. */
  readonly boot: string;
  readonly during: RebootDuring;
  readonly class: RebootClass;
  /** Does the enrollment flow call for it? `null`: not decidable. */
  readonly expected: boolean | null;
  readonly initiator: Initiator | null;
  readonly causes: readonly RebootCause[];
  readonly autoLogonCleared: boolean | null;
  readonly tokenLost: boolean | null;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

export type SignInUserClass = 'entra' | 'domain' | 'local' | 'oobe' | 'unknown';
export type SignInClass = 'first' | 'automatic' | 'rePrompt' | 'planned' | 'afterEnrollment' | 'unknown';
export type Credential =
  | 'webSignIn'
  | 'temporaryAccessPass'
  | 'password'
  | 'helloPin'
  | 'helloBiometric'
  | 'fido2'
  | 'smartCard'
  | 'autoLogon'
  | 'unknown';

export interface SignIn {
  readonly id: string;
  readonly time: string;
  readonly user: { readonly class: SignInUserClass; readonly name: string | null; readonly sid: string | null };
  readonly class: SignInClass;
  readonly credential: Credential;
  /** How long the lock screen waited, milliseconds. */
  readonly waitMs: number | null;
  readonly afterReboot: string | null;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

export type FindingSeverity = 'error' | 'warning' | 'info';

export interface Finding {
  /** Dotted and stable, e.g. `reboot.policy-in-device-setup`. */
  readonly id: string;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly confidence: Confidence;
  /** Ids of reboots, sign-ins, boots, phases or logs it is about. */
  readonly about: readonly string[];
  readonly advice: string;
  readonly links: readonly string[];
  /** Empty only for a finding about coverage, which names the gap in {@link about}. */
  readonly evidence: readonly EvidenceRef[];
  readonly wouldDecide: readonly string[];
}

export type SecurityArea =
  | 'deviceHealthAttestation'
  | 'bitLocker'
  | 'secureBoot'
  | 'codeIntegrity'
  | 'deviceGuard'
  | 'virtualizationBasedSecurity';

export interface SecurityImpact {
  readonly area: SecurityArea;
  readonly state: 'measured' | 'notMeasuredSinceEnrollment' | 'rebootPending' | 'active' | 'unknown';
  readonly evidence: readonly EvidenceRef[];
}

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
