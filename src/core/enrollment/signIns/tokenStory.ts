import type { Signal } from '../signals/signal';
import type { TriageDocument } from '../document/triageDocument';

/** Whether the signed-in user could get a token, at one moment. */
export interface TokenSign {
  readonly signal: Signal;
  readonly present: boolean;
}

/**
 * Signs of the user's Entra token. While OOBE's own account owns the session every request fails: such failures are
 * routine and no sign.
 */
function tokenSigns(signals: readonly Signal[]): readonly TokenSign[] {
  const signs: TokenSign[] = [];
  let isEntraSession = false;
  for (const signal of signals) {
    switch (signal.kind) {
      case 'imeStart':
        isEntraSession = false;
        break;
      case 'imeUser':
        isEntraSession = signal.account.startsWith('AzureAD\\');
        break;
      case 'userToken':
        if (isEntraSession) {
          signs.push({ signal, present: signal.obtained });
        }
        break;
      case 'helloCheck':
        if (signal.prt !== null && signal.sid?.startsWith('S-1-12-1-') === true) {
          signs.push({ signal, present: signal.prt });
        }
        break;
      case 'espMarker':
        if (/^ESPAccountSetup_AadTokenRequest_(Success|Failed)$/.test(signal.name)) {
          signs.push({ signal, present: signal.name.endsWith('_Success') });
        }
        break;
      default:
        break;
    }
  }
  return signs;
}

/** What the evidence of a restart says where the token did not survive it. */
export const tokenGoneNote = 'the user’s token was gone';

/** The first sign of the token between a restart and the next: it decides whether the token survived; `null` without one. */
export function tokenAfter(signals: readonly Signal[], from: number, to: number): TokenSign | null {
  return tokenSigns(signals.filter(({ at }) => at >= from && at < to))[0] ?? null;
}

/** The state of the token at the end of the bundle: the last sign decides. */
export function tellToken(signals: readonly Signal[]): TriageDocument['token'] {
  const last = tokenSigns(signals).at(-1);
  return last === undefined
    ? { state: 'unknown', evidence: [] }
    : { state: last.present ? 'present' : 'missing', evidence: [last.signal.ref] };
}
