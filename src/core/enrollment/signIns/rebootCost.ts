import { isoTime } from '../clock/isoTime';
import type { Reboot, RebootCost } from '../document/reboots';
import type { SignIn } from '../document/signIns';
import { isInEsp, type ToldReboot } from '../reboots/rebootStory';
import { tokenSurvivedNote } from './tokenStory';

/**
 * The restarts with what they cost the user. One prompt is one boot in which somebody had to sign in again by hand.
 * Where nobody had signed in yet, a restart costs nobody anything; where no sign-in after it is known, neither is the
 * cost. Both lists ascend by time.
 */
export function withUserCost(told: readonly ToldReboot[], signIns: readonly SignIn[]): readonly Reboot[] {
  let next = 0;
  return told.map(({ reboot, boot }, index) => {
    const from = isoTime(boot.start);
    const to = told[index + 1]?.reboot.time;
    const following: SignIn[] = [];
    while (next < signIns.length && signIns[next]!.time < from) {
      next += 1;
    }
    for (; next < signIns.length && (to === undefined || signIns[next]!.time < to); next += 1) {
      following.push(signIns[next]!);
    }
    return { ...survivorOf(reboot, following), cost: costOf(reboot, following) };
  });
}

/** A token has survived only where Windows signed the user in: one that is there after a sign-in by hand may be new. */
function survivorOf(reboot: Reboot, following: readonly SignIn[]): Reboot {
  const [first, ...rest] = reboot.evidence.filter(({ note }) => note !== tokenSurvivedNote);
  return reboot.tokenLost === false && following[0]?.class !== 'automatic' && first !== undefined
    ? { ...reboot, tokenLost: null, evidence: [first, ...rest] }
    : reboot;
}

const nothing: RebootCost = { prompts: 0, waitMs: 0 };
const notKnown: RebootCost = { prompts: null, waitMs: null };

function costOf(reboot: Reboot, following: readonly SignIn[]): RebootCost {
  const prompts = following.filter((signIn) => signIn.class === 'rePrompt' && signIn.afterReboot === reboot.id);
  if (prompts.length > 0) {
    const waits = prompts.flatMap(({ waitMs }) => waitMs ?? []);
    const isComplete = waits.length === prompts.length;
    return { prompts: prompts.length, waitMs: isComplete ? waits.reduce((sum, wait) => sum + wait, 0) : null };
  }
  if (reboot.during === 'setup' || reboot.during === 'preJoin') {
    // Where only the setup log tells, what followed its last word on OOBE is not known.
    return reboot.confidence === 'low' ? notKnown : nothing;
  }
  const [next] = following;
  const isTold = reboot.during !== 'unknown' && next !== undefined && next.confidence !== 'low';
  const first = isTold ? next.class : 'unknown';
  const isLater = first === 'afterEnrollment' && isInEsp(reboot.during);
  return first === 'unknown' || isLater ? notKnown : nothing;
}
