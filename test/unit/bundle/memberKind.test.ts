import assert from 'node:assert/strict';
import { kindOfContent, kindOfEmpty, kindOfName, type MemberKind } from '../../../src/core/bundle/memberKind';
import { autopilotProfileBytes } from '../../bundles/autopilotProfile';
import { writeCabinet } from '../../bundles/cabinetWriter';
import { diagMetadataText } from '../../bundles/diagMetadata';
import { dsregcmdText } from '../../bundles/dsregcmd';
import { writeEmptyEvtx } from '../../bundles/evtxWriter';
import { mdmReportText } from '../../bundles/mdmReportXml';
import { registryExportBytes } from '../../bundles/registryExport';
import { resultsXmlText } from '../../bundles/resultsXml';
import { exampleDevice } from '../../bundles/scenarios/exampleDevice';
import { writeZip } from '../../bundles/zipWriter';

const device = exampleDevice({ seed: 1 });
const now = Date.UTC(2026, 1, 17, 12);

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const samples: readonly (readonly [MemberKind, Uint8Array])[] = [
  ['evtx', writeEmptyEvtx([])],
  ['evtLegacy', Uint8Array.of(0x30, 0, 0, 0, 0x4c, 0x66, 0x4c, 0x65, 1, 0, 0, 0)],
  ['archive', writeZip([{ name: 'a', content: 'x' }])],
  ['archive', writeZip([])],
  ['archive', writeCabinet({ folders: [] })],
  ['cmTrace', utf8('\uFEFF<![LOG[a]LOG]!><time="1:1:1.0" date="1-1-2026">\r\n')],
  ['setupLog', utf8('\uFEFF2026-01-02 03:04:05, Info                  [a.exe] x\r\n')],
  ['cmTrace', utf8('Setup began  $$<SMSTS><02-17-2026 13:14:27.123-60><thread=1234 (0x4D2)>\r\n')],
  ['cbsLog', utf8('2026-02-17 13:14:27, Info                  CBS    TI: --- Initializing Trusted Installer ---\r\n')],
  ['dismLog', utf8('2026-02-17 13:14:27, Info                  DISM   DISM.EXE: Succesfully registered\r\n')],
  ['eventXml', utf8('\uFEFF<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events><Event xmlns="x">')],
  ['eventXml', utf8("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>")],
  ['mdmHtmlReport', utf8('<!DOCTYPE html><html lang="en"><head><title>MDM Diagnostic Report</title>')],
  ['tpmInfo', utf8('2026-02-17T13:14:27\r\nTpmHLI GetVersion result: 0x00000000\r\n')],
  ['uefiInfo', utf8('2026-02-17T13:14:27\r\nUEFI is supported.\r\n')],
  ['xml', utf8('<Eventual><Event/></Eventual>')],
  ['registryDump', utf8('[HKEY_LOCAL_MACHINE\\software\\microsoft\\a]\r\n\r\n')],
  ['registryExport', registryExportBytes([])],
  ['mdmReport', utf8(mdmReportText(device, now, []))],
  ['htmlReport', utf8('<!DOCTYPE html><html lang="en">')],
  ['htmlReport', utf8('\r\n<html>')],
  ['collectionResults', utf8(resultsXmlText([]))],
  ['diagMetadata', utf8(diagMetadataText(device, 'autopilot', now, {}))],
  ['footprint', utf8('--- Start at:2026-01-01T00:00:00\r\n')],
  ['autopilotProfile', autopilotProfileBytes(device, now)],
  ['frameworkData', utf8('\uFEFF{"$schema":[{"categories":[]}]}')],
  ['dsregcmd', utf8(dsregcmdText(device, now))],
  ['deviceHash', utf8('Device Serial Number,Windows Product ID,Hardware Hash\r\n1,,T0E\r\n')],
  ['json', utf8('[ {"a": 1} ]')],
  ['json', utf8('{}')],
  ['xml', utf8('<?xml version="1.0"?><a/>')],
  ['text', utf8('[10:20:30] a line of a log\n')],
  ['text', utf8('[Section]\nname=value\n')],
  ['text', utf8('{not JSON')],
  ['text', utf8('Notes on results.xml: <Collection HRESULT="0">, and on MdmDiagVersion: 1\n')],
  ['binary', Uint8Array.of(1, 2, 3, 0, 0, 0, 7, 9)],
];

describe('the kind of a member', () => {
  for (const name of ['member.txt', 'folder/results.xml', 'system.evtx', 'a.zip', 'no name']) {
    it(`is told by its content, whatever it is called: ${name}`, () => {
      for (const [kind, bytes] of samples) {
        assert.equal(kindOfContent(name, bytes), kind, Buffer.from(bytes.subarray(0, 30)).toString('latin1'));
      }
    });
  }

  it('does not change where only the head of a file is known', () => {
    for (const [kind, bytes] of samples) {
      const long = Buffer.concat([bytes, Buffer.alloc(20_000, '\r\n<more>完</more>')]);
      assert.equal(kindOfContent('member', long), kind);
    }
  });

  it('is told by the name where the content says nothing', () => {
    const trace = Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 0);
    assert.equal(kindOfContent('Wifi.etl', trace), 'etl');
    assert.equal(kindOfContent('CloudExperienceHostOobe.etl.001', trace), 'etl');
    assert.equal(kindOfContent('a.ETL.merged', trace), 'etl');
    assert.equal(kindOfContent('a.etl/b', trace), 'binary');
    assert.equal(
      kindOfContent('x/AutopilotConciergeFile.json', utf8('{"PolicyDownloadDate":"x"}')),
      'autopilotProfile',
    );
    assert.equal(kindOfContent('x/Other.json', utf8('{"PolicyDownloadDate":"x"}')), 'json');
  });

  it('is told by the name alone where the content is not read', () => {
    assert.deepEqual(['a.etl', 'a.cab', 'b/A.ZIP', 'a.html', 'a.dll'].map(kindOfName), [
      'etl',
      'archive',
      'archive',
      'htmlReport',
      'binary',
    ]);
  });

  it('of an empty file tells whether the collector says why', () => {
    assert.equal(kindOfEmpty('(1) No Results - Error [0x80070003] RegistryKey HKLM_A'), 'noResult');
    assert.equal(kindOfEmpty('x.zip/(1) No Results - Error [0x80070003] RegistryKey HKLM_A'), 'noResult');
    assert.equal(kindOfEmpty('(3) Command ipconfig - No Results - Error [0x8000FFFF]'), 'noResult');
    assert.equal(kindOfEmpty('Wifi.etl'), 'empty');
    assert.equal(kindOfContent('No Results - Error [0x1]', new Uint8Array()), 'noResult');
  });
});
