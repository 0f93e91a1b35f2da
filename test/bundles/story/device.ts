import { namedPayload, type EventKind, type FieldTypes, type FieldValues } from '../eventKind';
import type { EventHeader, EventPayload, EvtxRecord } from '../evtxRecord';
import type { ImeRecord } from '../imeLog';
import type { KnownCredential } from '../logonUiExport';
import { SeededRandom } from '../seededRandom';
import type { SetupactLine } from '../setupactLog';
import type { Moment, StoryClock } from './storyClock';

/** The person whose device it is. All names are invented. */
export interface Person {
  readonly sid: string;
  /** As in `AzureAD\AdeleExample`. */
  readonly account: string;
  readonly displayName: string;
  readonly upn: string;
}

/** How a device is meant to be enrolled. */
export type Deployment = 'userDriven' | 'hybrid' | 'selfDeploying' | 'preProvisioning' | 'devicePreparation';

/** The language of Windows, in which it writes reasons, dates and states for people. */
export type Language = 'en' | 'de' | 'fr' | 'ja';

/** A Windows time zone, and how far east of UTC its clocks are on the day of the story. */
export interface TimeZone {
  readonly name: string;
  readonly minutesEastOfUtc: number;
}

/** How the device is in the beginning. */
export interface DeviceIdentity {
  readonly hostName: string;
  readonly build: number;
  readonly revision: number;
  readonly edition: string;
  readonly timeZone: TimeZone;
  readonly language: Language;
  readonly deployment: Deployment;
  readonly machineSid: string;
  readonly person: Person;
  readonly tenantId: string;
  readonly tenantDomain: string;
  readonly enrollmentId: string;
  readonly imeVersion: string;
  /** EventRecordID of the first record of a channel that lost its older ones; others start at 1. */
  readonly firstRecordIds: Readonly<Record<string, number>>;
  /** Decides everything that is not told: process ids, background noise, fractions of a millisecond. */
  readonly seed: number;
}

/** Who wrote a record. */
export interface Actor {
  readonly process: string;
  /** SID of the record's Security element; `null` for classic sources. */
  readonly sid: string | null;
}

/** A record that was written, to point at. */
export interface Written {
  readonly channel: string;
  readonly recordId: number;
  readonly moment: Moment;
}

export const localSystem = 'S-1-5-18';
export const kernel: Actor = { process: 'System', sid: localSystem };
export const service = (process: string): Actor => ({ process, sid: localSystem });

/** The device that a story is about: its clock, and all it has logged so far. */
export class Device {
  readonly random: SeededRandom;
  /** The computer name; a rename counts from the next start on. */
  hostName: string;
  timeZone: TimeZone;
  /** The out-of-box experience runs, or will when somebody is signed in. */
  isInOobe = true;
  /** The profile was downloaded at this time of the device's clock, milliseconds since 1970 UTC. */
  profileDownloadedAt = 0;
  /** What somebody signed in with last, as LogonUI remembers it. */
  lastCredential: KnownCredential = 'password';
  readonly setupact: SetupactLine[] = [];
  readonly ime: ImeRecord[] = [];
  private readonly channels = new Map<string, EvtxRecord[]>();
  private readonly nextRecordIds = new Map<string, number>();
  private processes = new Map<string, number>();
  private resets = 0;

  constructor(
    readonly identity: DeviceIdentity,
    readonly at: StoryClock,
  ) {
    this.random = new SeededRandom(identity.seed);
    this.hostName = identity.hostName;
    this.timeZone = identity.timeZone;
  }

  /** The local account that OOBE runs as; a reset device counts on. */
  get oobeSid(): string {
    return `${this.identity.machineSid}-${1000 + this.resets}`;
  }

  /** The channels that have records. */
  channelNames(): readonly string[] {
    return [...this.channels.keys()];
  }

  /** The records of a channel so far, in the order they were written. */
  records(channel: string): readonly EvtxRecord[] {
    return this.channels.get(channel) ?? [];
  }

  /** Writes an event now, or with the time of `moment` where Windows buffers it. */
  write<F extends FieldTypes>(
    kind: EventKind<F>,
    values: FieldValues<F>,
    by: Actor = kernel,
    moment = this.at.now,
  ): Written {
    return this.append(kind.header, namedPayload(kind, values), by, moment);
  }

  /** Writes an event of any shape. The order of calls is the order of record ids. */
  append(header: EventHeader, payload: EventPayload, by: Actor, moment = this.at.now): Written {
    const records = this.channels.get(header.channel) ?? [];
    this.channels.set(header.channel, records);
    const before = records.at(-1);
    const recordId = this.nextRecordIds.get(header.channel) ?? this.identity.firstRecordIds[header.channel] ?? 1;
    this.nextRecordIds.set(header.channel, recordId + 1);
    // Records of the same millisecond stay in their order.
    const earliestTicks = before?.timeMs === moment.raw ? before.timeTicks + 1 : 0;
    records.push({
      header,
      recordId,
      timeMs: moment.raw,
      timeTicks: Math.min(9999, earliestTicks + this.random.below(50)),
      computer: this.hostName,
      userSid: by.sid,
      processId: this.processId(by.process),
      threadId: 4 * (1 + this.random.below(4000)),
      activityId: null,
      payload,
    });
    return { channel: header.channel, recordId, moment };
  }

  /** A channel that is full has dropped everything before `since`; what is left keeps its record ids. */
  wrap(channel: string, since: Moment): void {
    const records = this.records(channel);
    const firstKept = records.findIndex(({ timeMs }) => timeMs >= since.raw);
    this.channels.set(channel, firstKept === -1 ? [] : records.slice(firstKept));
  }

  /** Everything that a channel held is gone, as after `wevtutil clear-log`; it counts from 1 again. */
  clear(...channels: readonly string[]): void {
    channels.forEach((channel) => {
      this.channels.set(channel, []);
      this.nextRecordIds.set(channel, 1);
    });
  }

  /** A line of setupact.log, now. */
  setupLine(process: string, message: string): void {
    const { minutesEastOfUtc } = this.timeZone;
    this.setupact.push({ rawMs: this.at.now.raw, minutesEastOfUtc, level: 'Info', process, message });
  }

  /** A record of the Intune Management Extension log, now, on the clock of the zone that the agent goes by. */
  imeLine(message: string, type: ImeRecord['type'], thread: number, { minutesEastOfUtc }: TimeZone): void {
    this.ime.push({
      rawMs: this.at.now.raw,
      ticks: this.random.below(10_000),
      minutesEastOfUtc,
      message,
      type,
      thread,
    });
  }

  /** Windows is new, and so is the account of OOBE. */
  reset(): void {
    this.resets += 1;
    this.isInOobe = true;
  }

  /** After a start of Windows every process has a new id. */
  forgetProcesses(): void {
    this.processes = new Map();
  }

  /** The process id of a program, the same until {@link forgetProcesses}. */
  processId(process: string): number {
    if (process === kernel.process) {
      return 4;
    }
    const known = this.processes.get(process);
    const id = known ?? 4 * (200 + this.random.below(3000));
    this.processes.set(process, id);
    return id;
  }
}
