import {
  brokerNotice,
  discoveryStarted,
  discoverySucceeded,
  helloKeyRegistered,
  helloCompleted,
  helloKeySentToEntra,
  helloLeft,
  helloPageLeft,
  helloPageStarted,
  helloPrerequisitesMet,
  helloPrerequisitesStarted,
  helloServiceStarted,
  helloStarted,
  helloWillLaunch,
  helloWillNotLaunch,
  joinAnswered,
  joinCompleted,
  joinRequested,
  joinSucceeded,
} from '../events/identityEvents';
import { service, type Device, type Written } from './device';
import { durationMs, iso } from './storyClock';
import type { Oobe } from './oobe';
import type { Boot, Windows } from './windows';

const lsass = service('lsass.exe');
const enrollmentTask = service('dsregcmd.exe');
/** HRESULT of a Hello wizard that its user has left: 0x801C044F. */
const leftByUser = 0x801c044f;

/** The person at the device: joins it, signs in, meets Windows Hello. */
export class SignIn {
  constructor(
    private readonly device: Device,
    private readonly windows: Windows,
    private readonly oobe: Oobe,
  ) {}

  /** Signs in on the Entra page of OOBE; the device joins the tenant. */
  joinDevice(): void {
    const { at, identity } = this.device;
    this.oobe.open('OobeAAD');
    this.oobe.event('CDJUIStarting');
    at.plus('35s');
    this.oobe.event('Identity.UsernameView.Submitted', 'true');
    at.plus('40s');
    this.oobe.event('Identity.PasswordView.Submitted', 'true');
    const join = { JoinRequestType: 1, JoinRequestTypeSymbolicName: 'DEVICE' };
    this.device.write(discoveryStarted, {}, enrollmentTask);
    this.device.write(discoverySucceeded, { ServerMessage: 'discovery succeeded' }, enrollmentTask);
    this.device.write(joinRequested, { ...join, Domain: identity.tenantDomain }, enrollmentTask);
    at.plus('4s');
    this.device.write(joinAnswered, { ServerResponse: '{}', ActivityId: this.device.random.guid() }, enrollmentTask);
    this.device.write(joinSucceeded, {}, enrollmentTask);
    this.device.write(joinCompleted, join, enrollmentTask);
    this.oobe.close();
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

  /** The person is signed in with the credential that OOBE kept, a few seconds after OOBE has ended. */
  byHandover(): Written {
    this.device.at.skip('4s');
    return this.signIn();
  }

  /** Signs in at the lock screen, now. */
  signIn(): Written {
    const { person } = this.device.identity;
    const signedIn = this.windows.signIn(person.sid);
    this.oobe.continueAs(person.sid);
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
        { process: 'Microsoft.AAD.BrokerPlugin.exe', sid: person.sid },
      );
    }
    return signedIn;
  }

  /** The check after each sign-in whether Hello shall be set up: no, because the sign-in brought no token. */
  helloNotOfferedWithoutToken(): Written {
    return this.device.write(
      helloWillNotLaunch,
      { ...this.helloCheck('No'), Message: 'Windows Hello for Business provisioning will not be launched.' },
      { process: 'svchost.exe (User)', sid: this.device.identity.person.sid },
    );
  }

  helloOffered(): Written {
    return this.device.write(
      helloWillLaunch,
      { ...this.helloCheck('Yes'), Message: 'Windows Hello for Business provisioning will be launched.' },
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

  private helloCheck(token: 'Yes' | 'No') {
    return {
      DeviceIsJoined: 'Yes',
      AADPrt: token,
      NgcPolicyEnabled: 'Yes',
      NgcPostLogonProvisioningEnabled: 'Yes',
      NgcHardwarePolicyMet: 'Yes',
      UserIsRemote: 'Yes',
      LogonCertRequired: 'No',
      MachinePolicySource: 'mobile device management',
      UseCloudTrust: 'No',
      CloudTgt: 'Not Tested',
    };
  }
}
