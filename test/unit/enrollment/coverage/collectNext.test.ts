import assert from 'node:assert/strict';
import type { LogCoverage } from '../../../../src/core/bundle/coverage';
import { tellCollectNext, type OpenStory } from '../../../../src/core/enrollment/coverage/collectNext';
import type { SignIn } from '../../../../src/core/enrollment/document/signIns';
import { noPolicies } from '../noPolicies';
import { at, reboot } from '../policies/policyFakes';

const grounds = { why: '', evidence: [] } as const;

/** A device that is enrolled, with nothing left open and every log at hand. */
const settled: OpenStory = {
  bundle: {
    name: 'x.cab',
    sha256: '00',
    kind: 'mdmDiagnostics',
    container: 'cab',
    members: [{ path: 'dump.reg', kind: 'registryDump', size: 1 }],
    unreadable: [],
    problems: [],
  },
  coverage: [],
  phases: [
    {
      id: 'deviceSetup',
      state: 'succeeded',
      start: at(1),
      end: at(2),
      subcategories: [],
      evidence: [{ path: 'shell.evtx', recordId: 1 }],
    },
  ],
  devicePreparation: null,
  boots: [],
  reboots: [],
  signIns: [],
  token: { state: 'present', ...grounds },
  hello: { state: 'provisioned', lockScreenProblem: null, confidence: 'high', patterns: [], ...grounds },
  policies: { ...noPolicies, webSignIn: 'enabled', helloForBusiness: 'enabled', restartPending: false },
  securityImpact: [],
};

function log(name: string, state: LogCoverage['state'] = 'present'): LogCoverage {
  return {
    log: name,
    state,
    records: 1,
    first: at(1),
    last: at(2),
    firstRecordId: 1,
    missingRecordIds: 0,
    gaps: [],
    coversEnrollment: 'all',
    path: 'x',
  };
}

function signIn(changes: Partial<SignIn> = {}): SignIn {
  return {
    id: 'signin-2',
    time: at(300),
    user: { class: 'entra', name: null, sid: null },
    class: 'rePrompt',
    credential: 'unknown',
    credentialStrength: null,
    credentialWhy: '',
    waitMs: null,
    afterReboot: null,
    confidence: 'high',
    evidence: [{ path: 'system.evtx', recordId: 3 }],
    ...changes,
  };
}

/** What to collect, with what it decides. */
function next(changes: Partial<OpenStory>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    tellCollectNext({ ...settled, ...changes }).map(({ what, decides }) => [what, [...decides]]),
  );
}

describe('what to collect next', () => {
  it('is nothing where nothing is open, whatever logs are missing', () => {
    assert.deepEqual(next({}), {});
  });

  it('is whatever would show an enrollment, where a bundle of many logs shows none', () => {
    const hello = 'Microsoft-Windows-HelloForBusiness/Operational';
    const told = next({ phases: [], coverage: [log('System', 'notCollected'), log(hello, 'notCollected')] });
    assert.deepEqual(told, {
      [`Log ${hello}`]: ['enrollment'],
      'System log': ['enrollment'],
      'Intune "Collect diagnostics"': ['enrollment'],
    });
    assert.deepEqual(next({ phases: [], bundle: { ...settled.bundle, kind: 'singleLog' } }), {});
  });

  it('is the smallest first, each with a way to get it', () => {
    const told = tellCollectNext({
      ...settled,
      token: { state: 'unknown', ...grounds },
      signIns: [signIn()],
      reboots: [reboot({ class: 'unknown' })],
    });
    const sizes = told.map(({ size }) => size);
    const order = ['small', 'medium', 'large'];
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
    assert.equal(sizes.at(-1), 'large');
    assert.ok(told.every(({ how }) => how !== ''));
  });

  it('for a credential are LogonUI for the last sign-in, and the log of Entra for each prompt', () => {
    const signIns = [signIn(), signIn({ id: 'signin-3', class: 'afterEnrollment' })];
    const told = next({ signIns });
    assert.deepEqual(told['Registry export of LogonUI'], ['signin-3']);
    assert.deepEqual(told['Sign-in log of the user in Entra'], ['signin-2']);
    assert.deepEqual(next({ signIns: [signIn({ credential: 'password' })] }), {});
  });

  it('leaves out the LogonUI export that is there already', () => {
    const members = [
      ...settled.bundle.members,
      { path: '(9) RegistryKey LogonUI export.reg', kind: 'registryExport', size: 1 },
    ];
    const told = next({ signIns: [signIn()], bundle: { ...settled.bundle, members } });
    assert.deepEqual(Object.keys(told), ['Sign-in log of the user in Entra']);
  });

  it('for a restart of unknown origin is the System log, unless it is there', () => {
    const reboots = [reboot({ class: 'unknown', during: 'preJoin' })];
    assert.deepEqual(next({ reboots })['System log'], ['reboot-1']);
    assert.deepEqual(next({ reboots, coverage: [log('System')] }), {});
  });

  it('for a policy restart without a URI is the log with event 2800, which is no use once it is there', () => {
    const admin = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin';
    assert.deepEqual(next({ reboots: [reboot()] })[`Log ${admin}`], ['reboot-1']);
    assert.deepEqual(next({ reboots: [reboot()], coverage: [log(admin)] }), {});
    assert.deepEqual(Object.keys(next({ reboots: [reboot()], coverage: [log(admin, 'notCollected')] })), [
      `Log ${admin}`,
    ]);
  });

  it('for an unknown area of security is its own log, on a device that was enrolled', () => {
    const securityImpact = [{ area: 'bitLocker', state: 'unknown', confidence: null, ...grounds }] as const;
    const told = next({ securityImpact });
    assert.deepEqual(told['Log Microsoft-Windows-BitLocker/BitLocker Management'], ['bitLocker']);
    assert.deepEqual(told['System log'], ['bitLocker']);
    assert.deepEqual(
      Object.values(next({ securityImpact, phases: [] }))
        .flat()
        .includes('bitLocker'),
      false,
    );
  });

  it('for unknown policies and phases is the cabinet, where the bundle has no registry dump', () => {
    const policies = noPolicies;
    assert.deepEqual(
      next({ policies, bundle: { ...settled.bundle, members: [] } })['Cabinet of the diagnostics tool'],
      ['policies.webSignIn', 'policies.restartPending'],
    );
    assert.equal(next({ policies })['Cabinet of the diagnostics tool'], undefined);
  });

  it('does not ask for "Collect diagnostics" again', () => {
    const open = { signIns: [signIn()] };
    assert.deepEqual(next(open)['Intune "Collect diagnostics"'], ['signin-2']);
    const bundle = { ...settled.bundle, kind: 'collectDiagnostics' } as const;
    assert.equal(next({ ...open, bundle })['Intune "Collect diagnostics"'], undefined);
  });
});
