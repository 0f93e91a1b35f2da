import type { Bundle, BundleLogs, FromMember } from '../../../src/core/bundle/bundle';
import { EventStore } from '../../../src/core/bundle/eventStore';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import type { BundleFile } from '../../bundles/bundleFile';
import { writeEvtx } from '../../bundles/evtxWriter';
import { collectMdmDiagnostics } from '../../bundles/mdmCollection';
import type { Told } from '../../bundles/scenario';
import { writeZip } from '../../bundles/zipWriter';

/** The collection of a scenario, read once, from which logs can be taken out without reading the rest again. */
export interface WholeBundle {
  readonly told: Told;
  readonly bundle: Bundle;
}

export async function openWhole(told: Told): Promise<WholeBundle> {
  return { told, bundle: await openFiles(collectMdmDiagnostics(told)) };
}

/** The same bundle without the members that are named so; the same object where it has none of them. */
export function without({ bundle }: WholeBundle, names: readonly RegExp[]): Bundle {
  const stays = ({ path }: { readonly path: string }): boolean => !names.some((name) => name.test(path.toLowerCase()));
  const members = bundle.members.filter(stays);
  if (members.length === bundle.members.length) {
    return bundle;
  }
  const { events, ...lists } = bundle.logs;
  const left = Object.fromEntries(
    Object.entries(lists).map(([kind, list]) => [kind, (list as readonly FromMember<unknown>[]).filter(stays)]),
  ) as unknown as Omit<BundleLogs, 'events'>;
  return { ...bundle, members, logs: { ...left, events: new EventStore(events.files.filter(stays)) } };
}

/** The same bundle after a channel has lost the older half of its records; the same object where it has few. */
export function withoutOlderHalfOf({ told, bundle }: WholeBundle, channel: string): Bundle {
  const records = told.story.device.records(channel);
  const path = `${channel.toLowerCase().replace('/', '-')}.evtx`;
  const { events } = bundle.logs;
  const half = records.slice(Math.floor(records.length / 2));
  if (half.length < 2 || !events.files.some((file) => file.path === path)) {
    return bundle;
  }
  const files = events.files.map((file) =>
    file.path === path ? { path, log: openEvtx(Uint8Array.from(writeEvtx(half)), path) } : file,
  );
  return { ...bundle, logs: { ...bundle.logs, events: new EventStore(files) } };
}

/** The same bundle after the agent's log has lost the older half of its records. */
export function withoutOlderHalfOfAgentLog({ bundle }: WholeBundle): Bundle {
  const cmTrace = bundle.logs.cmTrace.map(({ path, content }) => ({
    path,
    content: { ...content, records: content.records.slice(Math.floor(content.records.length / 2)) },
  }));
  return { ...bundle, logs: { ...bundle.logs, cmTrace } };
}

async function openFiles(files: readonly BundleFile[]): Promise<Bundle> {
  const entries = files.map(({ name, bytes, modified }) => ({ name, content: bytes, modified: new Date(modified) }));
  const zip = writeZip(entries, { style: 'plain' });
  const opened = await openBundle({ kind: 'file', name: 'left.zip', source: new MemorySource(Uint8Array.from(zip)) });
  if (!opened.ok) {
    throw new Error(opened.problem.detail);
  }
  return opened.bundle;
}
