/*
 * What a frame of the timeline costs before any pixel is painted, by number of events. The claim: it depends on
 * the width of the canvas and the number of lanes, not on the number of events.
 */
import { performance } from 'node:perf_hooks';
import type { TriageDocument } from '../../src/core/enrollment/document/triageDocument';
import { buildTimeline } from '../../src/core/timeline/buildTimeline';
import type { EventSeries } from '../../src/core/timeline/eventSeries';
import { indexSeries } from '../../src/core/timeline/eventSeries';
import { layOutLanes } from '../../src/core/timeline/laneGeometry';
import { layOutFrame } from '../../src/core/timeline/layout';
import { minimapHeights } from '../../src/core/timeline/minimap';
import { centreRange, closestSpan, spanOf, zoomRange } from '../../src/core/timeline/timeScale';

const width = 1600;
const height = 1000;
const lanes = 20;
const start = Date.parse('2026-08-19T08:00:00Z');
const hours = 6 * 3_600_000;

const document: TriageDocument = {
  schemaVersion: 1,
  bundle: { name: '', sha256: '', kind: 'folder', container: 'folder', members: [], unreadable: [], problems: [] },
  device: {
    osBuild: null,
    edition: null,
    name: null,
    joinType: null,
    scenario: null,
    profile: null,
    preProvisioning: null,
    evidence: [],
  },
  coverage: [],
  clock: { steps: [], localOffsets: [], localLogs: [] },
  boots: [],
  phases: [],
  attempts: [],
  contradictions: [],
  devicePreparation: null,
  reboots: [],
  signIns: [],
  signInProblems: [],
  autoLogonClearings: [],
  temporaryAccessPass: null,
  token: { state: 'unknown', why: '', evidence: [] },
  hello: { state: 'unknown', lockScreenProblem: null, confidence: null, why: '', patterns: [], evidence: [] },
  policies: {
    webSignIn: 'unknown',
    helloForBusiness: 'unknown',
    rebootCatalog: [],
    rebootCatalogSource: 'allBuilds',
    assignedRebootUris: [],
    latentReboots: [],
    restartPending: null,
    autoLogonBreakers: [],
    otherRestartPolicies: [],
    grounds: {
      webSignIn: { why: '', evidence: [] },
      helloForBusiness: { why: '', evidence: [] },
      rebootCatalog: { why: '', evidence: [] },
      restartPending: { why: '', evidence: [] },
    },
  },
  securityImpact: [],
  moves: [],
  collectNext: [],
  findings: [],
};

/** Bursts and quiet hours from a fixed linear congruential sequence; `steps` times the clock is set back. */
function channel(name: string, count: number, steps: number): EventSeries {
  let seed = 12_345 + name.length;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const times = Float64Array.from({ length: count }, () => start + (random() < 0.5 ? random() ** 3 : random()) * hours);
  times.sort();
  for (let step = 1; step <= steps; step += 1) {
    const from = Math.floor((count * step) / (steps + 1));
    for (let index = from; index < count; index += 1) {
      times[index]! -= hours / 20;
    }
  }
  return {
    log: name,
    path: `${name}.evtx`,
    times,
    recordIds: Float64Array.from(times, (_, index) => index + 1),
    levels: Uint8Array.from(times, () => (random() < 0.02 ? 2 : 4)),
  };
}

function median(values: number[]): number {
  return values.sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly ms: number } {
  const begin = performance.now();
  const result = work();
  return { result, ms: performance.now() - begin };
}

/** Zooms in over five decades at a place that is not round, panning at each step. */
function frameTimes(channels: readonly EventSeries[]): number[] {
  const model = buildTimeline(document, channels);
  const geometry = layOutLanes(model);
  const heights = minimapHeights(model, width);
  const bounds = { extent: model.extent, minSpan: closestSpan };
  const samples: number[] = [];
  let range = model.extent;
  while (spanOf(range) > spanOf(model.extent) / 1e5) {
    for (const share of [0, 0.3]) {
      const moved = centreRange(range, (range.start + range.end) / 2 + share * spanOf(range), bounds);
      const request = { model, lanes: geometry, minimapHeights: heights, width, height, scrollTop: 0 };
      samples.push(timed(() => layOutFrame({ ...request, range: moved, measure: (text) => text.length * 6 })).ms);
    }
    range = zoomRange(range, model.extent.start + hours * 0.3717, 1.25, bounds);
  }
  return samples;
}

frameTimes([channel('warm-up', 10_000, 0)]);
console.log(`timeline: ${lanes} channels on ${width} × ${height} px, times in ms`);
for (const events of [1e4, 1e5, 1e6]) {
  const channels = Array.from({ length: lanes }, (_, index) => channel(`log-${index}`, events / lanes, index % 3));
  const whole = channel('one', events, 2);
  const index = timed(() => channels.map(indexSeries)).ms;
  const single = timed(() => indexSeries(whole)).ms;
  const frames = frameTimes(channels);
  const worst = Math.max(...frames);
  console.log(
    `  ${events.toLocaleString('en-US').padStart(9)} events: index ${index.toFixed(1)} (one log with two clock steps ` +
      `${single.toFixed(1)}), frame layout median ${median(frames).toFixed(2)}, worst ${worst.toFixed(2)}`,
  );
}
