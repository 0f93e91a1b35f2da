import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import type { EventReaders } from './eventReader';

/** What the MDM client says: the enrollment, and the policies that ask for a restart. */
export type ManagementMeaning =
  { readonly kind: 'policyFlag'; readonly uri: string } | { readonly kind: 'mdmEnrolled'; readonly succeeded: boolean };

export const managementReaders: EventReaders<ManagementMeaning> = [
  [
    providers.deviceManagement,
    {
      71: () => ({ kind: 'mdmEnrolled', succeeded: false }),
      72: () => ({ kind: 'mdmEnrolled', succeeded: true }),
      2800: (event) => {
        const uri = rebootUri(event);
        return uri === null ? null : { kind: 'policyFlag', uri };
      },
    },
  ],
];

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
