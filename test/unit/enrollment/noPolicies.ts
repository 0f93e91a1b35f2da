import type { PolicyFacts } from '../../../src/core/enrollment/document/policies';

const noGrounds = { why: '', evidence: [] } as const;

/** What a bundle without a registry and without a report says about policies. */
export const noPolicies: PolicyFacts = {
  webSignIn: 'unknown',
  helloForBusiness: 'unknown',
  rebootCatalog: [],
  rebootCatalogSource: 'allBuilds',
  assignedRebootUris: [],
  latentReboots: [],
  restartPending: null,
  autoLogonBreakers: [],
  otherRestartPolicies: [],
  grounds: {
    webSignIn: noGrounds,
    helloForBusiness: noGrounds,
    rebootCatalog: noGrounds,
    restartPending: noGrounds,
  },
};
