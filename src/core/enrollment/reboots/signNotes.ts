import type { Signal } from '../signals/signal';

/** What a signal says about a restart, in a few words for lists of evidence. */
export function noteOf(signal: Signal): string {
  switch (signal.kind) {
    case 'restartRequest':
      return 'asked for the restart';
    case 'autoLogonCleared':
      return 'the cached auto-logon credentials were cleared';
    case 'restartNode':
      return `the setup experience went to its restart page ${signal.node}`;
    case 'oobeNode':
      return `the setup experience went to ${signal.node}`;
    case 'oobeResume':
      return `the setup experience resumed at ${signal.node}`;
    case 'oobeHealth':
      return `${signal.secondsSinceBoot} s since boot`;
    case 'oobeMonitorStart':
      return 'the OOBE monitor started, once a boot';
    case 'oobeMonitorStop':
      return 'the OOBE monitor stopped';
    case 'setupRestart':
      return 'Windows setup asked for a restart';
    case 'setupStart':
      return 'Windows setup started';
    case 'zeroDayUpdateDone':
      return 'the update of the first connection was installed';
    case 'qualityUpdateBegan':
      return 'OOBE began to install a quality update';
    case 'localeNeedsRestart':
      return 'the new system locale needs a restart';
    case 'espMarker':
      return signal.name;
    case 'kernelStart':
      return signal.build === undefined ? 'Windows started' : `Windows ${signal.build} started`;
    case 'logServiceStart':
      return 'the event log service started';
    case 'cleanStop':
      return 'Windows stopped cleanly';
    case 'kernelShutdown':
      return 'the kernel began to shut down';
    case 'dirtyStop':
      return signal.bugcheck ? 'Windows had crashed' : 'Windows had not stopped cleanly';
    case 'processesReplaced':
      return 'a process that lives as long as Windows was another one afterwards';
    case 'crashReport':
      return 'Windows reported a bugcheck';
    case 'sleepBegan':
      return signal.isHibernation ? 'the device began to hibernate' : 'the device fell asleep';
    case 'sleepEnded':
      return 'the device woke up; the time may still be that of before the sleep';
    case 'sleepReport':
      return 'how long the device slept';
    case 'standbyBegan':
      return 'the device went to standby';
    case 'standbyEnded':
      return 'the device left standby';
    case 'bootType':
      return signal.bootType === 1 ? 'resumed by fast startup' : 'full boot';
    case 'imeStart':
      return 'the Intune Management Extension started';
    case 'imeShutdown':
      return 'the Intune Management Extension was told that Windows shuts down';
    case 'appRestart':
      return signal.hard ? 'an app asked for a restart at once' : 'an app asked for a restart at some later time';
    case 'espApp':
      return 'the status page tracks the restart that the app needs';
    case 'scriptRun':
      return 'a script of Intune was run';
    case 'windowsUpdate':
      return signal.state === 'installed' ? 'an update was installed' : 'an update needed a restart';
    case 'servicingRestart':
      return 'the servicing stack needed a restart';
    case 'offlineDomainJoin':
      return 'the join to the domain';
    case 'deviceReset':
      return 'a reset of the device';
    case 'policyFlag':
      return 'a policy asked for a restart';
    default:
      return signal.kind;
  }
}
