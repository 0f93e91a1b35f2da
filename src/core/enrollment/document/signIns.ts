import type { Confidence, Evidence, EvidenceRef } from './evidence';

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

/** How much the logs say about a credential: its own trace, a likely trace, or circumstances only. */
export type CredentialStrength = 'strong' | 'medium' | 'weak';

export interface SignIn {
  readonly id: string;
  readonly time: string;
  /** How far {@link time} may be off, milliseconds; absent where a record gives the moment. */
  readonly timeUncertaintyMs?: number;
  readonly user: { readonly class: SignInUserClass; readonly name: string | null; readonly sid: string | null };
  readonly class: SignInClass;
  readonly credential: Credential;
  /** `weak` never names a credential: then {@link credential} is `unknown` and the sentence says what is probable. */
  readonly credentialStrength: CredentialStrength | null;
  /** One sentence: what the credential is told from, or why it is not known. */
  readonly credentialWhy: string;
  /** How long the lock screen waited, milliseconds; `null` where the moment of the sign-in is not known well enough. */
  readonly waitMs: number | null;
  readonly afterReboot: string | null;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** What a refused sign-in or token request was about. */
export type SignInProblemCategory = 'tap' | 'mfa' | 'password' | 'conditionalAccess' | 'session' | 'device' | 'network';

/** A sign-in or token request that failed. Successes leave no such trace, so the list says nothing about them. */
export interface SignInProblem {
  /** `AADSTS130504`, or the result as a hexadecimal number. */
  readonly code: string;
  readonly meaning: string;
  readonly category: SignInProblemCategory;
  /** Of the first one; `null` where a status report gives no time. */
  readonly time: string | null;
  /** Of the last one of those that were counted together. */
  readonly lastTime: string | null;
  readonly count: number;
  /** The first few of them. */
  readonly evidence: Evidence;
}

/** The Entra token of the signed-in user, at the end of the bundle. */
export interface TokenFacts {
  readonly state: 'present' | 'missing' | 'unknown';
  /** One sentence: what decides it. */
  readonly why: string;
  readonly evidence: readonly EvidenceRef[];
}

/** The credentials that OOBE kept for the automatic sign-in were erased. */
export interface AutoLogonClearing {
  readonly time: string;
  /** `beforeRestart`: by OOBE as it restarts; `pageReload`: by the status page as it is loaded again. */
  readonly by: 'beforeRestart' | 'pageReload' | 'diagnosticsPage';
  /** `possible`: the page was loaded again on the way back from the diagnostics page, which has not been observed. */
  readonly certainty: 'certain' | 'possible';
  readonly afterReboot: string | null;
  readonly evidence: Evidence;
}

export type HelloPatternId =
  | 'signedInAgainWithoutKey'
  | 'noTokenAtSignIn'
  | 'policyArrivedLate'
  | 'wizardNotFinished'
  | 'keyNotRegistered'
  | 'webSignInDespiteKey'
  | 'wrongPin'
  | 'containerRemoved'
  | 'containerBroken'
  | 'oddTile'
  | 'signedOutAtOnce';

/** A known course of events after which the lock screen asks for something that the user does not have. */
export interface HelloPattern {
  readonly id: HelloPatternId;
  /** One sentence. */
  readonly why: string;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

export interface HelloFacts {
  readonly state: 'provisioned' | 'incomplete' | 'notConfigured' | 'unknown';
  readonly lockScreenProblem: boolean | null;
  /** `null` while the state is `unknown`. */
  readonly confidence: Confidence | null;
  /** One sentence: what decides it, or what is missing. */
  readonly why: string;
  readonly patterns: readonly HelloPattern[];
  readonly evidence: readonly EvidenceRef[];
}

/** What a person says about a Temporary Access Pass; no client log holds any of it. */
export interface StatedPass {
  /** ISO 8601 UTC. */
  readonly issuedAt: string | null;
  readonly lifetimeMinutes: number | null;
  readonly oneTime: boolean | null;
}

/** The stated pass laid over the sign-ins that a restart called for. */
export interface PassOverlay {
  readonly basis: 'stated, not measured';
  readonly stated: StatedPass;
  /** When it ran out, by what was stated; `null` where that cannot be told. */
  readonly expiredAt: string | null;
  readonly atRePrompts: readonly PassAtRePrompt[];
}

export interface PassAtRePrompt {
  readonly signIn: string;
  readonly expired: boolean | null;
  /** A one-time pass has been used by the first sign-in. */
  readonly usedUp: boolean | null;
  /** One sentence. */
  readonly why: string;
}
