import type { Evidence } from '../../../src/core/enrollment/document/evidence';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';
import type { SignIn } from '../../../src/core/enrollment/document/signIns';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import type { EventSeries } from '../../../src/core/timeline/eventSeries';
import { emptyStory } from '../enrollment/emptyStory';

export const systemLog = 'inner.cab/system.evtx';
const start = Date.parse('2026-08-19T09:30:00.000Z');

/** Minutes after the start of the sample, as an instant and as the document spells it. */
export function minute(minutes: number): number {
  return start + minutes * 60_000;
}

export function iso(minutes: number): string {
  return new Date(minute(minutes)).toISOString();
}

export function record(recordId: number, path = systemLog): Evidence {
  return [{ path, recordId }];
}

export function reboot(changes: Partial<Reboot>): Reboot {
  return {
    id: 'reboot-1',
    time: iso(10),
    rawTime: iso(10),
    timeUncertaintyMs: null,
    downtimeMs: 60_000,
    boot: 'boot-2',
    during: 'preJoin',
    class: 'oobeUpdate',
    expected: true,
    initiator: null,
    askedBy: null,
    causes: [],
    otherCauses: [],
    autoLogonCleared: null,
    tokenLost: null,
    cost: { prompts: null, waitMs: null },
    confidence: 'high',
    evidence: record(100),
    ...changes,
  };
}

export function signIn(changes: Partial<SignIn>): SignIn {
  return {
    id: 'signin-1',
    time: iso(50),
    user: { class: 'entra', name: null, sid: null },
    class: 'rePrompt',
    credential: 'webSignIn',
    credentialStrength: null,
    credentialWhy: '',
    waitMs: 396_000,
    afterReboot: 'reboot-2',
    confidence: 'high',
    evidence: record(300),
    ...changes,
  };
}

/** Ten seconds between records, ids from `firstId`, all at information level. */
export function series(
  changes: Partial<EventSeries> & { readonly from?: number; readonly count?: number },
): EventSeries {
  const { from = 0, count = 60, ...rest } = changes;
  return {
    log: 'System',
    path: systemLog,
    times: Float64Array.from({ length: count }, (_, index) => minute(from) + index * 10_000),
    recordIds: Float64Array.from({ length: count }, (_, index) => index + 1),
    levels: new Uint8Array(count).fill(4),
    ...rest,
  };
}

/** Two reboots, the second one caused by policy in device setup; a re-prompt after it; power lost later. */
export function sampleDocument(changes: Partial<TriageDocument> = {}): TriageDocument {
  const cause = (name: string, verdict: 'likely' | 'refuted', minutes: number) => ({
    uri: `./Device/Vendor/MSFT/Policy/Config/${name}`,
    verdict,
    flaggedAt: iso(minutes),
    lastFlaggedAt: iso(minutes),
    count: 1,
    why: 'flagged in device setup',
    evidence: record(minutes, 'inner.cab/mdm.evtx'),
  });
  return {
    ...emptyStory,
    bundle: {
      name: 'a.zip',
      sha256: 'hash',
      kind: 'collectDiagnostics',
      container: 'zip',
      members: [],
      unreadable: [],
      problems: [],
    },
    device: { ...emptyStory.device, joinType: 'entra', scenario: 'userDriven' },
    boots: [
      { id: 'boot-1', start: iso(0), kind: 'firstBoot', evidence: record(1) },
      { id: 'boot-2', start: iso(11), kind: 'restart', evidence: record(102) },
      { id: 'boot-3', start: iso(41), kind: 'restart', evidence: record(202) },
      { id: 'boot-4', start: iso(70), kind: 'fastStartup', evidence: record(402) },
    ],
    phases: [
      {
        id: 'devicePreparation',
        state: 'succeeded',
        start: iso(15),
        end: iso(20),
        subcategories: [],
        evidence: record(110),
      },
      {
        id: 'deviceSetup',
        state: 'succeeded',
        start: iso(20),
        end: iso(40),
        subcategories: [
          {
            id: 'DeviceSetup.AppsSubcategory',
            state: 'succeeded',
            start: iso(22),
            end: iso(39),
            error: null,
            items: [],
            evidence: record(120),
          },
          {
            id: 'DeviceSetup.SecurityPoliciesSubcategory',
            state: 'succeeded',
            start: iso(21),
            end: iso(25),
            error: null,
            items: [],
            evidence: record(121),
          },
        ],
        evidence: record(111),
      },
      { id: 'accountSetup', state: 'notStarted', start: null, end: null, subcategories: [], evidence: record(112) },
    ],
    reboots: [
      reboot({}),
      reboot({
        id: 'reboot-2',
        time: iso(40),
        boot: 'boot-3',
        during: 'deviceSetup',
        class: 'coalescedPolicy',
        expected: false,
        causes: [cause('DeviceGuard/LsaCfgFlags', 'likely', 25), cause('DeviceLock/MaxInactivityTime', 'refuted', 45)],
        evidence: record(200),
      }),
    ],
    signIns: [signIn({})],
    ...changes,
  };
}
