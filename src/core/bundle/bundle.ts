import type { EntryContent, ReadOptions, UnreadableReason } from '../archive/archiveEntry';
import type { Problem } from '../bytes/problem';
import type { CmTraceLog } from '../logs/cmTraceLog';
import type { CollectionItem } from '../logs/collectionResults';
import type { CollectorFootprint } from '../logs/collectorFootprint';
import type { DeviceHashList } from '../logs/deviceHash';
import type { DiagMetadata } from '../logs/diagMetadata';
import type { DsregStatus } from '../logs/dsregStatus';
import type { FrameworkData } from '../logs/frameworkData';
import type { MdmReport } from '../logs/mdmReport';
import type { RegistryTree } from '../logs/registryTree';
import type { ServicingLog } from '../logs/servicingLog';
import type { SetupLog } from '../logs/setupLog';
import type { TpmInfo } from '../logs/tpmInfo';
import type { UefiInfo } from '../logs/uefiInfo';
import type { Understood } from '../logs/understood';
import type { EventStore } from './eventStore';
import type { MemberKind } from './memberKind';

/** Which tool made the bundle, as far as its members tell. */
export type BundleKind = 'mdmDiagnostics' | 'collectDiagnostics' | 'folder' | 'singleLog';
export type ContainerKind = 'cab' | 'zip' | 'folder' | 'file';

/** One file of a bundle; archives in archives are folders in its path. */
export interface BundleMember {
  readonly path: string;
  /** Bytes, as the archive claims. */
  readonly size: number;
  /** Milliseconds since 1970, in archives mostly local time read as UTC. */
  readonly modified: number | null;
  readonly kind: MemberKind;
  readonly unreadable: UnreadableReason | null;
  readonly problems: readonly Problem[];
  /** Event records in it; `null` for what is not an event log. */
  readonly records: number | null;
  /** How many of its lines its reader understood; `null` where no reader of text has read it. */
  readonly understood: Understood | null;
}

/** Something that was read from a member. */
export interface FromMember<T> {
  readonly path: string;
  readonly content: T;
}

/** The logs of a bundle, parsed, by format. */
export interface BundleLogs {
  readonly events: EventStore;
  /** Rolled-over logs stand in the order of writing before the live log of their series. */
  readonly cmTrace: readonly FromMember<CmTraceLog>[];
  readonly setup: readonly FromMember<SetupLog>[];
  readonly registryDumps: readonly FromMember<RegistryTree>[];
  readonly registryExports: readonly FromMember<RegistryTree>[];
  readonly footprints: readonly FromMember<CollectorFootprint>[];
  readonly metadata: readonly FromMember<DiagMetadata>[];
  readonly collectionResults: readonly FromMember<readonly CollectionItem[]>[];
  readonly autopilotProfiles: readonly FromMember<Readonly<Record<string, unknown>>>[];
  /** The text of the page of OOBE; its content is in {@link frameworkPages}. */
  readonly frameworkData: readonly FromMember<string>[];
  readonly frameworkPages: readonly FromMember<FrameworkData>[];
  /** CBS and DISM logs. */
  readonly servicing: readonly FromMember<ServicingLog>[];
  /** XML reports; HTML reports only where a bundle has no XML report. */
  readonly mdmReports: readonly FromMember<MdmReport>[];
  readonly dsreg: readonly FromMember<DsregStatus>[];
  readonly tpm: readonly FromMember<TpmInfo>[];
  readonly uefi: readonly FromMember<UefiInfo>[];
  readonly deviceHashes: readonly FromMember<DeviceHashList>[];
}

/** An opened bundle: its members, what was read from them, and the way to any member's bytes. */
export interface Bundle {
  readonly name: string;
  /** Of the file; for a folder, of its sorted paths and hashes. Lower-case hex. */
  readonly sha256: string;
  readonly kind: BundleKind;
  readonly container: ContainerKind;
  readonly members: readonly BundleMember[];
  readonly logs: BundleLogs;
  /** About the bundle as a whole. */
  readonly problems: readonly Problem[];
  /** The content of any member, decoded again unless it is cached. */
  read(path: string, options?: ReadOptions): Promise<EntryContent>;
}
