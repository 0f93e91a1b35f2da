import type { BundleLogs } from '../../bundle/bundle';
import type { CorrectedClock } from '../clock/clock';
import type { DeviceFacts } from '../document/bundleFacts';
import type { Sleep } from '../document/sleeps';
import type { TriageDocument } from '../document/triageDocument';
import type { Stage } from '../phases/phaseTracker';
import type { FoundBoot } from '../reboots/bootFinder';
import type { ToldReboot } from '../reboots/rebootStory';
import type { Signal } from '../signals/signal';
import { tellAutoLogonClearings, withClearings } from './autoLogonStory';
import { CredentialTraces, readLastLogon } from './credentialStory';
import { tellHello } from './helloStory';
import { withUserCost } from './rebootCost';
import { tellSignInProblems } from './signInProblems';
import { tellSignIns } from './signInStory';
import { overlayPass, type StatedFacts } from './statedPass';
import { tellToken } from './tokenStory';

/** What the enrollment was like for the person in front of the device. */
export type UserStory = Pick<
  TriageDocument,
  'reboots' | 'signIns' | 'signInProblems' | 'autoLogonClearings' | 'temporaryAccessPass' | 'token' | 'hello'
>;

/** What the user's part of the story is told from. */
export interface UserSources {
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly boots: readonly FoundBoot[];
  readonly reboots: readonly ToldReboot[];
  readonly stages: readonly Stage[];
  readonly sleeps: readonly Sleep[];
  readonly clock: Pick<CorrectedClock, 'steps'>;
  readonly device: Pick<DeviceFacts, 'joinType' | 'scenario'>;
  readonly webSignInPolicy: TriageDocument['policies']['webSignIn'];
  readonly logs: Pick<BundleLogs, 'dsreg' | 'registryExports'>;
  /** The last that any log of the bundle tells, milliseconds since 1970 UTC. */
  readonly bundleEnd: number;
  readonly stated: StatedFacts | null;
}

/** Tells sign-ins, token and Windows Hello, and with them what each restart cost. */
export function tellUserStory(sources: UserSources): UserStory {
  const { signals, logs } = sources;
  const clearings = tellAutoLogonClearings(signals, sources.reboots);
  const reboots = withClearings(sources.reboots, clearings);
  const lastLogon = readLastLogon(logs.registryExports);
  const signIns = tellSignIns({
    ...sources,
    reboots,
    clockSteps: sources.clock.steps,
    credentials: new CredentialTraces(signals, lastLogon, logs.dsreg, sources.webSignInPolicy),
  });
  return {
    reboots: withUserCost(reboots, signIns),
    signIns,
    signInProblems: tellSignInProblems(signals, logs.dsreg),
    autoLogonClearings: clearings,
    temporaryAccessPass: overlayPass(sources.stated?.temporaryAccessPass ?? null, signIns),
    token: tellToken(
      signals,
      logs.dsreg,
      reboots.map(({ reboot }) => reboot),
    ),
    hello: tellHello({ ...sources, signIns, reboots, lastLogon, dsreg: logs.dsreg }),
  };
}
