import type { FromMember } from '../../bundle/bundle';
import { classOfProvider } from '../../catalog/credentialProviders';
import type { DsregStatus } from '../../logs/dsregStatus';
import type { RegistryTree, RegistryValue } from '../../logs/registryTree';
import type { EvidenceRef } from '../document/evidence';
import type { Credential, CredentialStrength, SignInClass } from '../document/signIns';
import type { TriageDocument } from '../document/triageDocument';
import type { Signal } from '../signals/signal';
import { isTapCode } from './problemCodes';
import { typedMs, type Wait } from './signInClass';
import { webSignInMs, type Episode } from './signInEpisodes';
import { firstWithin, lastWithin } from '../signals/timeOrder';

/** What a sign-in was done with, and how well that is known. */
export interface UsedCredential {
  readonly credential: Credential;
  readonly strength: CredentialStrength | null;
  /** One sentence. */
  readonly why: string;
  readonly evidence: readonly EvidenceRef[];
}

/** What LogonUI remembers: the last sign-in, and nothing before it. */
export interface LastLogon {
  readonly path: string;
  readonly provider: RegistryValue;
  readonly userSid: string | null;
  readonly selectedSid: string | null;
  readonly user: string | null;
}

/** Windows locks a session that it has opened by itself within this time, milliseconds. */
const lockedAtOnceMs = 30_000;

/** What the credentials of a bundle's sign-ins are told from. */
export class CredentialTraces {
  private readonly gestures: readonly Signal[];
  private readonly locks: readonly Signal[];
  private readonly unlocks: readonly Signal[];
  private readonly webPages: readonly Signal[];
  private readonly passwordPages: readonly Signal[];
  private readonly refusedPasses: readonly Signal[];

  constructor(
    signals: readonly Signal[],
    private readonly lastLogon: LastLogon | null,
    private readonly dsreg: readonly FromMember<DsregStatus>[],
    private readonly webSignInPolicy: TriageDocument['policies']['webSignIn'],
  ) {
    this.gestures = signals.filter(({ kind }) => kind === 'helloGesture');
    this.locks = signals.filter((signal) => signal.kind === 'imeSession' && signal.change === 'lock');
    this.unlocks = signals.filter((signal) => signal.kind === 'imeSession' && signal.change === 'unlock');
    this.webPages = signals.filter(isWebSignInPage);
    this.passwordPages = signals.filter(({ kind }) => kind === 'passwordPageShown');
    this.refusedPasses = signals.filter((signal) => signal.kind === 'signInFailure' && isTapCode(signal.code));
  }

  /** The best that is known; a successful Temporary Access Pass leaves no mark of its own on the device. */
  of(episode: Episode, kind: SignInClass, wait: Wait | null, isLast: boolean): UsedCredential {
    if (kind === 'automatic') {
      return this.autoLogon(episode);
    }
    const known = this.remembered(episode, isLast) ?? webAccount(episode) ?? this.helloGesture(episode);
    const probable = known ?? this.webPage(episode) ?? this.reported(isLast) ?? this.passwordPage(episode, kind);
    return this.accessPass(episode, probable) ?? probable ?? this.unproven(episode, wait);
  }

  private autoLogon({ at, evidence }: Episode): UsedCredential {
    const lock = firstWithin(this.locks, at, at + lockedAtOnceMs);
    return {
      credential: 'autoLogon',
      strength: evidence[0].kind === 'logon' ? 'strong' : 'medium',
      why:
        lock === undefined
          ? 'The desktop came faster than anybody types: Windows signed the user in with what it had kept.'
          : 'The desktop came faster than anybody types and was locked at once: Windows signs users in so after an update.',
      evidence: lock === undefined ? [] : [{ ...lock.ref, note: 'the session was locked at once' }],
    };
  }

  private remembered({ at, sid, evidence }: Episode, isLast: boolean): UsedCredential | null {
    const last = isLast ? this.lastLogon : null;
    const credential = last === null ? null : classOfProvider(last.provider.data);
    if (last === null || credential === null || (sid !== null && last.userSid !== null && last.userSid !== sid)) {
      return null;
    }
    const isOwn = evidence[0].kind === 'logon' && firstWithin(this.unlocks, at, Infinity) === undefined;
    return {
      credential,
      strength: isOwn ? 'strong' : 'medium',
      why: isOwn
        ? 'LogonUI remembers the credential provider of the last sign-in, which is this one.'
        : 'LogonUI remembers the credential provider of the last sign-in or unlock, which need not be this one.',
      evidence: [{ path: last.path, line: last.provider.line, note: 'credential provider of the last sign-in' }],
    };
  }

  private helloGesture({ at }: Episode): UsedCredential | null {
    const gesture = firstWithin(this.gestures, at - 60_000, at + 30_000);
    const isUnlock = gesture !== undefined && firstWithin(this.unlocks, gesture.at - 30_000, gesture.at + 30_000);
    return gesture === undefined || isUnlock !== undefined
      ? null
      : {
          credential: 'helloPin',
          strength: 'medium',
          why: 'Windows Hello was used at that moment; whether by PIN or biometrics is written in a number that is not documented.',
          evidence: [{ ...gesture.ref, note: 'a Hello gesture' }],
        };
  }

  private webPage({ at, screen }: Episode): UsedCredential | null {
    const page = lastWithin(this.webPages, Math.max(screen?.since.at ?? -Infinity, at - webSignInMs), at);
    return page === undefined
      ? null
      : {
          credential: 'webSignIn',
          strength: 'medium',
          why: 'The web sign-in page was opened at the lock screen shortly before; that it was the way in is likely, not recorded.',
          evidence: [{ ...page.ref, note: 'the web sign-in page opened' }],
        };
  }

  private reported(isLast: boolean): UsedCredential | null {
    for (const { path, content } of isLast ? this.dsreg : []) {
      const fact =
        content.context === 'user' ? content.facts.find(({ name }) => name === 'Credential Type') : undefined;
      const credential = fact === undefined ? undefined : tokenCredentials[fact.value.toLowerCase()];
      if (fact !== undefined && credential !== undefined) {
        return {
          credential,
          strength: 'medium',
          why: `dsregcmd says that the last token was asked for with the credential type ${fact.value}.`,
          evidence: [{ path, line: fact.line, note: 'credential type of the last token request' }],
        };
      }
    }
    return null;
  }

  private passwordPage({ at }: Episode, kind: SignInClass): UsedCredential | null {
    const page = kind === 'first' ? lastWithin(this.passwordPages, at - webSignInMs, at) : undefined;
    return page === undefined
      ? null
      : {
          credential: 'password',
          strength: 'medium',
          why: 'The password page of OOBE was shown shortly before.',
          evidence: [{ ...page.ref, note: 'the password page was shown' }],
        };
  }

  /** A pass that was refused during this very wait: the user was signing in with one, by web sign-in at the lock screen. */
  private accessPass({ at, screen }: Episode, known: UsedCredential | null): UsedCredential | null {
    const refused = lastWithin(this.refusedPasses, screen?.since.at ?? at - webSignInMs, at + 60_000);
    if (refused?.kind !== 'signInFailure' || (known !== null && known.credential !== 'webSignIn')) {
      return null;
    }
    return {
      credential: 'temporaryAccessPass',
      strength: known?.strength === 'strong' ? 'strong' : 'medium',
      why: `A Temporary Access Pass was refused during this sign-in (${refused.code}); whether the attempt that succeeded used a pass again is not recorded.`,
      evidence: [...(known?.evidence ?? []), { ...refused.ref, note: `a Temporary Access Pass was refused` }],
    };
  }

  private unproven({ at }: Episode, wait: Wait | null): UsedCredential {
    const isLikelyWeb =
      this.webSignInPolicy === 'enabled' &&
      wait !== null &&
      wait.atLeastMs > typedMs &&
      firstWithin(this.gestures, at - 60_000, at + 30_000) === undefined;
    return {
      credential: 'unknown',
      strength: isLikelyWeb ? 'weak' : null,
      why: isLikelyWeb
        ? 'Probably web sign-in: its policy is on, the lock screen waited and no Hello gesture was seen. This bundle cannot prove it; a Collect diagnostics zip would.'
        : 'No log in this bundle tells the credential; a Collect diagnostics zip names the one of the last sign-in.',
      evidence: [],
    };
  }
}

/** Values of `Credential Type` that are documented. */
const tokenCredentials: Readonly<Record<string, Credential>> = { password: 'password', ngc: 'helloPin' };

function isWebSignInPage(signal: Signal): boolean {
  return (
    (signal.kind === 'oobeStart' && /ms-cxh:\/\/AADWEBAUTH\b/i.test(signal.experience)) ||
    (signal.kind === 'oobeNode' && signal.node === 'AadWebAuth')
  );
}

function webAccount({ webAccount: account }: Episode): UsedCredential | null {
  return account === null
    ? null
    : {
        credential: 'webSignIn',
        strength: 'strong',
        why: 'A local account that is not OOBE’s own signed in just before: Windows runs the web sign-in page in one.',
        evidence: [{ ...account.ref, note: 'the account of the web sign-in page signed in' }],
      };
}

const logonUiKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI';

/** What the export of the LogonUI key says, where a bundle has one. */
export function readLastLogon(exports: readonly FromMember<RegistryTree>[]): LastLogon | null {
  for (const { path, content } of exports) {
    const provider = content.value(logonUiKey, 'LastLoggedOnProvider');
    if (provider !== undefined) {
      const valueOf = (name: string): string | null => content.value(logonUiKey, name)?.data ?? null;
      return {
        path,
        provider,
        userSid: valueOf('LastLoggedOnUserSID'),
        selectedSid: valueOf('SelectedUserSID'),
        user: valueOf('LastLoggedOnUser'),
      };
    }
  }
  return null;
}
