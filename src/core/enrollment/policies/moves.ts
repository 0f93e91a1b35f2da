import { canonicalUri, rebootUriOf } from '../../catalog/rebootUris';
import { measuredAtStart } from '../../catalog/securityAreas';
import type { EvidenceRef } from '../document/evidence';
import type { Phase } from '../document/phases';
import type { LatentReboot } from '../document/policies';
import type { OtherCause, Reboot, RebootCause } from '../document/reboots';
import type { Move, MovePrice, MoveSavings } from '../document/securityImpact';
import { capitalised, counted } from '../storyWords';
import type { EnrolledAt } from './enrolledAt';
import type { FullStarts } from './fullStarts';

/** What moves are told from. */
export interface MoveSources {
  readonly reboots: readonly Reboot[];
  readonly latent: readonly LatentReboot[];
  readonly phases: readonly Phase[];
  readonly starts: FullStarts;
  readonly enrolled: EnrolledAt | null;
}

/**
 * What each blamed setting and app would save and cost if it came after device setup, and what the settings that
 * did not restart cost as they are. A restart is saved only if everything that may have asked for it moves.
 */
export function tellMoves(sources: MoveSources): readonly Move[] {
  const suspects = suspectsOf(sources.reboots, appIdsOf(sources.phases));
  const restarting = [...suspects.values()]
    .filter(({ isBlamed }) => isBlamed)
    .map((suspect) => moveOf(suspect, sources));
  // What may be the unnamed cause of a restart is neither.
  const quiet = sources.latent.filter(({ mayHaveCaused }) => mayHaveCaused.length === 0);
  return [...restarting, ...quiet.map((latent) => asItIs(latent, sources))];
}

/** A setting or an app, and the restarts that it may have asked for. */
interface Suspect {
  readonly key: string;
  readonly subject: string;
  readonly kind: Move['kind'];
  /** Confirmed or likely for at least one of them. */
  isBlamed: boolean;
  readonly reboots: Reboot[];
  readonly evidence: EvidenceRef[];
  /** Keys and names of what shares a restart with it. */
  readonly together: Map<string, string>;
}

function suspectsOf(reboots: readonly Reboot[], appIds: ReadonlyMap<string, string>): ReadonlyMap<string, Suspect> {
  const suspects = new Map<string, Suspect>();
  for (const reboot of reboots) {
    const named = [
      ...reboot.causes.filter(isPossible).map((cause) => ({ ...cause, subject: cause.uri, kind: 'policy' as const })),
      ...reboot.otherCauses.filter(isPossible).flatMap((cause) => appOf(cause, appIds)),
    ].map((cause) => ({ ...cause, key: canonicalUri(cause.subject) }));
    for (const { key, subject, kind, verdict, evidence } of named) {
      const known: Suspect = suspects.get(key) ?? {
        key,
        subject,
        kind,
        isBlamed: false,
        reboots: [],
        evidence: [],
        together: new Map(),
      };
      suspects.set(key, known);
      if (verdict !== 'confirmed' && verdict !== 'likely') {
        continue;
      }
      known.isBlamed = true;
      known.reboots.push(reboot);
      known.evidence.push(...evidence);
      for (const other of named.slice(0, maxTogether)) {
        if (other.key !== key) {
          known.together.set(other.key, other.subject);
        }
      }
    }
  }
  return suspects;
}

/** Nobody moves more than this; each is listed with all the others, so the list is kept short. */
const maxTogether = 200;

function isPossible({ verdict }: Pick<RebootCause, 'verdict'>): boolean {
  return verdict !== 'refuted';
}

function appOf(cause: OtherCause, appIds: ReadonlyMap<string, string>) {
  const { kind, name, verdict, evidence } = cause;
  return kind === 'application' && name !== null
    ? [{ subject: appIds.get(name.toLowerCase()) ?? name, kind: 'app' as const, verdict, evidence }]
    : [];
}

/** Ids of the apps of the status page by their names. */
function appIdsOf(phases: readonly Phase[]): ReadonlyMap<string, string> {
  const items = phases.flatMap(({ subcategories }) => subcategories.flatMap((part) => part.items));
  return new Map(
    items.flatMap(({ id, name, kind }) => (kind === 'app' && name !== null ? [[name.toLowerCase(), id] as const] : [])),
  );
}

function moveOf({ subject, kind, reboots, evidence, together }: Suspect, sources: MoveSources): Move {
  const [first, ...rest] = evidence;
  return {
    subject,
    kind,
    now: 'restarts',
    why: restartWhy(reboots, together.size),
    saves: savingsOf(reboots, [...together.values()]),
    price: [...ownPrice(subject), ...measuringPrice(reboots, sources)],
    scopeNote: kind === 'policy' ? policyScope(subject) : appScope,
    evidence: [first ?? reboots[0]!.evidence[0], ...rest],
  };
}

function restartWhy(reboots: readonly Reboot[], others: number): string {
  const blame = `It is blamed for ${reboots.map(({ id }) => id).join(', ')}.`;
  return others === 0
    ? blame
    : `${blame} ${counted(others, 'other')} may have asked as well: nothing is saved unless all of them move.`;
}

function savingsOf(reboots: readonly Reboot[], onlyTogetherWith: readonly string[]): MoveSavings {
  return {
    reboots: reboots.length,
    prompts: sumOf(reboots.map(({ cost }) => cost.prompts)),
    waitMs: sumOf(reboots.map(({ cost }) => cost.waitMs)),
    onlyTogetherWith,
  };
}

/** A sum with an unknown part is unknown. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

function ownPrice(subject: string): readonly MovePrice[] {
  const entry = rebootUriOf(subject);
  return entry === null ? [] : entry.protects.map((area) => ({ area, why: `${capitalised(entry.waits)}.` }));
}

/** Without the restart nothing measures the start, unless Windows started again after the enrollment anyway. */
function measuringPrice(
  saved: readonly Reboot[],
  { starts, enrolled }: Pick<MoveSources, 'starts' | 'enrolled'>,
): readonly MovePrice[] {
  const lost = new Set(saved.map(({ boot }) => boot));
  return enrolled !== null && starts.countAfter(enrolled.notAfter, lost) > 0
    ? []
    : measuredAtStart.map((area) => ({
        area,
        why: 'Without this restart it would not be measured after the enrollment until the next one; compliance that asks for it is not met before.',
      }));
}

function policyScope(uri: string): string {
  const entry = rebootUriOf(uri);
  if (entry === null) {
    return 'Nothing is known of its scopes; a profile that is assigned to users applies in account setup, where the page does not restart for policies.';
  }
  return entry.reachesUsers
    ? 'The setting exists for the device only, but a profile that holds it can be assigned to users: it then applies in account setup, where the page does not restart for policies.'
    : 'The setting exists for the device only and cannot be reached through users: bring it before the enrollment or after it.';
}

const appScope =
  'Take the app off the list that the status page waits for, or install it after device setup; check its return code and restart behavior first.';

/** The other side of the trade, seen in the field: nobody was interrupted, and the setting waits. */
function asItIs({ uri, inForce, why, evidence }: LatentReboot, { starts, enrolled }: MoveSources): Move {
  const none = enrolled === null ? null : starts.noneSince(enrolled.notBefore);
  const paid = inForce === true ? 'the price was paid until Windows started' : 'the price is paid';
  return {
    subject: uri,
    kind: 'policy',
    now: 'pricePaid',
    why: `As it is now ${paid}, and nobody had to sign in again because of it. ${why}`,
    saves: { reboots: 0, prompts: 0, waitMs: 0, onlyTogetherWith: [] },
    price: [
      ...(inForce === true ? [] : ownPrice(uri)),
      ...(none === null ? [] : measuringPrice([], { starts, enrolled })),
    ],
    scopeNote: policyScope(uri),
    evidence,
  };
}
