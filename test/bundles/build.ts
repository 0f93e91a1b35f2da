import type { BundleFile } from './bundleFile';
import { writeCabinet } from './cabinetWriter';
import { collectDiagnostics, collectDiagnosticsName } from './collectDiagnostics';
import { collectMdmDiagnostics } from './mdmCollection';
import type { BundleContainer, Scenario, Told } from './scenario';
import { writeZip } from './zipWriter';

/** A bundle, ready to be saved under its name. */
export interface BuiltBundle {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The files that stand in the outer container. */
  readonly members: readonly BundleFile[];
  readonly told: Told;
}

/** Tells the story of a scenario and packs what a collector would have found; the same bytes every time. */
export function buildBundle(scenario: Scenario): BuiltBundle {
  const told = scenario.tell();
  const collected = membersOf(scenario.container, told);
  const members = scenario.tamper?.(collected) ?? collected;
  return { name: nameOf(scenario, told), bytes: pack(scenario.container, members, told), members, told };
}

function membersOf(container: BundleContainer, told: Told): readonly BundleFile[] {
  const collected = collectMdmDiagnostics(told);
  if (container !== 'collectDiagnostics') {
    return collected;
  }
  return collectDiagnostics(told, {
    name: `mdmlogs-${localStamp(told)}.cab`,
    bytes: packCabinet(collected, told),
    modified: told.story.at.now.raw,
  });
}

function nameOf(scenario: Scenario, told: Told): string {
  switch (scenario.container) {
    case 'mdmCab':
      return 'MDMDiagReport.cab';
    case 'mdmZip':
      return 'MDMDiagReport.zip';
    case 'collectDiagnostics':
      return collectDiagnosticsName(told);
  }
}

function pack(container: BundleContainer, members: readonly BundleFile[], told: Told): Uint8Array {
  switch (container) {
    case 'mdmCab':
      return packCabinet(members, told);
    case 'mdmZip':
      return packZip(members, 'mdmdiagnosticstool');
    case 'collectDiagnostics':
      return packZip(members, 'plain');
  }
}

/** The tool packs everything into one folder, LZX with a window of 2 MiB; cabinets keep local times, zips UTC. */
function packCabinet(collected: readonly BundleFile[], told: Told): Uint8Array {
  const files = collected.map((file) => ({ ...file, modified: localTime(file.modified, told) }));
  return writeCabinet({ folders: [{ packing: { windowBits: 21 }, files }] });
}

function packZip(files: readonly BundleFile[], style: 'plain' | 'mdmdiagnosticstool'): Uint8Array {
  const entries = files.map(({ name, bytes, modified }) => ({ name, content: bytes, modified: new Date(modified) }));
  return writeZip(entries, { style });
}

/** `yyyy-MM-dd-HH-mm-ss` on the device's own wall clock. */
function localStamp(told: Told): string {
  const local = localTime(told.story.at.now.raw, told);
  return new Date(local).toISOString().slice(0, 19).replace(/[T:]/g, '-');
}

/** An instant whose UTC fields are the device's local time. */
function localTime(ms: number, { story }: Told): number {
  return ms + story.device.timeZone.minutesEastOfUtc * 60_000;
}
