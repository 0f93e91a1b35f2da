import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import type { SignInProblemCategory } from '../document/signIns';
import { field, numberField, type EventReader, type EventReaders } from './eventReader';

/** A sign-in or a token request that was refused, whichever log tells it. */
export interface SignInFailure {
  readonly kind: 'signInFailure';
  /** `AADSTS130504`, a result as eight hexadecimal digits, or the event where it carries neither (`AAD 1096`). */
  readonly code: string;
  /** Where the event itself says what it is about; else the code decides. */
  readonly category: SignInProblemCategory | null;
  readonly sid: string | null;
}

/** What the cloud sign-in plug-in and the token broker say. */
export type CloudMeaning =
  | SignInFailure
  /** The broker started for a user: the first thing it does in a new profile. */
  | { readonly kind: 'brokerStart'; readonly sid: string }
  /** The refresh token behind single sign-on is no more. */
  | { readonly kind: 'refreshTokenGone'; readonly code: string; readonly sid: string | null };

export const cloudReaders: EventReaders<CloudMeaning> = [
  [
    providers.aad,
    {
      1081: refused({ text: 'ErrorDescription' }),
      1084: refused({ code: 'Result', category: 'network' }),
      1085: refused({ code: 'Status' }),
      1086: refused({ code: 'Status', category: 'network' }),
      1088: refused({ text: 'ErrorDescription' }),
      1094: (event) => tokenGone(event, codeOf(event, 'Status')),
      1095: (event) => tokenGone(event, null),
      1096: (event) => tokenGone(event, null),
      1097: (event) => refusedByBroker(event) ?? brokerStart(event),
      1098: (event) => refusedByBroker(event) ?? signInFailure(event, { code: 'Error' }),
      1153: refused({ category: 'device' }),
      1155: refused({ code: 'Status', category: 'device' }),
      1160: refused({ code: 'Status' }),
      1161: refused({ code: 'Status' }),
      1162: refused({ code: 'Status' }),
      1163: refused({ code: 'Status' }),
      1164: refused({ code: 'Status' }),
      1165: refused({ code: 'Status' }),
      1210: refused({ category: 'password' }),
      1212: refused({ code: 'Status', category: 'password' }),
      1250: refused({ text: 'ErrorDescription' }),
      1252: refused({ text: 'ErrorDescription' }),
    },
  ],
];

/** Which fields of an event tell why it was refused; the text goes first, for it says more than the number. */
export interface FailureFields {
  readonly text?: string;
  readonly code?: string;
  readonly category?: SignInProblemCategory;
}

/** The failure that an event tells of; `null` where its text names none or its result is success. */
export function signInFailure(event: StoredEvent, fields: FailureFields): SignInFailure | null {
  const named = fields.text === undefined ? null : signInErrorIn(field(event, fields.text) ?? '');
  const numbered = fields.code === undefined ? null : codeOf(event, fields.code);
  const category = fields.category ?? null;
  const speaksForItself = category !== null && fields.code === undefined;
  const code = named ?? numbered ?? (speaksForItself ? eventName(event) : null);
  return code === null ? null : { kind: 'signInFailure', code, category, sid: event.record.userSid };
}

/** The first error of the Entra sign-in service that a text names. */
export function signInErrorIn(text: string): string | null {
  return /\bAADSTS\d{4,7}\b/.exec(text)?.[0] ?? null;
}

/** A result code as eight hexadecimal digits; `null` for what is no failure. */
export function hexCode(value: number): string | null {
  return Number.isInteger(value) && value !== 0 && value >= -0x80000000 && value <= 0xffffffff
    ? `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`
    : null;
}

function refused(fields: FailureFields): EventReader<CloudMeaning> {
  return (event) => signInFailure(event, fields);
}

function refusedByBroker(event: StoredEvent): CloudMeaning | null {
  return signInFailure(event, { text: 'ErrorMessage' }) ?? signInFailure(event, { text: 'AdditionalInformation' });
}

function brokerStart({ record }: StoredEvent): CloudMeaning | null {
  return record.userSid === null ? null : { kind: 'brokerStart', sid: record.userSid };
}

function tokenGone(event: StoredEvent, code: string | null): CloudMeaning {
  return { kind: 'refreshTokenGone', code: code ?? eventName(event), sid: event.record.userSid };
}

function codeOf(event: StoredEvent, name: string): string | null {
  return hexCode(numberField(event, name));
}

function eventName({ record }: StoredEvent): string {
  return `${record.provider.replace(/^Microsoft-Windows-/, '')} ${record.eventId}`;
}
