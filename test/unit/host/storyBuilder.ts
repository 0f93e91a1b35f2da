import type { Evidence } from '../../../src/core/enrollment/document/evidence';
import type { Phase } from '../../../src/core/enrollment/document/phases';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';
import type { SignIn, SignInProblem } from '../../../src/core/enrollment/document/signIns';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { emptyStory } from '../enrollment/emptyStory';

export const systemLog = 'inner.cab/system.evtx';

/** Evidence in the System log. */
export function record(recordId: number): Evidence {
  return [{ path: systemLog, recordId }];
}

/** A time of the day on which the example device was set up, e.g. `02:07`. */
export function onTheDay(clock: string): string {
  return `2026-08-20T${clock}:00.000Z`;
}

export function reboot(id: string, clock: string, more: Partial<Reboot> = {}): Reboot {
  return {
    id,
    time: onTheDay(clock),
    rawTime: onTheDay(clock),
    timeUncertaintyMs: null,
    downtimeMs: null,
    boot: `boot-of-${id}`,
    during: 'unknown',
    class: 'unknown',
    expected: null,
    initiator: null,
    askedBy: null,
    causes: [],
    otherCauses: [],
    autoLogonCleared: null,
    tokenLost: null,
    cost: { prompts: null, waitMs: null },
    confidence: 'high',
    evidence: record(1),
    ...more,
  };
}

export function signIn(id: string, clock: string, more: Partial<SignIn> = {}): SignIn {
  return {
    id,
    time: onTheDay(clock),
    user: { class: 'entra', name: null, sid: null },
    class: 'first',
    credential: 'unknown',
    credentialStrength: null,
    credentialWhy: '',
    waitMs: null,
    afterReboot: null,
    confidence: 'high',
    evidence: record(2),
    ...more,
  };
}

export function signInProblem(code: string, clock: string | null): SignInProblem {
  const time = clock === null ? null : onTheDay(clock);
  return { code, meaning: '', category: 'tap', time, lastTime: time, count: 1, evidence: record(4) };
}

export function phase(id: Phase['id'], start: string | null, more: Partial<Phase> = {}): Phase {
  return {
    id,
    state: start === null ? 'unknown' : 'succeeded',
    start: start === null ? null : onTheDay(start),
    end: null,
    subcategories: [],
    evidence: start === null ? [] : record(3),
    ...more,
  };
}

export function story(parts: Partial<TriageDocument>): TriageDocument {
  return {
    ...emptyStory,
    bundle: {
      name: 'a.cab',
      sha256: '',
      kind: 'mdmDiagnostics',
      container: 'cab',
      members: [],
      unreadable: [],
      problems: [],
    },
    ...parts,
  };
}
