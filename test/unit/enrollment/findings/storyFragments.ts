import type { Story } from '../../../../src/core/enrollment/findings/facts';
import { tellFindings } from '../../../../src/core/enrollment/findings/tellFindings';
import type { Finding } from '../../../../src/core/enrollment/document/findings';
import type { Evidence } from '../../../../src/core/enrollment/document/evidence';
import type { CauseVerdict, Reboot, RebootCause } from '../../../../src/core/enrollment/document/reboots';
import type { Phase, PhaseItem, Subcategory } from '../../../../src/core/enrollment/document/phases';
import type { HelloPattern, SignIn, SignInProblem } from '../../../../src/core/enrollment/document/signIns';
import type { LogCoverage } from '../../../../src/core/bundle/coverage';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { emptyStory } from '../emptyStory';
import { noPolicies } from '../noPolicies';

/** Some evidence; what it shows does not matter here. */
export const evidence: Evidence = [{ path: 'system.evtx', recordId: 1 }];

/** A story in which nothing is wrong and nothing is missing. */
export const quietStory: Story = {
  ...emptyStory,
  bundle: {
    name: 'MDMDiagReport.cab',
    sha256: '00',
    kind: 'mdmDiagnostics',
    container: 'cab',
    members: [{ path: 'system.evtx', kind: 'evtx', size: 1 }],
    unreadable: [],
    problems: [],
  },
  policies: { ...noPolicies, rebootCatalogSource: 'bundle' },
};

/** A few lines of a story, and what the logs said. */
export interface Fragment {
  readonly story?: Partial<Story>;
  readonly signals?: readonly Signal[];
}

export function findingsIn({ story = {}, signals = [] }: Fragment): readonly Finding[] {
  return tellFindings({ ...quietStory, ...story }, signals);
}

export function idsIn(fragment: Fragment): readonly string[] {
  return findingsIn(fragment).map(({ id }) => id);
}

/** A restart by policy in device setup, unless it says otherwise. */
export function reboot(changes: Partial<Reboot> = {}): Reboot {
  return {
    id: 'reboot-1',
    time: '2026-02-17T13:14:27.000Z',
    rawTime: '2026-02-17T13:14:27.000Z',
    timeUncertaintyMs: null,
    downtimeMs: 25_000,
    boot: 'boot-2',
    during: 'deviceSetup',
    class: 'coalescedPolicy',
    expected: false,
    initiator: null,
    askedBy: null,
    causes: [],
    otherCauses: [],
    autoLogonCleared: null,
    tokenLost: null,
    cost: { prompts: null, waitMs: null },
    confidence: 'medium',
    evidence,
    ...changes,
  };
}

/** A setting that was flagged around a restart, by the end of its URI. */
export function cause(setting: string, verdict: CauseVerdict = 'confirmed'): RebootCause {
  return {
    uri: `./Device/Vendor/MSFT/${setting}`,
    verdict,
    flaggedAt: '2026-02-17T12:30:00.000Z',
    lastFlaggedAt: '2026-02-17T12:30:00.000Z',
    count: 1,
    why: '',
    evidence: [{ path: 'admin.evtx', recordId: 7 }],
  };
}

/** One more sign-in because of a restart, unless it says otherwise. */
export function signIn(changes: Partial<SignIn> = {}): SignIn {
  return {
    id: 'signin-2',
    time: '2026-02-17T13:22:00.000Z',
    user: { class: 'entra', name: null, sid: null },
    class: 'rePrompt',
    credential: 'unknown',
    credentialStrength: null,
    credentialWhy: '',
    waitMs: null,
    afterReboot: 'reboot-1',
    confidence: 'high',
    evidence,
    ...changes,
  };
}

export function signInProblem(
  code: string,
  category: SignInProblem['category'],
  changes: Partial<SignInProblem> = {},
): SignInProblem {
  return { code, category, meaning: 'what it means', time: null, lastTime: null, count: 1, evidence, ...changes };
}

export function pattern(id: HelloPattern['id']): HelloPattern {
  return { id, why: '', confidence: 'medium', evidence };
}

/** Device setup from 13:00 to 14:00 that went well, unless it says otherwise. */
export function phase(changes: Partial<Phase> = {}): Phase {
  return {
    id: 'deviceSetup',
    state: 'succeeded',
    start: '2026-02-17T13:00:00.000Z',
    end: '2026-02-17T14:00:00.000Z',
    subcategories: [],
    evidence,
    ...changes,
  };
}

export function subcategory(changes: Partial<Subcategory> = {}): Subcategory {
  return {
    id: 'DeviceSetup.AppsSubcategory',
    state: 'succeeded',
    start: null,
    end: null,
    error: null,
    items: [],
    evidence,
    ...changes,
  };
}

export function item(changes: Partial<PhaseItem> = {}): PhaseItem {
  return {
    id: 'app-1',
    name: 'Contoso VPN',
    kind: 'app',
    technology: 'win32',
    state: 'succeeded',
    restartNeed: null,
    firstSeen: null,
    lastSeen: null,
    timeUncertaintyMs: null,
    evidence,
    ...changes,
  };
}

/** A phase with one subcategory that has these items. */
export function phaseWith(items: readonly PhaseItem[], changes: Partial<Phase> = {}): Phase {
  return phase({ subcategories: [subcategory({ items })], ...changes });
}

export function coverage(log: string, state: LogCoverage['state'], changes: Partial<LogCoverage> = {}): LogCoverage {
  const present = state === 'present';
  return {
    log,
    state,
    records: present ? 1 : 0,
    first: present ? '2026-02-17T12:00:00.000Z' : null,
    last: present ? '2026-02-17T15:00:00.000Z' : null,
    firstRecordId: present ? 1 : null,
    missingRecordIds: 0,
    gaps: [],
    coversEnrollment: null,
    path: present ? 'x.evtx' : null,
    ...changes,
  };
}
