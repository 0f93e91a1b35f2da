import type { RebootClass } from '../../catalog/rebootClass';
import type { EvidenceRef } from '../document/evidence';
import type { OtherCauseKind } from '../document/reboots';
import type { Signal } from '../signals/signal';
import { noteOf } from './signNotes';

/**
 * What a suspect has to do with a restart: `made` is seen to have made it, `asked` wanted one at once, `mayHave` ran or
 * wanted one at some time. `madeProbably`: by the role of the process alone.
 */
export type Involvement = 'made' | 'madeProbably' | 'asked' | 'mayHave';

/** Something that may have made a restart, before it is known who has. */
export interface Suspect {
  readonly kind: OtherCauseKind;
  readonly name: string | null;
  readonly involvement: Involvement;
  /** What it did, as one sentence. */
  readonly deed: string;
  readonly evidence: readonly [EvidenceRef, ...EvidenceRef[]];
}

export function suspect(
  kind: OtherCauseKind,
  name: string | null,
  involvement: Involvement,
  deed: string,
  signs: readonly [Signal, ...Signal[]],
): Suspect {
  const [first, ...rest] = signs;
  return { kind, name, involvement, deed, evidence: [refOf(first), ...rest.map(refOf)] };
}

function refOf(signal: Signal): EvidenceRef {
  return { ...signal.ref, note: noteOf(signal) };
}

/** Which restart class a cause stands for. */
export const kindsOfClass: Readonly<Partial<Record<RebootClass, OtherCauseKind>>> = {
  application: 'application',
  windowsUpdate: 'windowsUpdate',
  script: 'script',
  user: 'user',
  setup: 'setup',
  oobeUpdate: 'oobeUpdate',
  deviceRename: 'deviceRename',
  provisioningPackage: 'provisioningPackage',
  hybridJoin: 'hybridJoin',
  preProvisioning: 'preProvisioning',
};
