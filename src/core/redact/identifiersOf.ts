import type { Bundle, BundleMember } from '../bundle/bundle';
import { kindOfContent, type MemberKind } from '../bundle/memberKind';
import { providers } from '../catalog/providers';
import { Pace } from '../bytes/pace';
import { linesOf } from '../bytes/lines';
import { decodeText } from '../bytes/text';
import type { EventLog } from '../evtx/eventLog';
import type { EventRecord } from '../evtx/eventRecord';
import { laidOutJson } from '../logs/jsonLayout';
import type { LinePattern } from '../search/linePattern';
import { sightNamed, sightText, sightValue } from './evidenceOfIdentity';
import type { Identifier, Identifiers } from './identifier';
import { identifiersBeside, type BesideBundle } from './identifiersBeside';
import { linkPeople } from './linkPeople';
import { valuesOf, type NamedValue } from './namedValues';
import { Sightings } from './sightings';

export interface IdentifierOptions extends BesideBundle {
  readonly signal?: AbortSignal | undefined;
  /** From earlier exports of the case: they keep their pseudonyms. */
  readonly known?: readonly Identifier[];
  /** Patterns of one's own: what fits one is an identifier too. */
  readonly patterns?: readonly LinePattern[];
}

/** Larger members are no logs that an export would hold, bytes. */
const largestText = 256 * 1024 * 1024;
/** Blocks are told apart up to this length; a longer one speaks of many things. */
const longestBlock = 64 * 1024;
/** Values of so many characters of records are looked at together. */
const chunkLength = 1024 * 1024;

const withoutText: ReadonlySet<MemberKind> = new Set([
  'evtx',
  'eventXml',
  'evtLegacy',
  'etl',
  'archive',
  'binary',
  'empty',
  'noResult',
]);

/**
 * Every identifier of a bundle with its pseudonym: of fields and values by their names, and everywhere by shape. Time
 * is linear in the bundle.
 */
export async function identifiersOf(bundle: Bundle, options: IdentifierOptions = {}): Promise<Identifiers> {
  const { signal, known = [], patterns = [] } = options;
  const sightings = new Sightings(patterns);
  const pace = new Pace();
  sightFileNames(sightings, bundle);
  for (const { log } of bundle.logs.events.files) {
    await sightEvents(sightings, log, pace, signal);
  }
  for (const member of bundle.members) {
    await pace.breathe(signal);
    await sightMember(sightings, bundle, member, signal);
  }
  linkPeople(sightings);
  return identifiersBeside(sightings.identifiers(known), options, patterns);
}

/** `DiagLogs-HOST-20260201T…Z.zip`, `DeviceHash_HOST.csv`. */
function sightFileNames(sightings: Sightings, bundle: Bundle): void {
  for (const path of [bundle.name, ...bundle.members.map((member) => member.path)]) {
    for (const match of path.matchAll(/(?:DiagLogs-(.{1,63}?)-\d{8}T\d{6}|DeviceHash_([^./\\]{1,63})\.csv)/gi)) {
      sightValue(sightings, 'host', match[1] ?? match[2] ?? '');
    }
    sightText(sightings, path, []);
  }
}

async function sightEvents(sightings: Sightings, log: EventLog, pace: Pace, signal?: AbortSignal): Promise<void> {
  const computers = new Set<string>();
  let chunk: string[] = [];
  let length = 0;
  for (let index = 0; index < log.count; index += 1) {
    const record = log.record(index);
    if (record === null) {
      continue;
    }
    computers.add(record.computer);
    const text = textOf(record);
    chunk.push(text);
    length += text.length;
    sightNamed(sightings, fieldValues(record));
    if (length > chunkLength || index === log.count - 1) {
      sightText(sightings, chunk.join('\n'), chunk);
      chunk = [];
      length = 0;
      await pace.breathe(signal);
    }
  }
  sightText(sightings, chunk.join('\n'), chunk);
  computers.forEach((computer) => sightValue(sightings, 'host', computer));
}

/** The values without their names: those are looked at by {@link fieldValues}. */
function textOf(record: EventRecord): string {
  const values = [...record.data, ...record.userData].map(({ value }) => value);
  return [record.userSid ?? '', ...values, record.rendered?.message ?? ''].join('\n');
}

/** Whose devices are drivers and disks. */
const driverProviders = /filtermanager|kernel-pnp|driverframeworks|userpnp|ntfs|disk|volume|storage|usb/i;

/** Its first field is the id of the enrollment, under a name that does not say so. */
const sessionStarted = 208;

function* fieldValues(record: EventRecord): Generator<NamedValue> {
  const isAboutDrivers = driverProviders.test(record.provider);
  if (record.provider === providers.deviceManagement && record.eventId === sessionStarted) {
    const [enrollment] = record.data;
    yield* valuesOf('EnrollmentID', enrollment?.value ?? '');
  }
  const host = record.computer.split('.')[0]!.toLowerCase();
  for (const { name, value } of [...record.data, ...record.userData]) {
    for (const named of valuesOf(name.slice(name.lastIndexOf('/') + 1), value)) {
      if (named.kind !== 'host' || !isAboutDrivers) {
        yield named;
      }
    }
    const [, domain, account] = /^([^\\\s]{1,63})\\([^\\/]{1,104})$/.exec(value) ?? [];
    if (domain !== undefined && account !== undefined && ['azuread', host].includes(domain.toLowerCase())) {
      yield { kind: 'user', role: 'account', shape: 'account', value: account };
    }
  }
}

async function sightMember(
  sightings: Sightings,
  bundle: Bundle,
  { path, kind, size, unreadable }: BundleMember,
  signal?: AbortSignal,
): Promise<void> {
  if (unreadable !== null || size > largestText || (withoutText.has(kind) && kind !== 'binary')) {
    return;
  }
  const content = await bundle.read(path, { signal });
  const found = content.ok ? kindOfContent(path, content.bytes) : 'empty';
  if (!content.ok || withoutText.has(found)) {
    return;
  }
  const { text } = decodeText(content.bytes);
  if (found === 'deviceHash') {
    sightDeviceHash(sightings, text);
  }
  sightText(sightings, text, blocksOf(found, text));
}

/** Serial number, product id, hardware hash. */
function sightDeviceHash(sightings: Sightings, text: string): void {
  for (const { number, text: line } of linesOf(text)) {
    const [serial = '', , hash = ''] = number === 1 ? [] : line.split(',');
    sightValue(sightings, 'serial', serial);
    sightValue(sightings, 'hardwareHash', hash);
  }
}

/** Pieces of a text whose values belong together. */
function blocksOf(kind: MemberKind, text: string): Iterable<string> {
  switch (kind) {
    case 'registryDump':
    case 'registryExport':
      return text.split(/^(?=\[)/m);
    case 'json':
    case 'autopilotProfile':
    case 'frameworkData':
    case 'diagMetadata':
      return text.length <= longestBlock ? [laidOutJson(text)] : linesIn(text);
    case 'dsregcmd':
      return [text];
    default:
      return linesIn(text);
  }
}

function* linesIn(text: string): Generator<string> {
  for (const { text: line } of linesOf(text)) {
    yield line;
  }
}
