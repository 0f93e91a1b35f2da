import assert from 'node:assert/strict';
import { day, inOrder, marker, phaseStart, sign, signInText, start } from '../signals';
import {
  app,
  byOobe,
  coalesced,
  dma,
  flag,
  inDeviceSetup,
  lsa,
  page,
  rebootIn,
  rebootsOf,
  request,
  restart,
  restartPage,
  restartUnseenBySystem,
  verdicts,
} from './restarts';

const powerLoss = [...start(61), sign(61.4, { kind: 'dirtyStop', bugcheck: false })] as const;

describe('the causes of a restart', () => {
  it('a URI flagged in device setup is confirmed by the coalesced restart at its end', () => {
    const reboot = restart(coalesced, flag(25, lsa));
    assert.equal(reboot.class, 'coalescedPolicy');
    assert.deepEqual(verdicts(reboot), [[lsa, 'confirmed']]);
    assert.equal(reboot.causes[0]?.evidence[0] !== undefined && 'recordId' in reboot.causes[0].evidence[0], true);
  });

  it('the part of the page that asked is told', () => {
    assert.equal(restart(coalesced, flag(25, lsa)).askedBy, 'DeviceSetup.RebootCoalescing');
    assert.equal(restart(byOobe, flag(25, lsa)).askedBy, null);
  });

  it('a URI flagged after the restart began is refuted', () => {
    assert.deepEqual(verdicts(restart(coalesced, flag(25, lsa), flag(63, dma))), [
      [lsa, 'confirmed'],
      [dma, 'refuted'],
    ]);
  });

  it('without the marker, but with OOBE asking and nothing else in sight, it is likely', () => {
    const reboot = restart(byOobe, flag(25, lsa));
    assert.deepEqual([reboot.class, reboot.confidence], ['coalescedPolicy', 'medium']);
    assert.deepEqual(verdicts(reboot), [[lsa, 'likely']]);
  });

  it('where OOBE asked and nothing was flagged, the cause is not known', () => {
    assert.equal(restart(byOobe).class, 'unknown');
  });

  it('a URI flagged at several syncs is one cause with its count, its first and its last time', () => {
    const [cause, ...rest] = restart(coalesced, flag(25, lsa), flag(33, lsa), flag(41, lsa)).causes;
    assert.equal(rest.length, 0);
    assert.equal(cause?.count, 3);
    assert.equal(cause.flaggedAt, new Date(day + 25 * 60_000).toISOString());
    assert.equal(cause.lastFlaggedAt, new Date(day + 41 * 60_000).toISOString());
  });

  it('what is flagged again after the restart does not count as its cause', () => {
    const [cause] = restart(coalesced, flag(25, lsa), flag(65, lsa), flag(70, lsa)).causes;
    assert.deepEqual([cause?.count, cause?.lastFlaggedAt], [1, cause?.flaggedAt]);
    assert.match(cause?.why ?? '', /Flagged 2 more times after the restart had begun/);
  });

  it('spelling does not make two causes of one URI', () => {
    assert.equal(restart(coalesced, flag(25, lsa), flag(33, lsa.toLowerCase())).causes.length, 1);
  });

  it('a flag without any restart after it blames nothing', () => {
    assert.deepEqual(rebootsOf(inOrder(start(0), phaseStart(20, 'DeviceSetup'), flag(25, lsa))), []);
  });

  it('a flag in account setup is refuted: no restart is made for it there', () => {
    const signals = inOrder(
      start(0),
      phaseStart(20, 'DeviceSetup'),
      phaseStart(30, 'AccountSetup'),
      flag(35, lsa),
      request(60, 'powershell.exe'),
      start(61),
    );
    const reboot = rebootIn(signals);
    assert.equal(reboot.during, 'accountSetup');
    assert.deepEqual(verdicts(reboot), [[lsa, 'refuted']]);
  });

  it('a flag of device setup is refuted as the cause of a restart in account setup', () => {
    const signals = inOrder(
      inDeviceSetup,
      flag(25, lsa),
      phaseStart(30, 'AccountSetup'),
      request(60, 'powershell.exe'),
      start(61),
    );
    assert.deepEqual(verdicts(rebootIn(signals)), [[lsa, 'refuted']]);
  });

  it('a restart before the join is not charged with the flags that come later', () => {
    const update = [page(5, 'OobeZdp'), restartPage(6, 'Reboot')];
    const signals = inOrder(
      start(0),
      update,
      start(7),
      phaseStart(20, 'DeviceSetup'),
      flag(25, lsa),
      coalesced,
      start(61),
    );
    const [first, second] = rebootsOf(signals);
    assert.deepEqual([first?.class, first?.expected, first?.causes], ['oobeUpdate', true, []]);
    assert.deepEqual(verdicts(second!), [[lsa, 'confirmed']]);
  });
});

describe('a flag in device setup that another restart follows', () => {
  const wants = /another cause \(/;

  it('is only possible where a script restarted the device, and the ledger says why', () => {
    const reboot = restart([request(60, 'powershell.exe')], flag(25, lsa));
    assert.deepEqual([reboot.class, reboot.expected], ['script', false]);
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
    assert.match(reboot.causes[0]?.why ?? '', wants);
  });

  it('is only possible where an app asked through the status page', () => {
    const byApp = [marker(59.9, 'ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory'), ...byOobe];
    const reboot = restart(byApp, flag(25, lsa));
    assert.deepEqual([reboot.class, reboot.askedBy], ['application', 'DeviceSetup.AppsSubcategory']);
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });

  it('is only possible where Windows Update restarted the device', () => {
    const reboot = restart([request(60, 'MoUsoCoreWorker.exe', '0x80020010')], flag(25, lsa));
    assert.equal(reboot.class, 'windowsUpdate');
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
    assert.match(reboot.causes[0]?.why ?? '', wants);
  });

  it('is only possible where an installer had asked for a restart at once too', () => {
    const hard = signInText(59, { kind: 'appRestart', hard: true, app, exitCode: 1641 });
    const reboot = restart(byOobe, flag(25, lsa), hard);
    assert.equal(reboot.class, 'application');
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });

  it('is refuted where the power was lost: no policy restarts a device that way', () => {
    const reboot = rebootIn(inOrder(inDeviceSetup, flag(25, lsa), powerLoss));
    assert.equal(reboot.class, 'unexpected');
    assert.deepEqual(verdicts(reboot), [[lsa, 'refuted']]);
    assert.match(reboot.causes[0]?.why ?? '', /not stopped cleanly/);
  });

  it('is only possible where the pages are covered and show no restart of their own', () => {
    const reboot = restartUnseenBySystem(
      [
        marker(19, 'ESPProgress_Category_Started', 'Starting category DeviceSetupCategory...'),
        signInText(60, { kind: 'imeShutdown' }),
      ],
      flag(25, lsa),
    );
    assert.deepEqual([reboot.class, reboot.expected], ['unexpected', false]);
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });
});

describe('flags over several restarts', () => {
  it('a flag that an abrupt restart left open is answered by the coalesced one', () => {
    const signals = inOrder(
      inDeviceSetup,
      flag(25, lsa),
      start(40),
      sign(40.4, { kind: 'dirtyStop', bugcheck: false }),
      coalesced,
      start(61),
    );
    const [loss, policy] = rebootsOf(signals);
    assert.deepEqual([loss?.class, policy?.class], ['unexpected', 'coalescedPolicy']);
    assert.deepEqual(verdicts(policy!), [[lsa, 'confirmed']]);
    assert.deepEqual(verdicts(loss!), [[lsa, 'refuted']]);
  });

  it('a flag that a coalesced restart has answered is no cause of the next restart', () => {
    const signals = inOrder(inDeviceSetup, flag(25, lsa), coalesced, start(61), request(90, 'shutdown.exe'), start(91));
    const [first, second] = rebootsOf(signals);
    assert.deepEqual(verdicts(first!), [[lsa, 'confirmed']]);
    assert.deepEqual(second?.causes, []);
  });

  it('a flag that a sync raises again after that is one, and the ledger says so', () => {
    const again = [
      marker(89.9, 'BootstrapStatusCategory_RebootCoalescing_Initiated'),
      request(90, 'CloudExperienceHostBroker.exe'),
    ];
    const signals = inOrder(inDeviceSetup, flag(25, lsa), coalesced, start(61), flag(70, lsa), again, start(91));
    const [, second] = rebootsOf(signals);
    assert.deepEqual(verdicts(second!), [[lsa, 'confirmed']]);
    assert.equal(second?.causes[0]?.flaggedAt, new Date(day + 70 * 60_000).toISOString());
    assert.match(second.causes[0].why, /answered that, and a later sync flagged it again/);
  });
});

describe('a log of the pages that has wrapped', () => {
  const marked = [marker(59.9, 'BootstrapStatusCategory_RebootCoalescing_Initiated'), ...byOobe];

  it('shows device setup by the marker alone, and makes what was flagged before likely', () => {
    const reboot = rebootIn(inOrder(start(0), flag(25, lsa), marked, start(61)));
    assert.deepEqual([reboot.during, reboot.class], ['deviceSetup', 'coalescedPolicy']);
    assert.deepEqual(verdicts(reboot), [[lsa, 'likely']]);
  });

  it('leaves an orderly restart for a flag possible, with low confidence', () => {
    const reboot = restartUnseenBySystem([signInText(60, { kind: 'imeShutdown' })], flag(25, lsa));
    assert.deepEqual([reboot.class, reboot.confidence], ['coalescedPolicy', 'low']);
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });

  it('leaves an abrupt one only possible', () => {
    const reboot = restartUnseenBySystem([signInText(60, { kind: 'imePhase', phase: 'deviceSetup' })], flag(25, lsa));
    assert.deepEqual([reboot.class, reboot.expected, reboot.confidence], ['unknown', null, 'low']);
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });
});

describe('the mark that a restart for policies is still owed', () => {
  const owed = { path: 'MdmDiagReport_RegistryDump.reg', line: 7 };

  it('refutes the flags before the last restart: it has not answered them', () => {
    const [reboot] = rebootsOf(inOrder(inDeviceSetup, flag(25, lsa), byOobe, start(61)), undefined, owed);
    assert.deepEqual([reboot?.class, verdicts(reboot!)], ['unknown', [[lsa, 'refuted']]]);
    assert.ok(reboot?.causes[0]?.evidence.some(({ path }) => path === owed.path));
  });

  it('says nothing about a restart after which a sync has asked again', () => {
    const [reboot] = rebootsOf(
      inOrder(inDeviceSetup, flag(25, lsa), byOobe, start(61), flag(70, dma)),
      undefined,
      owed,
    );
    assert.deepEqual(verdicts(reboot!), [
      [lsa, 'likely'],
      [dma, 'refuted'],
    ]);
  });

  it('does not outweigh the page’s own marker', () => {
    const [reboot] = rebootsOf(inOrder(inDeviceSetup, flag(25, lsa), coalesced, start(61)), undefined, owed);
    assert.deepEqual(verdicts(reboot!), [[lsa, 'confirmed']]);
  });
});
