import { aadEvents } from './aad';
import { appxDeploymentEvents } from './appxDeployment';
import { bitLockerEvents } from './bitLocker';
import { cryptoNcryptEvents } from './cryptoNcrypt';
import { deviceGuardEvents } from './deviceGuard';
import { deviceManagementEvents } from './deviceManagement';
import { deviceRegistrationEvents } from './deviceRegistration';
import { parseEvents, type EventEntry, type ProviderEvents } from './eventEntry';
import { eventLogEvents } from './eventLog';
import { helloForBusinessEvents } from './helloForBusiness';
import { kernelBootEvents } from './kernelBoot';
import { kernelGeneralEvents } from './kernelGeneral';
import { kernelPowerEvents } from './kernelPower';
import { logServiceEvents } from './logService';
import { modernDeploymentEvents } from './modernDeployment';
import { powerTroubleshooterEvents } from './powerTroubleshooter';
import { provisioningEvents } from './provisioning';
import { resetEngineEvents } from './resetEngine';
import { securityAuditingEvents } from './securityAuditing';
import { shellAuthUiEvents } from './shellAuthUi';
import { shellCoreEvents } from './shellCore';
import { tpmWmiEvents } from './tpmWmi';
import { user32Events } from './user32';
import { userProfilesEvents } from './userProfiles';
import { hypervisorEvents, isolatedUserModeEvents } from './virtualization';
import {
  distributedComEvents,
  dnsClientEvents,
  filterManagerEvents,
  halEvents,
  httpServiceEvents,
  ntfsEvents,
  processorPowerEvents,
  serviceControlEvents,
  timeServiceEvents,
  userPnpEvents,
} from './windowsServices';
import { windowsUpdateClientEvents } from './windowsUpdateClient';
import { winlogonEvents } from './winlogon';

/** The tables, provider by provider. */
const tables: readonly ProviderEvents[] = [
  kernelGeneralEvents,
  kernelBootEvents,
  kernelPowerEvents,
  eventLogEvents,
  logServiceEvents,
  user32Events,
  winlogonEvents,
  userProfilesEvents,
  shellAuthUiEvents,
  shellCoreEvents,
  modernDeploymentEvents,
  deviceRegistrationEvents,
  deviceManagementEvents,
  provisioningEvents,
  aadEvents,
  helloForBusinessEvents,
  bitLockerEvents,
  deviceGuardEvents,
  tpmWmiEvents,
  hypervisorEvents,
  isolatedUserModeEvents,
  windowsUpdateClientEvents,
  appxDeploymentEvents,
  cryptoNcryptEvents,
  powerTroubleshooterEvents,
  resetEngineEvents,
  securityAuditingEvents,
  serviceControlEvents,
  halEvents,
  timeServiceEvents,
  distributedComEvents,
  dnsClientEvents,
  userPnpEvents,
  filterManagerEvents,
  processorPowerEvents,
  httpServiceEvents,
  ntfsEvents,
];

/** Every event that is put into words, provider by provider. */
export function allEvents(): readonly EventEntry[] {
  return tables.flatMap(parseEvents);
}

/** What is known about an event; `null` for events that the catalogue does not know. */
export function eventMeaning(provider: string, eventId: number): EventEntry | null {
  return eventsOf(provider)?.get(eventId) ?? null;
}

/** Spellings of provider names that were asked for, as records repeat theirs by the thousand. */
const bySpelling = new Map<string, ReadonlyMap<number, EventEntry> | null>();

function eventsOf(provider: string): ReadonlyMap<number, EventEntry> | null {
  let events = bySpelling.get(provider);
  if (events === undefined) {
    events = catalog().get(provider.toLowerCase()) ?? null;
    if (events !== null) {
      bySpelling.set(provider, events);
    }
  }
  return events;
}

let unpacked: ReadonlyMap<string, ReadonlyMap<number, EventEntry>> | null = null;

/** By provider in lower case; unpacked when it is asked for the first time. */
function catalog(): ReadonlyMap<string, ReadonlyMap<number, EventEntry>> {
  unpacked ??= new Map(
    tables.map((events) => [
      events.provider.toLowerCase(),
      new Map(parseEvents(events).map((entry) => [entry.eventId, entry])),
    ]),
  );
  return unpacked;
}
