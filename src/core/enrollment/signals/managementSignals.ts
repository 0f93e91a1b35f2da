import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { hexCode } from './cloudSignals';
import { appIdIn, type AppRestart } from './appRestart';
import { field, numberField, type EventReaders } from './eventReader';

/** What the MDM client says: the enrollment, and the policies that ask for a restart. */
export type ManagementMeaning =
  | { readonly kind: 'policyFlag'; readonly uri: string }
  /** A policy got its value; `isDevice` false: for a user. */
  | { readonly kind: 'policySet'; readonly area: string; readonly name: string; readonly isDevice: boolean }
  | {
      readonly kind: 'mdmEnrolled';
      readonly succeeded: boolean;
      /** Why it failed, as eight hexadecimal digits; absent where the record tells none. */
      readonly code?: string;
    }
  /** The join to a domain that a hybrid join begins with (offline domain join). */
  | { readonly kind: 'offlineDomainJoin'; readonly step: 'waiting' | 'processed' | 'applied' | 'timedOut' }
  | AppRestart
  /** The agent of device preparation (v2) notes its progress. */
  | { readonly kind: 'preparationProgress' }
  /** The technician started pre-provisioning. */
  | { readonly kind: 'preProvisioningStart' };

export const managementReaders: EventReaders<ManagementMeaning> = [
  [
    providers.deviceManagement,
    {
      107: (event) => (numberField(event, 'HRESULT') === 0 ? { kind: 'offlineDomainJoin', step: 'applied' } : null),
      109: offlineDomainJoin,
      110: offlineDomainJoin,
      111: () => ({ kind: 'offlineDomainJoin', step: 'waiting' }),
      71: enrollmentFailed,
      72: () => ({ kind: 'mdmEnrolled', succeeded: true }),
      813: policySet,
      814: policySet,
      2800: (event) => {
        const uri = rebootUri(event);
        return uri === null ? null : { kind: 'policyFlag', uri };
      },
    },
  ],
  [providers.bootstrapperAgent, { 142: () => ({ kind: 'preparationProgress' }) }],
  [
    providers.modernDeployment,
    {
      299: (event) => ({ kind: 'appRestart', hard: true, ...namedApp(field(event, 'Message2')) }),
      509: () => ({ kind: 'preProvisioningStart' }),
    },
  ],
];

/** `Message2` is an id in some builds and a name in others. */
function namedApp(text: string | undefined): Pick<AppRestart, 'app' | 'name'> {
  const app = text === undefined ? null : appIdIn(text);
  return app !== null ? { app } : text === undefined || text.trim() === '' ? {} : { name: text.trim() };
}

function enrollmentFailed(event: StoredEvent): ManagementMeaning {
  const code = hexCode(numberField(event, 'HRESULT'));
  return { kind: 'mdmEnrolled', succeeded: false, ...(code === null ? {} : { code }) };
}

function policySet(event: StoredEvent): ManagementMeaning | null {
  const [name, area] = [field(event, 'Message1') ?? '', field(event, 'Message2') ?? ''];
  const isDevice = field(event, 'Message4')?.toLowerCase() === 'device';
  return name === '' || area === '' ? null : { kind: 'policySet', area, name, isDevice };
}

function offlineDomainJoin(event: StoredEvent): ManagementMeaning | null {
  const step = ([null, 'waiting', 'processed', 'timedOut'] as const)[numberField(event, 'HexInt1')] ?? null;
  return step === null ? null : { kind: 'offlineDomainJoin', step };
}

/**
 * The URI of a 2800: the first value that is one, else what stands in the brackets of the sentence. A full stop
 * that some builds put behind the bracket is not part of it.
 */
function rebootUri(event: StoredEvent): string | null {
  for (const { value } of event.record.data) {
    const uri = /\.\/[^()\s]+/.exec(value)?.[0].replace(/\.$/, '');
    if (uri !== undefined) {
      return uri;
    }
  }
  return null;
}
