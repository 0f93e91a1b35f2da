import {
  brokerError,
  brokerNotice,
  discoveryStarted,
  discoverySucceeded,
  helloCompleted,
  helloContainerCreated,
  helloContainerDeleted,
  helloGesture,
  helloKeyCreated,
  helloKeyRegistered,
  helloKeySentToEntra,
  helloLeft,
  helloPageLeft,
  helloPageStarted,
  helloPrerequisitesMet,
  helloPrerequisitesStarted,
  helloServiceStarted,
  helloStarted,
  helloUsed,
  helloWillLaunch,
  helloWillNotLaunch,
  hybridJoined,
  joinAnswered,
  joinCompleted,
  joinRequested,
  joinRolledBack,
  joinSucceeded,
  signInRefused,
} from '../events/identityEvents';
import { service, type Device, type Person, type Written } from './device';
import { durationMs, iso } from './storyClock';
import type { Oobe } from './oobe';
import type { Boot, Windows } from './windows';

const lsass = service('lsass.exe');
const enrollmentTask = service('dsregcmd.exe');
/** HRESULT of a Hello wizard that its user has left: 0x801C044F. */
const leftByUser = 0x801c044f;

/** What is checked before Hello is offered, where all is well. */
const helloCheck = {
  DeviceIsJoined: 'Yes',
  AADPrt: 'Yes',
  NgcPolicyEnabled: 'Yes',
  NgcPostLogonProvisioningEnabled: 'Yes',
  NgcHardwarePolicyMet: 'Yes',
  UserIsRemote: 'Yes',
  LogonCertRequired: 'No',
  MachinePolicySource: 'mobile device management',
  UseCloudTrust: 'No',
  CloudTgt: 'Not Tested',
} as const;

/** The person at the device: joins it, signs in, meets Windows Hello. */
export class SignIn {
  constructor(
    private readonly device: Device,
    private readonly windows: Windows,
    private readonly oobe: Oobe,
  ) {}

  /** Signs in on the Entra page of OOBE; the device joins the tenant. */
  joinDevice(): void {
    const { at } = this.device;
    this.oobe.open('OobeAAD');
    this.oobe.event('CDJUIStarting');
    at.plus('35s');
    this.oobe.event('Identity.UsernameView.Submitted', 'true');
    at.plus('40s');
    this.oobe.event('Identity.PasswordView.Submitted', 'true');
    this.register();
    this.oobe.close();
  }

  /** The device registers itself, without a person: self-deploying and the technician's part of pre-provisioning. */
  register(): void {
    const { at, identity } = this.device;
    const join = { JoinRequestType: 1, JoinRequestTypeSymbolicName: 'DEVICE' };
    this.device.write(discoveryStarted, {}, enrollmentTask);
    this.device.write(discoverySucceeded, { ServerMessage: 'discovery succeeded' }, enrollmentTask);
    this.device.write(joinRequested, { ...join, Domain: identity.tenantDomain }, enrollmentTask);
    at.plus('4s');
    this.device.write(joinAnswered, { ServerResponse: '{}', ActivityId: this.device.random.guid() }, enrollmentTask);
    this.device.write(joinSucceeded, {}, enrollmentTask);
    this.device.write(joinCompleted, join, enrollmentTask);
  }

  /** The join is taken back, because the management server has refused the device. */
  rollBackJoin(): void {
    const { identity } = this.device;
    const leave = { JoinRequestType: 8, JoinRequestTypeSymbolicName: 'DEVICE_UNJOIN' };
    this.device.write(joinRequested, { ...leave, Domain: identity.tenantDomain }, enrollmentTask);
    this.device.at.plus('3s');
    const left = { JoinType: 8, JoinTypeSymbolicName: 'DEVICE_UNJOIN', TenantId: identity.tenantId };
    this.device.write(joinRolledBack, { ...left, UPN: identity.person.upn }, enrollmentTask);
  }

  /** Entra learns of the domain's device, some time after its join. */
  registerDomainDevice(): void {
    this.device.write(hybridJoined, {}, enrollmentTask);
  }

  /**
   * The lock screen has been waiting for `duration` since the start of Windows when the person signs in by hand.
   * The client does not log with what; only the LogonUI export of Collect diagnostics tells.
   */
  afterWaiting(duration: string, since: Boot): Written {
    this.device.at.plusUntil(since.ready.truth + durationMs(duration));
    return this.signIn();
  }

  /** The web sign-in page opens at the lock screen, in the session of the account that Windows keeps for it. */
  opensWebSignIn(): void {
    this.oobe.continueAs(`${this.device.identity.machineSid}-1003`);
    this.oobe.begin('ms-cxh://AADWEBAUTH/');
    this.oobe.open('AadWebAuth');
  }

  /** Signs in at the lock screen, now; `by` is somebody else than the person whose device it is. */
  signIn(by: Person = this.device.identity.person): Written {
    const signedIn = this.startSession(by);
    this.startBroker(by);
    return signedIn;
  }

  /** The first instant of {@link signIn}: Windows has a session for them. */
  startSession(by: Person = this.device.identity.person): Written {
    this.oobe.continueAs(by.sid);
    return this.windows.signIn(by.sid);
  }

  /** What follows, six seconds later. */
  startBroker(by: Person = this.device.identity.person): void {
    this.device.at.skip('6s');
    // The first start of the token broker in a new profile says these things and means no harm.
    for (const message of ['The cache has been partitioned.', 'Enumeration status updated.', 'Client id normalised.']) {
      this.device.write(
        brokerNotice,
        {
          Error: 2_326_069_467,
          ErrorMessage: message,
          AdditionalInformation: `Logged at ${iso(this.device.at.now.raw)}`,
        },
        { process: 'Microsoft.AAD.BrokerPlugin.exe', sid: by.sid },
      );
    }
  }

  /** The server refuses a sign-in: `AADSTS130504` and the like, as the sign-in plug-in notes it. */
  isRefused(code: string, says: string): Written {
    return this.device.write(
      signInRefused,
      {
        Error: 'invalid_grant',
        ErrorDescription: `${code}: ${says} Trace ID: ${this.device.random.guid()}`,
        CorrelationID: this.device.random.guid(),
      },
      lsass,
    );
  }

  /** An app of the person asks for a token and gets an error. */
  getsNoToken(code: string, says: string): Written {
    const { person } = this.device.identity;
    return this.device.write(
      brokerError,
      { Error: 0xcaa2000c, ErrorMessage: `${code}: ${says}`, AdditionalInformation: 'Exception of type example.' },
      { process: 'Microsoft.AAD.BrokerPlugin.exe', sid: person.sid },
    );
  }

  /** Unlocks the screen with Windows Hello: no sign-in, though Hello notes the same events. */
  unlocks(): void {
    const { person } = this.device.identity;
    const user = { UserName: 'SYSTEM', UserSid: person.sid };
    this.device.write(helloUsed, { ...user, CredentialType: 1, DeploymentType: 1 }, lsass);
    this.device.write(helloGesture, { GestureType: 1, GestureSubtype: 0 }, lsass);
  }

  /** The check after each sign-in whether Hello shall be set up: no, because the sign-in brought no token. */
  helloNotOfferedWithoutToken(): Written {
    return this.helloNotOffered({ AADPrt: 'No' });
  }

  /** The same check where policy has switched Hello off. */
  helloNotOfferedByPolicy(): Written {
    return this.helloNotOffered({ NgcPolicyEnabled: 'No' });
  }

  private helloNotOffered(failed: { readonly AADPrt?: 'No'; readonly NgcPolicyEnabled?: 'No' }): Written {
    return this.device.write(
      helloWillNotLaunch,
      { ...helloCheck, ...failed, Message: 'Windows Hello for Business provisioning will not be launched.' },
      { process: 'svchost.exe (User)', sid: this.device.identity.person.sid },
    );
  }

  helloOffered(): Written {
    return this.device.write(
      helloWillLaunch,
      { ...helloCheck, Message: 'Windows Hello for Business provisioning will be launched.' },
      { process: 'svchost.exe (User)', sid: this.device.identity.person.sid },
    );
  }

  /** The person closes the wizard: it ends without a key. */
  leavesHello(): void {
    this.startHello();
    this.device.at.plus('48s');
    this.device.write(helloPageLeft, { Error: '0x801C044F', ProcessingTime: 47_000 }, lsass);
    this.device.write(helloLeft, { Error: leftByUser, ProcessingTime: 48_000 }, lsass);
    this.oobe.close('cancel');
  }

  /** The person chooses a PIN; the key is registered. */
  finishesHello(): void {
    const { identity, random } = this.device;
    this.device.lastCredential = 'helloPin';
    this.startHello();
    this.device.at.plus('52s');
    this.device.write(helloKeySentToEntra, {}, lsass);
    this.device.write(
      helloKeyRegistered,
      {
        KeyId: random.guid(),
        UPN: identity.person.upn,
        Attestation: 'ATT_SOFT',
        ClientRequestId: random.guid(),
        ServerRequestId: random.guid(),
        ServerResponse: '{}',
      },
      { process: 'lsass.exe', sid: identity.person.sid },
    );
    this.device.write(helloCompleted, { ProcessingTime: 52_000 }, lsass);
    this.oobe.close();
  }

  /** The person chooses a PIN and a key is made on the device, but Entra never hears of it. */
  makesLocalHelloKey(): void {
    const by = { process: 'lsass.exe', sid: this.device.identity.person.sid };
    this.startHello();
    this.device.at.plus('40s');
    this.device.write(helloContainerCreated, { ...this.container(), Flags: 0 }, by);
    this.device.write(helloKeyCreated, { ...this.container(), UserId: this.device.random.guid(), Flags: 0 }, by);
    this.oobe.close('abort');
  }

  /** The container with the key is deleted. */
  losesHello(): Written {
    const by = { process: 'lsass.exe', sid: this.device.identity.person.sid };
    return this.device.write(helloContainerDeleted, this.container(), by);
  }

  private container() {
    const { person, tenantDomain } = this.device.identity;
    return { UserSid: person.sid, IdpDomain: 'login.windows.net', TenantDomain: tenantDomain };
  }

  private startHello(): void {
    this.oobe.page('AADHello', '3s');
    this.oobe.open('NGCWithHello');
    this.device.write(helloServiceStarted, { ServiceName: 'Microsoft Passport' }, lsass);
    this.device.write(helloStarted, { HelloScenarioType: 0 }, lsass);
    this.device.write(helloPageStarted, { HelloScenarioType: 0 }, lsass);
    this.device.write(helloPrerequisitesStarted, {}, lsass);
    this.device.at.plus('2s');
    this.device.write(helloPrerequisitesMet, {}, lsass);
  }
}
