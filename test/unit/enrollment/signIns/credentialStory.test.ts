import assert from 'node:assert/strict';
import { CredentialTraces, readLastLogon } from '../../../../src/core/enrollment/signIns/credentialStory';
import type { UsedCredential } from '../../../../src/core/enrollment/signIns/credentialStory';
import { findEpisodes } from '../../../../src/core/enrollment/signIns/signInEpisodes';
import { waitOf } from '../../../../src/core/enrollment/signIns/signInClass';
import { parseDsregStatus } from '../../../../src/core/logs/dsregStatus';
import { parseRegistryExport } from '../../../../src/core/logs/registryExport';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import type { SignInClass } from '../../../../src/core/enrollment/document/signIns';
import { inOrder, sign, signInText, start } from '../signals';
import { adele, bert, bootsOf, logon } from './people';

const web = '{C5D7540A-CD51-453B-B22B-05305BA03F07}';
const password = '{60B78E88-EAD8-445C-9CFD-0B87F74EA6CD}';

function logonUi(provider: string, sid = adele) {
  const text = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI]
"LastLoggedOnProvider"="${provider}"
"LastLoggedOnUserSID"="${sid}"
`;
  return [{ path: 'LogonUI export.reg', content: parseRegistryExport(text) }];
}

function dsreg(context: string) {
  const text = `+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES

| Diagnostic Data |

           Credential Type : Password
              User Context : ${context}
`;
  return [{ path: 'dsregcmd.txt', content: parseDsregStatus(text) }];
}

/** A sign-in of Adele at minute 30, ten minutes after the start, and what else was seen. */
function used(
  more: readonly Signal[],
  options: {
    readonly exports?: ReturnType<typeof logonUi>;
    readonly dsreg?: ReturnType<typeof dsreg>;
    readonly policy?: 'enabled' | 'unknown';
    readonly kind?: SignInClass;
    readonly isLast?: boolean;
  } = {},
): UsedCredential {
  const signals = inOrder(start(20), logon(30, adele), more);
  const episode = findEpisodes(signals, bootsOf(signals))[0]!;
  const lastLogon = readLastLogon(options.exports ?? []);
  return new CredentialTraces(signals, lastLogon, options.dsreg ?? [], options.policy ?? 'unknown').of(
    episode,
    options.kind ?? 'rePrompt',
    waitOf(episode, []),
    options.isLast ?? true,
  );
}

function told({ credential, strength }: UsedCredential): readonly unknown[] {
  return [credential, strength];
}

const webPage = sign(28, { kind: 'oobeNode', node: 'AadWebAuth' }, 'Shell-Core');
const gesture = sign(30, { kind: 'helloGesture' }, 'HelloForBusiness');

function refused(minutes: number, code: string): Signal {
  return sign(minutes, { kind: 'signInFailure', code, category: null, sid: null }, 'AAD');
}

describe('the credential of a sign-in', () => {
  it('LogonUI tells it for the last sign-in only', () => {
    assert.deepEqual(told(used([], { exports: logonUi(web) })), ['webSignIn', 'strong']);
    assert.deepEqual(told(used([], { exports: logonUi(web), isLast: false })), ['unknown', null]);
  });

  it('LogonUI of another user is not believed', () => {
    assert.deepEqual(told(used([], { exports: logonUi(web, bert) })), ['unknown', null]);
  });

  it('an unlock after the sign-in may have overwritten what LogonUI remembers', () => {
    const unlock = signInText(40, { kind: 'imeSession', change: 'unlock' });
    assert.deepEqual(told(used([unlock], { exports: logonUi(password) })), ['password', 'medium']);
  });

  it('an automatic sign-in used no credential provider, whatever LogonUI remembers', () => {
    assert.deepEqual(told(used([], { exports: logonUi(web), kind: 'automatic' })), ['autoLogon', 'strong']);
  });

  it('the page of web sign-in at the lock screen makes it likely', () => {
    assert.deepEqual(told(used([webPage])), ['webSignIn', 'medium']);
    assert.deepEqual(told(used([webPage], { exports: logonUi(password) })), ['password', 'strong']);
  });

  it('a page that was opened before the restart does not count', () => {
    assert.deepEqual(told(used([{ ...webPage, at: webPage.at - 10 * 60_000 }])), ['unknown', null]);
  });

  it('a Hello gesture at the sign-in counts, H4: one at an unlock does not', () => {
    assert.deepEqual(told(used([gesture])), ['helloPin', 'medium']);
    const unlock = signInText(30.1, { kind: 'imeSession', change: 'unlock' });
    assert.deepEqual(told(used([gesture, unlock])), ['unknown', null]);
  });

  it('the credential type of dsregcmd counts where the user ran it, H9: not where SYSTEM did', () => {
    assert.deepEqual(told(used([], { dsreg: dsreg('UN-ELEVATED User') })), ['password', 'medium']);
    assert.deepEqual(told(used([], { dsreg: dsreg('SYSTEM') })), ['unknown', null]);
  });

  it('policy and wait make web sign-in probable, which is not enough to name it', () => {
    const probable = used([], { policy: 'enabled' });
    assert.deepEqual(told(probable), ['unknown', 'weak']);
    assert.match(probable.why, /Probably web sign-in.*cannot prove it.*Collect diagnostics/);
    assert.deepEqual(told(used([], { policy: 'unknown' })), ['unknown', null]);
  });

  it('a refused pass during the wait tells that a pass was in use', () => {
    assert.deepEqual(told(used([refused(28, 'AADSTS130504')])), ['temporaryAccessPass', 'medium']);
    assert.deepEqual(told(used([refused(28, 'AADSTS130504')], { exports: logonUi(web) })), [
      'temporaryAccessPass',
      'strong',
    ]);
  });

  it('a refused pass does not outweigh the password that was then used', () => {
    assert.deepEqual(told(used([refused(28, 'AADSTS130507')], { exports: logonUi(password) })), ['password', 'strong']);
  });

  it('web sign-in alone is never called a Temporary Access Pass, and neither is a refusal of another kind', () => {
    assert.equal(used([webPage], { exports: logonUi(web) }).credential, 'webSignIn');
    assert.equal(used([refused(28, 'AADSTS50076')]).credential, 'unknown');
    assert.equal(used([refused(10, 'AADSTS130504')]).credential, 'unknown');
  });
});
