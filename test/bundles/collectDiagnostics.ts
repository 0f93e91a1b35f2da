import { textBytes, type BundleFile } from './bundleFile';
import { dsregcmdText } from './dsregcmd';
import type { EvtxRecord } from './evtxRecord';
import { writeEmptyEvtx, writeEvtx } from './evtxWriter';
import { imeLogText } from './imeLog';
import { logonUiExport } from './logonUiExport';
import { resultsXmlText, type CollectedItem } from './resultsXml';
import type { Told } from './scenario';
import { setupactText } from './setupactLog';

/** What an item gave: files below its entry name, or the reason why there are none. */
type Outcome = readonly Piece[] | { readonly hresult: number };

interface Piece {
  /** Name below the folder of a FoldersFiles item; other items are a file themselves. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Item {
  readonly kind: CollectedItem['kind'];
  readonly source: string;
  readonly outcome: Outcome;
}

const notFound = { hresult: 0x80070002 } as const;
const noSuchKey = { hresult: 0x80070003 } as const;
const failed = { hresult: 0x8000ffff } as const;

/**
 * The files of Intune's Collect diagnostics: one entry for each item asked for, numbered in the order of
 * results.xml; what gave nothing is an empty file that says so in its name.
 */
export function collectDiagnostics(told: Told, cabinet: BundleFile): readonly BundleFile[] {
  const modified = told.story.at.now.raw;
  const items = itemsOf(told, cabinet);
  const results = items.map(({ kind, source, outcome }) => ({
    kind,
    source,
    hresult: 'hresult' in outcome ? outcome.hresult : 0,
  }));
  return [
    ...items.flatMap((item, index) => entriesOf(item, index + 1).map((entry) => ({ ...entry, modified }))),
    { name: 'results.xml', bytes: textBytes(resultsXmlText(results)), modified },
  ];
}

/** `DiagLogs-<host>-<UTC>.zip`, as the portal names the download. */
export function collectDiagnosticsName(told: Told): string {
  const stamp = new Date(told.story.at.now.raw).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return `DiagLogs-${told.story.device.hostName}-${stamp}Z.zip`;
}

function itemsOf(told: Told, cabinet: BundleFile): readonly Item[] {
  const { device, at } = told.story;
  const { identity } = device;
  const key = (source: string, outcome: Outcome = noSuchKey): Item => ({ kind: 'RegistryKey', source, outcome });
  const command = (source: string, outcome: Outcome = failed): Item => ({ kind: 'Command', source, outcome });
  const events = (source: string): Item => ({
    kind: 'Events',
    source,
    outcome: [{ name: '', bytes: eventLogBytes(device.records(source)) }],
  });
  const files = (source: string, outcome: Outcome = notFound): Item => ({ kind: 'FoldersFiles', source, outcome });
  const text = (content: string, name = ''): readonly Piece[] => [{ name, bytes: textBytes(content) }];
  const temporaryCabinet = `%temp%\\MDMDiagnostics\\${cabinet.name}`;
  return [
    key('HKLM\\SOFTWARE\\Microsoft\\CloudManagedUpdate'),
    key('HKLM\\SOFTWARE\\Microsoft\\EPMAgent', { hresult: 0x80070001 }),
    key('HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection'),
    key('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI', [
      { name: '', bytes: logonUiExport(identity.person, device.lastCredential) },
    ]),
    key('HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\NDUP', { hresult: 0x80070001 }),
    key('HKLM\\Software\\Policies'),
    command('%windir%\\system32\\dism.exe /online /get-packages'),
    command('%windir%\\system32\\Dsregcmd.exe /status', text(dsregcmdText(identity, at.now.raw))),
    command(
      `%windir%\\system32\\mdmdiagnosticstool.exe -area Autopilot;deviceprovisioning;deviceenrollment;tpm;HololensFallbackDeviceOwner -cab ${temporaryCabinet}`,
      text(`Succeeded to CollectLog at: C:\\Windows\\TEMP\\MDMDiagnostics\\${cabinet.name}\r\n`),
    ),
    command('%windir%\\system32\\netsh.exe wlan show profiles', { hresult: 0x80070001 }),
    events('Application'),
    events('Microsoft-Windows-AppXDeploymentServer/Operational'),
    events('Microsoft-Windows-HelloForBusiness/Operational'),
    events('Microsoft-Windows-Shell-Core/Operational'),
    events('System'),
    files(
      '%ProgramData%\\Microsoft\\IntuneManagementExtension\\Logs\\*.*',
      text(imeLogText(device.ime), 'intunemanagementextension.log'),
    ),
    files('%ProgramFiles%\\Microsoft EPM Agent\\Logs\\*.*', noSuchKey),
    files(temporaryCabinet, [{ name: cabinet.name, bytes: cabinet.bytes }]),
    files('%temp%\\winget\\defaultstate\\*.log', noSuchKey),
    files('%windir%\\ccm\\logs\\*.log', noSuchKey),
    files('%windir%\\panther\\unattendgc\\setupact.log', text(setupactText(device.setupact), 'setupact.log')),
    files('%windir%\\temp\\officeclicktorun*.log'),
    events('Microsoft-Windows-BitLocker/BitLocker Management'),
  ];
}

/** A channel that nobody has written to is exported all the same. */
function eventLogBytes(records: readonly EvtxRecord[]): Uint8Array {
  return records.length > 0 ? writeEvtx(records) : writeEmptyEvtx([]);
}

function entriesOf({ kind, source, outcome }: Item, number: number): { name: string; bytes: Uint8Array }[] {
  const flat = flatName(kind, source);
  if ('hresult' in outcome) {
    const code = outcome.hresult.toString(16).padStart(8, '0');
    return [{ name: `(${number}) No Results - Error [0x${code}] ${kind} ${flat}`, bytes: new Uint8Array() }];
  }
  return outcome.map(({ name, bytes }) => ({ name: `(${number}) ${kind} ${flat}${ending(kind, name)}`, bytes }));
}

function ending(kind: Item['kind'], name: string): string {
  switch (kind) {
    case 'RegistryKey':
      return ' export.reg';
    case 'Command':
      return ' output.log';
    case 'Events':
      return ' Events.evtx';
    case 'FoldersFiles':
      return `\\${name}`;
  }
}

/** The source without what a file name cannot hold; keys keep their spaces. */
function flatName(kind: Item['kind'], source: string): string {
  if (kind === 'RegistryKey') {
    return source.replaceAll('\\', '_');
  }
  const plain = source.replace(/[%*]/g, '');
  return plain.replace(/[\\/. ]+/g, '_').replace(/^_|_$/g, '');
}
