import type { PhaseId, Phase, Subcategory, Contradiction } from '../document/phases';
import { itemsOfAgent } from './agentItems';
import type { AttemptSpan } from './attempts';
import { settle, untimedClaim, type Claim } from './claims';
import { mergeItems, type FoundItems } from './itemSigns';
import { claimsOfMarkers } from './pageMarkers';
import { phaseIds, phaseOfSubcategory } from './phaseIds';
import type { Stage } from './phaseTracker';
import { claimsOfAgent, claimsOfStages, claimsOfSwitches } from './stageClaims';
import type { TrackingKeys } from './trackingKeys';

/** What the bundle shows of the device at the time it was taken; it belongs to one attempt only. */
export interface Snapshot {
  /** By the id of the phase or subcategory. */
  readonly pageStore: ReadonlyMap<string, Claim>;
  readonly diagnosticsPage: ReadonlyMap<string, Claim>;
  readonly tracking: TrackingKeys;
}

/** One attempt's part of the story. */
export interface PhaseSources {
  readonly attempt: Pick<AttemptSpan, 'signals'>;
  /** Those of the attempt. */
  readonly stages: readonly Stage[];
  /** `null` where it belongs to another attempt. */
  readonly snapshot: Snapshot | null;
  /** Device preparation (v2) has none of the classic phases, whatever its pages look like. */
  readonly isDevicePreparation: boolean;
}

export interface ToldPhases {
  readonly phases: readonly Phase[];
  readonly contradictions: readonly Contradiction[];
}

/** The three phases of the Enrollment Status Page in one attempt, from whatever tells them. */
export function tellPhases(sources: PhaseSources): ToldPhases {
  const claims = gatherClaims(sources);
  const { signals } = sources.attempt;
  const tracked = sources.snapshot?.tracking.items ?? [];
  const items = mergeItems([...tracked, ...itemsOfAgent(signals, sources.stages, tracked)]);
  const told = phaseIds.map((id) => tellPhase(id, claims, items, sources.snapshot));
  return {
    phases: told.map(({ phase }) => phase),
    contradictions: [...told.flatMap(({ contradictions }) => contradictions), ...items.contradictions],
  };
}

type Claims = ReadonlyMap<string, readonly Claim[]>;

function gatherClaims({ attempt, stages, snapshot, isDevicePreparation }: PhaseSources): Claims {
  const claims = new Map<string, Claim[]>();
  const sources: readonly Iterable<readonly [string, Claim]>[] = [
    claimsOfMarkers(attempt.signals),
    ...(snapshot === null ? [] : [snapshot.pageStore, snapshot.diagnosticsPage]),
    ...(snapshot === null || isDevicePreparation ? [] : [snapshot.tracking.claims]),
    ...(isDevicePreparation ? [] : [claimsOfStages(stages), claimsOfAgent(attempt.signals)]),
    claimsOfSwitches(attempt.signals),
  ];
  for (const source of sources) {
    for (const [subject, claim] of source) {
      const already = claims.get(subject);
      if (already === undefined) {
        claims.set(subject, [claim]);
      } else {
        already.push(claim);
      }
    }
  }
  return claims;
}

function tellPhase(
  id: PhaseId,
  claims: Claims,
  items: FoundItems,
  snapshot: Snapshot | null,
): { readonly phase: Phase; readonly contradictions: readonly Contradiction[] } {
  const own = claims.get(id) ?? (id === 'accountSetup' ? hiddenAccountSetup(claims, snapshot) : []);
  const { state, start, end, evidence, contradictions } = settle(id, own);
  const subcategories = subcategoriesOf(id, claims, items);
  return {
    phase: { id, state, start, end, subcategories: subcategories.map(({ subcategory }) => subcategory), evidence },
    contradictions: [...contradictions, ...subcategories.flatMap((told) => told.contradictions)],
  };
}

/** The switch in the registry reads "hidden" also when account setup is over, so it counts only while device setup is not. */
function hiddenAccountSetup(claims: Claims, snapshot: Snapshot | null): readonly Claim[] {
  const hidden = snapshot?.tracking.accountSkipped ?? null;
  const { state } = settle('deviceSetup', claims.get('deviceSetup') ?? []);
  const isToCome = state === 'notStarted' || state === 'inProgress' || state === 'failed';
  return hidden !== null && isToCome
    ? [untimedClaim('skipSwitch', 'skipped', { ...hidden.ref, note: hidden.name })]
    : [];
}

function subcategoriesOf(
  phase: PhaseId,
  claims: Claims,
  { bySubcategory }: FoundItems,
): readonly { readonly subcategory: Subcategory; readonly contradictions: readonly Contradiction[] }[] {
  const ids = new Set([...claims.keys(), ...bySubcategory.keys()].filter((id) => phaseOfSubcategory(id) === phase));
  return [...ids].map((id) => {
    const { contradictions, ...settled } = settle(id, claims.get(id) ?? []);
    const items = bySubcategory.get(id) ?? [];
    const evidence = settled.evidence.length > 0 ? settled.evidence : (items[0]?.evidence ?? []);
    return { subcategory: { id, ...settled, items, evidence }, contradictions };
  });
}
