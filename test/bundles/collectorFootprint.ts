export interface FootprintFacts {
  readonly areas: string;
  readonly collectedAt: number;
  /** Channels that were exported, and channels the system does not have. */
  readonly channels: readonly string[];
  readonly missingChannels: readonly string[];
  readonly copiedFiles: readonly { readonly from: string; readonly name: string }[];
  readonly missingFiles: readonly string[];
  readonly dumpedRoots: readonly string[];
  readonly missingRoots: readonly string[];
}

const workFolder = 'C:\\ProgramData\\Microsoft\\MdmDiagnostics\\MdmLogCollector_001';

/** MdmLogCollectorFootPrint.txt: what the collector was asked for, and what it got. */
export function footprintText(facts: FootprintFacts): string {
  const stamp = new Date(facts.collectedAt).toISOString().slice(0, 19);
  const lines = [
    `--- Start at:${stamp}`,
    `"AreaName" : "${facts.areas}"`,
    ...facts.channels.map((channel) => `Collected EventViewer Entry: ${channel.toLowerCase()}`),
    ...facts.missingChannels.map(
      (channel) => `Failed (HResult:0x80073a9f) to collect EventViewer Entry: ${channel.toLowerCase()}`,
    ),
    `--- ${facts.channels.length} EventViewer entries are collected`,
    ...facts.copiedFiles.map(({ from, name }) => `Copied file:${from}, to:${workFolder}\\${name}`),
    ...facts.missingFiles.map((pattern) => `Failed (HResult: 0x80070002) to CollectFileEntry:${pattern}`),
    `--- ${facts.copiedFiles.length} file entries are collected`,
    ...facts.dumpedRoots.map((root) => `Succeeded to dump HKLM registry:${root}`),
    ...facts.missingRoots.map((root) => `Failed (HResult:0x80070002) to dump HKLM registry:${root}`),
    `--- ${facts.dumpedRoots.length + facts.missingRoots.length} HKLM registry entries are collected`,
    `metadataFile generated:${workFolder}\\MdmDiagLogMetadata.json`,
    `--- End at:${stamp}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
