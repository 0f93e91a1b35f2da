import * as l10n from '@vscode/l10n';
import { sentences } from '../../words/language';
import { canonicalUri } from '../../catalog/rebootUris';
import type { Evidence, EvidenceRef } from '../document/evidence';
import type { LatentReboot } from '../document/policies';
import type { Reboot } from '../document/reboots';
import { stageAt, type Stage } from '../phases/phaseTracker';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import { duringWords } from '../storyWords';
import type { FullStarts } from './fullStarts';
import { noted } from './policyWords';
import type { SetPolicies } from './setPolicies';
import { saidTime } from '../../words/instant';

/** What latent reboots are told from. */
export interface LatentSources {
  /** The URIs for which this build plans a restart. */
  readonly catalog: readonly string[];
  readonly policies: SetPolicies;
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly stages: readonly Stage[];
  readonly reboots: readonly Reboot[];
  readonly starts: FullStarts;
}

/**
 * Settings that would restart an enrollment and are not to blame for a restart of this one: flagged where no restart
 * answers, or set and never flagged.
 */
export function tellLatentReboots(sources: LatentSources): readonly LatentReboot[] {
  const { catalog, policies, signals, reboots } = sources;
  const suspects = new Set(
    reboots.flatMap(({ causes }) =>
      causes.flatMap(({ uri, verdict }) => (verdict === 'refuted' ? [] : [canonicalUri(uri)])),
    ),
  );
  const flags = firstFlags(signals);
  const flagged = [...flags].flatMap(([key, flag]) => (suspects.has(key) ? [] : [flaggedUri(flag, sources)]));
  const unexplained = reboots.filter(isUnexplained).map(({ id }) => id);
  const assigned = catalog.flatMap((uri) => {
    const key = canonicalUri(uri);
    const refs = suspects.has(key) || flags.has(key) ? [] : policies.refsOf(uri);
    return refs.length === 0 ? [] : [assignedUri(uri, noted(refs, l10n.t('sets it')), unexplained)];
  });
  return [...flagged, ...assigned];
}

function firstFlags(signals: readonly Signal[]): ReadonlyMap<string, SignalOf<'policyFlag'>> {
  const flags = new Map<string, SignalOf<'policyFlag'>>();
  for (const flag of signalsOf(signals, 'policyFlag')) {
    const key = canonicalUri(flag.uri);
    if (!flags.has(key)) {
      flags.set(key, flag);
    }
  }
  return flags;
}

/** A restart for policies of which no log names the URIs. */
function isUnexplained({ class: kind, causes }: Reboot): boolean {
  return kind === 'coalescedPolicy' && !causes.some(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
}

function flaggedUri(flag: SignalOf<'policyFlag'>, { stages, starts, policies }: LatentSources): LatentReboot {
  const stage = stageAt(stages, flag.at)?.stage ?? 'unknown';
  const asked =
    stage === 'unknown'
      ? l10n.t('It asked for a restart at {0}, and the enrollment did not restart for it.', saidTime(flag.at))
      : l10n.t(
          'It asked for a restart at {0} ({1}), and the enrollment did not restart for it.',
          saidTime(flag.at),
          duringWords[stage],
        );
  const next = starts.after(flag.at);
  const none = starts.noneSince(flag.at);
  const then =
    next !== null
      ? l10n.t('Windows next started at {0}, and not because of it.', saidTime(next.at))
      : none !== null
        ? l10n.t('Windows has not started since.')
        : l10n.t('Whether Windows has started since is not recorded.');
  return {
    uri: flag.uri,
    state: 'flaggedNoRestart',
    why: sentences(asked, then),
    mayHaveCaused: [],
    inForce: next !== null ? true : none !== null ? false : null,
    evidence: [
      { ...flag.ref, note: l10n.t('asked for a restart') },
      ...(next === null ? (none?.evidence ?? []) : [next.ref]),
      ...noted(policies.refsOf(flag.uri), l10n.t('sets it')),
    ],
  };
}

function assignedUri(
  uri: string,
  [first, ...rest]: readonly EvidenceRef[],
  mayHaveCaused: readonly string[],
): LatentReboot {
  const evidence: Evidence = [first!, ...rest];
  return {
    uri,
    state: 'assigned',
    why:
      mayHaveCaused.length === 0
        ? l10n.t(
            'It is set on this device and on the list of settings that plan a restart; no request for one is seen.',
          )
        : l10n.t(
            'It is set on this device and on the list of settings that plan a restart. There was a restart for policies whose URIs no log names: this may be one of them.',
          ),
    mayHaveCaused,
    inForce: null,
    evidence,
  };
}
