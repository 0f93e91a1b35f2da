import { isoTime } from '../clock/isoTime';
import type { EvidenceRef } from '../document/evidence';
import type { AppTechnology, Contradiction, PhaseId, PhaseItem, PhaseState, RestartNeed } from '../document/phases';
import { settle, untimedClaim } from './claims';
import { subcategoryId } from './phaseIds';

/** What one place says about an item that the status page waits for. */
export interface ItemSign {
  readonly phase: PhaseId;
  readonly kind: PhaseItem['kind'];
  readonly technology: AppTechnology | null;
  readonly id: string;
  readonly name: string | null;
  /** `null` where the place only says that there is such an item. */
  readonly state: PhaseState | null;
  readonly restartNeed: RestartNeed | null;
  readonly source: 'trackingKeys' | 'agent';
  /** Corrected, milliseconds since 1970 UTC; absent where the place tells no time. */
  readonly at?: number;
  /** How far {@link at} may be off, milliseconds. */
  readonly mayBeOffMs?: number;
  readonly ref: EvidenceRef;
}

/** The items of the subcategories, by the id of each subcategory. */
export interface FoundItems {
  readonly bySubcategory: ReadonlyMap<string, readonly PhaseItem[]>;
  readonly contradictions: readonly Contradiction[];
}

const steps: Readonly<Record<PhaseItem['kind'], string>> = {
  app: 'AppsSubcategory',
  policy: 'SecurityPoliciesSubcategory',
  certificate: 'CertificatesSubcategory',
  network: 'NetworkConnectionsSubcategory',
};

const needs: readonly RestartNeed[] = ['none', 'soft', 'hard'];

/** Puts together what is said of the same item, in the order in which each source says it: the last word counts. */
export function mergeItems(signs: readonly ItemSign[]): FoundItems {
  const groups = new Map<string, ItemSign[]>();
  for (const sign of signs) {
    const key = `${sign.phase}/${sign.kind}/${sign.id.toLowerCase()}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [sign]);
    } else {
      group.push(sign);
    }
  }
  const bySubcategory = new Map<string, PhaseItem[]>();
  const contradictions: Contradiction[] = [];
  for (const group of groups.values()) {
    const { phase, kind, id } = group[0]!;
    const lastWords = (['trackingKeys', 'agent'] as const).flatMap(
      (source) => group.findLast((sign) => sign.source === source && sign.state !== null) ?? [],
    );
    const settled = settle(
      id,
      lastWords.map(({ source, state, ref }) => untimedClaim(source, state!, ref)),
    );
    contradictions.push(...settled.contradictions);
    const need = Math.max(...group.map(({ restartNeed }) => (restartNeed === null ? -1 : needs.indexOf(restartNeed))));
    const needing = group.find(({ restartNeed }) => restartNeed !== null && needs.indexOf(restartNeed) === need);
    const cited = new Set([...lastWords, ...(needing === undefined ? [] : [needing])]);
    const [first, ...rest] = cited.size > 0 ? [...cited] : [group[0]!];
    const item: PhaseItem = {
      id,
      name: group.find(({ name }) => name !== null)?.name ?? null,
      kind,
      technology: group[0]!.technology,
      state: settled.state,
      restartNeed: needs[need] ?? null,
      ...seen(group),
      evidence: [first!.ref, ...rest.map(({ ref }) => ref)],
    };
    const subcategory = subcategoryId(phase, steps[kind]);
    const items = bySubcategory.get(subcategory);
    if (items === undefined) {
      bySubcategory.set(subcategory, [item]);
    } else {
      items.push(item);
    }
  }
  return { bySubcategory, contradictions };
}

function seen(group: readonly ItemSign[]): Pick<PhaseItem, 'firstSeen' | 'lastSeen' | 'timeUncertaintyMs'> {
  const timed = group.flatMap(({ at, mayBeOffMs = 0 }) => (at === undefined ? [] : [{ at, mayBeOffMs }]));
  if (timed.length === 0) {
    return { firstSeen: null, lastSeen: null, timeUncertaintyMs: null };
  }
  const range = timed.reduce(
    ({ first, last, off }, { at, mayBeOffMs }) => ({
      first: Math.min(first, at),
      last: Math.max(last, at),
      off: Math.max(off, mayBeOffMs),
    }),
    { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, off: 0 },
  );
  return {
    firstSeen: isoTime(range.first),
    lastSeen: isoTime(range.last),
    timeUncertaintyMs: range.off === 0 ? null : range.off,
  };
}
