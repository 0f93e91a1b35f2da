import type { BundleLogs } from './bundle';
import { EventStore } from './eventStore';

/** The logs of a bundle in which none was found. */
export const noLogs: BundleLogs = {
  events: new EventStore([]),
  cmTrace: [],
  setup: [],
  registryDumps: [],
  registryExports: [],
  footprints: [],
  metadata: [],
  collectionResults: [],
  autopilotProfiles: [],
  frameworkData: [],
  frameworkPages: [],
  servicing: [],
  mdmReports: [],
  dsreg: [],
  tpm: [],
  uefi: [],
  deviceHashes: [],
};
