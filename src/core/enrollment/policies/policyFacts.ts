import type { Bundle } from '../../bundle/bundle';
import type { DeviceFacts } from '../document/bundleFacts';
import type { PolicyFacts } from '../document/policies';
import type { Reboot } from '../document/reboots';
import type { Stage } from '../phases/phaseTracker';
import type { Signal } from '../signals/signal';
import { tellAutoLogonBreakers, tellOtherRestartPolicies } from './autoLogonBreakers';
import type { FullStarts } from './fullStarts';
import { tellHelloPolicy } from './helloPolicy';
import { tellLatentReboots } from './latentReboots';
import { readRebootCatalog } from './rebootCatalog';
import { tellRestartPending } from './restartPending';
import type { SetPolicies } from './setPolicies';
import { tellWebSignIn } from './webSignIn';

/** What the facts about policies are told from. */
export interface PolicyFactSources {
  readonly bundle: Pick<Bundle, 'logs'>;
  readonly device: Pick<DeviceFacts, 'osBuild'>;
  readonly policies: SetPolicies;
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly stages: readonly Stage[];
  readonly reboots: readonly Reboot[];
  readonly starts: FullStarts;
}

/**
 * The policies of the device: which settings would restart an enrollment, which of them are really set, and which
 * others change how people sign in.
 */
export function tellPolicyFacts(sources: PolicyFactSources): PolicyFacts {
  const { bundle, device, policies, signals } = sources;
  const catalog = readRebootCatalog(bundle, device.osBuild);
  const webSignIn = tellWebSignIn(bundle, policies);
  const hello = tellHelloPolicy(bundle.logs, policies, signals);
  const pending = tellRestartPending(bundle);
  return {
    webSignIn: webSignIn.state,
    helloForBusiness: hello.state,
    rebootCatalog: catalog.source === 'bundle' ? catalog.uris : [],
    rebootCatalogSource: catalog.source,
    assignedRebootUris: catalog.uris.filter((uri) => policies.refsOf(uri).length > 0),
    latentReboots: tellLatentReboots({ ...sources, catalog: catalog.uris }),
    restartPending: pending.isPending,
    autoLogonBreakers: tellAutoLogonBreakers(bundle.logs, policies),
    otherRestartPolicies: tellOtherRestartPolicies(policies),
    grounds: {
      webSignIn: { why: webSignIn.why, evidence: webSignIn.evidence },
      helloForBusiness: { why: hello.why, evidence: hello.evidence },
      rebootCatalog: catalog.grounds,
      restartPending: { why: pending.why, evidence: pending.evidence },
    },
  };
}
