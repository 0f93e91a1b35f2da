import * as l10n from '@vscode/l10n';
import type { Signal } from '../signals/signal';

/** What a signal says about a restart, in a few words for lists of evidence. */
export function noteOf(signal: Signal): string {
  switch (signal.kind) {
    case 'restartRequest':
      return l10n.t('asked for the restart');
    case 'autoLogonCleared':
      return l10n.t('the cached auto-logon credentials were cleared');
    case 'restartNode':
      return l10n.t('the setup experience went to its restart page {0}', signal.node);
    case 'oobeNode':
      return l10n.t('the setup experience went to {0}', signal.node);
    case 'oobeResume':
      return l10n.t('the setup experience resumed at {0}', signal.node);
    case 'oobeHealth':
      return l10n.t('{0} s since boot', signal.secondsSinceBoot);
    case 'oobeMonitorStart':
      return l10n.t('the OOBE monitor started, once a boot');
    case 'oobeMonitorStop':
      return l10n.t('the OOBE monitor stopped');
    case 'setupRestart':
      return l10n.t('Windows setup asked for a restart');
    case 'setupStart':
      return l10n.t('Windows setup started');
    case 'zeroDayUpdateDone':
      return l10n.t('the update of the first connection was installed');
    case 'qualityUpdateBegan':
      return l10n.t('OOBE began to install a quality update');
    case 'localeNeedsRestart':
      return l10n.t('the new system locale needs a restart');
    case 'espMarker':
      return signal.name;
    case 'kernelStart':
      return signal.build === undefined ? l10n.t('Windows started') : l10n.t('Windows {0} started', signal.build);
    case 'logServiceStart':
      return l10n.t('the event log service started');
    case 'cleanStop':
      return l10n.t('Windows stopped cleanly');
    case 'kernelShutdown':
      return l10n.t('the kernel began to shut down');
    case 'dirtyStop':
      return signal.bugcheck ? l10n.t('Windows had crashed') : l10n.t('Windows had not stopped cleanly');
    case 'processesReplaced':
      return l10n.t('a process that lives as long as Windows was another one afterwards');
    case 'crashReport':
      return l10n.t('Windows reported a bugcheck');
    case 'sleepBegan':
      return signal.isHibernation ? l10n.t('the device began to hibernate') : l10n.t('the device fell asleep');
    case 'sleepEnded':
      return l10n.t('the device woke up; the time may still be that of before the sleep');
    case 'sleepReport':
      return l10n.t('how long the device slept');
    case 'standbyBegan':
      return l10n.t('the device went to standby');
    case 'standbyEnded':
      return l10n.t('the device left standby');
    case 'bootType':
      return signal.bootType === 1 ? l10n.t('resumed by fast startup') : l10n.t('full boot');
    case 'imeStart':
      return l10n.t('the Intune Management Extension started');
    case 'imeShutdown':
      return l10n.t('the Intune Management Extension was told that Windows shuts down');
    case 'appRestart':
      return signal.hard
        ? l10n.t('an app asked for a restart at once')
        : l10n.t('an app asked for a restart at some later time');
    case 'espApp':
      return l10n.t('the status page tracks the restart that the app needs');
    case 'scriptRun':
      return l10n.t('a script of Intune was run');
    case 'windowsUpdate':
      return signal.state === 'installed' ? l10n.t('an update was installed') : l10n.t('an update needed a restart');
    case 'servicingRestart':
      return l10n.t('the servicing stack needed a restart');
    case 'offlineDomainJoin':
      return l10n.t('the join to the domain');
    case 'deviceReset':
      return l10n.t('a reset of the device');
    case 'policyFlag':
      return l10n.t('a policy asked for a restart');
    default:
      return signal.kind;
  }
}
