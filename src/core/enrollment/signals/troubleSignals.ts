import { providers } from '../../catalog/providers';
import type { StoredEvent } from '../../bundle/eventStore';
import { hexCode } from './cloudSignals';
import { field, numberField, type EventReaders } from './eventReader';

/** What keeps an enrollment from its way: the profile, the enrollment server, a policy, the TPM, an update. */
export type TroubleMeaning =
  | { readonly kind: 'profileProblem'; readonly problem: ProfileProblem }
  | { readonly kind: 'autoEnrollmentFailed'; readonly code: string | null }
  | { readonly kind: 'policyRefused'; readonly what: string; readonly code: string | null }
  | { readonly kind: 'noDomainController' }
  | { readonly kind: 'tpmCleared' }
  | { readonly kind: 'updateFailed'; readonly title: string; readonly code: string | null };

export type ProfileProblem =
  'notRegistered' | 'noProfile' | 'noDefaultProfile' | 'hardwareMismatch' | 'tpmIdentity' | 'notAvailable';

export const troubleReaders: EventReaders<TroubleMeaning> = [
  [
    providers.modernDeployment,
    {
      171: () => ({ kind: 'profileProblem', problem: 'tpmIdentity' }),
      172: () => ({ kind: 'profileProblem', problem: 'notAvailable' }),
      807: () => ({ kind: 'profileProblem', problem: 'notRegistered' }),
      809: () => ({ kind: 'profileProblem', problem: 'noProfile' }),
      815: () => ({ kind: 'profileProblem', problem: 'noDefaultProfile' }),
      908: () => ({ kind: 'profileProblem', problem: 'hardwareMismatch' }),
    },
  ],
  [
    providers.deviceManagement,
    {
      76: (event) => ({ kind: 'autoEnrollmentFailed', code: hexCode(numberField(event, 'HRESULT')) }),
      100: () => ({ kind: 'noDomainController' }),
      404: policyRefused,
      809: policyRefused,
      810: policyRefused,
    },
  ],
  [providers.tpm, { 519: () => ({ kind: 'tpmCleared' }) }],
  [
    providers.windowsUpdate,
    {
      20: (event) => ({
        kind: 'updateFailed',
        title: field(event, 'updateTitle') ?? '',
        code: hexCode(numberField(event, 'errorCode')),
      }),
    },
  ],
];

/** The URI or the policy that a failed command was about, and its result. */
function policyRefused(event: StoredEvent): TroubleMeaning {
  const values = event.record.data.map(({ value }) => value);
  const uri = values.map((value) => /\.\/[^()\s]+/.exec(value)?.[0]).find((found) => found !== undefined);
  const named = [field(event, 'Message2'), field(event, 'Message1')].filter(
    (part) => part !== undefined && part !== '',
  );
  return { kind: 'policyRefused', what: uri ?? named.join('/'), code: hexCode(numberField(event, 'HexInt1')) };
}
