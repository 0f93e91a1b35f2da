import assert from 'node:assert/strict';
import type { Bundle } from '../../../../src/core/bundle/bundle';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { parseFrameworkData } from '../../../../src/core/logs/frameworkData';
import { fakeBundle, fakeRegistry } from '../bundleFakes';
import { inOrder, marker, phaseStart, sign, signInText } from '../signals';
import {
  accountSwitch,
  agentSays,
  app,
  failure,
  joins,
  phase,
  settings,
  states,
  step,
  success,
  told,
  tracking,
  user,
} from './toldEnrollment';

describe('the phases, from the log of the status page', () => {
  it('are unknown where nothing tells of them', () => {
    assert.deepEqual(states(told([])), ['unknown', 'unknown', 'unknown']);
  });

  it('are not begun by a join alone', () => {
    assert.deepEqual(states(told([joins(1)])), ['unknown', 'unknown', 'unknown']);
  });

  it('begin and end with their categories', () => {
    const signals = inOrder(joins(1), phaseStart(2, 'DeviceSetup'), success(30, 'DeviceSetup'));
    assert.deepEqual(phase(told(signals), 'deviceSetup'), {
      id: 'deviceSetup',
      state: 'succeeded',
      start: '2026-02-17T00:02:00.000Z',
      end: '2026-02-17T00:30:00.000Z',
      subcategories: [],
      evidence: [
        { path: 'Shell-Core.evtx', recordId: 2000, note: 'ESPProgress_Category_Started' },
        { path: 'Shell-Core.evtx', recordId: 30000, note: 'ESPProgress_Category_Success' },
      ],
    });
  });

  it('do not go back when a page that succeeded is loaded again', () => {
    const signals = [phaseStart(1, 'DeviceSetup'), success(2, 'DeviceSetup'), phaseStart(3, 'DeviceSetup')];
    assert.equal(phase(told(signals), 'deviceSetup').state, 'succeeded');
  });

  it('stay failed although a later one begins, because the person may go on anyway', () => {
    const signals = [phaseStart(1, 'DeviceSetup'), failure(2, 'DeviceSetup'), phaseStart(3, 'AccountSetup')];
    assert.deepEqual(states(told(signals)), ['unknown', 'failed', 'inProgress']);
    assert.deepEqual(told(signals).contradictions, []);
  });

  it('tell the code of a step that failed', () => {
    const failed: Signal = sign(
      3,
      {
        kind: 'espMarker',
        name: 'BootstrapStatusCategory_SubcategoryProcessing_Failed',
        message: 'Subcategory ID = DeviceSetup.AppsSubcategory; state = failed.',
        errorCode: -2016345060,
      },
      'Shell-Core',
    );
    const apps = step(told([phaseStart(1, 'DeviceSetup'), failed]), 'DeviceSetup.AppsSubcategory');
    assert.equal(apps?.state, 'failed');
    assert.equal(apps.error, '0x87d1041c');
  });

  it('let a step that asks for a restart go on after it', () => {
    const processing = (minutes: number, outcome: string, state: string): Signal =>
      marker(
        minutes,
        `BootstrapStatusCategory_SubcategoryProcessing_${outcome}`,
        outcome === 'Started'
          ? 'Starting subcategory DeviceSetup.RebootCoalescing...'
          : `Subcategory ID = DeviceSetup.RebootCoalescing; state = ${state}.`,
      );
    const before = [
      phaseStart(1, 'DeviceSetup'),
      processing(2, 'Started', ''),
      processing(3, 'Success', 'rebootRequiredAndTryAgain'),
    ];
    assert.equal(step(told(before), 'DeviceSetup.RebootCoalescing')?.state, 'inProgress');
    const after = [...before, processing(6, 'Started', ''), processing(7, 'Success', 'succeeded')];
    assert.equal(step(told(after), 'DeviceSetup.RebootCoalescing')?.state, 'succeeded');
  });

  it('read the results of the single steps, also those that are not needed', () => {
    const enrollment = told([
      marker(1, 'ESPDevicePreparation_TPMAttestation_NotRequiredForScenario'),
      marker(2, 'ESPDevicePreparation_PolicyProvidersInstallation_TimedOut'),
      marker(3, 'ESPAccountSetup_CertificatesInstallation_Succeeded'),
    ]);
    assert.equal(step(enrollment, 'DevicePreparation.TpmAttestationSubcategory')?.state, 'skipped');
    assert.equal(step(enrollment, 'DevicePreparation.EspProviderInstallationSubcategory')?.state, 'failed');
    assert.equal(step(enrollment, 'AccountSetup.CertificatesSubcategory')?.state, 'succeeded');
  });
});

describe('the phases, from what the page keeps in the registry', () => {
  const withStatus = (category: string, status: unknown): Pick<Bundle, 'logs'> =>
    fakeRegistry({
      [settings]: { [`${category}Category.Status`]: typeof status === 'string' ? status : JSON.stringify(status) },
    });

  it('have a state but no time', () => {
    const { state, start, end, evidence } = phase(
      told([], withStatus('DeviceSetup', { categoryState: 'failed' })),
      'deviceSetup',
    );
    assert.deepEqual([state, start, end], ['failed', null, null]);
    assert.deepEqual(evidence, [
      { path: 'MdmDiagReport_RegistryDump.reg', line: 4, note: 'DeviceSetupCategory.Status' },
    ]);
  });

  it('have their steps, with the code that stands in a localised text', () => {
    const enrollment = told(
      [],
      withStatus('DeviceSetup', {
        categoryState: 'failed',
        'DeviceSetup.AppsSubcategory': { subcategoryState: 'failed', subcategoryStatusText: 'Fehler (0x87D1041C)' },
        'DeviceSetup.RebootCoalescing': { subcategoryState: 'failedFromPreviousSubcategory' },
      }),
    );
    assert.equal(step(enrollment, 'DeviceSetup.AppsSubcategory')?.error, '0x87d1041c');
    assert.equal(step(enrollment, 'DeviceSetup.RebootCoalescing')?.state, 'notStarted');
  });

  it('are read in the form of other builds', () => {
    const state = (status: unknown): string =>
      phase(told([], withStatus('AccountSetup', status)), 'accountSetup').state;
    assert.equal(state({ categorySucceeded: true }), 'succeeded');
    assert.equal(state({ categorySucceeded: false, categoryStatusMessage: 'Failed (0x80070774)' }), 'failed');
    assert.equal(state({ categorySucceeded: false }), 'unknown');
    assert.equal(state('notStarted'), 'notStarted');
    assert.equal(state('{"categoryState":'), 'unknown');
  });

  it('have succeeded when the phase has no state of its own and all its steps have', () => {
    const status = (last: string): unknown => ({
      'DeviceSetup.AppsSubcategory': { subcategoryState: 'succeeded' },
      'DeviceSetup.CertificatesSubcategory': { subcategoryState: last },
    });
    assert.equal(phase(told([], withStatus('DeviceSetup', status('notRequired'))), 'deviceSetup').state, 'succeeded');
    assert.equal(phase(told([], withStatus('DeviceSetup', status('inProgress'))), 'deviceSetup').state, 'unknown');
  });

  it('go on where the log ends, without a contradiction', () => {
    const enrollment = told([phaseStart(1, 'DeviceSetup')], withStatus('DeviceSetup', { categoryState: 'succeeded' }));
    assert.equal(phase(enrollment, 'deviceSetup').state, 'succeeded');
    assert.deepEqual(enrollment.contradictions, []);
  });

  it('yield to the log where both know an end, and the contradiction is told', () => {
    const enrollment = told(
      [phaseStart(1, 'DeviceSetup'), failure(2, 'DeviceSetup')],
      withStatus('DeviceSetup', { categoryState: 'succeeded' }),
    );
    assert.equal(phase(enrollment, 'deviceSetup').state, 'failed');
    assert.deepEqual(
      enrollment.contradictions.map(({ subject, saysA, saysB, evidence }) => [subject, saysA, saysB, evidence.length]),
      [
        [
          'deviceSetup',
          { source: 'statusPage', state: 'failed' },
          { source: 'statusPageStore', state: 'succeeded' },
          3,
        ],
      ],
    );
  });
});

describe('the phases, from the agent and the tracking keys', () => {
  it('are over when a later one has begun', () => {
    const enrollment = told([agentSays(1, 'deviceSetup'), agentSays(9, 'accountSetup')]);
    assert.deepEqual(states(enrollment), ['unknown', 'succeeded', 'inProgress']);
    assert.equal(phase(enrollment, 'deviceSetup').end, '2026-02-17T00:09:00.000Z');
  });

  it('end with the sync of the user, not with silence', () => {
    const running = [agentSays(1, 'accountSetup')];
    assert.equal(phase(told(running), 'accountSetup').state, 'inProgress');
    assert.equal(phase(told([...running, signInText(5, { kind: 'userEspDone' })]), 'accountSetup').state, 'succeeded');
  });

  it('know the end of account setup from FirstSync', () => {
    const registry = { [`Enrollments\\{1}\\FirstSync\\${user}`]: { IsSyncDone: 1 } };
    assert.equal(phase(told([], fakeRegistry(registry)), 'accountSetup').state, 'succeeded');
  });

  it('take HasProvisioningCompleted, true by default, only of a page that has tracked something', () => {
    const setup = `${tracking}\\Device\\Setup`;
    const completed = { [setup]: { HasProvisioningCompleted: 'true' } };
    const tracked = { [`${setup}\\Apps\\PolicyProviders\\Sidecar`]: { TrackingPoliciesCreated: 1 } };
    assert.equal(phase(told([], fakeRegistry(completed)), 'deviceSetup').state, 'unknown');
    assert.equal(phase(told([], fakeRegistry({ ...completed, ...tracked })), 'deviceSetup').state, 'succeeded');
    assert.equal(
      phase(told([], fakeRegistry({ [setup]: { HasProvisioningCompleted: 'false' } })), 'deviceSetup').state,
      'inProgress',
    );
  });

  it('know a policy provider that failed', () => {
    const provider = `${tracking}\\Device\\DevicePreparation\\PolicyProviders\\ConfigMgr`;
    assert.equal(
      phase(told([], fakeRegistry({ [provider]: { InstallationState: 4 } })), 'devicePreparation').state,
      'failed',
    );
  });

  it('believe the diagnostics page only where it has a time', () => {
    const page = (startTime: string): Pick<Bundle, 'logs'> => {
      const events = [{ eventId: 'ESPDeviceSetupAllAppsInstallation', status: 2, startTime, finishTime: startTime }];
      const content = parseFrameworkData(JSON.stringify({ $schema: [{ categories: [{ events }] }] }))!;
      return fakeBundle({ frameworkPages: [{ path: 'DiagnosticsFrameworkData.json', content }] });
    };
    assert.equal(step(told([], page('2026-02-17 6:32:49 PM')), 'DeviceSetup.AppsSubcategory')?.state, 'failed');
    assert.equal(step(told([], page('<time not available>')), 'DeviceSetup.AppsSubcategory'), undefined);
  });
});

describe('the switches that hide a part of the page', () => {
  const hiddenInRegistry = { 'Enrollments\\{1}\\FirstSync': { SkipUserStatusPage: -1 } };

  it('skip account setup when the agent reads them before device setup', () => {
    const enrollment = told([accountSwitch(1, true), agentSays(1.1, 'deviceSetup')]);
    assert.equal(phase(enrollment, 'accountSetup').state, 'skipped');
  });

  it('skip nothing when they are read after account setup', () => {
    const signals = [
      agentSays(1, 'deviceSetup'),
      agentSays(5, 'accountSetup'),
      accountSwitch(9, true),
      agentSays(9.1, 'notInEsp'),
    ];
    assert.equal(phase(told(signals), 'accountSetup').state, 'succeeded');
  });

  it('skip nothing when only a late bundle holds them', () => {
    assert.equal(phase(told([], fakeRegistry(hiddenInRegistry)), 'accountSetup').state, 'unknown');
  });

  it('skip account setup when the bundle was taken while device setup ran', () => {
    const running = { [settings]: { 'DeviceSetupCategory.Status': '{"categoryState":"inProgress"}' } };
    assert.equal(phase(told([], fakeRegistry({ ...hiddenInRegistry, ...running })), 'accountSetup').state, 'skipped');
  });

  it('contradict a page that was shown nevertheless', () => {
    const signals = inOrder(
      accountSwitch(1, true),
      agentSays(1.1, 'deviceSetup'),
      phaseStart(5, 'AccountSetup'),
      success(9, 'AccountSetup'),
    );
    assert.equal(phase(told(signals), 'accountSetup').state, 'succeeded');
    assert.deepEqual(
      told(signals).contradictions.map(({ saysB }) => saysB),
      [{ source: 'skipSwitch', state: 'skipped' }],
    );
  });
});

describe('an earlier attempt', () => {
  const rolledBack = sign(9, { kind: 'joined', rolledBack: true });
  const failed = [joins(1), phaseStart(2, 'DevicePreparation'), failure(8, 'DevicePreparation'), rolledBack];

  it('keeps its phases to itself', () => {
    const enrollment = told(inOrder(failed, joins(20), phaseStart(21, 'DeviceSetup')));
    assert.deepEqual(states(enrollment), ['succeeded', 'inProgress', 'unknown']);
    assert.deepEqual(
      enrollment.attempts.map(({ id, start, end, endedBy, outcome }) => [id, start, end, endedBy, outcome]),
      [['attempt-1', '2026-02-17T00:01:00.000Z', '2026-02-17T00:09:00.000Z', 'joinRolledBack', 'failed']],
    );
    assert.deepEqual(states(enrollment.attempts[0]!), ['failed', 'unknown', 'unknown']);
  });

  it('keeps what the registry still holds of it until the page is shown again', () => {
    const registry = fakeRegistry({ [settings]: { 'DeviceSetupCategory.Status': '{"categoryState":"failed"}' } });
    const waiting = told(inOrder(failed, joins(20)), registry);
    assert.deepEqual(states(waiting), ['unknown', 'unknown', 'unknown']);
    assert.deepEqual(states(waiting.attempts[0]!), ['failed', 'failed', 'unknown']);
    const shown = told(inOrder(failed, joins(20), phaseStart(21, 'DeviceSetup')), registry);
    assert.deepEqual(states(shown), ['succeeded', 'failed', 'unknown']);
  });

  it('is completed when the device was reset long after it', () => {
    const signals = inOrder(
      joins(1),
      phaseStart(2, 'AccountSetup'),
      success(5, 'AccountSetup'),
      sign(600, { kind: 'deviceReset' }),
      joins(700),
    );
    assert.deepEqual(
      told(signals).attempts.map(({ endedBy, outcome }) => [endedBy, outcome]),
      [['deviceReset', 'completed']],
    );
  });

  it('hands on what had succeeded when the page only tries again', () => {
    const signals = inOrder(
      phaseStart(1, 'DevicePreparation'),
      success(2, 'DevicePreparation'),
      phaseStart(3, 'DeviceSetup'),
      failure(9, 'DeviceSetup'),
      marker(10, 'ESPProgress_TryAgain_Started'),
      phaseStart(11, 'DeviceSetup'),
    );
    assert.deepEqual(states(told(signals)), ['succeeded', 'inProgress', 'unknown']);
    assert.deepEqual(states(told(signals).attempts[0]!), ['succeeded', 'failed', 'unknown']);
  });
});

describe('device preparation (v2)', () => {
  const page = (minutes: number, name: string): Signal => marker(minutes, `DevicePrepPage_${name}`);

  it('is nothing that the hint 0 or a page passed through could tell', () => {
    const signals = [
      sign(1, { kind: 'oobeNode', node: 'DevicePreparationPageAfterAAD' }),
      page(1, 'Initialization_Failed'),
    ];
    assert.equal(told(signals, fakeRegistry({ [settings]: { AutopilotDevicePrepHint: 0 } })).devicePreparation, null);
  });

  it('has its own progress and no classic phases', () => {
    const enrollment = told(
      inOrder(
        joins(0),
        sign(0.5, { kind: 'oobeNode', node: 'MDMProgressAfterAADRefactored' }),
        page(1, 'AgentDownloadAndInstall_Starting'),
        page(9, 'AgentProvisioningProgress_ProvisioningComplete'),
      ),
      fakeRegistry({
        [`${tracking}\\Device\\Setup`]: { HasProvisioningCompleted: 'false' },
        'IntuneManagementExtension\\Win32Apps': {
          ProvisioningProgress: JSON.stringify({
            Workloads: [
              { WorkloadId: app, FriendlyName: 'Contoso VPN', WorkloadState: 6, StartTime: '/Date(1771318800000)/' },
              { WorkloadId: 'script', WorkloadState: 4, ErrorCode: -2147024894 },
              { FriendlyName: 'without an id' },
            ],
          }),
        },
      }),
    );
    assert.deepEqual(states(enrollment), ['unknown', 'unknown', 'unknown']);
    const { state, start, end, workloads } = enrollment.devicePreparation!;
    assert.deepEqual([state, start, end], ['succeeded', '2026-02-17T00:01:00.000Z', '2026-02-17T00:09:00.000Z']);
    assert.deepEqual(
      workloads.map((workload) => [workload.id, workload.name, workload.state, workload.start, workload.error]),
      [
        [app, 'Contoso VPN', 'restartRequired', '2026-02-17T09:00:00.000Z', null],
        ['script', null, 'failed', null, '0x80070002'],
      ],
    );
  });

  it('is told by the registry alone', () => {
    const context = { [`${settings}\\DevicePreparation\\BootstrapperAgent`]: { ExecutionContext: '{"a":1}' } };
    assert.equal(told([], fakeRegistry(context)).devicePreparation?.state, 'unknown');
    assert.equal(
      told([], fakeRegistry({ [settings]: { AutopilotDevicePrepHint: 3 } })).devicePreparation?.state,
      'inProgress',
    );
  });
});
