import assert from 'node:assert/strict';
import type { SignIn } from '../../../src/core/enrollment/document/signIns';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import type { ChannelLane, StoryLane, TimelineModel } from '../../../src/core/timeline/timelineModel';
import { iso, minute, reboot, record, sampleDocument, series, signIn, systemLog } from './sampleDocument';

function story(model: TimelineModel, id: string): StoryLane {
  const lane = model.lanes.find((candidate) => candidate.id === id);
  assert.ok(lane?.kind === 'story', `lane ${id}`);
  return lane;
}

function channels(model: TimelineModel): ChannelLane[] {
  return model.lanes.filter((lane) => lane.kind === 'channel');
}

describe('the timeline model', () => {
  const model = buildTimeline(sampleDocument(), [series({})]);

  it('has the story above the logs', () => {
    assert.deepEqual(
      model.lanes.map(({ label }) => label),
      ['What the user saw', 'Clock & boots', 'ESP phases', 'Reboot causes', 'Reboots', 'Sign-ins', 'System'],
    );
  });

  it('speaks of a reboot with place, time, phase, class, cause and certainty', () => {
    assert.equal(
      model.items.get('reboot-2')?.spoken,
      'Reboot 2 of 2, 10:10:00 UTC, device setup, policy reboot, caused by DeviceGuard/LsaCfgFlags, likely, ' +
        '1 refuted cause, not called for by the enrollment, down for 1 minute',
    );
  });

  it('counts only causes that are not refuted on the canvas', () => {
    assert.equal(model.items.get('reboot-2')?.label, 'Policy reboot · 1 cause');
  });

  it('shows the waiting lock screen as a hatched span before the sign-in', () => {
    const wait = model.items.get('wait/signin-1');
    assert.equal(wait?.label, 'Lock screen 6 min 36 s');
    assert.equal(wait.fill, 'hatched');
    assert.equal(wait.end, minute(50));
    assert.equal(wait.start, minute(50) - 396_000);
    assert.equal(wait.storyId, 'signin-1');
    assert.equal(model.items.get('signin-1')?.glyph, 'webRePrompt');
  });

  it('has a sign of its own for each credential that a re-prompt asked for', () => {
    const glyphOf = (credential: SignIn['credential']) =>
      buildTimeline(sampleDocument({ signIns: [signIn({ credential })] }), []).items.get('signin-1')?.glyph;
    const credentials = ['webSignIn', 'temporaryAccessPass', 'password', 'unknown', 'helloPin'] as const;
    assert.deepEqual(credentials.map(glyphOf), [
      'webRePrompt',
      'passRePrompt',
      'passwordRePrompt',
      'unknownRePrompt',
      'rePrompt',
    ]);
  });

  it('has nobody wait before an automatic sign-in', () => {
    const { items } = buildTimeline(sampleDocument({ signIns: [signIn({ class: 'automatic' })] }), []);
    assert.equal(items.has('wait/signin-1'), false);
  });

  it('draws a wait only where one was measured', () => {
    const { items } = buildTimeline(sampleDocument({ signIns: [signIn({ waitMs: null })] }), []);
    assert.equal(items.has('wait/signin-1'), false);
  });

  it('cuts through all logs with restarts to scale, called for or not, and fast startups as lines', () => {
    const bands = model.bands.map(({ item, style, start, end }) => [item.id, style, end - start]);
    assert.deepEqual(bands, [
      ['reboot-1', 'restart', 60_000],
      ['reboot-2', 'uncalledRestart', 60_000],
      ['boot-4', 'fastStartup', 0],
    ]);
  });

  it('tells a power loss from a restart by the boot that followed', () => {
    const document = sampleDocument({
      boots: [{ id: 'boot-2', start: iso(11), kind: 'powerLoss', evidence: record(1) }],
      reboots: [reboot({ class: 'unexpected' })],
    });
    const { bands, items } = buildTimeline(document, []);
    assert.equal(bands[0]?.style, 'powerLoss');
    assert.equal(items.get('boot-2')?.label, 'Power loss · down 1 min');
  });

  it('puts overlapping subcategories on rows of their own', () => {
    const apps = model.items.get('DeviceSetup.AppsSubcategory');
    const policies = model.items.get('DeviceSetup.SecurityPoliciesSubcategory');
    assert.equal(apps?.parent, 'deviceSetup');
    assert.notEqual(apps.row, policies?.row);
    assert.deepEqual(story(model, 'phases').rows, ['main', 'sub', 'sub']);
  });

  it('names phases without a time instead of dropping them', () => {
    assert.equal(story(model, 'phases').note, 'Account setup: not started');
  });

  it('leaves the unknown end of a phase open', () => {
    const [, deviceSetup] = sampleDocument().phases;
    const phases = [{ ...deviceSetup!, state: 'inProgress' as const, end: null, subcategories: [] }];
    const item = buildTimeline(sampleDocument({ phases }), []).items.get('deviceSetup');
    assert.equal(item?.openEnd, true);
    assert.equal(item.end, minute(70), 'drawn up to the last thing that is known');
    assert.match(item.spoken, /end unknown/);
  });

  it('links flags to their reboot and the reboot to the sign-in after it', () => {
    assert.deepEqual(
      model.links.map(({ from, to, verdict }) => [from.id, to.id, verdict]),
      [
        ['flag/reboot-2/1', 'reboot-2', 'likely'],
        ['flag/reboot-2/2', 'reboot-2', 'refuted'],
        ['reboot-2', 'signin-1', 'confirmed'],
      ],
    );
    assert.equal(model.items.get('flag/reboot-2/2')?.glyph, 'flagRefuted');
  });

  it('marks in a phase the time in which nothing could go on', () => {
    const [, deviceSetup] = sampleDocument().phases;
    const phases = [{ ...deviceSetup!, end: iso(60), subcategories: [] }];
    const item = buildTimeline(sampleDocument({ phases }), []).items.get('deviceSetup');
    assert.deepEqual(
      item?.pauses.map(({ kind, start, end }) => [kind, start, end]),
      [
        ['restart', minute(40), minute(41)],
        ['wait', minute(50) - 396_000, minute(50)],
      ],
    );
    assert.equal(item.label, 'Device setup · 40 min, 7 min 36 s of it restarting and waiting');
    assert.match(item.spoken, /40 minutes, 7 minutes 36 seconds of it restarting and waiting/);
  });

  it('keeps two entries with the same id apart', () => {
    const { items } = buildTimeline(sampleDocument({ reboots: [reboot({}), reboot({ time: iso(12) })] }), []);
    assert.ok(items.has('reboot-1') && items.has('reboot-1#2'));
  });

  it('says so when an entry has no readable time', () => {
    const lane = story(buildTimeline(sampleDocument({ reboots: [reboot({ time: 'soon' })] }), []), 'reboots');
    assert.deepEqual([lane.items, lane.note], [[], '1 entry without a readable time']);
  });

  it('survives a bundle without any time', () => {
    const empty = sampleDocument({ boots: [], phases: [], reboots: [], signIns: [] });
    const { lanes, extent, hasTimes } = buildTimeline(empty, []);
    assert.deepEqual([lanes, hasTimes], [[], false]);
    assert.equal(model.hasTimes, true);
    assert.ok(extent.end > extent.start);
  });
});

describe('the lanes of the logs', () => {
  const coverage = (log: string, state: 'present' | 'absent' | 'empty', path: string | null) => ({
    log,
    state,
    records: 0,
    first: null,
    last: null,
    firstRecordId: null,
    missingRecordIds: 0,
    gaps: [],
    coversEnrollment: null,
    path,
  });

  it('are blind before the first record, quiet after the last', () => {
    const [lane] = channels(
      buildTimeline(sampleDocument(), [
        series({ from: 30, recordIds: Float64Array.from({ length: 60 }, (_, i) => i + 501) }),
      ]),
    );
    assert.deepEqual(
      lane?.noData.map(({ start, end, why }) => [start, end, why]),
      [[minute(0), minute(30), 'older records are gone: the log begins with record 501']],
    );
  });

  it('are blind after the last line of a text log, and a day after the last record of a channel', () => {
    const text = { ...coverage('agent.log', 'present', 'agent.log'), first: iso(0), last: iso(20) };
    const lanes = channels(
      buildTimeline(sampleDocument({ coverage: [text] }), [
        series({}),
        series({ log: 'Late', path: 'late.evtx', from: 3000, count: 1 }),
      ]),
    );
    const spans = lanes.map(({ label, noData }) => [label, noData.at(-1)?.start, noData.at(-1)?.why]);
    assert.deepEqual(spans, [
      ['agent.log', minute(20), 'the log ends earlier'],
      ['System', minute(59 / 6) + 86_400_000, 'the last record is more than a day older'],
      ['Late', minute(0), 'the log begins later, with record 1'],
    ]);
  });

  it('show missing record ids as a blind span', () => {
    const recordIds = Float64Array.from({ length: 60 }, (_, index) => index + (index < 30 ? 1 : 8));
    const [lane] = channels(buildTimeline(sampleDocument(), [series({ recordIds })]));
    assert.deepEqual(
      lane?.noData.map(({ why }) => why),
      ['7 records missing'],
    );
  });

  it('are blind everywhere for a log that is not there, and quiet for an empty one', () => {
    const document = sampleDocument({
      coverage: [
        coverage('Hello', 'absent', null),
        coverage('Quiet', 'empty', 'q.evtx'),
        coverage('System', 'present', systemLog),
      ],
    });
    const lanes = channels(buildTimeline(document, [series({})]));
    assert.deepEqual(
      lanes.map(({ label, noData }) => [label, noData.length]),
      [
        ['System', 0],
        ['Hello', 1],
        ['Quiet', 0],
      ],
    );
    assert.equal(lanes[1]?.spoken, 'Log Hello, not in the bundle');
  });

  it('have short names that stay unique', () => {
    const logs = [
      'Microsoft-Windows-AAD/Operational',
      'Microsoft-Windows-AppX/Operational',
      'Microsoft-Windows-AppX/Admin',
    ];
    const lanes = channels(
      buildTimeline(
        sampleDocument(),
        logs.map((log) => series({ log, path: log })),
      ),
    );
    assert.deepEqual(
      lanes.map(({ label }) => label),
      ['AAD', 'AppX/Operational', 'AppX/Admin'],
    );
  });
});
