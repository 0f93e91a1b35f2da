import * as l10n from '@vscode/l10n';
import { phrase } from '../words/language';
import { rebootUriOf } from './rebootUris';

/** Whom a setting applies to. */
export type UriScope = 'device' | 'user';

/** What is known about a setting of a configuration service provider. */
export interface UriMeaning {
  /** As it was asked for. */
  readonly uri: string;
  /** The policy area or the provider: `DeviceGuard`, `Uefi`. */
  readonly area: string;
  /** The setting within it: `LsaCfgFlags`, `Identity/Apply`. */
  readonly setting: string;
  /** The setting in words; `null` where only the names are known. */
  readonly words: string | null;
  /** Scopes that the public documentation of the provider gives; empty where it was not looked up. */
  readonly scopes: readonly UriScope[];
  readonly reboot: UriReboot | null;
  /** Where in Intune it mostly comes from; a hint, as one URI can come from several profiles. */
  readonly usualSource: string | null;
}

/** What a setting has to do with restarts. */
export interface UriReboot {
  /** `catalogue`: on the list of URIs for which Windows plans a restart; `outside`: restarts or breaks things by itself. */
  readonly kind: 'catalogue' | 'outside';
  /** Builds on whose list the URI was seen; the list of the very device is in its registry dump. */
  readonly builds: readonly number[];
  /** Does any value plan the restart, also the default? The list names URIs only. */
  readonly anyValue: boolean;
  /** What it costs to assign the setting to users instead, or to wait with it. */
  readonly price: string;
}

/** What settings that are not on the list do to an enrollment. */
export interface OutsideSetting {
  /** The beginning of their paths below `Vendor/MSFT/`. */
  readonly start: string;
  readonly words: string;
  /** `restart`: can restart the device without event 2800; `autoLogon`: breaks the automatic sign-in after a restart. */
  readonly does: 'restart' | 'autoLogon';
  /** As half a sentence. */
  readonly effect: string;
}

const byItself = phrase('the provider asks for a restart by itself, without event 2800');

/** Settings that are not on the list and were reported to restart or to break the automatic sign-in. */
const outsideSettings: readonly OutsideSetting[] = [
  { start: 'AppLocker/', words: phrase('AppLocker rules'), does: 'restart', effect: byItself },
  { start: 'ApplicationControl/', words: phrase('App Control (WDAC) policy'), does: 'restart', effect: byItself },
  {
    start: 'Reboot/',
    words: phrase('restart command'),
    does: 'restart',
    effect: phrase('restarts at once or at its time, without event 2800'),
  },
  {
    start: 'DeviceLock/',
    words: phrase('password rules of the device'),
    does: 'autoLogon',
    effect: phrase('the automatic sign-in cannot go on after a restart'),
  },
  {
    start: 'Policy/Config/DeviceLock/',
    words: phrase('password rules of the device'),
    does: 'autoLogon',
    effect: phrase('the automatic sign-in cannot go on after a restart'),
  },
  {
    start: 'Policy/Config/Authentication/PreferredAadTenantDomainName',
    words: phrase('preferred domain at the sign-in screen'),
    does: 'autoLogon',
    effect: phrase('changes the sign-in screen and can break the automatic sign-in'),
  },
  {
    start: 'Policy/Config/LocalPoliciesSecurityOptions/InteractiveLogon_MessageT',
    words: phrase('message at the sign-in screen'),
    does: 'autoLogon',
    effect: phrase('has to be confirmed and breaks the automatic sign-in'),
  },
  {
    start: 'Policy/Config/LocalPoliciesSecurityOptions/UserAccountControl_',
    words: phrase('user account control'),
    does: 'restart',
    effect: phrase('can prompt or restart during device setup'),
  },
  {
    start: 'Policy/Config/VirtualizationBasedTechnology/',
    words: phrase('memory integrity'),
    does: 'restart',
    effect: phrase('was reported to restart during device setup, without event 2800'),
  },
];

/** The setting of that kind at a path below `Vendor/MSFT/`; `null` for all others. */
export function outsideSettingOf(path: string): OutsideSetting | null {
  const wanted = path.toLowerCase();
  return outsideSettings.find(({ start }) => wanted.startsWith(start.toLowerCase())) ?? null;
}

/**
 * Explains a setting by its URI, whether written with `./Device`, `./User` or neither. A URI that is not listed is
 * split into its names only. `null` for text that is no URI of a provider. Scopes are those of the
 * public documentation, which has the listed settings for the device only.
 */
export function explainUri(uri: string): UriMeaning | null {
  const match = /^\.\/(?:(Device|User)\/)?Vendor\/MSFT\/([^\s?#]+)$/i.exec(uri.trim());
  if (match === null) {
    return null;
  }
  const isUser = match[1]?.toLowerCase() === 'user';
  const path = match[2]!.replace(/\/+$/, '');
  const names = namesOf(path);
  const listed = isUser ? null : rebootUriOf(`./Device/Vendor/MSFT/${path}`);
  if (listed !== null) {
    return {
      uri,
      ...names,
      words: l10n.t(listed.words),
      scopes: listed.isScopeRead ? ['device'] : [],
      reboot: { kind: 'catalogue', builds: listed.builds, anyValue: true, price: l10n.t(listed.waits) },
      usualSource: l10n.t(listed.usualSource),
    };
  }
  const other = outsideSettingOf(path);
  return {
    uri,
    ...names,
    words: other === null ? null : l10n.t(other.words),
    scopes: [],
    reboot: other === null ? null : { kind: 'outside', builds: [], anyValue: false, price: l10n.t(other.effect) },
    usualSource: null,
  };
}

/** `Policy/Config/Area/Setting` is split at the area, everything else at the name of the provider. */
function namesOf(path: string): { readonly area: string; readonly setting: string } {
  const parts = path.split('/');
  const isPolicy = parts[0]?.toLowerCase() === 'policy' && /^(?:config|result)$/i.test(parts[1] ?? '');
  const [area = '', ...setting] = isPolicy ? parts.slice(2) : parts;
  return { area, setting: setting.join('/') };
}
