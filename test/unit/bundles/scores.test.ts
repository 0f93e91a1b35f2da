import assert from 'node:assert/strict';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { exactly } from '../../bundles/expectation';
import { countScenario } from '../../bundles/score/scenarioScore';
import { Scores } from '../../bundles/score/scores';
import { causedBy, noRePrompt, noReboots, rePrompts, type ScenarioTruth } from '../../bundles/truth';

const at = '2026-02-17T12:00:00.000Z';
const uri = './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags';
const flag = { uri, channel: 'Admin', recordId: 1, moment: { truth: Date.parse(at), raw: Date.parse(at) } };
const quiet: ScenarioTruth = { reboots: noReboots, signIns: noRePrompt(), hello: { state: 'unknown' } };

describe('the score', () => {
  it('is perfect where nothing is true and nothing is told', () => {
    assert.ok(scored({}, quiet).isPerfect);
  });

  it('counts a restart of another class as missed and made up', () => {
    const scores = scored(
      { reboots: [{ time: at, class: 'script', causes: [] }] },
      { ...quiet, reboots: exactly({ time: at, class: 'user' }) },
    );
    assert.ok(!scores.isPerfect);
    assert.match(line(scores, 'reboots: script'), /0 right, 0 missed, 1 made up/);
    assert.match(line(scores, 'reboots: user'), /0 right, 1 missed, 0 made up/);
  });

  it('takes a restart three minutes away for another one', () => {
    const told = { reboots: [{ time: '2026-02-17T12:03:00.000Z', class: 'user', causes: [] }] };
    const scores = scored(told, { ...quiet, reboots: exactly({ time: at, class: 'user' }) });
    assert.match(line(scores, 'reboots: user'), /0 right, 1 missed, 1 made up/);
  });

  it('counts a blamed URI that is innocent, and one that is not blamed', () => {
    const reboot = (verdict: string) => ({ time: at, class: 'coalescedPolicy', causes: [{ uri, verdict }] });
    const innocent = exactly({ time: at, class: 'coalescedPolicy' as const, causes: causedBy([]) });
    const guilty = exactly({ time: at, class: 'coalescedPolicy' as const, causes: causedBy([flag]) });
    assert.ok(scored({ reboots: [reboot('refuted')] }, { ...quiet, reboots: innocent }).isPerfect);
    assert.ok(scored({ reboots: [reboot('confirmed')] }, { ...quiet, reboots: guilty }).isPerfect);
    const blamed = scored({ reboots: [reboot('likely')] }, { ...quiet, reboots: innocent });
    assert.match(line(blamed, 'causes: likely'), /0 right, 0 missed, 1 made up/);
    const spared = scored({ reboots: [reboot('refuted')] }, { ...quiet, reboots: guilty });
    assert.match(line(spared, 'causes: confirmed or likely'), /0 right, 1 missed, 0 made up/);
  });

  it('counts second sign-ins and the state of Hello', () => {
    const told = { signIns: [{ time: at, class: 'rePrompt' }], hello: { state: 'incomplete' } };
    assert.ok(scored(told, { ...quiet, signIns: rePrompts([{ time: at }]), hello: { state: 'incomplete' } }).isPerfect);
    const wrong = scored(told, quiet);
    assert.match(line(wrong, 're-prompts: rePrompt'), /0 right, 0 missed, 1 made up/);
    assert.match(line(wrong, 'hello: incomplete'), /0 right, 0 missed, 1 made up/);
    assert.match(line(wrong, 'hello, all'), /precision +0.0 % +recall +0.0 %/);
  });
});

function scored(told: Readonly<Record<string, unknown>>, truth: ScenarioTruth): Scores {
  const scores = new Scores();
  const document = { reboots: [], signIns: [], hello: { state: 'unknown' }, ...told };
  countScenario(scores, document as unknown as TriageDocument, truth);
  return scores;
}

function line(scores: Scores, start: string): string {
  return scores.lines().find((text) => text.startsWith(start)) ?? '';
}
