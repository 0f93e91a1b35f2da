import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { signInFailure, type SignInFailure } from './cloudSignals';
import { field, type EventReaders } from './eventReader';

/** What the registration and Windows Hello logs say: joins, Hello checks, keys, the wizard, sign-ins with Hello. */
export type IdentityMeaning =
  | { readonly kind: 'joined'; readonly rolledBack: boolean }
  /** The join to Entra ID of a computer that is in a domain already. */
  | { readonly kind: 'hybridJoined' }
  | {
      readonly kind: 'helloCheck';
      readonly sid: string | null;
      readonly willLaunch: boolean;
      readonly prt: boolean | null;
      readonly policy: boolean | null;
      readonly remote: boolean | null;
    }
  /** The container and the key in it are made on the device; Entra does not know of them yet. */
  | { readonly kind: 'helloKeyCreated'; readonly sid: string | null; readonly what: 'container' | 'key' }
  | { readonly kind: 'helloKeyRegistered'; readonly sid: string | null }
  | { readonly kind: 'helloKeyFailed'; readonly sid: string | null; readonly error: string | null }
  /** A key or its container was deleted, or the deletion was tried (`done` false). */
  | { readonly kind: 'helloKeyRemoved'; readonly done: boolean }
  | { readonly kind: 'helloContainerBroken' }
  | { readonly kind: 'helloWizard'; readonly step: HelloWizardStep; readonly error: string | null }
  /** A sign-in or an unlock with a Hello gesture. */
  | { readonly kind: 'helloGesture' }
  | { readonly kind: 'helloWrongPin' }
  | SignInFailure;

export type HelloWizardStep = 'started' | 'completed' | 'left' | 'failed';

export const identityReaders: EventReaders<IdentityMeaning> = [
  [
    providers.deviceRegistration,
    {
      105: () => ({ kind: 'joined', rolledBack: false }),
      110: () => ({ kind: 'joined', rolledBack: true }),
      107: () => ({ kind: 'helloKeyRemoved', done: true }),
      108: (event) => ({ kind: 'helloKeyCreated', sid: field(event, 'UserSid') ?? null, what: 'container' }),
      109: (event) => ({ kind: 'helloKeyCreated', sid: field(event, 'UserSid') ?? null, what: 'key' }),
      306: () => ({ kind: 'hybridJoined' }),
      300: (event) => ({ kind: 'helloKeyRegistered', sid: event.record.userSid }),
      301: (event) => helloKeyFailed(event, 'ErrorCode'),
      303: (event) => helloKeyFailed(event, 'ExitCode'),
      304: (event) => signInFailure(event, { text: 'ServerErrorMessage' }),
      305: (event) => signInFailure(event, { text: 'ServerErrorMessage' }),
      311: (event) => helloKeyFailed(event, 'ErrorCode'),
      312: () => ({ kind: 'helloKeyRemoved', done: true }),
      315: (event) => helloKeyFailed(event, 'ErrorCode'),
      318: (event) => helloKeyFailed(event, 'ErrorCode'),
      320: (event) => helloKeyFailed(event, 'ErrorCode'),
      324: (event) => signInFailure(event, { text: 'ProviderErrorMessage', code: 'ProviderErrorCode' }),
      344: (event) => signInFailure(event, { code: 'ExitCode', category: 'device' }),
      345: (event) => signInFailure(event, { code: 'ExitCode', category: 'device' }),
      346: () => ({ kind: 'helloKeyRemoved', done: true }),
      358: (event) => helloCheck(event, true),
      360: (event) => helloCheck(event, false),
      361: (event) => helloCheck(event, false),
      362: (event) => helloCheck(event, false),
      363: () => ({ kind: 'helloContainerBroken' }),
      364: () => ({ kind: 'helloContainerBroken' }),
      391: () => ({ kind: 'helloContainerBroken' }),
      392: () => ({ kind: 'helloContainerBroken' }),
    },
  ],
  [
    providers.helloForBusiness,
    {
      3045: (event) => helloWizard('started', event),
      5001: () => ({ kind: 'helloGesture' }),
      5002: () => ({ kind: 'helloGesture' }),
      6045: (event) => helloWizard('left', event),
      6065: (event) => helloWizard('left', event),
      7001: () => ({ kind: 'helloWrongPin' }),
      7002: () => ({ kind: 'helloContainerBroken' }),
      7045: (event) => helloWizard('failed', event),
      7510: (event) => helloWizard('failed', event),
      7555: (event) => helloWizard('failed', event),
      7601: () => ({ kind: 'helloKeyRemoved', done: false }),
      7611: () => ({ kind: 'helloKeyRemoved', done: false }),
      8045: (event) => helloWizard('completed', event),
      8601: () => ({ kind: 'helloKeyRemoved', done: true }),
      8611: () => ({ kind: 'helloKeyRemoved', done: true }),
    },
  ],
];

function helloCheck(event: StoredEvent, willLaunch: boolean): IdentityMeaning {
  const notRemote = yesOrNo(field(event, 'UserIsRemote'));
  return {
    kind: 'helloCheck',
    sid: event.record.userSid,
    willLaunch,
    prt: yesOrNo(field(event, 'AADPrt')),
    policy: yesOrNo(field(event, 'NgcPolicyEnabled')),
    // The field answers "is this not a remote session?", whatever its name says.
    remote: notRemote === null ? null : !notRemote,
  };
}

function yesOrNo(text: string | undefined): boolean | null {
  return text === 'Yes' ? true : text === 'No' ? false : null;
}

function helloKeyFailed(event: StoredEvent, errorField: string): IdentityMeaning {
  const sid = field(event, 'UserSid') ?? event.record.userSid;
  return { kind: 'helloKeyFailed', sid, error: field(event, errorField) ?? null };
}

/** How the Windows Hello wizard went, from its own log. */
function helloWizard(step: HelloWizardStep, event: StoredEvent): IdentityMeaning {
  return { kind: 'helloWizard', step, error: field(event, 'Error') ?? null };
}
