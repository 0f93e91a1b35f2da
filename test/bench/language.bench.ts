import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBundle } from '../../src/core/bundle/openBundle';
import { openEvtx } from '../../src/core/evtx/evtxFile';
import { LogText } from '../../src/core/language/logText';
import { renderEventLog } from '../../src/core/logs/eventText';
import { inputFromPath } from '../../src/files/inputFromPath';
import { dataPath } from '../bundles/realData';
import { machineLine, median } from './machine';

/*
 * Opening an event log as text, and asking it what stands under the pointer. Goals: 0.5 s for a log of 5 MB, the first
 * time in a process included; 30 ms a hover, the first one apart, which unpacks the catalogues. The peer is
 * `evtxexport`, which prints the same log as text.
 */

const openGoalMs = 500;
const hoverGoalMs = 30;
const rounds = 7;
const member = 'microsoft-windows-appxdeploymentserver-operational.evtx';

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

async function memberBytes(): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = dataPath('bundles', 'win11-23h2.cab');
  if (file === null) {
    return null;
  }
  const { input, close } = await inputFromPath(file);
  const opened = await openBundle(input);
  const content = opened.ok ? await opened.bundle.read(member) : null;
  await close();
  return content?.ok === true ? content.bytes : null;
}

function evtxexportMs(bytes: Uint8Array): number | null {
  if (spawnSync('evtxexport', ['-V']).status !== 0) {
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'language-bench-'));
  try {
    const file = path.join(folder, 'log.evtx');
    writeFileSync(file, bytes);
    return median(
      Array.from({ length: 3 }, () => timed(() => spawnSync('evtxexport', [file], { maxBuffer: 1 << 30 })).ms),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  console.log(machineLine());
  const bytes = await memberBytes();
  if (bytes === null) {
    console.log('skipped: the real event log is not on this machine');
    return;
  }
  const openAsText = () => renderEventLog(openEvtx(bytes, member), member);
  const cold = timed(openAsText);
  const warm = median(Array.from({ length: rounds }, () => timed(openAsText).ms));
  const peer = evtxexportMs(bytes);
  const ratio =
    peer === null
      ? 'evtxexport is not installed'
      : `${(cold.ms / peer).toFixed(2)} × evtxexport (${peer.toFixed(0)} ms)`;
  console.log(
    `${(bytes.length / 1e6).toFixed(1)} MB as text: first ${cold.ms.toFixed(0)} ms (goal ${openGoalMs}), then ${warm.toFixed(0)} ms, ${ratio}`,
  );

  const { text, recordLines } = cold.value;
  const all = text.split('\n');
  const log = new LogText(
    { lineCount: all.length, line: (number) => all[number] ?? '', text: () => text },
    { path: member, copies: [], story: null, recordLines, channel: null, lineShift: 0 },
  );
  const first = timed(() => log.hover(recordLines[0] ?? 0, 30)).ms;
  const asked = Array.from(recordLines.subarray(1, 2000), (line) => timed(() => log.hover(line, 60)));
  const answered = asked.filter(({ value }) => value !== null).length;
  const hovers = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  const worst = hovers.at(-1) ?? NaN;
  console.log(
    `hover: first ${first.toFixed(1)} ms, then median ${median(hovers).toFixed(3)} ms, worst ${worst.toFixed(1)} ms (goal ${hoverGoalMs}); ${answered} of ${asked.length} had something to say`,
  );
  console.log(`outline of ${all.length} lines: ${timed(() => log.outline()).ms.toFixed(0)} ms`);
  process.exitCode = cold.ms <= openGoalMs && worst <= hoverGoalMs ? 0 : 1;
}

void main();
