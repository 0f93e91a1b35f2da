import assert from 'node:assert/strict';
import { providers } from '../../../../src/core/catalog/providers';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { eventSignals } from '../../../../src/core/enrollment/signals/eventSignals';
import { imeSignals } from '../../../../src/core/enrollment/signals/imeSignals';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { parseCmTrace } from '../../../../src/core/logs/cmTraceLog';
import { fakeStore } from '../eventFakes';
import { adele } from './people';

const store = fakeStore({});
const clock = new CorrectedClock(store);

function registration(id: number, data: Readonly<Record<string, string>> = {}): readonly Signal[] {
  const event = { at: '2026-02-17T02:00:00.000Z', provider: providers.deviceRegistration, id, data, sid: adele };
  const log = fakeStore({ 'Microsoft-Windows-User Device Registration/Admin': [event] });
  return eventSignals(log, new CorrectedClock(log));
}

/** What the agent says by one line. */
function agent(message: string): Signal | undefined {
  const text = `<![LOG[${message}]LOG]!><time="02:00:00.0000000" date="2-17-2026" component="IntuneManagementExtension" context="" type="1" thread="4" file="">\r\n`;
  return imeSignals({ path: 'a.log', content: parseCmTrace(text) }, clock, { offsets: [], zoneName: null }).signals[0];
}

describe('what the registration log says', () => {
  it('H10: 358 is an offer, 360 to 362 are none, 376 is no Hello key', () => {
    const [offer] = registration(358, { AADPrt: 'Yes' });
    assert.ok(offer?.kind === 'helloCheck' && offer.willLaunch);
    for (const id of [360, 361, 362]) {
      const [check] = registration(id, { AADPrt: 'No' });
      assert.ok(check?.kind === 'helloCheck' && !check.willLaunch && check.prt === false);
    }
    assert.deepEqual(registration(376), []);
  });

  it('UserIsRemote says yes when the user is not', () => {
    const remote = (value: string) => {
      const [check] = registration(360, { UserIsRemote: value });
      return check?.kind === 'helloCheck' ? check.remote : undefined;
    };
    assert.deepEqual([remote('Yes'), remote('No'), remote('Not Tested')], [false, true, null]);
  });

  it('a token request that failed tells the error of the sign-in service, else its number', () => {
    const code = (data: Readonly<Record<string, string>>) => {
      const [failure] = registration(324, data);
      return failure?.kind === 'signInFailure' ? failure.code : null;
    };
    assert.equal(code({ ProviderErrorMessage: 'AADSTS50076: …', ProviderErrorCode: '3399614476' }), 'AADSTS50076');
    assert.equal(code({ ProviderErrorMessage: '', ProviderErrorCode: '3399614476' }), '0xCAA2000C');
    assert.equal(code({ ProviderErrorMessage: '', ProviderErrorCode: '0' }), null);
  });
});

describe('what the agent says about users and tokens', () => {
  it('the error of a failed token request, which it writes as a decimal number', () => {
    const failed = agent(
      'Failed to get AAD token. len = 34 using client id a and resource id b, errorCode = 3399548929',
    );
    assert.ok(failed?.kind === 'userToken' && failed.errorCode === '0xCAA10001');
  });

  it('the number of sessions with a token, and the user of the status page', () => {
    const count = agent('[PowerShell] Total valid AAD User session count is 0');
    assert.ok(count?.kind === 'userTokenCount' && count.count === 0);
    const user = agent(`[Win32App][EspHelper] Found userSIDFromFirstSync: ${adele}`);
    assert.ok(user?.kind === 'espUser' && user.sid === adele);
  });

  it('an error of the sign-in service in any other line', () => {
    const refused = agent('Request failed: AADSTS130507: The pass could not be verified.');
    assert.ok(refused?.kind === 'signInFailure' && refused.code === 'AADSTS130507');
  });
});
