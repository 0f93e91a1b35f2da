import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { field, numberField, type EventReaders } from './eventReader';

/** What Shell-Core says about the setup experience: its pages, its restarts, the Enrollment Status Page. */
export type OobeMeaning =
  | { readonly kind: 'oobeStart'; readonly experience: string }
  | { readonly kind: 'oobeNode'; readonly node: string }
  /** A navigation node whose launcher restarts, entered and not left again. */
  | { readonly kind: 'restartNode'; readonly node: string }
  | { readonly kind: 'oobeNodeEnd'; readonly result: string }
  | { readonly kind: 'oobeResume'; readonly node: string }
  | {
      readonly kind: 'oobeHealth';
      readonly secondsSinceBoot: number;
      /** How often OOBE has restarted the device, by an undocumented counter: a hint only; absent where it is not known. */
      readonly ownRestarts?: number;
    }
  | { readonly kind: 'autoLogonCleared'; readonly by: 'restart' | 'statusPage' }
  | {
      readonly kind: 'espMarker';
      readonly name: string;
      readonly message: string;
      /** The page's `errorCode` where it is not 0, as a signed or unsigned decimal; absent where it tells none. */
      readonly errorCode?: number;
    }
  | { readonly kind: 'passwordPageShown' }
  /** The desktop of a user begins to load. */
  | { readonly kind: 'desktopLoading'; readonly sid: string };

export const oobeReaders: EventReaders<OobeMeaning> = [
  [
    providers.shellCore,
    {
      9648: desktopLoading,
      62170: desktopLoading,
      62400: (event) => {
        const experience = field(event, 'Experience') ?? field(event, 'Source') ?? '';
        return experience === '' ? null : { kind: 'oobeStart', experience };
      },
      62403: (event) =>
        field(event, 'Name') === 'AppResuming' ? { kind: 'oobeResume', node: field(event, 'Value') ?? '' } : null,
      62404: (event) => {
        const node = nodeOf(field(event, 'CXID') ?? '');
        return node === '' ? null : { kind: 'oobeNode', node };
      },
      62405: (event) => ({ kind: 'oobeNodeEnd', result: field(event, 'Result') ?? '' }),
      62406: pageEvent,
      62407: pageEvent,
      62460: (event) => {
        const secondsSinceBoot = numberField(event, 'SecondsSinceBoot');
        return Number.isFinite(secondsSinceBoot)
          ? { kind: 'oobeHealth', secondsSinceBoot, ...ownRestarts(event) }
          : null;
      },
    },
  ],
];

function desktopLoading({ record }: StoredEvent): OobeMeaning | null {
  return record.userSid === null ? null : { kind: 'desktopLoading', sid: record.userSid };
}

/** The layout of `TrackingInfo` in which the counter of OOBE's own restarts was seen to stand there (counted from 0). */
const trackingVersion = 14;
const restartCounter = 37;

function ownRestarts(event: StoredEvent): { readonly ownRestarts?: number } {
  const counters = /^\{([\d;\s-]{1,2000})\}$/.exec(field(event, 'TrackingInfo')?.trim() ?? '')?.[1]?.split(';');
  const counter =
    numberField(event, 'DataVersion') === trackingVersion ? Number(counters?.[restartCounter] ?? NaN) : NaN;
  return Number.isInteger(counter) && counter >= 0 ? { ownRestarts: counter } : {};
}

/** Some builds prefix the node with `CXID=` inside the value. */
function nodeOf(text: string): string {
  return text.replace(/^CXID=/, '');
}

function pageEvent(event: StoredEvent): OobeMeaning | null {
  const name = field(event, 'Name') ?? '';
  if (name === 'clearAutoLogonCredentialsAsyncSucceeded') {
    return { kind: 'autoLogonCleared', by: 'restart' };
  }
  if (name.includes('setStatusPageReboot: Clearing Autologon credentials')) {
    return { kind: 'autoLogonCleared', by: 'statusPage' };
  }
  if (name.startsWith('Identity.PasswordView')) {
    return { kind: 'passwordPageShown' };
  }
  if (
    /^(CommercialOOBE_|DevicePrepPage_|oobeProvisioningCommitRebootRequired|Device rename required|Autopilot update installed|AutopilotWhiteGlove)/.test(
      name,
    )
  ) {
    const value = field(event, 'Value');
    return {
      kind: 'espMarker',
      name: name.replace(/^CommercialOOBE_/, ''),
      message: messageOf(value),
      ...errorCodeIn(value),
    };
  }
  return null;
}

/** Commercial OOBE pages log `{"message":"…","errorCode":0}`. */
function messageOf(value: string | undefined): string {
  return /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(value ?? '')?.[1] ?? value ?? '';
}

function errorCodeIn(value: string | undefined): { readonly errorCode?: number } {
  const errorCode = Number(/"errorCode"\s*:\s*(-?\d{1,10})\b/.exec(value ?? '')?.[1] ?? 0);
  return errorCode === 0 ? {} : { errorCode };
}
