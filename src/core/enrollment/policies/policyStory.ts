import type { Bundle } from '../../bundle/bundle';
import type { RegistryTree } from '../../logs/registryTree';
import type { TriageDocument } from '../document/triageDocument';

const root = 'HKEY_LOCAL_MACHINE\\software\\microsoft';
const catalogKey = `${root}\\provisioning\\SyncML\\RebootRequiredURIs`;
const nodesKey = `${root}\\provisioning\\NodeCache\\CSP\\Device\\MS DM Server\\Nodes`;
const authenticationKey = `${root}\\policymanager\\current\\device\\Authentication`;

/**
 * The policy facts of the registry dump: which URIs this very build would restart for, which of them the tenant
 * really sets, and whether web sign-in is set. The default tree of the policy manager is schema, not policy.
 */
export function tellPolicies(bundle: Bundle): TriageDocument['policies'] {
  const tree = bundle.logs.registryDumps[0]?.content;
  if (tree === undefined) {
    return { webSignIn: 'unknown', rebootCatalog: [], assignedRebootUris: [] };
  }
  const rebootCatalog = tree.key(catalogKey)?.values.map(({ name }) => name) ?? [];
  return { webSignIn: webSignInOf(tree), rebootCatalog, assignedRebootUris: assignedAmong(rebootCatalog, tree) };
}

function webSignInOf(tree: RegistryTree): TriageDocument['policies']['webSignIn'] {
  const hasCurrentPolicies = tree.key(`${root}\\policymanager\\current\\device`) !== undefined;
  switch (tree.value(authenticationKey, 'EnableWebSignIn')?.data) {
    case '1':
      return 'enabled';
    case '2':
      return 'disabled';
    default:
      return hasCurrentPolicies ? 'notConfigured' : 'unknown';
  }
}

/** Node URIs that the MDM server has sent, cut down to those in the catalogue. */
function assignedAmong(catalog: readonly string[], tree: RegistryTree): readonly string[] {
  const sent = new Set(
    tree.children(nodesKey).flatMap((node) => tree.value(node.path, 'NodeUri')?.data.toLowerCase() ?? []),
  );
  return catalog.filter((uri) => sent.has(uri.toLowerCase()));
}
