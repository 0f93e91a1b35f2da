import assert from 'node:assert/strict';
import type { TimelineModel } from '../../../../src/core/timeline/timelineModel';
import { facetsOf } from '../../../../src/core/timeline/view/facets';
import { filterModel } from '../../../../src/core/timeline/view/filterModel';
import type { TimelineFilter } from '../../../../src/core/timeline/view/timelineFilter';
import { noFilter, withChoice } from '../../../../src/core/timeline/view/timelineFilter';
import { keptBack } from '../../../../src/core/timeline/view/shownModel';
import { facts, model } from './sampleView';

function filtered(filter: Partial<TimelineFilter>): TimelineModel {
  return filterModel(model, facts, { ...noFilter, ...filter });
}

function laneIds({ lanes }: TimelineModel): readonly string[] {
  return lanes.map((lane) => (lane.kind === 'channel' ? lane.log : lane.id));
}

describe('a filter of the timeline', () => {
  it('that asks for nothing changes nothing', () => {
    assert.equal(filtered({ text: '  ' }), model);
  });

  it('leaves the items of a kind, and no empty lanes', () => {
    const left = filtered({ kinds: ['reboot'] });
    assert.deepEqual([...left.items.keys()], ['reboot-1', 'reboot-2']);
    assert.deepEqual(laneIds(left), ['reboots']);
  });

  it('takes bands and links away with their items', () => {
    assert.ok(model.bands.length > 0 && model.links.length > 0);
    const left = filtered({ kinds: ['flag'] });
    assert.deepEqual([left.bands, left.links], [[], []]);
  });

  it('keeps the phase of a wanted subcategory', () => {
    const left = filtered({ text: 'security policies' });
    assert.deepEqual(
      [...left.items.keys()].filter((id) => !id.startsWith('scene/')),
      ['deviceSetup', 'DeviceSetup.SecurityPoliciesSubcategory'],
    );
  });

  it('wants all words of a text, in any order and case', () => {
    const left = filtered({ text: 'lsacfgflags FLAG' });
    assert.ok(left.items.has('flag/reboot-2/1'));
    assert.ok(!left.items.has('flag/reboot-2/2') && !left.items.has('boot-1'));
    assert.deepEqual(laneIds(left).slice(-2), ['System', 'Shell'], 'records have no text here: their logs stay');
  });

  it('leaves records of the chosen severities, each still itself', () => {
    const left = filtered({ severities: ['error', 'verbose'] });
    const system = left.lanes.find((lane) => lane.kind === 'channel' && lane.log === 'System');
    assert.ok(system?.kind === 'channel' && system.series !== null);
    assert.equal(system.records, 2);
    assert.deepEqual([...(system.series.order ?? [])], [0, 2]);
    assert.deepEqual([system.series.errors.length, system.series.warnings.length], [1, 0]);
  });

  it('leaves one log, and what rests on it', () => {
    const left = filtered({ providers: ['Shell'] });
    assert.deepEqual(laneIds(left), ['Shell']);
    assert.ok(laneIds(filtered({ providers: ['System'] })).includes('reboots'));
  });

  it('leaves what is about one user', () => {
    const left = filtered({ users: ['ada@contoso.example'] });
    assert.ok(left.items.has('signin-1') && left.items.has('wait/signin-1'));
    assert.ok(!left.items.has('signin-2') && !left.items.has('reboot-1'));
  });

  it('says how much it keeps back', () => {
    const back = keptBack(model, filtered({ kinds: ['reboot'] }));
    assert.deepEqual(back, { items: model.items.size - 2, records: 66, lanes: model.lanes.length - 1 });
  });
});

describe('the facets', () => {
  it('count what each choice would leave', () => {
    const { kinds, severities, providers, users } = facetsOf(model, facts, noFilter);
    assert.equal(kinds.find(({ value }) => value === 'reboot')?.items, 2);
    assert.equal(kinds.find(({ value }) => value === 'record')?.records, 66);
    assert.deepEqual(
      severities.map(({ value, records }) => [value, records]),
      [
        ['error', 1],
        ['warning', 1],
        ['information', 63],
        ['verbose', 1],
      ],
    );
    assert.equal(providers.find(({ value }) => value === 'Shell')?.records, 6);
    assert.ok(users.some(({ value, items }) => value === 'ada@contoso.example' && items >= 2));
  });

  it('count in one facet what the others let through', () => {
    const filter = { ...noFilter, kinds: ['signIn'] as const, severities: ['error'] as const };
    const { kinds, providers } = facetsOf(model, facts, filter);
    assert.equal(kinds.find(({ value }) => value === 'boot')?.items, 0);
    assert.equal(kinds.find(({ value }) => value === 'signIn')?.chosen, true);
    assert.equal(providers.find(({ value }) => value === 'System')?.records, 0);
  });

  it('keep a choice that this bundle has nothing for', () => {
    const filter = withChoice(noFilter, 'providers', 'Security', true);
    const { providers } = facetsOf(model, facts, filter);
    assert.deepEqual(providers.at(-1), { value: 'Security', label: 'Security', items: 0, records: 0, chosen: true });
    assert.deepEqual(withChoice(filter, 'providers', 'Security', false), noFilter);
  });
});
