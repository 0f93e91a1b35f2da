import type { BundleLogs } from '../../bundle/bundle';
import { canonicalUri } from '../../catalog/rebootUris';
import type { ReportPolicy } from '../../logs/mdmReport';
import type { RegistryTree } from '../../logs/registryTree';
import type { EvidenceRef } from '../document/evidence';
import { signalsOf, type Signal } from '../signals/signal';

/**
 * How a setting is known to be set, the strongest first. `unsourced`: a value in force beside which nothing says who has
 * set it; Windows writes such values by itself.
 */
export type SetBy = 'current' | 'report' | 'provider' | 'configured' | 'server' | 'event' | 'unsourced';

/** A setting that somebody has really set on this device, as one source shows it. */
export interface SetPolicy {
  /** `./Device/Vendor/MSFT/Policy/Config/<area>/<name>`, or what the MDM server calls it. */
  readonly uri: string;
  /** `null` where the source does not show it. */
  readonly value: string | null;
  readonly by: SetBy;
  readonly ref: EvidenceRef;
}

const policyConfig = './Device/Vendor/MSFT/Policy/Config';
const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft';

/**
 * The settings of the device by what really sets them. The default tree of the policy manager and the report's list of
 * unmanaged policies are the schema of Windows and set nothing.
 */
export class SetPolicies {
  private readonly byUri = new Map<string, SetPolicy[]>();

  constructor(logs: Pick<BundleLogs, 'registryDumps' | 'registryExports' | 'mdmReports'>, signals: readonly Signal[]) {
    for (const { path, content } of [...logs.registryDumps, ...logs.registryExports]) {
      this.addAll(currentIn(content, path));
      this.addAll(providersIn(content, path));
      this.addAll(sentNodesIn(content, path));
    }
    this.addAll(reportedIn(logs.mdmReports));
    this.addAll(
      signalsOf(signals, 'policySet').flatMap(({ area, name, isDevice, ref }) =>
        isDevice ? [{ uri: `${policyConfig}/${area}/${name}`, value: null, by: 'event' as const, ref }] : [],
      ),
    );
  }

  /** All that shows a value of this very setting, the strongest source first. */
  of(uri: string): readonly SetPolicy[] {
    return [...(this.byUri.get(canonicalUri(uri)) ?? [])].sort((a, b) => rank.indexOf(a.by) - rank.indexOf(b.by));
  }

  /** The places that show that somebody has set it. */
  refsOf(uri: string): readonly EvidenceRef[] {
    return this.of(uri).flatMap(({ by, ref }) => (by === 'unsourced' ? [] : [ref]));
  }

  /** Every setting that somebody has set, once, by its strongest source. */
  get all(): readonly SetPolicy[] {
    return [...this.byUri.values()]
      .map((policies) =>
        policies.reduce((best, policy) => (rank.indexOf(policy.by) < rank.indexOf(best.by) ? policy : best)),
      )
      .filter(({ by }) => by !== 'unsourced');
  }

  private addAll(policies: readonly SetPolicy[]): void {
    for (const policy of policies) {
      const key = canonicalUri(policy.uri);
      const known = this.byUri.get(key);
      if (known === undefined) {
        this.byUri.set(key, [policy]);
      } else if (!known.some(({ by }) => by === policy.by)) {
        // Each sync writes the same again; one place of a kind is enough.
        known.push(policy);
      }
    }
  }
}

const rank: readonly SetBy[] = ['current', 'report', 'provider', 'configured', 'server', 'event', 'unsourced'];

/** Values that stand beside a policy's own under its name with one of these endings. */
const companions = /_(?:WinningProvider|ProviderSet|LastWrite|ADMXInstanceData)$/i;

/** `PolicyManager\current\device\<area>`. */
function currentIn(tree: RegistryTree, path: string): readonly SetPolicy[] {
  return tree.children(`${root}\\PolicyManager\\current\\device`).flatMap((area) => {
    const beside = new Map(area.values.map(({ name, data }) => [name.toLowerCase(), data]));
    return area.values.flatMap(({ name, data, line }) => {
      const mark = name.toLowerCase();
      const isSourced = beside.has(`${mark}_winningprovider`) || (beside.get(`${mark}_providerset`) ?? '0') !== '0';
      const by = isSourced ? 'current' : 'unsourced';
      return companions.test(name) ? [] : [policyOf(nameOf(area.path), name, { value: data, by, ref: { path, line } })];
    });
  });
}

/** `PolicyManager\providers\<enrollment>\default\device\<area>`. */
function providersIn(tree: RegistryTree, path: string): readonly SetPolicy[] {
  return tree
    .children(`${root}\\PolicyManager\\providers`)
    .flatMap((provider) =>
      tree
        .children(`${provider.path}\\default\\device`)
        .flatMap((area) =>
          area.values.flatMap(({ name, data, line }) =>
            companions.test(name)
              ? []
              : [policyOf(nameOf(area.path), name, { value: data, by: 'provider', ref: { path, line } })],
          ),
        ),
    );
}

/** What the MDM server has sent to the device and remembers: `NodeCache\CSP\Device\<server>\Nodes\<n>`. */
function sentNodesIn(tree: RegistryTree, path: string): readonly SetPolicy[] {
  return tree.children(`${root}\\Provisioning\\NodeCache\\CSP\\Device`).flatMap((server) =>
    tree.children(`${server.path}\\Nodes`).flatMap((node) => {
      const uri = tree.value(node.path, 'NodeUri');
      return uri === undefined
        ? []
        : [
            {
              uri: uri.data,
              value: tree.value(node.path, 'ExpectedValue')?.data ?? null,
              by: 'server' as const,
              ref: { path, line: uri.line },
            },
          ];
    }),
  );
}

function reportedIn(reports: BundleLogs['mdmReports']): readonly SetPolicy[] {
  return reports.flatMap(({ path, content }) => {
    const on = (by: (policy: ReportPolicy) => SetBy) => (policy: ReportPolicy) =>
      isDevice(policy.scope)
        ? [
            policyOf(policy.area, policy.name, {
              value: policy.value,
              by: by(policy),
              ref: { path, line: policy.line },
            }),
          ]
        : [];
    // The HTML report lists managed policies only; the XML report names the source that has won.
    const isSourced = ({ winningProvider }: ReportPolicy): boolean =>
      content.format === 'html' || winningProvider !== null;
    return [
      ...content.currentPolicies.flatMap(on((policy) => (isSourced(policy) ? 'report' : 'unsourced'))),
      ...content.configuredPolicies.flatMap(on(() => 'configured')),
    ];
  });
}

function isDevice(scope: string): boolean {
  return scope.toLowerCase() === 'device';
}

function policyOf(area: string, name: string, rest: Omit<SetPolicy, 'uri'>): SetPolicy {
  return { uri: `${policyConfig}/${area}/${name}`, ...rest };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
