import { canonicalUri } from '../../catalog/rebootUris';
import type { Evidence, EvidenceRef } from '../document/evidence';
import type { SecurityImpact } from '../document/securityImpact';
import { signalsOf, type Signal } from '../signals/signal';
import { shortUri } from '../storyWords';
import type { EnrolledAt } from './enrolledAt';
import type { FullStarts, NoStart } from './fullStarts';
import { unknown, type SecuritySources } from './measuredAreas';
import { noted } from './policyWords';
import type { SetPolicies } from './setPolicies';
import { vbsOf, type VbsAtStart } from './vbsSigns';

type Told = Omit<SecurityImpact, 'area'>;

/** Device Guard and virtualization-based security. */
export interface Virtualization {
  readonly deviceGuard: Told;
  readonly virtualizationBasedSecurity: Told;
}

/**
 * Settings of Device Guard take hold at a full start. Whether virtualization-based security runs is told by the last
 * one, and Windows 11 has it on by itself on much hardware, so a setting that asks for what runs already waits for
 * nothing.
 */
export function tellVirtualization(
  { signals, enrolled, starts, flagsCovered }: SecuritySources,
  policies: SetPolicies,
): Virtualization {
  const vbs = vbsOf(starts.last, Infinity, signals);
  const settings = deviceGuardSettings(signals, policies, enrolled, flagsCovered);
  const open = settings.filter((setting) => !isMet(setting, vbs));
  const waiting = open.flatMap((setting) => {
    const none = setting.since === null ? null : starts.noneSince(setting.since);
    return none === null ? [] : [{ setting, none }];
  });
  const runsSince = vbs.isRunning === true ? activeState(vbs, settings, starts, signals) : null;
  return {
    deviceGuard: waitingState(waiting) ?? guardState(settings, open, vbs, starts),
    virtualizationBasedSecurity: runsSince ?? lessSure(waitingState(waiting), vbs) ?? offState(settings, vbs, starts),
  };
}

/** A setting of Device Guard, and since when it has been on the device. */
interface Setting {
  readonly name: string;
  /** It came no earlier, milliseconds since 1970 UTC; `null` where no log tells. */
  readonly since: number | null;
  /** It was there no later than this, milliseconds since 1970 UTC; `null` where no log tells. */
  readonly by: number | null;
  readonly evidence: Evidence;
}

const areas = /^\.\/device\/vendor\/msft\/policy\/config\/(?:deviceguard|virtualizationbasedtechnology)\//;

/** Flagged ones by their first flag; those that are only seen to be set came with the enrollment or after it. */
function deviceGuardSettings(
  signals: readonly Signal[],
  policies: SetPolicies,
  enrolled: EnrolledAt | null,
  flagsCovered: SecuritySources['flagsCovered'],
): readonly Setting[] {
  const found = new Map<string, Setting>();
  // A policy asks again at each sync: in a log that has wrapped, the first that is left may be one of those.
  const earliestOf = (at: number): number | null =>
    enrolled !== null && (at <= enrolled.notBefore || flagsCovered(enrolled.notBefore, at))
      ? at
      : (enrolled?.notBefore ?? null);
  for (const { uri, at, ref } of signalsOf(signals, 'policyFlag')) {
    const key = canonicalUri(uri);
    if (areas.test(key) && !found.has(key)) {
      found.set(key, {
        name: shortUri(uri),
        since: earliestOf(at),
        by: at,
        evidence: [{ ...ref, note: 'asked for a restart' }],
      });
    }
  }
  for (const { what, at, ref } of signalsOf(signals, 'deviceGuardPolicy')) {
    if (what === 'virtualizationBasedSecurity' && !found.has(what)) {
      found.set(what, { name: 'the policy of Device Guard', since: at, by: at, evidence: [ref] });
    }
  }
  for (const { uri, ref } of policies.all) {
    const key = canonicalUri(uri);
    if (areas.test(key) && !found.has(key)) {
      found.set(key, {
        name: shortUri(uri),
        since: enrolled?.notBefore ?? null,
        by: null,
        evidence: [{ ...ref, note: 'sets it' }],
      });
    }
  }
  return [...found.values()];
}

/** Does what runs already answer this setting? */
function isMet({ name }: Setting, vbs: VbsAtStart): boolean {
  switch (name.toLowerCase()) {
    case 'deviceguard/lsacfgflags':
      return vbs.isCredentialGuardRunning;
    case 'deviceguard/enablevirtualizationbasedsecurity':
      return vbs.isRunning === true;
    default:
      return false;
  }
}

/** More names than these would not be read. */
const maxNamed = 8;

function waitingState(waiting: readonly { readonly setting: Setting; readonly none: NoStart }[]): Told | null {
  const [first] = waiting;
  if (first === undefined) {
    return null;
  }
  const named = waiting.slice(0, maxNamed).map(({ setting }) => setting.name);
  const more = waiting.length > maxNamed ? ` and ${waiting.length - maxNamed} more` : '';
  return {
    state: 'rebootPending',
    why: `Windows has not started since ${named.join(', ')}${more} came: it waits for a restart.`,
    confidence: first.none.confidence,
    evidence: [...waiting.slice(0, maxNamed).flatMap(({ setting }) => setting.evidence), ...first.none.evidence],
  };
}

/** Where no record tells whether it runs, it may do so without the settings. */
function lessSure(told: Told | null, { isRunning }: VbsAtStart): Told | null {
  return told === null || isRunning !== null ? told : { ...told, confidence: 'low' };
}

function activeState(
  vbs: VbsAtStart,
  settings: readonly Setting[],
  starts: FullStarts,
  signals: readonly Signal[],
): Told {
  const since = earliest(settings);
  const before = since === null ? null : (starts.all.findLast(({ at }) => at < since) ?? null);
  const next = since === null ? null : starts.after(since);
  const ranBefore = before !== null && vbsOf(before, next?.at ?? Infinity, signals).isRunning === true;
  return {
    state: 'active',
    why: ranBefore
      ? 'It ran before the policy came, and runs in the last start of Windows.'
      : 'It runs in the last start of Windows.',
    confidence: vbs.confidence,
    evidence: vbs.evidence,
  };
}

function guardState(settings: readonly Setting[], open: readonly Setting[], vbs: VbsAtStart, starts: FullStarts): Told {
  const places = settings.flatMap(({ evidence }) => evidence);
  const hasStarted = open.every(({ by }) => by !== null && starts.after(by) !== null);
  if (vbs.isCredentialGuardRunning && hasStarted) {
    return {
      state: 'active',
      why: 'Credential Guard runs in the last start of Windows.',
      confidence: 'high',
      evidence: vbs.evidence,
    };
  }
  if (settings.length === 0) {
    return unknown('No setting of Device Guard is seen, and nothing that it starts.');
  }
  if (!hasStarted) {
    return unknown(
      'Settings of Device Guard are there; whether Windows has started since is not recorded.',
      noted(places, 'the setting'),
    );
  }
  return vbs.isRunning === true
    ? {
        state: 'active',
        why: 'Windows has started since the settings came, and virtualization-based security runs.',
        confidence: 'medium',
        evidence: [...vbs.evidence, ...noted(places, 'the setting')],
      }
    : unknown(
        vbs.isRunning === false
          ? 'Windows has started since the settings came, and virtualization-based security does not run: hardware or firmware may not allow it.'
          : 'Windows has started since the settings came; no log shows whether virtualization-based security runs.',
        [...noted(places, 'the setting'), ...vbs.evidence],
      );
}

function offState(settings: readonly Setting[], vbs: VbsAtStart, starts: FullStarts): Told {
  const since = earliest(settings);
  const places: readonly EvidenceRef[] = noted(
    settings.flatMap(({ evidence }) => evidence),
    'the setting',
  );
  if (vbs.isRunning === false) {
    return unknown(
      since !== null && starts.after(since) !== null
        ? 'Windows has started since the settings came, and it does not run: hardware or firmware may not allow it.'
        : 'It did not run in the last start that the logs show.',
      [...places, ...vbs.evidence],
    );
  }
  return unknown('No log shows whether it runs.', places);
}

/** By when the first of them was there. */
function earliest(settings: readonly Setting[]): number | null {
  const times = settings.flatMap(({ by }) => by ?? []);
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
