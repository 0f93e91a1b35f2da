import {
  addressGiven,
  autopilotServiceIdle,
  hiveFlushed,
  keyNotFound,
  licenseServiceStopped,
  packageDeployed,
  packageDeploymentStarted,
  packageQueued,
  passwordPolicyProcessed,
  restartSessionEnded,
  restartSessionStarted,
  serviceStartChanged,
  updateDownloadStarted,
  updateInstalled,
  updateInstallStarted,
} from '../events/backgroundEvents';
import {
  packageChecked,
  packageSkipped,
  policyMerged,
  profilePolicyMissing,
  scheduleChecked,
  scheduleEnded,
  scheduleStarted,
} from '../events/managementEvents';
import { tileStateChanged } from '../events/shellCoreEvents';
import type { SeededRandom } from '../seededRandom';
import { localSystem, service, type Device } from './device';
import type { Moment } from './storyClock';

/** Something that happens now and then and means nothing. */
interface Habit {
  readonly timesPerHour: number;
  write(device: Device, random: SeededRandom, when: Moment): void;
}

const apps = ['Example.Weather', 'Example.Calculator', 'Example.Notes', 'Example.Photos', 'Example.Media'] as const;
const services = ['Example Update Service', 'Example Search Host', 'Example Time Broker'] as const;
const packages = ['Power.Example.ppkg', 'Display.Example.ppkg', 'Region.Example.ppkg'] as const;
const missingPolicies = ['CloudAssignedLanguage', 'CloudAssignedRegion', 'CloudAssignedDeviceName'] as const;

/** A record of the System log that says no more than that Windows runs. */
export function writeSignOfLife(device: Device, random: SeededRandom = device.random, when: Moment = device.at.now) {
  const hive = `\\??\\C:\\ProgramData\\Example\\Store\\hive${random.below(40)}.dat`;
  const size = { KeysUpdated: 1 + random.below(900), DirtyPages: 1 + random.below(90) };
  device.write(hiveFlushed, { HiveNameLength: hive.length, HiveName: hive, ...size }, service('Registry'), when);
}

const habits: readonly Habit[] = [
  {
    timesPerHour: 380,
    write(device, random, when) {
      const family = `${random.pick(apps)}_example000000`;
      const state = random.pick(['Staged', 'Installing', 'Installed']);
      const by = { process: 'sihost.exe', sid: device.oobeSid };
      device.write(tileStateChanged, { PackageFamilyName: family, InstallState: state, ErrorCode: 0 }, by, when);
    },
  },
  {
    timesPerHour: 340,
    write(device, random, when) {
      const update = exampleUpdate(random);
      const by = service('svchost.exe (wuauserv)');
      const kind = random.pick([updateDownloadStarted, updateDownloadStarted, updateInstallStarted, updateInstalled]);
      device.write(kind, update, by, when);
    },
  },
  {
    timesPerHour: 220,
    write(device, random, when) {
      writeSignOfLife(device, random, when);
    },
  },
  {
    timesPerHour: 28,
    write(device, random, when) {
      const change = { param2: 'demand start', param3: 'auto start', param4: 'ExampleSvc' };
      device.write(serviceStartChanged, { param1: random.pick(services), ...change }, service('services.exe'), when);
    },
  },
  {
    timesPerHour: 12,
    write(device, random, when) {
      const address = `192.0.2.${1 + random.below(250)}`;
      device.write(addressGiven, { Address1: address }, { process: 'svchost.exe (Dhcp)', sid: 'S-1-5-19' }, when);
    },
  },
  {
    timesPerHour: 60,
    write(device, random, when) {
      const by = service('RuntimeBroker.exe');
      const session = { RmSessionId: random.below(4), UTCStartTime: when.raw };
      device.write(random.pick([restartSessionStarted, restartSessionEnded]), session, by, when);
    },
  },
  {
    timesPerHour: 16,
    write(device, _random, when) {
      device.write(
        licenseServiceStopped,
        { RestartTime: new Date(when.raw + 3_600_000).toISOString(), Reason: 'RulesEngine' },
        { process: 'sppsvc.exe', sid: null },
        when,
      );
    },
  },
  {
    timesPerHour: 840,
    write(device, random, when) {
      const name = `${random.pick(apps)}_1.${random.below(30)}.0.0_x64__example000000`;
      const by = service('svchost.exe (AppXSvc)');
      const operation = { DeploymentOperation: 4 };
      switch (random.below(3)) {
        case 0:
          device.write(packageDeploymentStarted, { ...operation, Path: name, Flags: 0, FlagsHigh: 128 }, by, when);
          break;
        case 1:
          device.write(
            packageQueued,
            { ...operation, PackageFullName: name, UserSid: localSystem, CallingProcess: 'svchost.exe' },
            by,
            when,
          );
          break;
        default:
          device.write(packageDeployed, { PackageFullName: name, ErrorCode: 0 }, by, when);
      }
    },
  },
  {
    timesPerHour: 480,
    write(device, random, when) {
      device.write(
        keyNotFound,
        {
          ProviderName: 'Microsoft Software Key Storage Provider',
          KeyName: `example-key-${random.below(9)}`,
          AlgorithmName: 'ECDSA_P256',
          Flags: 0,
          ReturnCode: 0x80090016,
        },
        service('lsass.exe'),
        when,
      );
    },
  },
  {
    timesPerHour: 260,
    write(device, random, when) {
      const by = service('provtool.exe');
      if (random.below(3) === 0) {
        const absent = '<Not Present>';
        device.write(packageChecked, { Message1: 'ExampleHandler', Message2: absent, Message3: absent }, by, when);
      } else {
        device.write(packageSkipped, { Message1: random.pick(packages), Message2: random.guid() }, by, when);
      }
    },
  },
  {
    timesPerHour: 140,
    write(device, random, when) {
      const by = service('svchost.exe (DmEnrollmentSvc)');
      device.write(scheduleStarted, {}, by, when);
      device.write(scheduleChecked, { HexInt1: 2, HexInt2: 0, HexInt3: 100 }, by, when);
      device.write(scheduleEnded, { HRESULT: 0 }, by, when);
      const policy = { Message1: 'ExampleArea', Message2: `ExamplePolicy${random.below(9)}` };
      device.write(policyMerged, { ...policy, HexInt1: random.below(0xffff), HexInt2: 0 }, by, when);
    },
  },
  {
    timesPerHour: 90,
    write(device, random, when) {
      device.write(
        profilePolicyMissing,
        { Message1: random.pick(missingPolicies) },
        service('svchost.exe (wmansvc)'),
        when,
      );
    },
  },
  {
    timesPerHour: 24,
    write(device, _random, when) {
      const folder = { Message1: 'C:\\Windows\\ServiceState\\wmansvc' };
      device.write(autopilotServiceIdle, folder, service('svchost.exe (wmansvc)'), when);
    },
  },
  {
    timesPerHour: 8,
    write(device, _random, when) {
      device.write(passwordPolicyProcessed, {}, service('svchost.exe (LAPS)'), when);
    },
  },
];

/** Lets the device write its usual records, or a `share` of them, whenever time passes with Windows running. */
export function keepBusy(device: Device, share: number): void {
  const { at, random } = device;
  at.onAdvance((from, to) => {
    const hours = (share * (to - from)) / 3_600_000;
    const happenings = habits.flatMap((habit) =>
      Array.from({ length: timesIn(habit, hours, random) }, () => ({ habit, when: from + random.below(to - from) })),
    );
    happenings.sort((left, right) => left.when - right.when);
    happenings.forEach(({ habit, when }) => {
      habit.write(device, random, at.momentAt(when));
    });
  });
}

/** The whole part happens for certain, the rest by chance. */
function timesIn(habit: Habit, hours: number, random: SeededRandom): number {
  const expected = habit.timesPerHour * hours;
  return Math.floor(expected) + (random.next() < expected % 1 ? 1 : 0);
}

function exampleUpdate(random: SeededRandom) {
  const number = random.below(60);
  return {
    updateTitle: `Example Update ${number} for Contoso Components (KB00000${String(number).padStart(2, '0')})`,
    updateGuid: random.guid(),
    updateRevisionNumber: 1,
  };
}
