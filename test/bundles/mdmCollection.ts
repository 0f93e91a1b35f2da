import { autopilotProfileBytes } from './autopilotProfile';
import { textBytes, type BundleFile } from './bundleFile';
import { footprintText } from './collectorFootprint';
import { diagMetadataText, type AutoLogonFacts } from './diagMetadata';
import { writeEmptyEvtx, writeEvtx } from './evtxWriter';
import type { EvtxRecord } from './evtxRecord';
import { imeLogText } from './imeLog';
import { mdmReportText, type PolicyArea } from './mdmReportXml';
import { registryDumpText } from './registryDump';
import { dumpedKeys, dumpedRoots } from './registryOfDevice';
import type { Told } from './scenario';
import { setupactText } from './setupactLog';
import { build24H2, type Story } from './story/story';

const areas = 'deviceenrollment;deviceprovisioning;autopilot;';
const management = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
const autopilot = 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider';

/** Which channels the tool exports, in its order; `since` is the first build that has it. */
const channels: readonly { readonly name: string; readonly since?: number }[] = [
  { name: 'Microsoft-Windows-AAD/Operational' },
  { name: 'Microsoft-Windows-AppXDeploymentServer/Operational' },
  { name: 'Microsoft-Windows-Crypto-NCrypt/Operational' },
  { name: `${management}/Admin` },
  { name: `${management}/Autopilot` },
  { name: `${management}/Debug` },
  { name: `${management}/Enrollment`, since: build24H2 },
  { name: `${management}/Operational` },
  { name: `${management}/Sync`, since: build24H2 },
  { name: 'Microsoft-Windows-LAPS/Operational' },
  { name: `${autopilot}/Autopilot` },
  { name: `${autopilot}/Diagnostics` },
  { name: `${autopilot}/ManagementService` },
  { name: 'Microsoft-Windows-User Device Registration/Admin' },
  { name: 'Microsoft-Windows-Provisioning-Diagnostics-Provider/Admin' },
  { name: 'Microsoft-Windows-Shell-Core/Operational' },
  { name: 'Microsoft-Windows-AssignedAccess/Admin' },
  { name: 'Microsoft-Windows-AssignedAccess/Operational' },
  { name: 'Microsoft-Windows-AssignedAccessBroker/Admin' },
  { name: 'Microsoft-Windows-AssignedAccessBroker/Operational' },
  { name: 'System', since: build24H2 },
  { name: 'Application', since: build24H2 },
];

/** What `mdmdiagnosticstool` collects from the device of a story at its end: a flat list of files. */
export function collectMdmDiagnostics(told: Told): readonly BundleFile[] {
  const { story } = told;
  const { identity, setupact, ime } = story.device;
  const collectedAt = story.at.now.raw;
  const file = (name: string, bytes: Uint8Array, modified = collectedAt): BundleFile => ({ name, bytes, modified });
  const exported = channels.filter(({ since = 0 }) => identity.build >= since).map(({ name }) => name);
  const copied = [
    file('IntuneManagementExtension.log', textBytes(imeLogText(ime))),
    file('setupact.log', textBytes(setupactText(setupact))),
    // Device preparation has a policy, not a profile that a device would keep.
    ...(identity.deployment === 'devicePreparation'
      ? []
      : [file('AutopilotDDSZTDFile.json', autopilotProfileBytes(identity, story.device.profileDownloadedAt))]),
    file('TpmHliInfo_Output.txt', textBytes(tpmText(collectedAt))),
    file('MDMDiagReport.xml', textBytes(mdmReportText(identity, collectedAt, policyAreas(story)))),
  ];
  const installedAt = setupact[0]?.rawMs ?? collectedAt;
  return [
    ...exportChannels(story, exported, collectedAt),
    ...copied,
    file('MdmDiagReport_RegistryDump.reg', textBytes(registryDumpText(dumpedKeys(story)))),
    file('MdmDiagLogMetadata.json', textBytes(diagMetadataText(identity, areas, installedAt, autoLogonFacts(story)))),
    file(
      'MdmLogCollectorFootPrint.txt',
      textBytes(
        footprintText({
          areas,
          collectedAt,
          channels: exported,
          missingChannels: [],
          copiedFiles: copied.map(({ name }) => ({ from: sourceFolderOf(name), name })),
          missingFiles: ['c:\\windows\\provisioning\\autopilot\\autopilotconfigurationfile.json'],
          dumpedRoots,
          missingRoots: ['software\\microsoft\\cdndownload', 'software\\microsoft\\multivariant'],
        }),
      ),
    ),
  ];
}

/** An empty channel keeps records of the one exported before it in its slack, so the order matters. */
function exportChannels(story: Story, names: readonly string[], modified: number): BundleFile[] {
  let before: readonly EvtxRecord[] = [];
  return names.map((channel) => {
    const records = story.device.records(channel);
    const bytes = records.length > 0 ? writeEvtx(records) : writeEmptyEvtx(before);
    before = records.length > 0 ? records : before;
    return { name: `${channel.toLowerCase().replace('/', '-')}.evtx`, bytes, modified };
  });
}

/** OOBE's own account is signed in by Windows until OOBE is over. */
function autoLogonFacts({ device, esp }: Story): AutoLogonFacts {
  const isOver = esp.hasSucceeded('DeviceSetup');
  return isOver ? {} : { AutoAdminLogon: '1', AutoLogonSID: device.oobeSid, DefaultUserName: 'defaultuser0' };
}

function policyAreas(story: Story): PolicyArea[] {
  const areaNames = new Set(story.mdm.policies.map(({ area }) => area));
  return [...areaNames].map((area) => ({
    area,
    values: Object.fromEntries(
      story.mdm.policies.filter((policy) => policy.area === area).map(({ name, value }) => [name, value]),
    ),
  }));
}

function sourceFolderOf(name: string): string {
  switch (name) {
    case 'IntuneManagementExtension.log':
      return `c:\\programdata\\microsoft\\intunemanagementextension\\logs\\${name}`;
    case 'setupact.log':
      return `c:\\windows\\panther\\unattendgc\\${name}`;
    case 'AutopilotDDSZTDFile.json':
      return `c:\\windows\\servicestate\\wmansvc\\${name}`;
    default:
      return `c:\\windows\\systemtemp\\${name}`;
  }
}

function tpmText(collectedAt: number): string {
  return [
    new Date(collectedAt).toISOString().slice(0, 19),
    'TpmHLI GetVersion result: 0x00000000',
    'TpmHLI Version: 2.0',
    'Manufacturer: Example Components',
    'TpmHLI IsReady for Storage result: 0x00000000',
    'Ready: True',
    'TpmHLI IsReady for Attestation result: 0x00000000',
    'Ready: True',
    '',
  ].join('\r\n');
}
