import assert from 'node:assert/strict';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { triage } from '../../../src/core/enrollment/triage';
import type { BundleFile } from '../../bundles/bundleFile';
import { writeEvtx } from '../../bundles/evtxWriter';
import { collectMdmDiagnostics } from '../../bundles/mdmCollection';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import type { Story } from '../../bundles/story/story';
import { writeZip } from '../../bundles/zipWriter';

/*
 * A collection is seldom whole. What a bundle with a log taken out says must never contradict what the whole one says:
 * it may know less, or be less sure.
 */

const removals: Readonly<Record<string, readonly RegExp[]>> = {
  'System and Application': [/^(?:system|application)\.evtx$/],
  'Shell-Core': [/shell-core/],
  'the text logs': [/\.log$/],
  'the MDM logs': [/devicemanagement/],
  'the log of device registration': [/user device registration/],
  'the registry': [/\.reg$/],
  'the setup log': [/setupact/],
  'the files of metadata': [/\.json$/, /\.xml$/],
  'System and Shell-Core': [/^(?:system|application)\.evtx$/, /shell-core/],
  'System and the text logs': [/^(?:system|application)\.evtx$/, /\.log$/],
  'Shell-Core and the text logs': [/shell-core/, /\.log$/],
};

/** Channels that overwrite their oldest records when they are full. */
const wrapping = [
  'System',
  'Microsoft-Windows-Shell-Core/Operational',
  'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
];

/** What only a bundle with less in it says, and why that is no contradiction. */
const honestAlone: ReadonlyMap<string, string> = new Map([
  ['signin.re-prompt-after-reboot', 'the whole bundle knows the credential, and says so in its place'],
  ['token.not-obtained-in-account-setup', 'the whole bundle knows the restart that lost the token, and says that'],
  ['signin.long-wait', 'the whole bundle knows the restart before the wait, and says that'],
  ['reboot.application-in-device-setup', 'the whole bundle knows that it was in account setup, and says that'],
]);

/** Local times that no log can place may be off by any zone, milliseconds. */
const sameMs = 5 * 60_000;

describe('a bundle with a log taken out', () => {
  for (const scenario of allScenarios) {
    it(`never contradicts the whole one: ${scenario.name}`, async () => {
      const telling = scenario.tell();
      const { story } = telling;
      const files = collectMdmDiagnostics(telling);
      const whole = await told(files);
      for (const [what, names] of Object.entries(removals)) {
        const left = files.filter(({ name }) => !names.some((shape) => shape.test(name.toLowerCase())));
        if (left.length < files.length) {
          assert.deepEqual(contradictions(await told(left), whole), [], `without ${what}`);
        }
      }
      for (const channel of wrapping) {
        assert.deepEqual(
          contradictions(await told(withoutOldest(files, story, channel)), whole),
          [],
          `half of ${channel} overwritten`,
        );
      }
    });
  }
});

/** The older half of a channel's records is gone, as when it was full. */
function withoutOldest(files: readonly BundleFile[], { device }: Story, channel: string): readonly BundleFile[] {
  const records = device.records(channel);
  const bytes = writeEvtx(records.slice(Math.floor(records.length / 2)));
  const name = `${channel.toLowerCase().replace('/', '-')}.evtx`;
  return files.map((file) => (file.name === name && records.length > 1 ? { ...file, bytes } : file));
}

async function told(files: readonly BundleFile[]): Promise<TriageDocument> {
  const entries = files.map(({ name, bytes, modified }) => ({ name, content: bytes, modified: new Date(modified) }));
  const zip = writeZip(entries, { style: 'plain' });
  const opened = await openBundle({ kind: 'file', name: 'left.zip', source: new MemorySource(Uint8Array.from(zip)) });
  assert.ok(opened.ok);
  return triage(opened.bundle).document;
}

function contradictions(part: TriageDocument, whole: TriageDocument): readonly string[] {
  const opposite = (what: string, told: string | null, known: string | null): string[] =>
    told === null || known === null || told === 'unknown' || known === 'unknown' || told === known
      ? []
      : [`${what}: ${told} instead of ${known}`];
  return [
    ...part.reboots.flatMap((reboot) => rebootContradictions(reboot, whole)),
    ...part.signIns
      .filter((signIn) => signIn.class === 'rePrompt' && signIn.confidence === 'high')
      .filter(({ time }) => !whole.signIns.some((known) => known.class === 'rePrompt' && isNear(known.time, time)))
      .map(({ time }) => `a re-prompt at ${time}`),
    ...part.phases.flatMap(({ id, state }) =>
      state === 'inProgress' ? [] : opposite(id, state, whole.phases.find((phase) => phase.id === id)?.state ?? null),
    ),
    ...opposite('hello', part.hello.state, whole.hello.state),
    ...opposite('token', part.token.state, whole.token.state),
    ...part.securityImpact
      .filter(({ confidence }) => confidence !== 'low')
      .flatMap(({ area, state }) =>
        opposite(area, state, whole.securityImpact.find((impact) => impact.area === area)?.state ?? null),
      ),
    ...part.findings
      .filter(
        ({ id, severity, confidence }) =>
          severity !== 'info' && confidence !== 'low' && !/^(?:coverage|bundle)\./.test(id),
      )
      .filter(({ id }) => !honestAlone.has(id) && !whole.findings.some((known) => known.id === id))
      .map(({ id, confidence, title }) => `${id}, ${confidence}: ${title}`),
  ];
}

function rebootContradictions(reboot: Reboot, whole: TriageDocument): readonly string[] {
  const distance = ({ time }: Reboot): number => Math.abs(Date.parse(time) - Date.parse(reboot.time));
  const [known] = [...whole.reboots].sort((a, b) => distance(a) - distance(b));
  const doubt = sameMs + (reboot.timeUncertaintyMs ?? 0);
  if (known === undefined || distance(known) > doubt) {
    // A start that only the agent's silence tells of is a possibility; a sealed device may have been off.
    return reboot.confidence === 'low' || reboot.class === 'preProvisioning' ? [] : [`a reboot at ${reboot.time}`];
  }
  const honest = reboot.class === known.class || reboot.class === 'unknown' || reboot.confidence !== 'high';
  const wrong = reboot.causes.filter(({ uri, verdict }) => {
    const was = known.causes.find((cause) => cause.uri === uri)?.verdict;
    const blames = verdict === 'confirmed' || verdict === 'likely';
    const blamed = was === 'confirmed' || was === 'likely';
    return was !== undefined && ((blames && was === 'refuted') || (verdict === 'refuted' && blamed));
  });
  return [
    ...(honest ? [] : [`${known.class} told as ${reboot.class}, ${reboot.confidence}`]),
    ...wrong.map(({ uri, verdict }) => `${uri} is ${verdict}`),
  ];
}

function isNear(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= sameMs;
}
