import type { Confidence, Evidence } from './evidence';

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
