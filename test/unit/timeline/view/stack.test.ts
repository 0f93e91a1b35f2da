import assert from 'node:assert/strict';
import { buildTimeline } from '../../../../src/core/timeline/buildTimeline';
import { stackTimelines } from '../../../../src/core/timeline/stackTimelines';
import { filterModel } from '../../../../src/core/timeline/view/filterModel';
import { timelineFacts } from '../../../../src/core/timeline/view/itemFacts';
import { withMarks } from '../../../../src/core/timeline/view/marks';
import { shownModel } from '../../../../src/core/timeline/view/shownModel';
import { viewOf } from '../../../../src/core/timeline/view/timelineView';
import { noFilter } from '../../../../src/core/timeline/view/timelineFilter';
import { minute, sampleDocument, series, signIn } from '../sampleDocument';
import { document } from './sampleView';

const other = sampleDocument({
  signIns: [signIn({ user: { class: 'entra', name: 'bob@contoso.example', sid: null } })],
});
const { model } = stackTimelines(
  [
    { title: 'a.zip', model: buildTimeline(document, [series({})]) },
    { title: 'b.zip', model: buildTimeline(other, [series({})]) },
  ],
  { kind: 'enrollmentStart' },
);
const facts = timelineFacts(model, [document, other]);

describe('two bundles on one timeline', () => {
  it('are filtered by the users of each', () => {
    const left = filterModel(model, facts, { ...noFilter, users: ['bob@contoso.example'] });
    assert.ok(left.items.has('2/signin-1'));
    assert.ok(!left.items.has('1/signin-1'), 'the other bundle has a sign-in of the same id');
  });

  it('show their stories alone at first, one below the other', () => {
    const view = viewOf(model.story, model);
    const kinds = shownModel(model, facts, view).lanes.map(({ kind, group }) => `${kind} of ${group?.title}`);
    assert.deepEqual([...new Set(kinds)], ['story of a.zip', 'story of b.zip']);
  });

  it('have the marks of both on top', () => {
    const marked = withMarks(model, [{ time: minute(5) }]);
    assert.equal(marked.lanes[0]?.id, 'marks');
  });
});
