import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { explainCode } from '../../catalog/codes/explainCode';
import type { SignInProblemCategory } from '../document/signIns';

/**
 * What refusals are about, for the codes that public documentation describes. Interrupts that belong to every first
 * sign-in (register for password reset, stay signed in, confirm, consent) are left out, and so is what is not known.
 */
const categories: Readonly<Record<SignInProblemCategory, readonly string[]>> = {
  tap: ['AADSTS130501', 'AADSTS130504', 'AADSTS130507'],
  mfa: ['AADSTS50072', 'AADSTS50074', 'AADSTS50076', 'AADSTS50078', 'AADSTS50079', 'AADSTS500121', '0xCAA2000C'],
  password: [
    'AADSTS50034',
    'AADSTS50053',
    'AADSTS50055',
    'AADSTS50057',
    'AADSTS50126',
    'AADSTS50144',
    '0xC000006A',
    '0xC000006D',
  ],
  conditionalAccess: [
    'AADSTS53000',
    'AADSTS53001',
    'AADSTS53002',
    'AADSTS53003',
    'AADSTS53004',
    'AADSTS53010',
    'AADSTS530032',
  ],
  session: [
    'AADSTS50058',
    'AADSTS50089',
    'AADSTS50132',
    'AADSTS50133',
    'AADSTS50173',
    'AADSTS70008',
    'AADSTS70043',
    'AADSTS140000',
    'AADSTS140001',
    'AADSTS500341',
    'AADSTS700082',
    '0x8086000C',
    '0xCAA10001',
    '0xCAA20003',
  ],
  device: [
    'AADSTS50097',
    'AADSTS50155',
    'AADSTS50187',
    'AADSTS130004',
    'AADSTS130005',
    'AADSTS130006',
    'AADSTS130007',
    'AADSTS130008',
    'AADSTS135010',
    'AADSTS135011',
  ],
  network: ['0x801901AD', '0xC000005F', '0xC00000BE', '0xC00000C4', '0xC000023C', '0xCAA70004', '0xCAA9004D'],
};

const categoryOf = new Map<string, SignInProblemCategory>(
  (Object.keys(categories) as SignInProblemCategory[]).flatMap((category) =>
    categories[category].map((code) => [code, category] as const),
  ),
);

/** What a refusal with this code is about; `null` for benign interrupts and for codes that are not known. */
export function categoryOfCode(code: string): SignInProblemCategory | null {
  return categoryOf.get(code) ?? null;
}

/** Does this refusal speak of a Temporary Access Pass? */
export function isTapCode(code: string): boolean {
  return categoryOf.get(code) === 'tap';
}

/** The Hello key on the device is not the one that Entra knows. */
export function isUnknownKeyCode(code: string): boolean {
  return code === 'AADSTS130004' || code === 'AADSTS130005';
}

const eventMeanings: Readonly<Record<string, string>> = {
  'AAD 1095': phrase('The refresh token belongs to another user'),
  'AAD 1096': phrase('The refresh token has expired'),
  'AAD 1153': phrase('The certificate of the device was not available at the sign-in'),
  'AAD 1210': phrase('The password has expired'),
};

const categoryMeanings: Readonly<Record<SignInProblemCategory, string>> = {
  tap: phrase('A Temporary Access Pass was refused'),
  mfa: phrase('Multi-factor authentication was asked for'),
  password: phrase('The sign-in with a password failed'),
  conditionalAccess: phrase('Conditional Access blocked the sign-in'),
  session: phrase('The session or its token was not accepted'),
  device: phrase('The device could not authenticate'),
  network: phrase('The sign-in service could not be reached'),
};

/** What a code means, in one line. */
export function meaningOfCode(code: string, category: SignInProblemCategory): string {
  const ofEvent = eventMeanings[code];
  return ofEvent === undefined
    ? (explainCode(code, 'ntstatus')?.text ?? l10n.t(categoryMeanings[category]))
    : l10n.t(ofEvent);
}
