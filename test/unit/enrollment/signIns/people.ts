import type { FoundBoot } from '../../../../src/core/enrollment/reboots/bootFinder';
import type { ToldReboot } from '../../../../src/core/enrollment/reboots/rebootStory';
import type { Reboot, RebootDuring } from '../../../../src/core/enrollment/document/reboots';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { isoTime } from '../../../../src/core/enrollment/clock/isoTime';
import { sign, signInText } from '../signals';

/** The people of the hand-made stories. */
export const adele = 'S-1-12-1-1-2-3-4';
export const bert = 'S-1-12-1-5-6-7-8';
export const oobeUser = 'S-1-5-21-1-2-3-1000';
export const webUser = 'S-1-5-21-1-2-3-1003';
export const domainUser = 'S-1-5-21-7-8-9-1105';

/** Winlogon’s record of a sign-in. */
export function logon(minutes: number, sid: string, session = 1): Signal {
  return sign(minutes, { kind: 'logon', sid, session });
}

export function logoff(minutes: number, sid: string, session = 1): Signal {
  return sign(minutes, { kind: 'logoff', sid, session });
}

/** The check for Windows Hello that follows a sign-in. */
export function helloCheck(
  minutes: number,
  willLaunch: boolean,
  more: { readonly sid?: string; readonly prt?: boolean; readonly policy?: boolean; readonly remote?: boolean } = {},
): Signal {
  return sign(
    minutes,
    { kind: 'helloCheck', sid: adele, willLaunch, prt: null, policy: null, remote: null, ...more },
    'User Device Registration',
  );
}

/** The agent works for somebody. */
export function agentUser(minutes: number, account = 'AzureAD\\Adele'): Signal {
  return signInText(minutes, { kind: 'imeUser', account });
}

/** The agent finds a session without a user. */
export function nobody(minutes: number): Signal {
  return signInText(minutes, { kind: 'noUserAtScreen' });
}

/** The starts of Windows that `signals` show in a System log, or by the first start of the agent. */
export function bootsOf(signals: readonly Signal[]): readonly FoundBoot[] {
  return signals
    .filter(({ kind }) => kind === 'kernelStart')
    .map((signal) => ({ start: signal.at, kind: 'restart', starts: [signal], stops: [], confidence: 'high' }));
}

/** The restarts that ended in these boots, all in one stage. */
export function rebootsInto(
  boots: readonly FoundBoot[],
  during: RebootDuring,
  more: Partial<Reboot> = {},
): readonly ToldReboot[] {
  return boots.map((boot, index) => ({
    boot,
    reboot: {
      id: `reboot-${index + 1}`,
      time: isoTime(boot.start - 40_000),
      rawTime: isoTime(boot.start - 40_000),
      timeUncertaintyMs: null,
      downtimeMs: 40_000,
      boot: `boot-${index + 1}`,
      during,
      class: 'coalescedPolicy',
      expected: false,
      initiator: null,
      askedBy: null,
      causes: [],
      otherCauses: [],
      autoLogonCleared: null,
      tokenLost: null,
      cost: { prompts: null, waitMs: null },
      confidence: 'high',
      evidence: [boot.starts[0].ref],
      ...more,
    },
  }));
}
