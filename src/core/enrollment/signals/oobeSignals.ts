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
  | { readonly kind: 'oobeHealth'; readonly secondsSinceBoot: number }
  | { readonly kind: 'autoLogonCleared' }
  | { readonly kind: 'espMarker'; readonly name: string; readonly message: string }
  | { readonly kind: 'passwordPageShown' };

export const oobeReaders: EventReaders<OobeMeaning> = [
  [
    providers.shellCore,
    {
      62400: (event) => ({ kind: 'oobeStart', experience: field(event, 'Experience') ?? field(event, 'Source') ?? '' }),
      62403: (event) =>
        field(event, 'Name') === 'AppResuming' ? { kind: 'oobeResume', node: field(event, 'Value') ?? '' } : null,
      62404: (event) => ({ kind: 'oobeNode', node: nodeOf(field(event, 'CXID') ?? '') }),
      62405: (event) => ({ kind: 'oobeNodeEnd', result: field(event, 'Result') ?? '' }),
      62406: pageEvent,
      62407: pageEvent,
      62460: (event) => {
        const secondsSinceBoot = numberField(event, 'SecondsSinceBoot');
        return Number.isFinite(secondsSinceBoot) ? { kind: 'oobeHealth', secondsSinceBoot } : null;
      },
    },
  ],
];

/** Some builds prefix the node with `CXID=` inside the value. */
function nodeOf(text: string): string {
  return text.replace(/^CXID=/, '');
}

function pageEvent(event: StoredEvent): OobeMeaning | null {
  const name = field(event, 'Name') ?? '';
  if (
    name === 'clearAutoLogonCredentialsAsyncSucceeded' ||
    name.includes('setStatusPageReboot: Clearing Autologon credentials')
  ) {
    return { kind: 'autoLogonCleared' };
  }
  if (name.startsWith('Identity.PasswordView')) {
    return { kind: 'passwordPageShown' };
  }
  if (
    /^(CommercialOOBE_|DevicePrepPage_|oobeProvisioningCommitRebootRequired|Device rename required|Autopilot update installed|AutopilotWhiteGlove)/.test(
      name,
    )
  ) {
    return { kind: 'espMarker', name: name.replace(/^CommercialOOBE_/, ''), message: messageOf(field(event, 'Value')) };
  }
  return null;
}

/** Commercial OOBE pages log `{"message":"…","errorCode":0}`. */
function messageOf(value: string | undefined): string {
  return /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(value ?? '')?.[1] ?? value ?? '';
}
