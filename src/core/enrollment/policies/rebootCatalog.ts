import * as l10n from '@vscode/l10n';
import type { Bundle } from '../../bundle/bundle';
import { rebootUrisOfBuild } from '../../catalog/rebootUris';
import type { PolicyFacts, PolicyGrounds } from '../document/policies';
import { RegistrySource } from '../phases/registrySource';

/** The URIs for which this device plans a restart. */
export interface RebootCatalog {
  readonly source: PolicyFacts['rebootCatalogSource'];
  /** The device's own list, or the one that stands in for it. */
  readonly uris: readonly string[];
  readonly grounds: PolicyGrounds;
}

const key = 'Provisioning\\SyncML\\RebootRequiredURIs';

/** The device's own list; without it that of the nearest build that was compared. `osBuild` is e.g. `26100.8875`. */
export function readRebootCatalog(bundle: Pick<Bundle, 'logs'>, osBuild: string | null): RebootCatalog {
  const registry = new RegistrySource(bundle);
  const own = registry.values(key).map(({ name }) => name);
  const place = registry.key(key);
  if (own.length > 0 && place !== null) {
    return {
      source: 'bundle',
      uris: own,
      grounds: {
        why: l10n.t('The list is the device’s own.'),
        evidence: [{ ...place, note: l10n.t('the device’s own list of URIs that plan a restart') }],
      },
    };
  }
  const build = buildNumber(osBuild) ?? buildNumber(reportedVersion(bundle));
  const known = rebootUrisOfBuild(build);
  return {
    source: known.build === null ? 'allBuilds' : 'build',
    uris: known.uris,
    grounds: {
      why:
        known.build === null
          ? l10n.t(
              'The bundle holds neither the device’s own list nor its build: only URIs that are on the lists of all known builds are considered.',
            )
          : l10n.t('The bundle does not hold the device’s own list; that of build {0} stands in for it.', known.build),
      evidence: [],
    },
  };
}

/** `10.0.26100.8875` in the report of the diagnostics tool. */
function reportedVersion({ logs }: Pick<Bundle, 'logs'>): string | null {
  const version = logs.mdmReports
    .flatMap(({ content }) => content.system)
    .find(({ name }) => name === 'OSVersion')?.value;
  return version?.replace(/^\s*10\.0\./, '') ?? null;
}

function buildNumber(text: string | null): number | null {
  const digits = /^\s*(\d{5})\b/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
