import type { Language } from './device';

/** Who asks Windows to restart (User32 1074). */
export interface RestartRequest {
  readonly process: string;
  readonly reason: keyof typeof reasons;
  readonly code: string;
  readonly kind: 'restart' | 'power off';
  readonly user: 'system' | 'oobe' | 'person';
}

/** Windows writes the reason and the kind of a shutdown in its own language. */
const reasons = {
  reconfiguration: {
    en: 'Operating System: Reconfiguration (Unplanned)',
    de: 'Betriebssystem: Neukonfiguration (Nicht geplant)',
    fr: 'Système d’exploitation : reconfiguration (non planifiée)',
    ja: 'オペレーティング システム: 再構成 (計画外)',
  },
  upgrade: {
    en: 'Operating System: Upgrade (Planned)',
    de: 'Betriebssystem: Aktualisierung (Geplant)',
    fr: 'Système d’exploitation : mise à niveau (planifiée)',
    ja: 'オペレーティング システム: アップグレード (計画済)',
  },
  servicePack: {
    en: 'Operating System: Service pack (Planned)',
    de: 'Betriebssystem: Service Pack (Geplant)',
    fr: 'Système d’exploitation : Service Pack (planifié)',
    ja: 'オペレーティング システム: Service Pack (計画済)',
  },
  other: {
    en: 'Other (Unplanned)',
    de: 'Sonstiges (Nicht geplant)',
    fr: 'Autre (non planifié)',
    ja: 'その他 (計画外)',
  },
  none: {
    en: 'No title for this reason could be found',
    de: 'Für diesen Grund wurde kein Titel gefunden',
    fr: 'Impossible de trouver un titre pour cette raison',
    ja: 'この理由のタイトルは見つかりませんでした',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const kinds = {
  restart: { en: 'restart', de: 'Neustart', fr: 'redémarrage', ja: '再起動' },
  'power off': { en: 'power off', de: 'Ausschalten', fr: 'mise hors tension', ja: '電源を切る' },
} as const satisfies Readonly<Record<RestartRequest['kind'], Readonly<Record<Language, string>>>>;

export function reasonIn(language: Language, reason: RestartRequest['reason']): string {
  return reasons[reason][language];
}

export function kindIn(language: Language, kind: RestartRequest['kind']): string {
  return kinds[kind][language];
}

const system32 = 'C:\\Windows\\System32';
const restart = { kind: 'restart', user: 'system' } as const;

/** Those who ask for restarts around an enrollment. */
export const restartRequests = {
  /** What OOBE and the enrollment status page ask for. */
  oobe: {
    ...restart,
    process: `${system32}\\CloudExperienceHostBroker.exe`,
    reason: 'reconfiguration',
    code: '0x20004',
  },
  /** Windows setup, at the end of one of its phases. */
  setup: { ...restart, process: `${system32}\\winlogon.exe`, reason: 'upgrade', code: '0x80020003' },
  powerShell: {
    ...restart,
    process: `${system32}\\WindowsPowerShell\\v1.0\\powershell.exe`,
    reason: 'other',
    code: '0x80000000',
  },
  shutdownCommand: { ...restart, process: `${system32}\\shutdown.exe`, reason: 'none', code: '0x800000ff' },
  windowsUpdate: {
    ...restart,
    process: 'C:\\Windows\\UUS\\amd64\\MoUsoCoreWorker.exe',
    reason: 'servicePack',
    code: '0x80020010',
  },
  installer: { ...restart, process: `${system32}\\msiexec.exe`, reason: 'other', code: '0x80030002' },
  startMenu: {
    kind: 'restart',
    user: 'person',
    process:
      'C:\\Windows\\SystemApps\\Microsoft.Windows.StartMenuExperienceHost_cw5n1h2txyewy\\StartMenuExperienceHost.exe',
    reason: 'other',
    code: '0x0',
  },
  powerOff: {
    process: `${system32}\\SlideToShutDown.exe`,
    reason: 'other',
    code: '0x0',
    kind: 'power off',
    user: 'oobe',
  },
} as const satisfies Readonly<Record<string, RestartRequest>>;
