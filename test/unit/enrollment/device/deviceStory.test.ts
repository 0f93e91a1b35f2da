import assert from 'node:assert/strict';
import type { Bundle, FromMember } from '../../../../src/core/bundle/bundle';
import { deviceZone } from '../../../../src/core/enrollment/device/deviceStory';
import { parseFrameworkData, type FrameworkData } from '../../../../src/core/logs/frameworkData';
import { tellProfile } from '../../../../src/core/enrollment/device/autopilotProfile';
import { tellJoin } from '../../../../src/core/enrollment/device/joinType';
import { tellPreProvisioning } from '../../../../src/core/enrollment/device/preProvisioning';
import { tellScenario } from '../../../../src/core/enrollment/device/scenario';
import { RegistrySource } from '../../../../src/core/enrollment/phases/registrySource';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { fakeBundle, fakeDsreg, fakeRegistry } from '../bundleFakes';
import { marker, sign } from '../signals';

const profileKey = 'Provisioning\\Diagnostics\\AutoPilot';
const joins = sign(2, { kind: 'joined', rolledBack: false });
const page = (minutes: number, node: string): Signal => sign(minutes, { kind: 'oobeNode', node }, 'Shell-Core');

function profileOf(bundle: Pick<Bundle, 'logs'>): ReturnType<typeof tellProfile> {
  return tellProfile(bundle, new RegistrySource(bundle));
}

function joinOf(signals: readonly Signal[], bundle: Pick<Bundle, 'logs'> = fakeBundle()): string | null {
  return tellJoin(bundle, signals, new RegistrySource(bundle), profileOf(bundle))?.type ?? null;
}

function scenarioOf(signals: readonly Signal[], bundle: Pick<Bundle, 'logs'> = fakeBundle()): string | null {
  return tellScenario(signals, new RegistrySource(bundle), profileOf(bundle), true)?.scenario ?? null;
}

const profile = (config: number): Pick<Bundle, 'logs'> =>
  fakeRegistry({ [profileKey]: { DeploymentProfileName: 'CONTOSO', CloudAssignedOobeConfig: config } });

describe('the profile of a device', () => {
  it('is none where its values are empty, whatever the numbers beside them', () => {
    const blank = { DeploymentProfileName: '', CloudAssignedTenantDomain: '', CloudAssignedOobeConfig: 0xe7390940 };
    assert.equal(profileOf(fakeRegistry({ [profileKey]: blank })), null);
  });

  it('is put together from registry and file', () => {
    const file = {
      path: 'AutopilotDDSZTDFile.json',
      content: { DeploymentProfileName: 'X', CloudAssignedDomainJoinMethod: 1 },
    };
    const told = profileOf(
      fakeRegistry(
        {
          [profileKey]: {
            DeploymentProfileName: 'CONTOSO',
            CloudAssignedTenantDomain: 'contoso.example',
            CloudAssignedOobeConfig: 284,
          },
        },
        { autopilotProfiles: [file] },
      ),
    );
    assert.equal(told?.name, 'CONTOSO');
    assert.equal(told.tenantDomain, 'contoso.example');
    assert.equal(told.joinType, 'hybrid');
    assert.equal(told.isSelfDeploying, false);
  });

  it('is self-deploying with both bits and not with one', () => {
    assert.equal(profileOf(profile(32 + 64))?.isSelfDeploying, true);
    assert.equal(profileOf(profile(32))?.isSelfDeploying, false);
  });
});

describe('the time zone of a device', () => {
  const page = (value: string): FromMember<FrameworkData> => ({
    path: 'DiagnosticsFrameworkData.json',
    content: parseFrameworkData(
      JSON.stringify({ $schema: [{ categories: [{ items: [{ propertyId: 'Timezone', value }] }] }] }),
    )!,
  });

  it('is the one on the first diagnostics page that has one', () => {
    const frameworkPages = [page(''), page('Eastern Standard Time')];
    assert.equal(deviceZone(fakeBundle({ frameworkPages })), 'Eastern Standard Time');
  });

  it('is unknown where no page tells it', () => {
    assert.equal(deviceZone(fakeBundle()), null);
  });
});

describe('the join of a device', () => {
  it('is what Windows says at the end', () => {
    assert.equal(joinOf([joins], fakeBundle(fakeDsreg('NO', 'NO'))), 'none');
    assert.equal(joinOf([], fakeBundle(fakeDsreg('YES', 'NO'))), 'entra');
    assert.equal(joinOf([], fakeBundle(fakeDsreg('YES', 'YES'))), 'hybrid');
    assert.equal(joinOf([], fakeBundle(fakeDsreg('NO', 'YES'))), null);
  });

  it('is the last one that was not taken back', () => {
    assert.equal(joinOf([joins]), 'entra');
    assert.equal(joinOf([joins, sign(3, { kind: 'joined', rolledBack: true })]), null);
  });

  it('is not hybrid because the page of the domain join was passed through', () => {
    assert.equal(joinOf([page(1, 'OobeDomainJoin'), page(1, 'OobeDomainJoinReboot'), joins]), 'entra');
  });

  it('is hybrid where the domain was joined first', () => {
    assert.equal(joinOf([sign(1, { kind: 'offlineDomainJoin', step: 'applied' })]), 'hybrid');
    assert.equal(joinOf([page(1, 'MDMProgressAfterDJRefactored'), joins]), 'hybrid');
    assert.equal(joinOf([sign(1, { kind: 'hybridJoined' })]), 'hybrid');
    assert.equal(joinOf([joins], fakeRegistry({ 'Provisioning\\OMADM\\SyncML': { ODJApplied: 1 } })), 'hybrid');
  });

  it('is the one of the profile where only the enrollment shows that there was a join', () => {
    const file = { path: 'p.json', content: { DeploymentProfileName: 'X', CloudAssignedDomainJoinMethod: 0 } };
    const enrolled = { 'Enrollments\\{1}': { EnrollmentType: 6 } };
    assert.equal(joinOf([], fakeRegistry(enrolled, { autopilotProfiles: [file] })), 'entra');
    assert.equal(joinOf([], fakeRegistry(enrolled)), null);
    assert.equal(joinOf([], fakeRegistry({}, { autopilotProfiles: [file] })), null);
  });

  it('is not hybrid because waiting for the domain timed out', () => {
    assert.equal(joinOf([sign(1, { kind: 'offlineDomainJoin', step: 'timedOut' }), joins]), 'entra');
  });
});

describe('the scenario', () => {
  it('is user-driven on the page that follows a sign-in', () => {
    assert.equal(scenarioOf([page(1, 'MDMProgressAfterAADRefactored')]), 'userDriven');
  });

  it('is open on the page that self-deploying and pre-provisioning share', () => {
    assert.equal(scenarioOf([page(1, 'MDMProgressForPlugAndForgetRefactored')]), null);
  });

  it('is decided on that page by the profile or by the page itself', () => {
    const shared = page(1, 'MDMProgressForPlugAndForgetRefactored');
    assert.equal(scenarioOf([shared], profile(32 + 64)), 'selfDeploying');
    assert.equal(scenarioOf([shared], profile(284)), 'preProvisioning');
    assert.equal(scenarioOf([shared, marker(2, 'ESPProgress_WhiteGloveMode_False')]), 'selfDeploying');
  });

  it('is pre-provisioning where a technician began it, not where a result is saved as always', () => {
    const saved = marker(
      2,
      'BootstrapStatusCategory_SubcategoryProcessing_Success',
      'DeviceSetup.SaveWhiteGloveSuccessResult',
    );
    assert.equal(scenarioOf([page(1, 'MDMProgressAfterAAD'), saved]), 'userDriven');
    assert.equal(
      scenarioOf([sign(1, { kind: 'preProvisioningStart' }), page(2, 'MDMProgressAfterAAD')]),
      'preProvisioning',
    );
  });

  it('is device preparation by its agent, not by the hint 0', () => {
    const hint = (value: number): Pick<Bundle, 'logs'> =>
      fakeRegistry({ 'Provisioning\\AutopilotSettings': { AutopilotDevicePrepHint: value } });
    assert.equal(scenarioOf([], hint(0)), null);
    assert.equal(scenarioOf([], hint(3)), 'devicePreparation');
    assert.equal(scenarioOf([marker(1, 'DevicePrepPage_AgentProvisioningProgress_Starting')]), 'devicePreparation');
  });
});

describe('pre-provisioning', () => {
  const technician = marker(1, 'WhiteGlove_TechnicianFlow_Started');
  const done = marker(60, 'WhiteGlove_TechnicianFlow_Succeeded');

  it('is none in an enrollment of a person', () => {
    assert.equal(tellPreProvisioning([page(1, 'OobeAAD'), joins]), null);
  });

  it('has the half of the technician and, later, the one of the person', () => {
    const before = tellPreProvisioning([technician, done]);
    assert.equal(before?.technician.state, 'succeeded');
    assert.equal(before.user, null);
    const after = tellPreProvisioning([technician, done, page(600, 'OobeAAD')]);
    assert.equal(after?.technician.end, '2026-02-17T01:00:00.000Z');
    assert.equal(after.user?.start, '2026-02-17T10:00:00.000Z');
  });

  it('does not guess how the technician’s half ended', () => {
    assert.equal(tellPreProvisioning([technician])?.technician.state, 'inProgress');
    assert.equal(tellPreProvisioning([technician, page(600, 'OobeAAD')])?.technician.state, 'unknown');
  });
});
