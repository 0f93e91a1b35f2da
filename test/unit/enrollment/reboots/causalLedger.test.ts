import assert from 'node:assert/strict';
import { findBoots } from '../../../../src/core/enrollment/reboots/bootFinder';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import { tellReboots } from '../../../../src/core/enrollment/reboots/rebootStory';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import type { Reboot } from '../../../../src/core/enrollment/document/reboots';
import { day, inOrder, marker, phaseStart, sign, start } from '../signals';

const lsa = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';
const dma = './Device/Vendor/MSFT/Policy/Config/DmaGuard/DeviceEnumerationPolicy';

function flag(minutes: number, uri: string): Signal {
  return sign(minutes, { kind: 'policyFlag', uri }, 'DeviceManagement');
}

/** Device setup from minute 20, a coalesced restart at minute 60 unless `how` says otherwise. */
function restart(how: readonly Signal[], ...more: readonly Signal[]): Reboot {
  const signals = inOrder(
    start(0),
    phaseStart(10, 'DevicePreparation'),
    phaseStart(20, 'DeviceSetup'),
    how,
    start(61),
    more,
  );
  const reboots = rebootsOf(signals);
  assert.equal(reboots.length, 1);
  return reboots[0]!;
}

function rebootsOf(signals: readonly Signal[]): readonly Reboot[] {
  const boots = findBoots(signals, [day, day + 24 * 3_600_000], true);
  const lastSignal = (before: number, after: number): number | null =>
    signals.findLast(({ at }) => at < before && at > after)?.at ?? null;
  return tellReboots(boots, signals, findStages(signals), lastSignal).map(({ reboot }) => reboot);
}

const coalesced = [
  marker(59.9, 'BootstrapStatusCategory_RebootCoalescing_Initiated'),
  sign(60, {
    kind: 'restartRequest',
    process: 'CloudExperienceHostBroker.exe',
    reasonCode: '0x20004',
    type: 'restart',
  }),
];
const byPowerShell = [
  sign(60, { kind: 'restartRequest', process: 'powershell.exe', reasonCode: '0x0', type: 'restart' }),
];
const nobodySaid = [
  sign(60, {
    kind: 'restartRequest',
    process: 'CloudExperienceHostBroker.exe',
    reasonCode: '0x20004',
    type: 'restart',
  }),
];

function verdicts({ causes }: Reboot): readonly (readonly [string, string])[] {
  return causes.map(({ uri, verdict }) => [uri, verdict]);
}

describe('the causes of a restart', () => {
  it('a URI flagged in device setup is confirmed by the coalesced restart at its end', () => {
    const reboot = restart(coalesced, flag(25, lsa));
    assert.equal(reboot.class, 'coalescedPolicy');
    assert.deepEqual(verdicts(reboot), [[lsa, 'confirmed']]);
    assert.equal(reboot.causes[0]?.evidence[0] !== undefined && 'recordId' in reboot.causes[0].evidence[0], true);
  });

  it('a URI flagged after the restart began is refuted', () => {
    assert.deepEqual(verdicts(restart(coalesced, flag(25, lsa), flag(63, dma))), [
      [lsa, 'confirmed'],
      [dma, 'refuted'],
    ]);
  });

  it('without the marker, but with OOBE asking and nothing else in sight, it is likely', () => {
    const reboot = restart(nobodySaid, flag(25, lsa));
    assert.deepEqual([reboot.class, reboot.confidence], ['coalescedPolicy', 'medium']);
    assert.deepEqual(verdicts(reboot), [[lsa, 'likely']]);
  });

  it('where OOBE asked and nothing was flagged, the cause is not known', () => {
    assert.equal(restart(nobodySaid).class, 'unknown');
  });

  it('where a script asked for the restart, a flag is only possible', () => {
    const reboot = restart(byPowerShell, flag(25, lsa));
    assert.equal(reboot.class, 'script');
    assert.equal(reboot.expected, false);
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });

  it('a URI flagged at several syncs is one cause with its count', () => {
    const [cause, ...rest] = restart(coalesced, flag(25, lsa), flag(33, lsa), flag(41, lsa)).causes;
    assert.equal(rest.length, 0);
    assert.match(cause?.why ?? '', /Flagged 3 times/);
    assert.equal(cause?.flaggedAt, new Date(day + 25 * 60_000).toISOString());
  });

  it('spelling does not make two causes of one URI', () => {
    assert.equal(restart(coalesced, flag(25, lsa), flag(33, lsa.toLowerCase())).causes.length, 1);
  });

  it('a flag that an abrupt restart left pending is answered by the coalesced one', () => {
    const signals = inOrder(
      start(0),
      phaseStart(10, 'DevicePreparation'),
      phaseStart(20, 'DeviceSetup'),
      flag(25, lsa),
      start(40),
      sign(40.4, { kind: 'dirtyStop', bugcheck: false }),
      coalesced,
      start(61),
    );
    const [loss, policy] = rebootsOf(signals);
    assert.deepEqual([loss?.class, policy?.class], ['unexpected', 'coalescedPolicy']);
    assert.deepEqual(verdicts(policy!), [[lsa, 'confirmed']]);
    assert.deepEqual(verdicts(loss!), [[lsa, 'possible']]);
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
      byPowerShell,
      start(61),
    );
    const [reboot] = rebootsOf(signals);
    assert.equal(reboot?.during, 'accountSetup');
    assert.deepEqual(verdicts(reboot), [[lsa, 'refuted']]);
  });

  it('a restart before the join is not charged with the flags that come later', () => {
    const update = [
      sign(5, { kind: 'oobeNode', node: 'OobeZdp' }, 'Shell-Core'),
      sign(6, { kind: 'restartNode', node: 'Reboot' }, 'Shell-Core'),
    ];
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

  it('an app that asks through the status page is the cause, not the policies', () => {
    const byApp = [
      marker(59.9, 'ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory'),
      ...nobodySaid,
    ];
    const reboot = restart(byApp, flag(25, lsa));
    assert.equal(reboot.class, 'application');
    assert.deepEqual(verdicts(reboot), [[lsa, 'possible']]);
  });
});
