import { accountEspNodes, entraSignInNode } from '../../catalog/oobeNodes';
import { isoTime } from '../clock/isoTime';
import type { PreProvisioning } from '../document/bundleFacts';
import type { Signal } from '../signals/signal';
import { isPreProvisioning } from './scenario';

const succeeded = new Set(['WhiteGlove_TechnicianFlow_Succeeded', 'ESPProgress_WhiteGlove_Success']);
const failed = /^(?:WhiteGlove_TechnicianFlow_FailedDueTo\w+|ESPProgress_WhiteGlove_Failed)$/;

/**
 * The two halves of pre-provisioning: the technician's, and the one of the person who signs in later. `null` where
 * nothing shows pre-provisioning. `signals` are those of one attempt, ascending by time.
 */
export function tellPreProvisioning(signals: readonly Signal[]): PreProvisioning | null {
  const begun = signals.find(isPreProvisioning);
  if (begun === undefined) {
    return null;
  }
  const ended = signals.findLast((signal) => outcomeOf(signal) !== null);
  const handedOver = signals.find((signal) => signal.at > (ended ?? begun).at && isPersonsPage(signal));
  return {
    technician: {
      state: (ended === undefined ? null : outcomeOf(ended)) ?? (handedOver === undefined ? 'inProgress' : 'unknown'),
      start: isoTime(begun.at),
      end: ended === undefined ? null : isoTime(ended.at),
      evidence: ended === undefined || ended === begun ? [begun.ref] : [begun.ref, ended.ref],
    },
    user: handedOver === undefined ? null : { start: isoTime(handedOver.at), evidence: [handedOver.ref] },
  };
}

/** Is the technician's half done, so that the device may be switched off and handed over? */
export function isSealed(signal: Signal): boolean {
  return outcomeOf(signal) === 'succeeded';
}

function outcomeOf(signal: Signal): 'succeeded' | 'failed' | null {
  if (signal.kind !== 'espMarker') {
    return null;
  }
  return succeeded.has(signal.name) ? 'succeeded' : failed.test(signal.name) ? 'failed' : null;
}

/** Only a person signs in, and only a person sees these pages. */
function isPersonsPage(signal: Signal): boolean {
  return (
    signal.kind === 'oobeNode' &&
    (signal.node === entraSignInNode || signal.node.startsWith('MDMProgressAfter') || accountEspNodes.has(signal.node))
  );
}
