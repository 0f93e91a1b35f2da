import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { field, type EventReaders } from './eventReader';

/** What the registration and Windows Hello logs say: joins, Hello checks, keys, the wizard. */
export type IdentityMeaning =
  | { readonly kind: 'joined'; readonly rolledBack: boolean }
  | {
      readonly kind: 'helloCheck';
      readonly sid: string | null;
      readonly willLaunch: boolean;
      readonly prt: boolean | null;
      readonly policy: boolean | null;
    }
  | { readonly kind: 'helloKeyRegistered'; readonly sid: string | null }
  | { readonly kind: 'helloKeyRemoved' }
  | { readonly kind: 'helloWizard'; readonly step: HelloWizardStep; readonly error: string | null };

export type HelloWizardStep = 'started' | 'completed' | 'left' | 'failed';

export const identityReaders: EventReaders<IdentityMeaning> = [
  [
    providers.deviceRegistration,
    {
      105: () => ({ kind: 'joined', rolledBack: false }),
      110: () => ({ kind: 'joined', rolledBack: true }),
      107: () => ({ kind: 'helloKeyRemoved' }),
      300: (event) => ({ kind: 'helloKeyRegistered', sid: event.record.userSid }),
      358: (event) => helloCheck(event, true),
      360: (event) => helloCheck(event, false),
      361: (event) => helloCheck(event, false),
      362: (event) => helloCheck(event, false),
    },
  ],
  [
    providers.helloForBusiness,
    {
      3045: (event) => helloWizard('started', event),
      6045: (event) => helloWizard('left', event),
      6065: (event) => helloWizard('left', event),
      7045: (event) => helloWizard('failed', event),
      7510: (event) => helloWizard('failed', event),
      7555: (event) => helloWizard('failed', event),
      8045: (event) => helloWizard('completed', event),
    },
  ],
];

function helloCheck(event: StoredEvent, willLaunch: boolean): IdentityMeaning {
  return {
    kind: 'helloCheck',
    sid: event.record.userSid,
    willLaunch,
    prt: yesOrNo(field(event, 'AADPrt')),
    policy: yesOrNo(field(event, 'NgcPolicyEnabled')),
  };
}

function yesOrNo(text: string | undefined): boolean | null {
  return text === 'Yes' ? true : text === 'No' ? false : null;
}

/** How the Windows Hello wizard went, from its own log. */
function helloWizard(step: HelloWizardStep, event: StoredEvent): IdentityMeaning {
  return { kind: 'helloWizard', step, error: field(event, 'Error') ?? null };
}
