import type { Evidence } from './evidence';

export type BootKind = 'restart' | 'powerLoss' | 'fastStartup' | 'shutdownAndStart' | 'firstBoot' | 'unknown';

export interface Boot {
  readonly id: string;
  readonly start: string;
  readonly kind: BootKind;
  readonly evidence: Evidence;
}
