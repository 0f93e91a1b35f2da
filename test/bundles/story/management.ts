import {
  domainJoinApplied,
  domainJoinAwaited,
  domainJoinState,
  enrollmentEvents,
  integerPolicySet,
  managementStarted,
  msiDownloadStarted,
  msiDownloaded,
  msiInstallStarted,
  msiInstalled,
  rebootRequiredByUri,
  sessionEnded,
  sessionStarted,
  type EnrollmentChannel,
} from '../events/managementEvents';
import { service, type Device, type Written } from './device';

const client = service('omadmclient.exe');
const imeProductCode = '{0E5A7E1D-0000-4000-8000-00000000A9E1}';

/** A device-scope policy that the MDM server has set. */
export interface AssignedPolicy {
  readonly area: string;
  readonly name: string;
  readonly value: number;
  readonly uri: string;
}

/** The MDM client. */
export class Management {
  private readonly received = new Map<string, AssignedPolicy>();
  private readonly nodes = new Set<string>();
  /** Whether `OMADM\\SyncML\\RebootRequired` is set: the status page has a restart to come. */
  rebootIsPending = false;

  constructor(
    private readonly device: Device,
    private readonly channel: EnrollmentChannel,
  ) {}

  /** The device policies that were set, in the order of their arrival. */
  get policies(): readonly AssignedPolicy[] {
    return [...this.received.values()];
  }

  /** A reset takes everything with it that the server has set. */
  forget(): void {
    this.received.clear();
    this.nodes.clear();
    this.rebootIsPending = false;
  }

  /** URIs outside of the policy tree that were set. */
  get otherNodes(): readonly string[] {
    return [...this.nodes];
  }

  /** The server refuses the device: 0x80180014, the device type is not allowed. */
  failToEnroll(): void {
    const enrollment = enrollmentEvents(this.channel);
    this.device.write(enrollment.discovered, {}, client);
    this.device.at.plus('4s');
    this.device.write(enrollment.refused, { HRESULT: 0x80180014 }, client);
    this.device.write(enrollment.autoEnrollFailed, { HexInt1: 0, HRESULT: 0x80180014 }, client);
  }

  /** The offline domain join: waits for the blob of the connector on-premises, and applies it. */
  joinDomainOffline(waits: string): void {
    this.device.write(domainJoinAwaited, { Boolean1: true }, client);
    this.device.write(domainJoinState, { HexInt1: 1 }, client);
    this.device.at.plus(waits);
    this.device.write(domainJoinApplied, { HRESULT: 0 }, client);
    this.device.write(domainJoinState, { HexInt1: 2 }, client);
  }

  /** Discovery to enrolled, in about ten seconds. */
  enroll(): void {
    const { at } = this.device;
    const enrollment = enrollmentEvents(this.channel);
    this.device.write(managementStarted, {}, client);
    for (const step of [enrollment.discovered, enrollment.policyReceived, enrollment.certificateReceived]) {
      this.device.write(step, {}, client);
      at.plus('3s');
    }
    this.device.write(enrollment.enrolled, {}, client);
    this.device.write(enrollment.autoEnrolled, { HexInt1: 0 }, client);
  }

  /** One sync session, in which `content` happens. */
  sync(content: () => void = () => undefined): void {
    this.device.write(
      sessionStarted,
      {
        Message1: this.device.identity.enrollmentId,
        Message2: 'MS DM Server',
        Message3: 'User',
        Message4: '',
        HexInt1: 0,
        HexInt2: 0x1,
        HexInt3: 0,
        HexInt4: 0,
        UInt1: 0,
        UInt2: 1,
      },
      client,
    );
    this.device.at.plus('2s');
    content();
    this.device.at.plus('3s');
    this.device.write(sessionEnded, { HRESULT: 0 }, client);
  }

  /** A device policy arrives, e.g. `DeviceGuard/LsaCfgFlags`. */
  setPolicy(areaAndName: string, value: number): void {
    const [area = '', name = ''] = areaAndName.split('/');
    this.received.set(areaAndName, { area, name, value, uri: policyUri(areaAndName) });
    this.device.write(
      integerPolicySet,
      {
        Message1: name,
        Message2: area,
        Message3: this.device.identity.enrollmentId,
        Message4: 'Device',
        HexInt1: value,
        HexInt2: 0x6,
        HexInt3: 0,
      },
      client,
    );
  }

  /** A device policy arrives that wants a restart, and the client flags it (event 2800). */
  flagReboot(areaAndName: string, value = 1): Flag {
    this.setPolicy(areaAndName, value);
    this.device.at.skip('40ms');
    return this.flag(policyUri(areaAndName));
  }

  /** Another node than a policy is set that wants a restart, e.g. `Uefi/Identity2/Apply`. */
  flagNode(node: string): Flag {
    const uri = `./Device/Vendor/MSFT/${node}`;
    this.nodes.add(uri);
    return this.flag(uri);
  }

  /** Intune's own agent is installed as an MSI. */
  installIntuneAgent(): void {
    const { at } = this.device;
    const names = { Message1: imeProductCode, Message2: 'MS DM Server' };
    this.device.write(msiDownloadStarted, { ...names, Message3: 'IntuneWindowsAgent.msi' }, client);
    at.plus('6s');
    this.device.write(msiDownloaded, { ...names, Message3: 'IntuneWindowsAgent.msi' }, client);
    this.device.write(msiInstallStarted, names, client);
    at.plus('14s');
    this.device.write(msiInstalled, { ...names, HRESULT: 0 }, client);
  }

  private flag(uri: string): Flag {
    return { uri, ...this.device.write(rebootRequiredByUri, { Message1: uri }, client) };
  }
}

/** A URI that the client flagged: it wants a restart. */
export interface Flag extends Written {
  readonly uri: string;
}

/** The device-scope URI of a policy. */
export function policyUri(areaAndName: string): string {
  return `./Device/Vendor/MSFT/Policy/Config/${areaAndName}`;
}
