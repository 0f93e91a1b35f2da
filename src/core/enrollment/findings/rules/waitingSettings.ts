import { phrase } from '../../../words/language';
import type { LatentReboot } from '../../document/policies';
import type { Reboot } from '../../document/reboots';
import { isInEnrollment, type Story } from '../facts';

/** What it costs that they wait. */
export const waitingPrice = phrase(
  'until then what they protect is not active, and values that are measured at the start are old.',
);

/** Settings that asked for a restart which has not come: what they protect is not known to be in force. */
export function waitingSettings({ policies }: Story): readonly LatentReboot[] {
  return policies.latentReboots.filter(({ state, inForce }) => state === 'flaggedNoRestart' && inForce !== true);
}

/** Those of them that look like the cause of this restart and are not. */
export function waitingAfter({ causes }: Reboot, story: Story): readonly LatentReboot[] {
  const refuted = new Set(causes.flatMap(({ uri, verdict }) => (verdict === 'refuted' ? [uri] : [])));
  return waitingSettings(story).filter(({ uri }) => refuted.has(uri));
}

/** Those that no restart of the enrollment has in its list: with a restart they are told there. */
export function waitingAlone(story: Story): readonly LatentReboot[] {
  const told = new Set(
    story.reboots.filter(isInEnrollment).flatMap((reboot) => waitingAfter(reboot, story).map(({ uri }) => uri)),
  );
  return waitingSettings(story).filter(({ uri }) => !told.has(uri));
}
