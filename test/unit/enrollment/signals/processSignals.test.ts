import assert from 'node:assert/strict';
import { providers } from '../../../../src/core/catalog/providers';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { findBoots } from '../../../../src/core/enrollment/reboots/bootFinder';
import { processSignals } from '../../../../src/core/enrollment/signals/processSignals';
import { fakeStore, type FakeEvent } from '../eventFakes';
import { day, inOrder, signInText } from '../signals';

const at = (minutes: number): string => new Date(day + minutes * 60_000).toISOString();
const page = (minutes: number, process: number): FakeEvent => ({
  at: at(minutes),
  provider: providers.shellCore,
  id: 62404,
  data: { CXID: 'OobeAAD' },
  process,
});
const autopilot = (minutes: number, process: number): FakeEvent => ({
  at: at(minutes),
  provider: providers.modernDeployment,
  id: 100,
  process,
});

/** An agent that starts at minute 60, after 70 s without a line and without a farewell. */
const agent = inOrder(
  signInText(10, { kind: 'imeStart', version: '1.2', silenceMs: null }),
  signInText(60, { kind: 'imeStart', version: '1.2', silenceMs: 70_000 }),
);

function told(shellCore: readonly FakeEvent[], modernDeployment: readonly FakeEvent[]) {
  const store = fakeStore({ 'Shell-Core/Operational': shellCore, 'ModernDeployment/Autopilot': modernDeployment });
  return processSignals(store, new CorrectedClock(store), agent);
}

describe('processes that live long', () => {
  const replaced = told(
    [page(40, 800), page(50, 800), page(62, 900)],
    [autopilot(41, 1200), autopilot(55, 1200), autopilot(61, 1300)],
  );

  it('were replaced where two logs have others after the silence of the agent', () => {
    assert.deepEqual(
      replaced.map(({ kind, source }) => [kind, source]),
      [
        ['processesReplaced', 'Shell-Core/Operational'],
        ['processesReplaced', 'ModernDeployment/Autopilot'],
      ],
    );
  });

  it('make an abrupt start of the agent more than a start of low confidence', () => {
    const alone = findBoots(agent, null, false);
    const backed = findBoots(inOrder(agent, replaced), null, false);
    assert.deepEqual([alone.at(-1)?.confidence, backed.at(-1)?.confidence], ['low', 'medium']);
  });

  it('say nothing where one of them lives on', () => {
    assert.deepEqual(
      told(
        [page(40, 800), page(50, 800), page(62, 900)],
        [autopilot(41, 1200), autopilot(55, 1200), autopilot(61, 1200)],
      ),
      [],
    );
  });

  it('say nothing where one process wrote both logs: it may have crashed alone', () => {
    assert.deepEqual(
      told([page(40, 800), page(50, 800), page(62, 900)], [autopilot(41, 800), autopilot(55, 800), autopilot(61, 900)]),
      [],
    );
  });

  it('say nothing where they were helpers that come and go', () => {
    assert.deepEqual(told([page(50, 800), page(62, 900)], [autopilot(55, 1200), autopilot(61, 1300)]), []);
  });
});
